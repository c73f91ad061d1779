"""The checklist of one sample: what each feature pushes, and what the pushes come to."""

from typing import Any

from bokeh.models import HBar, VSpan
from bokeh.plotting import figure

from logreg_app.figures._columns import given, number, place, share
from logreg_app.figures._marks import words
from logreg_app.figures._plot import add, bare_plot, pin
from logreg_app.palette import sign_colours, themed
from logreg_app.sources import Sources

RANK = 110
TITLE = "Evidence for one sample"
ALT = (
    "One bar for the intercept and for each feature of the chosen sample: its push on the logit, "
    "starting where the one before ends; the last bar is their sum, the logit, and below stands "
    "the probability that it gives. Pushes to the right speak for y = 1, to the left for y = 0."
)
PARTS = ("evidence", "evidence_now")
OF_SAMPLE = True
FORMULAS = ("pushes",)
RANGES = {"push": ("evidence", ["start", "end"], {"include_zero": True})}
FLOOR = 1.14  # lower end of the axis: the rows take a height of 1, and p stands below them


def build(sources: Sources) -> figure:
    """Build the figure from the sources evidence and evidence_now."""
    fig = bare_plot(sources.range("push"), (FLOOR, 0), x_label="logit")
    fig.min_border_left = 14
    fig.yaxis.visible = fig.ygrid.visible = False
    rows, now, lane = sources["evidence"], sources["evidence_now"], place("push", 0.26)
    add(fig, now, themed(VSpan(x=0, line_width=1), line_color="edge"))
    value, push = given("value", before="at "), number("push", plus=True)
    p = number("p", before="p = σ(logit) = ", digits=6)
    pin(fig, rows, words(x=0, y=lane, text="name", anchor="center_left"))
    pin(fig, rows, words(x=0.68, y=lane, text=value, anchor="center_right", colour="muted"))
    pin(fig, rows, words(x=1, y=lane, text=push, anchor="center_right"))
    pin(fig, now, words(x=1, y=1.07, text=p, anchor="center_right"))
    colour: Any = {"field": "push", "transform": sign_colours()}
    at: dict[str, Any] = {"y": place("push", 0.72), "height": share("push", 0.36)}
    bar = HBar(**at, left="start", right="end", fill_color=colour, line_alpha=0)
    add(fig, rows, bar)  # added last, so that it lies over the grounds of the words
    return fig
