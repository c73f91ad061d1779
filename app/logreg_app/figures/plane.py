"""Two features seen from above: probability as shade, cut by the decision boundary."""

from typing import Any

from bokeh.models import CDSView, GroupFilter, Image, Line, LinearColorMapper, Segment
from bokeh.plotting import figure

from logreg_app.figures._columns import smooth
from logreg_app.figures._marks import dots
from logreg_app.figures._plot import add, bare_plot
from logreg_app.palette import CLEAR, themed
from logreg_app.sources import Sources

RANK = 40
TITLE = "Decision boundary in the plane"
ALT = (
    "A map over both features, coloured by probability: the colour of class 1 where p is near 1, "
    "of class 0 where p is near 0, none at one half. A line is the boundary, dashed lines are "
    "where the logit is 1 more and 1 less, and the samples lie on the map."
)
PARTS = ("plane", "boundary_curve", "boundary_lines", "samples")
CONTROLS = ("interaction", "standardise")
FORMULAS = ("boundary",)
RANGES = {"x1": ("plane", "x1_low", "x1_width"), "x2": ("plane", "x2_low", "x2_width")}
AXES = {"axis-x1": "x1", "axis-x2": "x2"}


def build(sources: Sources) -> figure:
    """Build the figure from the sources plane, boundary_curve, boundary_lines and samples."""
    fig = bare_plot(sources.range("x1"), sources.range("x2"))
    fig.xaxis[0].name, fig.yaxis[0].name = AXES
    fig.grid.visible = False
    tag = {"shades": ["class-0", "class-1"]}
    shades = LinearColorMapper(low=0, high=1, palette=CLEAR, tags=[tag])
    corner: dict[str, Any] = {"x": "x1_low", "y": "x2_low", "dw": "x1_width", "dh": "x2_width"}
    shade = Image(image=smooth("shade", side=121), **corner, color_mapper=shades)
    add(fig, sources["plane"], shade)
    ends: dict[str, Any] = {"x0": "x1_from", "x1": "x1_to", "y0": "x2_from", "y1": "x2_to"}
    margin = themed(Segment(**ends, line_width=1.5, line_dash=[6, 4]), line_color="muted")
    margins = CDSView(filter=GroupFilter(column_name="name", group="margin"))
    add(fig, sources["boundary_lines"], margin, margins)
    cut = themed(Line(x="x1", y="x2", line_width=2.5), line_color="ink")
    add(fig, sources["boundary_curve"], cut)
    dots(fig, sources, "x1", "x2")
    return fig
