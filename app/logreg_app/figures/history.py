"""Training so far: mean loss by step, and how large the weights grow."""

from bokeh.layouts import row
from bokeh.models import BasicTicker, Line, Row
from bokeh.plotting import figure

from logreg_app.figures._columns import alone, last, number
from logreg_app.figures._marks import point, words
from logreg_app.figures._plot import add, bare_plot, heading
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 80
TITLE = "Training so far"
ALT = (
    "Two panels: the mean loss after each step of gradient descent, and the size of the weights, "
    "the root of the sum of their squares, over the logarithm of the step; a dot marks the last."
)
PARTS = ("history",)
CONTROLS = ("learning_rate", "steps", "standardise", "l1", "l2", "unit", "loss_function")
FORMULAS = ("mean-loss", "size", "rate-limit")
RANGES = {
    "step": ("history", ["step"], {"include_zero": True}),
    "log_step": ("history", ["step"], {"log": True}),
    "mean_loss": ("history", ["mean_loss"], {"include_zero": True}),
    "weight_norm": ("history", ["weight_norm"], {"include_zero": True}),
}
BY_LOSS = {
    "title-mean-loss": {
        "nats": "mean loss, nats",
        "bits": "mean loss, bits",
        "squared": "mean squared loss",
    }
}
ROOM = 32  # pixels above the frame, for the number of a dot at its top
MIDDLE = 3  # of the first decade of steps, on its logarithmic axis
DECADES = [1, 10, 100, 1000, 10_000]


def build(sources: Sources) -> Row:
    """Build both panels from the source history."""
    ranges = [sources.range(name) for name in RANGES]
    left = bare_plot(ranges[0], ranges[2], x_label="step")
    left.title = heading("mean loss, nats", "title-mean-loss", outdent=30, room=ROOM)
    # step 0 has no logarithm: the right panel begins with step 1
    right = bare_plot(ranges[1], ranges[3], x_label="step (log scale)", x_axis_type="log")
    right.title = heading("size of weights", outdent=30, room=ROOM)
    left.xaxis.ticker = BasicTicker(desired_num_ticks=2)
    right.xaxis.ticker = DECADES
    _draw(left, sources, "mean_loss")
    _draw(right, sources, "weight_norm")
    idle = words(x=MIDDLE, y=0, text=alone("step", "no step yet"), colour="muted")
    idle.update(anchor="bottom_center", y_offset=-12)
    add(right, sources["history"], idle)
    return row(left, right, sizing_mode="stretch_both", spacing=4)


def _draw(fig: figure, sources: Sources, y: str) -> None:
    fig.update(min_border_left=46, min_border_right=10)
    fig.yaxis.ticker = BasicTicker(desired_num_ticks=4)
    history = sources["history"]
    add(fig, history, themed(Line(x="step", y=y, line_width=2.5), line_color="ink"))
    add(fig, history, point(last("step"), last(y)))
    # above the dot, where neither a curve that falls to it nor one that grows to it runs
    text = words(x=last("step"), y=last(y), text=number(y), anchor="bottom_right")
    text.update(x_offset=4, y_offset=-9)
    add(fig, history, text)
