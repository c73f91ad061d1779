"""The sigmoid over the feature and the samples at their labels, with nothing decided yet."""

from bokeh.models import Line
from bokeh.plotting import figure

from logreg_app.figures._marks import dots
from logreg_app.figures._plot import add, plot
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 7
TITLE = "Probability over the feature"
ALT = "Probability p over the feature: the sigmoid curve, and every sample at its label."
JUDGED = False
PARTS = ("samples", "curve")
AXES = {"axis-x-curve": "x"}
ENDS = (-0.12, 1.12)
STILL = {"table": "curve", "column": "p", "ends": ENDS, "dots": ("y",)}


def build(sources: Sources) -> figure:
    """Build the figure from the sources samples and curve."""
    fig = plot(sources, ENDS, y_label="probability p", name="axis-x-curve")
    fig.yaxis.ticker = [0, 0.25, 0.5, 0.75, 1]
    add(fig, sources["curve"], themed(Line(x="x", y="p", line_width=3), line_color="ink"))
    dots(fig, sources, "x", "y", judged=False)
    return fig
