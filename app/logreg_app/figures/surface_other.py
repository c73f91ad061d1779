"""The surface of the loss that is not chosen, so that both can stand side by side."""

from bokeh.plotting import figure

from logreg_app.figures._surface import land, stand, titles
from logreg_app.sources import Sources

RANK = 75
TITLE = "Surface of the other loss"
ALT = (
    "A map over the intercept w₀ and the coefficient w₁ like the loss surface, but of the loss "
    "that is not chosen. A dot marks the weights in force, an arrow the step that this loss would "
    "take."
)
PARTS = ("surface_other", "surface_other_now")
CONTROLS = ("learning_rate", "standardise", "l1", "l2", "loss_function")
RANGES = {
    "other_w0": ("surface_other", "w0_low", "w0_width"),
    "other_w1": ("surface_other", "w1_low", "w1_width"),
}
BY_LOSS = {
    "title-surface-other": titles(
        {"nats": "squared loss", "bits": "squared loss", "squared": "cross-entropy"}
    )
}


def build(sources: Sources) -> figure:
    """Build the figure from the sources surface_other and surface_other_now."""
    title = BY_LOSS["title-surface-other"]["nats"]
    fig = land(sources, "surface_other", tuple(RANGES), title, "title-surface-other")
    stand(fig, sources, "surface_other")
    return fig
