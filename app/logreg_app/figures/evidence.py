"""The checklist of one sample: what each feature pushes, and what the pushes come to."""

from typing import Any

from bokeh.models import GridBox, HBar, VSpan
from bokeh.plotting import figure

from logreg_app.figures._columns import given, number, place, share
from logreg_app.figures._marks import words
from logreg_app.figures._plot import add, bare_plot, grid, pin
from logreg_app.palette import sign_colours, themed
from logreg_app.sources import Sources

RANK = 110
TITLE = "Evidence for one sample"
ALT = (
    "One bar for the intercept and for each feature of the chosen sample: its push on the score, "
    "starting where the one before ends; the last bar is their sum, the score, and below stands "
    "the probability that it gives. Pushes to the right speak for y = 1, to the left for y = 0."
)
PARTS = ("evidence", "evidence_now")
OF_SAMPLE = True
JUDGED = False
FORMULAS = ("pushes",)
RANGES = {"push": ("evidence", ["start", "end"], {"include_zero": True})}
FLOOR = 1.16  # lower end of the axis: the rows take a height of 1, and p stands below them


def build(sources: Sources) -> GridBox:
    """Build the figure from the sources evidence and evidence_now: words, bars, numbers."""
    rows, now, lane = sources["evidence"], sources["evidence_now"], place("push")
    names, bars, pushes = _lane(), bare_plot(sources.range("push"), (FLOOR, 0)), _lane()
    value, push = given("value"), number("push", sign="always")
    add(names, rows, words(x=0, y=lane, text="name", anchor="center_left"))
    add(names, rows, words(x=1, y=lane, text=value, anchor="center_right", colour="muted"))
    add(pushes, rows, words(x=1, y=lane, text=push, anchor="center_right"))
    bars.update(min_border_left=6, min_border_right=6)
    bars.yaxis.visible = bars.ygrid.visible = False
    add(bars, now, themed(VSpan(x=0, line_width=1), line_color="edge"))
    colour: Any = {"field": "push", "transform": sign_colours()}
    at: dict[str, Any] = {"y": lane, "height": share("push", 0.45)}
    add(bars, rows, HBar(**at, left="start", right="end", fill_color=colour, line_alpha=0))
    p = number("p", before="p = σ(z) = ", digits=3)
    pin(bars, now, words(x=0.5, y=(1 + FLOOR) / 2, text=p, anchor="center"))
    cells = [(names, 0, 0), (bars, 0, 1), (pushes, 0, 2)]
    return grid(cells, cols=["2fr", "4fr", "1fr"])


def _lane() -> figure:
    """An empty panel for words beside the bars, with an unseen axis for the same height."""
    fig = bare_plot((0, 1), (FLOOR, 0))
    fig.update(min_border_left=2, min_border_right=2)
    fig.yaxis.visible = fig.grid.visible = False
    unseen = {"axis_line_alpha": 0, "major_tick_line_alpha": 0, "major_label_text_alpha": 0}
    fig.xaxis.update(**unseen)
    return fig
