"""What acting and leaving it cost on average, over the probability; they meet at t*."""

from bokeh.models import Line, VSpan
from bokeh.plotting import figure

from logreg_app.figures._columns import clamped, first, last, number, where
from logreg_app.figures._marks import point, words
from logreg_app.figures._plot import add, bare_plot, heading, pin
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 88
TITLE = "What both actions cost"
ALT = (
    "Two straight lines over the probability of a 1: the expected cost of acting, which falls from "
    "the cost of a false alarm to 0, and that of leaving it, which rises from 0 to the cost of a "
    "miss. A dashed line marks t*, where they cross. Two dots show both costs where the "
    "probability is the threshold."
)
PARTS = ("actions", "actions_now", "decision_now")
CONTROLS = ("cost_fp", "cost_fn")
FORMULAS = ("best-threshold", "both-costs")
RANGES = {"action_cost": ("actions", ["act", "leave"], {"include_zero": True})}
COLOURS = {"act": "ink", "leave": "accent"}  # Those of the classes would speak of samples.
AWAY, ASIDE = 8, 26  # pixels up or down, and sideways, from a dot to what is said of it


def build(sources: Sources) -> figure:
    """Build the figure from the sources actions, actions_now and decision_now."""
    [cost] = map(sources.range, RANGES)
    fig = bare_plot((-0.04, 1.04), cost, x_label="probability p")
    fig.update(min_border_left=46, min_border_right=18, title=heading("expected cost", outdent=30))
    fig.xaxis.ticker = [0, 0.25, 0.5, 0.75, 1]
    best = sources["decision_now"]
    cut = VSpan(x="best_threshold", line_dash=[6, 4], line_width=1.5)
    add(fig, best, themed(cut, line_color="muted"))
    text = number("best_threshold", before="t* = ", digits=3)
    pin(fig, best, words(x="best_threshold", y=0.99, text=text, anchor="top_center"), "y")
    here = VSpan(x="p", line_width=1.5)
    add(fig, sources["actions_now"], themed(here, line_color="edge"))
    for action, colour in COLOURS.items():
        line = Line(x="p", y=action, line_width=3)
        add(fig, sources["actions"], themed(line, line_color=colour))
    _name_lines(fig, sources)
    for action in COLOURS:
        _mark(fig, sources, action)
    return fig


def _name_lines(fig: figure, sources: Sources) -> None:
    """Write the name of each action over the higher end of its line."""
    act = words(x="p", y=first("act"), text={"value": "act"}, anchor="center_left")
    leave = words(x="p", y=last("leave"), text={"value": "leave"}, anchor="center_right")
    for name, x_offset in ((act, AWAY), (leave, -AWAY)):
        name.update(x_offset=x_offset, y_offset=-AWAY, background_fill_alpha=0)
        add(fig, sources["actions"], name)


def _mark(fig: figure, sources: Sources, action: str) -> None:
    """Mark what an action costs at the threshold, over both lines or below both.

    The words stand on the side to which the line goes away from them.
    """
    now = sources["actions_now"]
    add(fig, now, point("p", action))
    text = number(action, before=f"{action}: ", digits=3)
    for anchor, down, is_over in (("bottom_center", -AWAY, True), ("top_center", AWAY, False)):
        is_act_dearer = is_over == (action == "act")
        y = where(action, now, "act", "leave", wanted=is_act_dearer)
        said = words(x=clamped("p", 0.07, 0.93), y=y, text=text, anchor=anchor)
        aside = ASIDE if is_act_dearer else -ASIDE
        said.update(x_offset=aside, y_offset=down, background_fill_alpha=1)
        add(fig, now, said)
