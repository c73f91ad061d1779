"""The ROC curve, drawn point by point while the threshold sinks past the samples."""

from bokeh.layouts import row
from bokeh.models import HSpan, HStrip, Line, Row, Scatter, VArea
from bokeh.models.annotations import Slope
from bokeh.plotting import figure

from logreg_app.figures._columns import number
from logreg_app.figures._marks import dots, point, words
from logreg_app.figures._plot import add, bare_plot, heading
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 92
TITLE = "ROC, point by point"
ALT = (
    "Two panels. On the left the samples by their probability, those with label 0 and those with "
    "label 1 side by side, with the threshold as a line; what lies above it is called 1. On the "
    "right the ROC curve as far as the threshold has sunk: each 1 that it passes is a step up, "
    "each 0 a step to the right. The rest of the curve is faint."
)
PARTS = ("samples", "decision_now", "roc", "roc_drawn")
FORMULAS = ("counts", "rates", "auc")
UNIT = (-0.06, 1.06)
X, Y = "false_positive_rate", "true_positive_rate"


def build(sources: Sources) -> Row:
    """Build both panels from the sources samples, decision_now, roc and roc_drawn."""
    return row(_samples(sources), _curve(sources), sizing_mode="stretch_both", spacing=4)


def _samples(sources: Sources) -> figure:
    fig = bare_plot((-0.6, 1.6), UNIT, x_label="label y")
    fig.update(min_border_left=46, title=heading("probability p", outdent=30))
    fig.xaxis.ticker = [0, 1]
    fig.yaxis.ticker = [0, 0.5, 1]
    fig.xgrid.visible = False
    now = sources["decision_now"]
    above = HStrip(y0="threshold", y1={"value": UNIT[1]}, line_alpha=0)
    add(fig, now, themed(above, fill_color="accent-soft"))
    line = HSpan(y="threshold", line_width=2)
    add(fig, now, themed(line, line_color="accent"))
    dots(fig, sources, "y", "p")
    text = number("threshold", before="t = ", digits=3)
    add(fig, now, words(x=0.5, y="threshold", text=text, anchor="center"))
    return fig


def _curve(sources: Sources) -> figure:
    fig = bare_plot(UNIT, UNIT, x_label="false positive rate")
    fig.update(
        min_border_left=46, min_border_right=18, title=heading("true positive rate", outdent=30)
    )
    fig.xaxis.ticker = fig.yaxis.ticker = [0, 0.5, 1]
    chance = Slope(gradient=1, y_intercept=0, line_dash=[6, 4], line_width=1.5)
    fig.add_layout(themed(chance, line_color="edge"))
    add(fig, sources["roc"], themed(Line(x=X, y=Y, line_width=1.5), line_color="edge"))
    drawn = sources["roc_drawn"]
    add(fig, drawn, themed(VArea(x=X, y1=0, y2=Y, fill_alpha=0.5), fill_color="accent-soft"))
    add(fig, drawn, themed(Line(x=X, y=Y, line_width=3), line_color="accent"))
    step = Scatter(x=X, y=Y, size=6, line_alpha=0)
    add(fig, drawn, themed(step, fill_color="accent"))
    now = sources["decision_now"]
    add(fig, now, point(X, Y))
    auc = number("auc", before="AUC ", digits=3)
    add(fig, now, words(x=1, y=0.02, text=auc, anchor="bottom_right"))
    return fig
