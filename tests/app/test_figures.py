"""What every figure keeps, found by itself: words, known columns, themed colours, no drag tool."""

from collections.abc import Iterator
from itertools import chain
from types import ModuleType

import pytest
from bokeh.core.property.vectorization import Field
from bokeh.model import Model
from bokeh.models import Glyph, GlyphRenderer, GroupFilter, LayoutDOM, Plot, TapTool

from logreg_app.figures import ORDER, figures
from logreg_app.palette import DARK, LIGHT
from logreg_app.sources import DRAWN, Sources
from logreg_app.state import State

FIGURES = figures()
COLOUR_TAGS = ("theme", "shades")


@pytest.fixture
def sources() -> Sources:
    sources = Sources()
    sources.update(State().frame)
    return sources


@pytest.fixture(params=FIGURES.values(), ids=FIGURES)
def module(request: pytest.FixtureRequest) -> ModuleType:
    return request.param


@pytest.fixture
def figure(module: ModuleType, sources: Sources) -> Model:
    return module.build(sources)


def every(model: Model, kind: type) -> list:
    return [m for m in model.references() if isinstance(m, kind)]


def glyphs(renderer: GlyphRenderer) -> Iterator[Glyph]:
    states = ("glyph", "selection_glyph", "nonselection_glyph", "hover_glyph", "muted_glyph")
    return (g for g in (getattr(renderer, s) for s in states) if isinstance(g, Glyph))


def fields(renderer: GlyphRenderer) -> set[str]:
    """Columns that a renderer reads, by its glyphs and by the filter of its view."""
    specs = [g.lookup(name).get_value(g) for g in glyphs(renderer) for name in g.dataspecs()]
    view = every(renderer.view, GroupFilter)
    return {s.field for s in specs if isinstance(s, Field)} | {f.column_name for f in view}


def unknown_columns(figure: Model) -> list[tuple[str, set[str]]]:
    read = [(r.data_source, fields(r)) for r in every(figure, GlyphRenderer)]
    return [(s.name, f - set(s.data)) for s, f in read if not f <= set(s.data)]


def colours_of(tag: dict) -> list[str]:
    themed = [n if isinstance(n, list) else [n] for n in tag.get("theme", {}).values()]
    return [*chain.from_iterable(themed), *tag.get("shades", [])]


def test_the_figures_stand_in_the_order_of_the_page():
    assert tuple(FIGURES)[: len(ORDER)] == ORDER


@pytest.mark.parametrize("words", ["TITLE", "ALT"])
def test_a_figure_has_words(module: ModuleType, words: str):
    text = getattr(module, words)
    assert isinstance(text, str)
    assert text == text.strip() != ""


@pytest.mark.parametrize("words", ["TITLE", "ALT"])
def test_no_two_figures_have_the_same_words(words: str):
    assert len({getattr(m, words) for m in FIGURES.values()}) == len(FIGURES)


def test_a_figure_draws_the_named_sources_and_no_other(figure: Model, sources: Sources):
    renderers = every(figure, GlyphRenderer)
    known = [sources[name] for name in DRAWN]
    assert renderers != []
    assert [r for r in renderers if r.data_source not in known] == []


def test_a_glyph_reads_columns_that_exist(figure: Model):
    assert unknown_columns(figure) == []


def test_a_missing_column_is_found(figure: Model, sources: Sources):
    for name in DRAWN:
        sources[name].data = {"nothing": []}
    assert unknown_columns(figure) != []


def test_a_figure_is_a_layout_that_grows_with_the_page(figure: Model):
    assert isinstance(figure, LayoutDOM)
    assert figure.sizing_mode == "stretch_both"


def test_a_themed_colour_has_its_name_in_both_palettes(figure: Model):
    tags = [tag for m in every(figure, Model) for tag in m.tags if isinstance(tag, dict)]
    names = {name for tag in tags for name in colours_of(tag)}
    assert names != set()
    assert names <= LIGHT.keys() & DARK.keys()


def test_a_tag_is_one_that_the_page_paints(figure: Model):
    tags = [tag for m in every(figure, Model) for tag in m.tags]
    assert [tag for tag in tags if len(tag) != 1 or not tag.keys() <= set(COLOUR_TAGS)] == []


def test_a_themed_property_exists(figure: Model):
    themed = [(m, p) for m in every(figure, Model) for t in m.tags for p in t.get("theme", {})]
    assert [(type(m).__name__, p) for m, p in themed if p not in m.properties()] == []


def test_no_plot_has_a_toolbar(figure: Model):
    plots = every(figure, Plot)
    assert plots != []
    assert [p for p in plots if p.toolbar_location is not None] == []


def test_no_plot_has_a_tool_but_the_tap(figure: Model):
    tools = [tool for plot in every(figure, Plot) for tool in plot.tools]
    assert [t for t in tools if not isinstance(t, TapTool)] == []


def test_a_tap_selects_samples_only(figure: Model, sources: Sources):
    tapped = [r for tap in every(figure, TapTool) for r in tap.renderers]
    assert tapped != []
    assert [r for r in tapped if r.data_source is not sources["samples"]] == []


def test_a_selection_fades_no_sample(figure: Model, sources: Sources):
    drawn = [r for r in every(figure, GlyphRenderer) if r.data_source is sources["samples"]]
    # "auto" is a copy inside the browser that keeps its colours when the page changes its own
    assert [r for r in drawn if "auto" in (r.selection_glyph, r.nonselection_glyph)] == []
    assert [r for r in drawn if r.nonselection_glyph is not r.glyph] == []


def test_a_figure_shares_no_model_with_its_next_build(module: ModuleType):
    first, second = module.build(Sources()), module.build(Sources())
    assert first.references().isdisjoint(second.references())
