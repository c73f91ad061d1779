"""A straight line that is read as a probability, and where it cannot be one."""

from bokeh.models import HStrip, Line
from bokeh.plotting import figure

from logreg_app.figures._columns import within
from logreg_app.figures._marks import dots
from logreg_app.figures._plot import add, plot
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 5
TITLE = "A chance lies between 0 and 1"
ALT = (
    "A straight line w₀ + w₁ x over the feature, read as a probability, with every sample at its "
    "label; the band between 0 and 1 is shaded, and the line is red where it leaves the band, "
    "because no probability lies there."
)
JUDGED = False
PARTS = ("samples", "rulers")
AXES = {"axis-x-line": "x"}
REACH = 0.5  # how far beyond 0 and 1 the line is followed; the plot does not cut it off
STILL = {"table": "rulers", "column": "logit", "ends": (-REACH, 1 + REACH), "dots": ("y",)}


def build(sources: Sources) -> figure:
    """Build the figure from the sources samples and rulers, whose logit is the line."""
    fig = plot(sources, (-REACH, 1 + REACH), y_label="chance", name="axis-x-line")
    fig.yaxis.ticker = [-0.5, 0, 0.5, 1, 1.5]
    band = HStrip(y0={"value": 0}, y1={"value": 1}, fill_alpha=0.5, line_alpha=0)
    add(fig, sources["rulers"], themed(band, fill_color="accent-soft"))
    outside = Line(x="x", y=within("logit", -REACH, 1 + REACH), line_width=3, line_dash=[7, 4])
    inside = Line(x="x", y=within("logit", 0, 1), line_width=3)
    add(fig, sources["rulers"], themed(outside, line_color="warn"))
    add(fig, sources["rulers"], themed(inside, line_color="ink"))
    dots(fig, sources, "x", "y", judged=False)
    return fig
