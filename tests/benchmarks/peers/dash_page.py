"""The page in Dash, with `dcc.Graph` (Plotly); its sliders tell the server while they move."""

import os

from dash import Dash, Input, Output, callback, dcc, html
from plots import SLIDERS, figures

app = Dash(title="Logistic regression")


def slider(index: int) -> html.Div:
    """One slider under its label."""
    s = SLIDERS[index]
    bar = dcc.Slider(
        s.low, s.high, s.step, value=s.value, marks=None, id=f"slider-{index}", updatemode="drag"
    )
    return html.Div([html.Label(s.label), bar])


def grid(children: list[object], columns: int) -> html.Div:
    """Children in columns of one width."""
    style = {"display": "grid", "gridTemplateColumns": f"repeat({columns}, minmax(0, 1fr))"}
    return html.Div(children, style=style)


app.layout = html.Div(
    [
        html.H1("Logistic regression"),
        grid([slider(i) for i in range(3)], 3),
        html.P(id="loss"),
        grid([dcc.Graph(id=f"plot-{i}") for i in range(4)], 2),
    ]
)


@callback(
    output=(Output("loss", "children"), [Output(f"plot-{i}", "figure") for i in range(4)]),
    inputs={"values": [Input(f"slider-{i}", "value") for i in range(3)]},
)
def update(values: list[float]) -> tuple[str, list[object]]:
    """All that depends on the sliders."""
    loss, drawn = figures(*values)
    return loss, drawn


if __name__ == "__main__":
    app.run(port=os.environ["PORT"])
