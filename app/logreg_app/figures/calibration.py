"""Reliability diagram: whether the share of positives is what the probabilities announce."""

from typing import Any

from bokeh.models import LinearInterpolator, Scatter, Segment
from bokeh.models.annotations import Slope
from bokeh.plotting import figure
from bokeh.transform import dodge, transform

from logreg_app.figures._columns import given, number, turns
from logreg_app.figures._marks import words
from logreg_app.figures._plot import add, bare_plot
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 100
TITLE = "Calibration"
ALT = (
    "Samples in ten bins of probability: a dot for each bin in use, its mean probability across "
    "and its share of y = 1 upwards, larger where it holds more samples; a bar through the dot "
    "over the shares that fit its count; the diagonal, which a calibrated model's bars cross; the "
    "number of samples below each bin."
)
PARTS = ("calibration", "calibration_now")
FORMULAS = ("brier", "bins")
LANE = -0.14  # where the row of counts lies on the axis
SIZES = {1: 7, 10: 9, 100: 11, 1000: 14}  # number of samples in a bin to pixels of its dot


def build(sources: Sources) -> figure:
    """Build the figure from the sources calibration and calibration_now."""
    fig = bare_plot((-0.02, 1.02), (-0.22, 1.06), x_label="mean p of the bin")
    fig.update(min_border_left=58, min_border_right=8)
    fig.yaxis.update(axis_label="share of y = 1", ticker=[LANE, 0, 0.25, 0.5, 0.75, 1])
    fig.yaxis.major_label_overrides = {LANE: "n"}
    ideal = Slope(gradient=1, y_intercept=0, line_dash=[6, 4], line_width=1.5)
    fig.add_layout(themed(ideal, line_color="edge"))
    bins = sources["calibration"]
    ends: dict[str, Any] = {"x0": "mean_p", "x1": "mean_p", "y0": "share_low", "y1": "share_high"}
    doubt = Segment(**ends, line_width=7, line_alpha=0.55, line_cap="round")
    add(fig, bins, themed(doubt, line_color="accent"))
    size = transform("n", LinearInterpolator(x=list(SIZES), y=list(SIZES.values()), clip=False))
    dot = Scatter(x="mean_p", y="share", size=size, line_width=2)
    add(fig, bins, themed(dot, fill_color="ink", line_color="panel"))
    count: dict[str, Any] = {
        "x": dodge("low", 0.05),
        "y": LANE,
        "text": given("n"),
        "y_offset": turns("n", 5.5),
        "anchor": "center",
    }
    counts = words(**count, text_font_size="11px", colour="muted")
    counts.background_fill_alpha = 0
    add(fig, bins, counts)
    brier = number("brier", before="Brier score ")
    add(fig, sources["calibration_now"], words(x=0.0, y=1.0, text=brier, anchor="top_left"))
    return fig
