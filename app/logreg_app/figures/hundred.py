"""A probability as a count: a hundred cases, of which as many are a 1 as it says."""

from typing import Any

from bokeh.models import Scatter
from bokeh.plotting import figure

from logreg_app.figures._columns import number
from logreg_app.figures._marks import words
from logreg_app.figures._plot import add, bare_plot
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 87
TITLE = "A hundred such cases"
ALT = (
    "A hundred marks in ten rows of ten: as many dots of y = 1 as the probability of the threshold "
    "says, counted from the bottom, and squares of y = 0 for the others."
)
PARTS = ("hundred", "hundred_now", "actions_now")
JUDGED = False
MARKS = {1: "circle", 0: "square"}
SIZE = 15  # pixels across of a mark


def build(sources: Sources) -> figure:
    """Build the figure from the sources hundred, hundred_now and actions_now."""
    fig = bare_plot((-2, 12), (-0.3, 11.4))
    fig.xaxis.visible = fig.yaxis.visible = fig.grid.visible = False
    for label, mark in MARKS.items():
        case = Scatter(x="x", y=f"y_{label}", size=SIZE, line_alpha=0.0)
        case.marker = {"value": mark}
        add(fig, sources["hundred"], themed(case, fill_color=f"class-{label}"))
    top: dict[str, Any] = {"y": 10.9}
    p = number("p", before="p = ", digits=3)
    add(fig, sources["actions_now"], words(x=5, **top, text=p, anchor="center"))
    _count(fig, sources, "ones", 1, 0)
    _count(fig, sources, "zeros", 0, 10)
    return fig


def _count(fig: figure, sources: Sources, column: str, label: int, x: float) -> None:
    """Say at one side how many cases have a label."""
    text = number(column, before=f"y = {label}: ", digits=3)
    anchor = "center_left" if x == 0 else "center_right"
    said = words(x=x, y=10.9, text=text, anchor=anchor, colour=f"class-{label}")
    add(fig, sources["hundred_now"], said)
