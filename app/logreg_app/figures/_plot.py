"""What every figure is made of: a plain plot, and glyphs that move on a canvas of their own."""

from typing import Any, Literal

from bokeh.models import Axis, BasicTickFormatter, CDSView, ColumnDataSource, GridBox, Range1d
from bokeh.models.annotations import Title
from bokeh.models.glyph import Glyph
from bokeh.models.renderers import GlyphRenderer
from bokeh.plotting import figure

from logreg_app.palette import FONT, themed
from logreg_app.sources import Sources

LEFT = 66  # pixels left of every plot, so that plots above each other share x to the pixel
MOVING = "overlay"  # a canvas of its own, so that a drag does not paint axes and grid anew

WRITTEN_OUT = 7  # numbers below this power of ten, such as incomes in dollars, have no exponent

Ends = Range1d | tuple[float, float]


def plot(sources: Sources, y_range: tuple[float, float], *, y_label: str, name: str = "") -> figure:
    """Build an empty plot over the shared x axis; a name is for the axis that the page labels."""
    fig = bare_plot(sources.x_range, y_range, y_label=y_label)
    if name:
        fig.xaxis[0].name = name
    return fig


def bare_plot(
    x_range: Ends, y_range: Ends, *, y_label: str = "", x_label: str = "", **more: Any
) -> figure:
    """Build an empty plot in the page's style, without a drag tool: a finger scrolls the page."""
    fig = figure(
        x_range=_range(x_range),
        y_range=_range(y_range),
        toolbar_location=None,
        tools="",
        sizing_mode="stretch_both",
        min_border_left=LEFT,
        min_border_right=14,
        min_border_top=8,
        background_fill_color=None,
        border_fill_color=None,
        outline_line_color=None,
        **more,
    )
    _plain(fig.xaxis[0], x_label)
    _plain(fig.yaxis[0], y_label)
    themed(fig.xgrid[0], grid_line_color="grid")
    themed(fig.ygrid[0], grid_line_color="grid")
    return fig


def _range(ends: Ends) -> Range1d:
    return ends if isinstance(ends, Range1d) else Range1d(start=ends[0], end=ends[1])


def _plain(axis: Axis, label: str) -> None:
    axis.update(
        axis_label=label,
        axis_label_text_font=FONT,
        axis_label_text_font_style="normal",
        axis_label_text_font_size="13px",
        major_label_text_font=FONT,
        major_label_text_font_size="12px",
        minor_tick_line_color=None,
        major_tick_in=0,
        major_tick_out=4,
        axis_label_standoff=6,
    )
    if isinstance(axis.formatter, BasicTickFormatter):
        axis.formatter.power_limit_high = WRITTEN_OUT
    themed(
        axis,
        axis_line_color="line",
        major_tick_line_color="line",
        major_label_text_color="muted",
        axis_label_text_color="muted",
    )


def heading(text: str, name: str | None = None, *, outdent: int = 0, room: int = 10) -> Title:
    """The title of a panel, which begins `outdent` pixels left of its frame, `room` above it."""
    style: dict[str, Any] = {
        "text_font": FONT,
        "text_font_size": "13px",
        "text_font_style": "bold",
        "offset": -outdent,
        "standoff": room,
    }
    return themed(Title(text=text, name=name, **style), text_color="ink")


def grid(cells: list[tuple[figure, int, int]], **tracks: list[str]) -> GridBox:
    """Panels by row and column, whose sizes `rows` or `cols` give in the units of a style sheet."""
    layout: dict[str, Any] = {"children": cells, "spacing": 4, **tracks}
    return GridBox(**layout, sizing_mode="stretch_both")


def add(
    fig: figure,
    source: ColumnDataSource,
    glyph: Glyph,
    view: CDSView | None = None,
    chosen: Glyph | None = None,
) -> GlyphRenderer:
    """Add a glyph; a selection does not fade the others, and `chosen` draws what is in it."""
    kept: dict[str, Any] = {"nonselection_glyph": glyph, "selection_glyph": chosen or glyph}
    if view:
        kept["view"] = view
    return fig.add_glyph(source, glyph, level=MOVING, **kept)


def pin(
    fig: figure, source: ColumnDataSource, glyph: Glyph, along: Literal["x", "y"] = "x"
) -> GlyphRenderer:
    """Add a glyph whose place along one axis is a share of the plot, from 0 to 1."""
    ranges = fig.extra_x_ranges if along == "x" else fig.extra_y_ranges
    if "share" not in ranges:
        ranges["share"] = Range1d(start=0, end=1)
    renderer = add(fig, source, glyph)
    renderer.update(**{f"{along}_range_name": "share"})
    return renderer
