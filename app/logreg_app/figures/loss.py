"""Loss of a sample over its probability: one panel per label."""

from bokeh.layouts import row
from bokeh.models import Line, Range1d, Row
from bokeh.models.annotations import Title
from bokeh.plotting import figure

from logreg_app.figures._plot import add, bare_plot, dots, of_label, words
from logreg_app.palette import FONT, themed
from logreg_app.sources import Sources
from logreg_core.frame import LOSS_TOP

TITLE = "Loss of each sample"
ALT = (
    "Two panels over the probability p: −ln p for samples with y = 1 and −ln(1 − p) for y = 0; "
    "every sample is a dot on the curve of its label, so confidently wrong samples stand high."
)


def build(sources: Sources) -> Row:
    """Build both panels from the sources samples and loss_curve."""
    left = _panel(sources, 1, "y = 1:  −ln p", "loss in nats")
    right = _panel(sources, 0, "y = 0:  −ln(1 − p)", "")
    return row(left, right, sizing_mode="stretch_both", spacing=4)


def _panel(sources: Sources, label: int, title: str, y_label: str) -> figure:
    p_range = Range1d(start=-0.1, end=1.1)
    fig = bare_plot(p_range, (-0.25, LOSS_TOP + 0.35), y_label=y_label, x_label="p")
    fig.update(min_border_left=48 if y_label else 30, min_border_right=6)
    fig.xaxis.update(ticker=[0, 0.5, 1])
    heading = Title(text=title, text_font=FONT, text_font_size="13px", text_font_style="bold")
    fig.title = themed(heading, text_color="ink")
    curve = Line(x="p", y=f"loss_{label}", line_width=3)
    fig.add_glyph(sources["loss_curve"], themed(curve, line_color="ink"))
    samples = of_label(label)
    dots(fig, sources, "p", "loss_drawn", samples)
    # beyond the panel p is near 0 where y = 1 and near 1 where y = 0: the text goes inward
    anchor, aside = ("center_left", 14) if label else ("center_right", -14)
    note = words(x="p", y="loss_over", text="loss_note", x_offset=aside, anchor=anchor)
    add(fig, sources["samples"], note, samples)
    return fig
