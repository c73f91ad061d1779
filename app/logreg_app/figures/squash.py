"""From the feature to the score, and from the score to the probability: three linked axes."""

from math import pi
from typing import Any

from bokeh.models import GridBox, Line, Ray, Scatter, Segment, VSpan
from bokeh.models.glyph import Glyph
from bokeh.plotting import figure

from logreg_app.figures._columns import number, within
from logreg_app.figures._marks import Column, dots, of_label, words
from logreg_app.figures._plot import Ends, add, bare_plot, grid, heading
from logreg_app.palette import themed
from logreg_app.sources import Sources
from logreg_core.frame import LOSS_TOP

RANK = 15
TITLE = "From x to z to p"
ALT = (
    "Two panels share the axis of the score z. Below, the score is a straight line over the "
    "feature x, which runs upwards; above, the sigmoid leads from the score to the probability p. "
    "Every sample lies on both. The way of the chosen sample is drawn from x to the line, up to "
    "the sigmoid, and left to p."
)
JUDGED = False
PARTS = ("samples", "rulers", "squash")
FORMULAS = ("sample",)
AXES = {"axis-x-squash": "x"}
SIDE = LOSS_TOP + 0.5  # the axis of the score ends here
LOW, HIGH = -0.08, 1.12  # ends of the axis of p


def build(sources: Sources) -> GridBox:
    """Build both panels from the sources samples, rulers and squash."""
    p, x = _probability(sources), _feature(sources)
    p.xaxis.visible = False
    return grid([(p, 0, 0), (x, 1, 0)], rows=["1.3fr", "calc(38% + 46px)"])


def _score() -> Column:
    """The score of a sample; one beyond the axis is not drawn."""
    return within("logit", -SIDE, SIDE)


def _panel(sources: Sources, y_range: Ends, y_label: str) -> figure:
    fig = bare_plot((-SIDE, SIDE), y_range, y_label=y_label, x_label="score z")
    fig.update(min_border_top=4, min_border_bottom=4)
    fig.xaxis.ticker = [-6, -4, -2, 0, 2, 4, 6]
    undecided = VSpan(x={"value": 0}, line_width=1)
    add(fig, sources["samples"], themed(undecided, line_color="edge"))
    return fig


def _probability(sources: Sources) -> figure:
    """The sigmoid over the score, with the second half of the way."""
    fig = _panel(sources, (LOW, HIGH), "p")
    fig.yaxis.ticker = [0, 0.5, 1]
    curve = Line(x="logit", y="p", line_width=3)
    add(fig, sources["squash"], themed(curve, line_color="ink"))
    _leg(fig, sources, x0=_score(), y0={"value": LOW}, x1=_score(), y1="p")
    _leg(fig, sources, x0=_score(), y0="p", x1={"value": -SIDE}, y1="p")
    _head(fig, sources, x={"value": -SIDE}, y="p", angle=pi / 2)
    _samples(fig, sources, "p")
    said: dict[str, Any] = {
        "x": {"value": -SIDE},
        "y": "p",
        "x_offset": 12,
        "anchor": "bottom_left",
    }
    _of_chosen(fig, sources, words(**said, text=number("p", before="p = ", digits=3)))
    return fig


def _feature(sources: Sources) -> figure:
    """The score over the feature, which runs upwards, with the first half of the way."""
    fig = _panel(sources, sources.x_range, "")
    # Along its axis the name of a feature would be cut off in a low window.
    fig.update(min_border_top=0, title=heading("", "axis-x-squash", outdent=48, room=5))
    line = Line(x="logit_drawn", y="x", line_width=3)
    add(fig, sources["rulers"], themed(line, line_color="ink"))
    _leg(fig, sources, x0={"value": -SIDE}, y0="x", x1=_score(), y1="x")
    up = Ray(x=_score(), y="x", angle=pi / 2, line_width=2.5, line_dash=[6, 3])
    _of_chosen(fig, sources, themed(up, line_color="accent"))
    _samples(fig, sources, "x")
    return fig


def _samples(fig: figure, sources: Sources, y: str) -> None:
    """Draw the samples with y = 1 last, so that the usually rarer class covers the other."""
    for label in (0, 1):
        dots(fig, sources, _score(), y, of_label(label), judged=False)


def _leg(fig: figure, sources: Sources, **ends: Any) -> None:
    leg = Segment(**ends, line_width=2.5, line_dash=[6, 3])
    _of_chosen(fig, sources, themed(leg, line_color="accent"))


def _head(fig: figure, sources: Sources, *, angle: float, **at: Any) -> None:
    head = Scatter(**at, marker="triangle", size=13, angle=angle, line_alpha=0)
    _of_chosen(fig, sources, themed(head, fill_color="accent"))


def _of_chosen(fig: figure, sources: Sources, glyph: Glyph) -> None:
    """Draw a glyph for the chosen sample only."""
    alphas = ("line_alpha", "fill_alpha", "text_alpha", "background_fill_alpha")
    other = glyph.clone()
    other.update(**{alpha: 0 for alpha in alphas if hasattr(glyph, alpha)})
    add(fig, sources["samples"], other, chosen=glyph)
