"""One feature seen from above: probability as a band of colour, cut by the decision boundary."""

from bokeh.models import Image, LinearColorMapper, VSpan
from bokeh.plotting import figure

from logreg_app.figures._columns import number
from logreg_app.figures._marks import dots, words
from logreg_app.figures._plot import add, plot
from logreg_app.palette import CLEAR, themed
from logreg_app.sources import Sources

RANK = 30
TITLE = "Decision boundary"
ALT = (
    "A band along the feature, coloured by probability: the colour of class 1 where p is near 1, "
    "of class 0 where p is near 0, none at one half; the samples lie on it, the boundary cuts it."
)
PARTS = ("boundary", "samples")
CONTROLS = ("standardise",)
FORMULAS = ("boundary",)
AXES = {"axis-x-boundary": "x"}


def build(sources: Sources) -> figure:
    """Build the figure from the sources boundary and samples."""
    fig = plot(sources, (-0.5, 1.5), y_label="label y", name="axis-x-boundary")
    fig.yaxis.ticker = [0, 1]
    fig.ygrid.visible = fig.xgrid.visible = False
    boundary = sources["boundary"]
    shades = LinearColorMapper(
        low=0, high=1, palette=CLEAR, tags=[{"shades": ["class-0", "class-1"]}]
    )
    band = Image(image="shade", x="low", y=-0.5, dw="width", dh=2, color_mapper=shades)
    add(fig, boundary, band)
    add(fig, boundary, themed(VSpan(x="x", line_width=2), line_color="ink"))
    dots(fig, sources, "x", "y")
    add(fig, boundary, words(x="x", y=0.5, text=number("label"), x_offset=6, anchor="center_left"))
    return fig
