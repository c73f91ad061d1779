"""Odds as a bookmaker says them: the chosen sample's two chances side by side, and odds over x."""

from typing import Any

from bokeh.models import GridBox, HBar, HSpan, Line
from bokeh.plotting import figure

from logreg_app.figures._columns import number, within
from logreg_app.figures._marks import dots, words
from logreg_app.figures._plot import add, bare_plot, grid, pin, plot
from logreg_app.palette import themed
from logreg_app.sources import Sources
from logreg_core.frame.curves import ODDS_TOP

RANK = 45
TITLE = "What a bookmaker would say"
ALT = (
    "A bar for the chosen sample, split at its probability p: the left part is the chance of "
    "y = 1, the right part that of y = 0, and below stand the odds, the left part divided by the "
    "right. Then the odds over the feature, with the samples on the curve; a dashed line marks "
    "odds of 1, and what has odds above 10 lies beyond the plot."
)
PARTS = ("evidence_now", "rulers", "samples")
OF_SAMPLE = True
FEATURES = (1,)
CONTROLS = ("standardise",)
FORMULAS = ("chances",)
AXES = {"axis-x-bookmaker": "x"}
BAR = "62px"  # the height of the split bar and of the numbers below it


def build(sources: Sources) -> GridBox:
    """Build both panels from the sources evidence_now, rulers and samples."""
    return grid([(_chances(sources), 0, 0), (_odds(sources), 1, 0)], rows=[BAR, "1fr"])


def _chances(sources: Sources) -> figure:
    """Both chances of the chosen sample as parts of one bar."""
    fig = bare_plot((0, 1), (0, 1))
    fig.update(min_border_top=2, min_border_bottom=0)
    fig.xaxis.visible = fig.yaxis.visible = fig.grid.visible = False
    now = sources["evidence_now"]
    lane: dict[str, Any] = {"y": 0.78, "height": 0.44, "line_alpha": 0.0}
    add(fig, now, themed(HBar(left=0, right="p", **lane), fill_color="class-1"))
    add(fig, now, themed(HBar(left="p", right=1, **lane), fill_color="class-0"))
    share = words(x=0, y=0.18, text=number("p", before="p = ", digits=3), anchor="center_left")
    said = number("odds", before="odds  p / (1 − p) = ", digits=3)
    odds = words(x=1, y=0.18, text=said, anchor="center_right")
    pin(fig, now, share)
    pin(fig, now, odds)
    return fig


def _odds(sources: Sources) -> figure:
    fig = plot(sources, (-1, ODDS_TOP + 1), y_label="odds", name="axis-x-bookmaker")
    fig.yaxis.update(ticker=[1, 5, 10])
    even = HSpan(y=1, line_dash=[6, 4], line_width=1.5)
    add(fig, sources["evidence_now"], themed(even, line_color="muted"))
    curve = Line(x="x", y="odds_drawn", line_width=3)
    add(fig, sources["rulers"], themed(curve, line_color="ink"))
    dots(fig, sources, "x", within("odds", 0, ODDS_TOP))
    return fig
