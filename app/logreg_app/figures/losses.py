"""Both losses over the logit, side by side, and how hard each pulls at the chosen sample."""

from typing import Any

from bokeh.layouts import row
from bokeh.models import Line, Row, Scatter, VSpan
from bokeh.models.annotations import Arrow, NormalHead
from bokeh.plotting import figure

from logreg_app.figures._columns import number
from logreg_app.figures._marks import NOW, words
from logreg_app.figures._plot import add, bare_plot, heading, pin
from logreg_app.palette import themed
from logreg_app.sources import Sources
from logreg_core.frame import LOSS_TOP

RANK = 25
TITLE = "Both losses over the score"
ALT = (
    "Two panels over the score z: the cross-entropy and the squared loss, each for y = 1 and for "
    "y = 0. At the score of the chosen sample a dot stands on each curve, with an arrow that "
    "shows which way and how hard it pulls at the score, as the number above the panel says; a "
    "pull below 0.1 has no arrow. Far on the wrong side the cross-entropy is steep and pulls with "
    "nearly 1; the squared loss is flat and pulls with nearly 0."
)
PARTS = ("losses", "losses_now")
OF_SAMPLE = True
JUDGED = False
FORMULAS = ("both-pulls",)
SIDE = LOSS_TOP + 1.0  # the axis of the score ends here, so that dots and arrows have room
PANELS: dict[str, tuple[str, float, list[float]]] = {
    "cross_entropy": ("cross-entropy", 7.0, [0, 2, 4, 6]),
    "squared": ("squared loss", 1.15, [0, 0.5, 1]),
}
"""The title of each panel, the top of its axis, and the axis' ticks."""
ROOM = 38  # pixels above the frame, for the numbers of the pulls
ACROSS = {1: 0.22, 0: 0.78}  # where the number of a label stands, as a share of the frame


def build(sources: Sources) -> Row:
    """Build both panels from the sources losses and losses_now."""
    panels = [_panel(sources, name) for name in PANELS]
    return row(*panels, sizing_mode="stretch_both", spacing=4)


def _panel(sources: Sources, name: str) -> figure:
    title, top, ticks = PANELS[name]
    fig = bare_plot((-SIDE, SIDE), (-0.06 * top, top), x_label="score z")
    fig.update(min_border_left=34, min_border_right=6)
    fig.title = heading(title, outdent=20, room=ROOM)
    fig.xaxis.ticker = [-5, 0, 5]
    fig.yaxis.update(ticker=ticks)
    here = VSpan(x="logit_drawn", line_width=1, line_dash=[4, 4])
    add(fig, sources["losses_now"], themed(here, line_color="edge"))
    for label in (1, 0):
        curve = Line(x="logit", y=f"{name}_{label}", line_width=3)
        fig.add_glyph(sources["losses"], themed(curve, line_color=f"class-{label}"))
    for label in (1, 0):
        _pull(fig, sources, name, label)
    return fig


def _pull(fig: figure, sources: Sources, name: str, label: int) -> None:
    """The chosen sample on the curve of a label, its pull as an arrow, and as a number above."""
    now, colour, height = sources["losses_now"], f"class-{label}", f"{name}_{label}"
    ends: dict[str, Any] = {"x_start": "logit_drawn", "x_end": f"{name}_to_{label}"}
    head = themed(NormalHead(size=8, line_alpha=0), fill_color="ink")
    arrow = Arrow(source=now, **ends, y_start=height, y_end=height, end=head)
    arrow.update(line_width=4)
    fig.add_layout(themed(arrow, line_color="ink"))
    dot = Scatter(x="logit_drawn", y=height, size=NOW, line_width=2)
    dot.marker = {"value": "circle" if label else "square"}
    add(fig, now, themed(dot, fill_color=colour, line_color="panel"))
    said = number(f"{name}_pull_{label}", digits=2, sign="never")
    place: dict[str, Any] = {"x": ACROSS[label], "y": PANELS[name][1], "y_offset": -5}
    pin(fig, now, words(**place, text=said, anchor="bottom_center", colour=colour))
