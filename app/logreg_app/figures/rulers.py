"""The same model on three rulers: probability, odds and logit over the feature."""

from bokeh.models import GridBox, HSpan, Line
from bokeh.plotting import figure

from logreg_app.figures._columns import clamped, inward, number, within
from logreg_app.figures._marks import Column, dots, words
from logreg_app.figures._plot import add, grid, plot
from logreg_app.palette import themed
from logreg_app.sources import Sources
from logreg_core.frame import LOSS_TOP
from logreg_core.frame.curves import ODDS_TOP

RANK = 50
TITLE = "Three rulers"
ALT = (
    "Three plots over the feature: the probability p is an S, the odds p / (1 − p) are an "
    "exponential curve, the logit is a straight line; the samples lie on each, at its end with "
    "their value where they are beyond it, and a dashed line marks the same threshold on all three."
)
PARTS = ("rulers", "rulers_now", "rulers_samples", "samples")
CONTROLS = ("standardise",)
FORMULAS = ("threshold", "boundary", "beyond")
MOST = 40  # samples at most that have their value beside them
AXES = {"axis-x-rulers": "x"}


def build(sources: Sources) -> GridBox:
    """Build three plots from the sources rulers, rulers_now, rulers_samples and samples."""
    p = _ruler(sources, "p", (0, 1), [0, 0.5, 1], "p")
    o = _ruler(sources, "odds", (0, ODDS_TOP), [0, 5, 10], "odds_drawn")
    z = _ruler(sources, "logit", (-LOSS_TOP, LOSS_TOP), [-5, 0, 5], "logit_drawn")
    p.xaxis.visible = o.xaxis.visible = False
    z.xaxis[0].name = "axis-x-rulers"
    heights = ["1fr", "1fr", "calc(33.3% + 26px)"]  # the last has the axis of all three
    _notes(o, sources, "odds")
    _notes(z, sources, "logit")
    return grid([(p, 0, 0), (o, 1, 0), (z, 2, 0)], rows=heights)


def _ruler(
    sources: Sources, name: str, ends: tuple[float, float], ticks: list[float], drawn: str
) -> figure:
    low, high = ends
    room = 0.12 * (high - low)
    fig = plot(sources, (low - room, high + room), y_label=name)
    fig.update(min_border_top=4, min_border_bottom=4)
    fig.yaxis.update(ticker=ticks, axis_label_orientation="horizontal")
    seen: Column = within(name, low, high)
    level = HSpan(y=seen, line_dash=[6, 4], line_width=1.5)
    add(fig, sources["rulers_now"], themed(level, line_color="muted"))
    curve = Line(x="x", y=drawn, line_width=3)
    add(fig, sources["rulers"], themed(curve, line_color="ink"))
    dots(fig, sources, "x", clamped(name, low, high))
    return fig


def _notes(fig: figure, sources: Sources, name: str) -> None:
    """Write the values of samples beyond the ruler beside them."""
    over, text = f"{name}_over", number(f"{name}_note", most=MOST)
    note = words(x="x", y=over, text=text, y_offset=inward(over), anchor="center")
    note.text_font_size = "11px"
    add(fig, sources["rulers_samples"], note)
