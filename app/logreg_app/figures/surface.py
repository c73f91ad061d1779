"""Mean loss as a landscape over both weights, where the scene stands on it, and the way there."""

from bokeh.models import Line, Scatter
from bokeh.plotting import figure

from logreg_app.figures._plot import add
from logreg_app.figures._surface import land, stand, titles
from logreg_app.palette import themed
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
BY_LOSS = {
    "title-surface": titles(
        {"nats": "cross-entropy", "bits": "cross-entropy", "squared": "squared loss"}
    )
}


def build(sources: Sources) -> figure:
    """Build the figure from the sources surface, surface_now, path and optimum."""
    title = BY_LOSS["title-surface"]["nats"]
    fig = land(sources, "surface", tuple(RANGES), title, "title-surface")
    # on the canvas below the moving one, where the plot cuts off what lies beyond it
    best = Scatter(x="w0", y="w1", marker="x", size=12, line_width=2.5)
    fig.add_glyph(sources["optimum"], themed(best, line_color="ink"))
    path = sources["path"]
    add(fig, path, themed(Line(x="w0", y="w1", line_width=2), line_color="accent"))
    step = Scatter(x="w0", y="w1", size=5, line_alpha=0)
    add(fig, path, themed(step, fill_color="accent"))
    stand(fig, sources, "surface")
    return fig
