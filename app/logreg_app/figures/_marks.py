"""The marks in the plots: samples as dots, where the scene is now, words on their own ground."""

from typing import Any

from bokeh.core.property.vectorization import Field
from bokeh.models import CDSView, GroupFilter, Scatter, TapTool, Text
from bokeh.plotting import figure

from logreg_app.figures._plot import add
from logreg_app.palette import FONT, themed
from logreg_app.sources import Sources

# pixels across of a mark, of its ground, of the ring of a selected one, of what a finger hits
DOT, HALO, RING, TARGET = 12, 17, 22, 30
NOW = 14  # pixels across of the mark of where the scene is

Column = str | Field


def dots(  # noqa: PLR0913 - what is drawn, where, of which samples, and how
    fig: figure,
    sources: Sources,
    x: Column,
    y: Column,
    view: CDSView | None = None,
    *,
    judged: bool = True,
) -> None:
    """Draw samples at columns x, y: filled where the decision is right, hollow where it is wrong.

    Where nothing has been decided yet (not `judged`), all are filled.

    The class shows by mark and colour, the selected sample by a ring; a tap selects.
    """
    samples = sources["samples"]
    at: dict[str, Any] = {"x": x, "y": y}
    colour: dict[str, Any] = {"field": "y", "transform": sources.class_colours}
    hit: dict[str, Any] = {"hit_dilation": TARGET / HALO}
    halo = themed(Scatter(**at, marker="mark", size=HALO, line_alpha=0, **hit), fill_color="panel")
    ring = Scatter(**at, size=RING, line_width=2.5)
    themed(ring, line_color="accent", fill_color="panel")
    face = Scatter(
        **at, marker="mark", size=DOT, line_width=2, fill_alpha="correct" if judged else 1
    )
    face.update(fill_color=colour, line_color=colour)
    tapped = add(fig, samples, halo, view, chosen=ring)
    add(fig, samples, face, view)
    taps = [tool for tool in fig.tools if isinstance(tool, TapTool)]
    if not taps:
        fig.add_tools(TapTool(mode="replace", renderers=[tapped]))
    elif isinstance(taps[0].renderers, list):
        taps[0].renderers = [*taps[0].renderers, tapped]


def point(x: Column, y: Column) -> Scatter:
    """The mark of where the scene is now on a curve."""
    return themed(Scatter(x=x, y=y, size=NOW, line_width=2), fill_color="ink", line_color="panel")


def of_label(label: int) -> CDSView:
    """View of the samples with one label."""
    return CDSView(filter=GroupFilter(column_name="y", group=label))


def words(*, colour: str = "ink", **place: Any) -> Text:
    """Text at a place in the plot, on a ground of its own so that lines do not cross it."""
    # a plain string would be taken for the name of a column
    place = {"text_font": {"value": FONT}, "text_font_size": "13px", **place}
    place = {"background_fill_alpha": 0.85, "padding": 2, "border_radius": 3} | place
    return themed(Text(**place), text_color=colour, background_fill_color="panel")
