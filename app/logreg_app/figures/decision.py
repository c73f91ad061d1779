"""What a threshold costs, and which trade-offs there are: expected cost and the ROC curve."""

from bokeh.layouts import row
from bokeh.models import Line, Row, VArea, VSpan
from bokeh.models.annotations import Slope
from bokeh.plotting import figure

from logreg_app.figures._columns import number
from logreg_app.figures._marks import point, words
from logreg_app.figures._plot import add, bare_plot, heading, pin
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 90
TITLE = "Deciding"
ALT = (
    "Two panels. The expected cost of a decision over the threshold t, with a dot at the threshold "
    "in force and a dashed line at t*, the threshold that the two costs call for. The ROC curve: "
    "true positive rate over false positive rate, with a dot at the threshold and the area below."
)
PARTS = ("decision", "decision_now", "roc")
CONTROLS = ("cost_fp", "cost_fn")
FORMULAS = ("best-threshold", "cost", "rates", "auc")
RANGES = {"cost": ("decision", ["cost"], {"include_zero": True})}
UNIT = (-0.06, 1.06)


def build(sources: Sources) -> Row:
    """Build both panels from the sources decision, decision_now and roc."""
    return row(_cost(sources), _roc(sources), sizing_mode="stretch_both", spacing=4)


def _cost(sources: Sources) -> figure:
    fig = bare_plot(UNIT, sources.range("cost"), x_label="threshold t")
    fig.update(min_border_left=46, min_border_right=18, title=heading("expected cost", outdent=30))
    fig.xaxis.ticker = [0, 0.5, 1]
    now = sources["decision_now"]
    best = VSpan(x="best_threshold", line_dash=[6, 4], line_width=1.5)
    add(fig, now, themed(best, line_color="muted"))
    curve = Line(x="threshold", y="cost", line_width=2.5)
    add(fig, sources["decision"], themed(curve, line_color="ink"))
    add(fig, now, point("threshold", "cost"))
    text = number("best_threshold", before="t* = ", digits=3)
    pin(fig, now, words(x="best_threshold", y=1, text=text, anchor="top_center"), "y")
    text = number("cost", digits=3)
    add(fig, now, words(x="threshold", y="cost", text=text, anchor="bottom_center", y_offset=-9))
    return fig


def _roc(sources: Sources) -> figure:
    fig = bare_plot(UNIT, UNIT, x_label="false positive rate")
    fig.update(
        min_border_left=46, min_border_right=18, title=heading("true positive rate", outdent=30)
    )
    fig.xaxis.ticker = fig.yaxis.ticker = [0, 0.5, 1]
    chance = Slope(gradient=1, y_intercept=0, line_dash=[6, 4], line_width=1.5)
    fig.add_layout(themed(chance, line_color="edge"))
    x, y, roc = "false_positive_rate", "true_positive_rate", sources["roc"]
    add(fig, roc, themed(VArea(x=x, y1=0, y2=y, fill_alpha=0.5), fill_color="accent-soft"))
    add(fig, roc, themed(Line(x=x, y=y, line_width=2.5), line_color="ink"))
    now = sources["decision_now"]
    add(fig, now, point(x, y))
    auc = number("auc", before="AUC ")
    add(fig, now, words(x=0.97, y=0.05, text=auc, anchor="bottom_right"))
    return fig
