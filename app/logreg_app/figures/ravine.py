"""The loss surface twice: stretched to fill its frame, and with one scale on both axes."""

from typing import Any

from bokeh.layouts import row
from bokeh.models import BasicTicker, CustomJS, Image, Line, Range1d, Row
from bokeh.plotting import figure

from logreg_app.figures._columns import smooth
from logreg_app.figures._marks import point
from logreg_app.figures._plot import add, bare_plot, heading
from logreg_app.palette import relief, themed
from logreg_app.sources import Sources

RANK = 72
TITLE = "The ravine"
ALT = (
    "Two maps of the same loss surface over the intercept w₀ and the coefficient w₁. The left one "
    "is stretched to fill its frame. On the right one, a unit of w₁ is as long as a unit of w₀, "
    "and a map that is much wider than tall is seen as a line. A line on both is the way of the "
    "steps so far, a dot the weights in force."
)
PARTS = ("surface", "surface_now", "path")
CONTROLS = ("learning_rate", "steps", "standardise", "l1", "l2", "loss_function")
ACROSS = ("surface", "w0_low", "w0_width")
RANGES = {"w0": ACROSS, "w1": ("surface", "w1_low", "w1_width"), "w0-to-scale": ACROSS}
# a plot has no size before it is laid out
TO_SCALE = """
const { inner_width, inner_height } = frame.properties;
if (inner_width.is_unset || inner_height.is_unset || frame.inner_width === 0) return;
const reach = (across.end * frame.inner_height) / frame.inner_width;
up.setv({ start: -reach, end: reach });
"""


def build(sources: Sources) -> Row:
    """Build both maps from the sources surface, surface_now and path."""
    stretched = _map(sources, sources.range("w0"), sources.range("w1"), "stretched")
    # the range is its own, since what listens to a shared one would come along with every figure
    across = Range1d(name="range-w0-to-scale")
    true = _map(sources, across, Range1d(start=-1, end=1), "to scale")
    _keep_to_scale(true)
    return row(stretched, true, sizing_mode="stretch_both", spacing=4)


def _map(sources: Sources, across: Range1d, up: Range1d, title: str) -> figure:
    fig = bare_plot(across, up, x_label="intercept w₀", y_label="coefficient w₁")
    fig.update(min_border_left=58, min_border_right=12, title=heading(title, outdent=44, room=14))
    fig.grid.visible = False
    fig.xaxis.ticker = BasicTicker(desired_num_ticks=3)
    corner: dict[str, Any] = {"x": "w0_low", "y": "w1_low", "dw": "w0_width", "dh": "w1_width"}
    image = Image(image=smooth("log_loss"), **corner, color_mapper=relief())
    fig.add_glyph(sources["surface"], image, level="image")
    way = Line(x="w0", y="w1", line_width=2)
    add(fig, sources["path"], themed(way, line_color="accent"))
    add(fig, sources["surface_now"], point("w0", "w1"))
    return fig


def _keep_to_scale(fig: figure) -> None:
    """Let the axis upwards follow the axis across and the size of the frame."""
    keep = CustomJS(args={"frame": fig, "across": fig.x_range, "up": fig.y_range}, code=TO_SCALE)
    for size in ("inner_width", "inner_height"):
        fig.js_on_change(size, keep)
    fig.x_range.js_on_change("end", keep)
