"""A probability as a count: a hundred cases, of which as many are a 1 as it says."""

from typing import Any

from bokeh.models import Ellipse, Rect
from bokeh.plotting import figure

from logreg_app.figures._columns import number
from logreg_app.figures._marks import words
from logreg_app.figures._plot import add, bare_plot
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 87
TITLE = "A hundred such cases"
ALT = (
    "A hundred marks in ten rows of ten: from the bottom as many round ones, of y = 1, as the "
    "probability of the threshold says, and square ones, of y = 0, for the others."
)
PARTS = ("hundred", "hundred_now", "actions_now")
JUDGED = False
FORMULAS = ("hundred",)
SIDE = 0.74  # of a mark in the units of the axes; the distance of two is 1
TOP = 10.8  # the height of the words, above the marks


def build(sources: Sources) -> figure:
    """Build the figure from the sources hundred, hundred_now and actions_now."""
    fig = bare_plot((-0.1, 10.1), (-0.2, 11.4))
    fig.update(min_border_left=14)
    fig.xaxis.visible = fig.yaxis.visible = fig.grid.visible = False
    size: dict[str, Any] = {"width": SIDE, "height": SIDE, "line_alpha": 0.0}
    cases = sources["hundred"]
    add(fig, cases, themed(Ellipse(x="x", y="y_1", **size), fill_color="class-1"))
    add(fig, cases, themed(Rect(x="x", y="y_0", **size), fill_color="class-0"))
    p = number("p", before="p = ", digits=3)
    add(fig, sources["actions_now"], words(x=5, y=TOP, text=p, anchor="center"))
    ends = ("ones", 1, 0.1, "center_left"), ("zeros", 0, 9.9, "center_right")
    for column, label, x, anchor in ends:
        text = number(column, before=f"y = {label}: ", digits=3)
        said = words(x=x, y=TOP, text=text, anchor=anchor, colour=f"class-{label}")
        add(fig, sources["hundred_now"], said)
    return fig
