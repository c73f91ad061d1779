"""What every figure is made of: a plain plot, the samples as dots, the mark of the selected one."""

from typing import Any

from bokeh.models import (
    CDSView,
    ColumnDataSource,
    GroupFilter,
    Range1d,
    Scatter,
    TapTool,
    Text,
)
from bokeh.models.glyph import Glyph
from bokeh.models.renderers import GlyphRenderer
from bokeh.plotting import figure

from logreg_app.palette import FONT, themed
from logreg_app.sources import Sources

LEFT = 66  # pixels left of every plot, so that plots above each other share x to the pixel
MOVING = "overlay"  # a canvas of its own, so that a drag does not paint axes and grid anew
# pixels across: a mark, its ground, the ring around the selected one, what a finger hits
DOT, HALO, RING, TARGET = 12, 17, 22, 30


def plot(sources: Sources, y_range: tuple[float, float], *, y_label: str) -> figure:
    """Build an empty plot over the shared x axis."""
    fig = bare_plot(sources.x_range, y_range, y_label=y_label)
    sources.x_axes.append(fig.xaxis[0])
    return fig


def bare_plot(
    x_range: Range1d, y_range: tuple[float, float], *, y_label: str = "", x_label: str = ""
) -> figure:
    """Build an empty plot in the page's style, without a drag tool: a finger scrolls the page."""
    fig = figure(
        x_range=x_range,
        y_range=Range1d(start=y_range[0], end=y_range[1]),
        toolbar_location=None,
        tools="",
        sizing_mode="stretch_both",
        min_border_left=LEFT,
        min_border_right=14,
        min_border_top=8,
        background_fill_color=None,
        border_fill_color=None,
        outline_line_color=None,
    )
    for axis, label in ((fig.xaxis[0], x_label), (fig.yaxis[0], y_label)):
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
        themed(
            axis,
            axis_line_color="line",
            major_tick_line_color="line",
            major_label_text_color="muted",
            axis_label_text_color="muted",
        )
    themed(fig.xgrid[0], grid_line_color="grid")
    themed(fig.ygrid[0], grid_line_color="grid")
    return fig


def dots(fig: figure, sources: Sources, x: str, y: str, view: CDSView | None = None) -> None:
    """Draw samples at columns x, y: filled where the decision is right, hollow where it is wrong.

    The class shows by mark and colour, the selected sample by a ring; a tap selects.
    """
    samples = sources["samples"]
    at: dict[str, Any] = {"x": x, "y": y}
    colour: dict[str, Any] = {"field": "y", "transform": sources.class_colours}
    target = Scatter(**at, size=TARGET, line_alpha=0, fill_alpha=0)
    ring = themed(Scatter(**at, size=RING, line_width=2.5, fill_alpha=0), line_color="accent")
    halo = themed(Scatter(**at, marker="mark", size=HALO, line_alpha=0), fill_color="panel")
    face = Scatter(**at, marker="mark", size=DOT, line_width=2, fill_alpha="correct")
    face.update(fill_color=colour, line_color=colour)
    tapped = add(fig, samples, target, view, chosen=ring)
    add(fig, samples, halo, view)
    add(fig, samples, face, view)
    taps = [tool for tool in fig.tools if isinstance(tool, TapTool)]
    if not taps:
        fig.add_tools(TapTool(mode="replace", renderers=[tapped]))
    elif isinstance(taps[0].renderers, list):
        taps[0].renderers = [*taps[0].renderers, tapped]


def of_label(label: int) -> CDSView:
    """View of the samples with one label."""
    return CDSView(filter=GroupFilter(column_name="y", group=label))


def words(**place: Any) -> Text:
    """Text at a place in the plot, on a ground of its own so that lines do not cross it."""
    # a plain string would be taken for the name of a column
    place |= {"text_font": {"value": FONT}, "text_font_size": "13px"}
    place |= {"background_fill_alpha": 0.85, "padding": 2, "border_radius": 3}
    return themed(Text(**place), text_color="ink", background_fill_color="panel")


def add(
    fig: figure,
    source: ColumnDataSource,
    glyph: Glyph,
    view: CDSView | None = None,
    chosen: Glyph | None = None,
) -> GlyphRenderer:
    """Add a glyph that a selection does not fade, as Bokeh would; `chosen` draws what is in it."""
    kept: dict[str, Any] = {"nonselection_glyph": glyph, "selection_glyph": chosen or glyph}
    if view:
        kept["view"] = view
    return fig.add_glyph(source, glyph, level=MOVING, **kept)
