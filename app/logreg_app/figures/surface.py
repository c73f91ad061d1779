"""Mean loss as a landscape over both weights, where the scene stands on it, and the way there."""

from typing import Any

from bokeh.models import Image, Line, Scatter
from bokeh.models.annotations import Arrow, NormalHead
from bokeh.plotting import figure

from logreg_app.figures._columns import smooth
from logreg_app.figures._marks import point
from logreg_app.figures._plot import add, bare_plot, heading
from logreg_app.palette import relief, themed
from logreg_app.sources import Sources

RANK = 70
TITLE = "Loss surface"
ALT = (
    "A map over the intercept w₀ and the coefficient w₁, shaded by the logarithm of the mean loss: "
    "the stronger the shade, the higher. A dot marks the weights in force, an arrow the next step "
    "downhill, a line the steps so far, a cross the best weights where there are any. A click sets "
    "the weights."
)
PARTS = ("surface", "surface_now", "path", "optimum")
CONTROLS = ("learning_rate", "steps", "standardise", "l1", "l2", "loss_function")
RANGES = {"w0": ("surface", "w0_low", "w0_width"), "w1": ("surface", "w1_low", "w1_width")}


def build(sources: Sources) -> figure:
    """Build the figure from the sources surface, surface_now, path and optimum."""
    fig = bare_plot(sources.range("w0"), sources.range("w1"), x_label="intercept w₀")
    fig.yaxis.axis_label = "coefficient w₁"
    fig.title = heading("log of mean loss (stronger shade: higher)", outdent=50)
    fig.grid.visible = False
    corner: dict[str, Any] = {"x": "w0_low", "y": "w1_low", "dw": "w0_width", "dh": "w1_width"}
    land = Image(image=smooth("log_loss"), **corner, color_mapper=relief())
    fig.add_glyph(sources["surface"], land, level="image")
    # on the canvas below the moving one, where the plot cuts off what lies beyond it
    best = Scatter(x="w0", y="w1", marker="x", size=12, line_width=2.5)
    fig.add_glyph(sources["optimum"], themed(best, line_color="ink"))
    path = sources["path"]
    add(fig, path, themed(Line(x="w0", y="w1", line_width=2), line_color="accent"))
    step = Scatter(x="w0", y="w1", size=5, line_alpha=0)
    add(fig, path, themed(step, fill_color="accent"))
    _arrow(fig, sources)
    add(fig, sources["surface_now"], point("w0", "w1"))
    return fig


def _arrow(fig: figure, sources: Sources) -> None:
    head = themed(NormalHead(size=8, line_alpha=0), fill_color="ink")
    ends: dict[str, Any] = {
        "x_start": "arrow_w0_from",
        "y_start": "arrow_w1_from",
        "x_end": "arrow_w0_to",
        "y_end": "arrow_w1_to",
    }
    arrow = Arrow(source=sources["surface_now"], **ends, end=head)
    arrow.update(line_width=2.5)
    fig.add_layout(themed(arrow, line_color="ink"))
