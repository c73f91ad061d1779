"""Probability over the feature: the sigmoid curve, the samples, the threshold and the boundary."""

from typing import Any

from bokeh.models import HSpan, Line, Segment, VSpan, VStrip
from bokeh.plotting import figure

from logreg_app.figures._columns import number
from logreg_app.figures._marks import dots, words
from logreg_app.figures._plot import add, plot
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 10
TITLE = "Probability"
ALT = (
    "Probability p over the feature: the sigmoid curve; every sample at its label and on the "
    "curve, the residual as a stick between; a line at the threshold, a line at the boundary, "
    "and the side that is predicted 1 shaded."
)
PARTS = ("samples", "curve", "boundary")
CONTROLS = ("standardise",)
FORMULAS = ("boundary",)
AXES = {"axis-x-sigmoid": "x"}
ENDS = (-0.22, 1.16)
STILL = {"table": "curve", "column": "p", "ends": ENDS, "dots": ("y", "p")}


def build(sources: Sources) -> figure:
    """Build the figure from the sources samples, curve and boundary."""
    fig = plot(sources, ENDS, y_label="probability p", name="axis-x-sigmoid")
    fig.yaxis.ticker = [0, 0.25, 0.5, 0.75, 1]
    boundary = sources["boundary"]
    side = VStrip(x0="positive_from", x1="positive_to", fill_alpha=0.1, line_alpha=0)
    level = HSpan(y="threshold", line_dash=[6, 4], line_width=1.5)
    cut = VSpan(x="x", line_width=2)
    curve = Line(x="x", y="p", line_width=3)
    add(fig, boundary, themed(side, fill_color="class-1"))
    add(fig, boundary, themed(level, line_color="muted"))
    add(fig, boundary, themed(cut, line_color="ink"))
    _sticks(fig, sources)
    add(fig, sources["curve"], themed(curve, line_color="ink"))
    dots(fig, sources, "x", "y")
    dots(fig, sources, "x", "p")
    for text in (
        words(x="low", y="threshold", text="threshold_label", x_offset=6, anchor="bottom_left"),
        words(x="x", y=ENDS[1], text=number("label"), x_offset=6, y_offset=3, anchor="top_left"),
        words(x="positive_at", y=ENDS[0], text={"value": "predicted 1"}, anchor="bottom"),
    ):
        add(fig, boundary, text)
    return fig


def _sticks(fig: figure, sources: Sources) -> None:
    ends: dict[str, Any] = {"x0": "x", "x1": "x", "y0": "y", "y1": "p"}
    stick = themed(Segment(**ends, line_width=1.5, line_alpha=0.5), line_color="ink")
    chosen = themed(Segment(**ends, line_width=4), line_color="accent")
    add(fig, sources["samples"], stick, chosen=chosen)
