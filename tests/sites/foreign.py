"""A foreign Panel app with two components, whose own slider and text hang on their parameters."""

import panel as pn

from logreg_app import Explorable

pn.extension()
loans = Explorable("loans", figures="sigmoid")
own = Explorable(
    [1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 1, 0, 1, 0, 1, 1], figures="sigmoid", title="Mine"
)


def said(w0: float, w1: float) -> str:
    return f"w0 = {w0:g}, w1 = {w1:g}, loss = {loans.frame.summary['mean_loss']:.6f}"


text = pn.bind(said, loans.param.w0, loans.param.w1)
slider = pn.widgets.FloatSlider(label="threshold of mine", start=0, end=1, step=0.25, value=0.5)
slider.link(own, value="threshold")
hold = pn.widgets.Checkbox(label="hold w1 at -0.1")
loans.param.watch(lambda e: hold.value and loans.param.update(w1=max(e.new, -0.1)), "w1")
other = pn.widgets.Button(label="Exam")
other.on_click(lambda _: loans.param.update(dataset="exam"))
dark = b"dark" in pn.state.session_args.get("theme", [])
app = pn.template.FastListTemplate(title="Foreign", theme="dark" if dark else "default")
app.main.append(pn.Column(text, hold, other, loans, slider, own))
app.servable()
