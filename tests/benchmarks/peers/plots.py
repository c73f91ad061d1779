"""What the four pages share: the three sliders, and the lab's four plots of six loans in Plotly.

Plotly because each framework's documentation shows it at work, with a component of its own.
"""

from typing import Any, NamedTuple

import plotly.graph_objects as go

from logreg_core import Dataset, Frame, Settings, Weights, compute_frame

LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
INK, CLASSES = "#222222", [[0, "#d1495b"], [1, "#00798c"]]


class Slider(NamedTuple):
    """What one slider is called, and its numbers."""

    label: str
    low: float
    high: float
    value: float
    step: float


SLIDERS = (
    Slider("Intercept w0", -10, 20, 8.12, 0.01),
    Slider("Coefficient w1", -0.5, 0.5, -0.094, 0.0005),
    Slider("Threshold", 0, 1, 0.5, 0.01),
)


def figures(w0: float, w1: float, threshold: float) -> tuple[str, list[go.Figure]]:
    """Mean loss as text; and sigmoid, both loss panels and boundary, which note their w1."""
    frame = compute_frame(LOANS, Settings(Weights(w0, w1), threshold=threshold))
    drawn = [_sigmoid(frame), _loss(frame, 1), _loss(frame, 0), _boundary(frame)]
    for figure in drawn:
        margin = {"l": 50, "r": 20, "t": 40, "b": 40}
        figure.update_layout(height=300, margin=margin, showlegend=False, meta={"w1": w1})
    return f"Mean loss: {frame.summary['mean_loss']:.6f}", drawn


def _sigmoid(frame: Frame) -> go.Figure:
    figure = go.Figure([_line(frame.curve["x"], frame.curve["p"]), _dots(frame, "x", "y")])
    figure.add_hline(y=frame.boundary["threshold"][0], line_dash="dash")
    _cut(figure, frame)
    return figure.update_layout(title="Probability", yaxis_range=[-0.1, 1.1])


def _loss(frame: Frame, label: int) -> go.Figure:
    curve = _line(frame.loss_curve["p"], frame.loss_curve[f"loss_{label}"])
    samples = _dots(frame, "p", "loss_drawn", frame.samples["y"] == label)
    return go.Figure([curve, samples], {"title": f"Loss, y = {label}", "xaxis_range": [-0.1, 1.1]})


def _boundary(frame: Frame) -> go.Figure:
    shade = frame.boundary["shade"][0]
    band = go.Heatmap(x=frame.curve["x"], y=[0.5], z=shade, zmin=0, zmax=1, colorscale=CLASSES)
    figure = go.Figure([band.update(showscale=False, opacity=0.5), _dots(frame, "x", "y")])
    _cut(figure, frame)
    return figure.update_layout(title="Decision boundary", yaxis_range=[-0.5, 1.5])


def _cut(figure: go.Figure, frame: Frame) -> None:
    low, width, x = (frame.boundary[name][0] for name in ("low", "width", "x"))
    figure.update_xaxes(range=[low, low + width])
    if low <= x <= low + width:
        figure.add_vline(x=x)


def _line(x: Any, y: Any) -> go.Scatter:
    return go.Scatter(x=x, y=y, mode="lines", line_color=INK)


def _dots(frame: Frame, x: str, y: str, rows: Any = slice(None)) -> go.Scatter:
    marker = {"size": 10, "color": frame.samples["y"][rows], "colorscale": CLASSES}
    marker |= {"cmin": 0, "cmax": 1}
    return go.Scatter(
        x=frame.samples[x][rows], y=frame.samples[y][rows], mode="markers", marker=marker
    )
