"""Loss of a sample over its probability: one panel per label."""

from bokeh.layouts import row
from bokeh.models import Line, Row
from bokeh.plotting import figure

from logreg_app.figures._columns import first, last, number
from logreg_app.figures._marks import dots, of_label, words
from logreg_app.figures._plot import add, bare_plot, heading, pin
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 20
TITLE = "Loss of each sample"
ALT = (
    "Two panels over the probability p: −ln p for samples with y = 1 and −ln(1 − p) for y = 0; "
    "every sample is a dot on the curve of its label, so confidently wrong samples stand high. "
    "On request the curves are those of the squared loss, which stays below 1, with the "
    "cross-entropy dashed beside them."
)
PARTS = ("samples", "loss_curve", "loss_other")
CONTROLS = ("unit", "loss_function")
FORMULAS = ("losses", "mean-loss")
RANGES = {"loss": ("loss_curve", ["loss_1", "loss_0"], {"include_zero": True})}
BY_LOSS = {
    "axis-loss": {"nats": "loss in nats", "bits": "loss in bits", "squared": "squared loss"},
    "title-loss-1": {
        "nats": "y = 1:  −ln p",
        "bits": "y = 1:  −log₂ p",
        "squared": "y = 1:  (p − 1)²",
    },
    "title-loss-0": {
        "nats": "y = 0:  −ln(1 − p)",
        "bits": "y = 0:  −log₂(1 − p)",
        "squared": "y = 0:  p²",
    },
}
BESIDE = "- - cross-entropy"


def build(sources: Sources) -> Row:
    """Build both panels from the sources samples, loss_curve and loss_other."""
    left, right = _panel(sources, 1, "loss in nats"), _panel(sources, 0, "")
    left.yaxis[0].name = "axis-loss"
    return row(left, right, sizing_mode="stretch_both", spacing=4)


def _panel(sources: Sources, label: int, y_label: str) -> figure:
    fig = bare_plot((-0.1, 1.1), sources.range("loss"), y_label=y_label, x_label="p")
    fig.update(min_border_left=48 if y_label else 30, min_border_right=6)
    fig.xaxis.update(ticker=[0, 0.5, 1])
    title = f"title-loss-{label}"
    fig.title = heading(BY_LOSS[title]["nats"], title, outdent=20)
    curve = Line(x="p", y=f"loss_{label}", line_width=3)
    fig.add_glyph(sources["loss_curve"], themed(curve, line_color="ink"))
    _other(fig, sources, label)
    samples = of_label(label)
    dots(fig, sources, "p", "loss_drawn", samples)
    # beyond the panel p is near 0 where y = 1 and near 1 where y = 0: the text goes inward
    anchor, aside = ("center_left", 14) if label else ("center_right", -14)
    note = words(x="p", y="loss_over", text=number("loss_note"), x_offset=aside, anchor=anchor)
    add(fig, sources["samples"], note, samples)
    return fig


def _other(fig: figure, sources: Sources, label: int) -> None:
    """Dash the cross-entropy beside the squared loss, and name it in the corner that is free."""
    other = sources["loss_other"]
    # on the canvas below the moving one, where the plot cuts off what lies beyond it
    curve = Line(x="p", y=f"loss_{label}", line_width=2, line_dash=[6, 4])
    fig.add_glyph(other, themed(curve, line_color="muted"))
    x, anchor = (last("p"), "top_right") if label else (first("p"), "top_left")
    pin(fig, other, words(x=x, y=0.9, text={"value": BESIDE}, anchor=anchor, colour="muted"), "y")
