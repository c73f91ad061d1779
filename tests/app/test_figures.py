"""What every figure keeps, found by itself: words, known columns, themed colours, no drag tool."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from types import ModuleType

import numpy as np
import pytest
from bokeh.core.property.vectorization import Field
from bokeh.model import Model
from bokeh.models import (
    Axis,
    BasicTickFormatter,
    ColumnDataSource,
    CustomJSTransform,
    Glyph,
    GlyphRenderer,
    GroupFilter,
    HSpan,
    LayoutDOM,
    LinearInterpolator,
    Plot,
    Range1d,
    TapTool,
    Title,
)
from bokeh.models.annotations.annotation import DataAnnotation

from logreg_app.exhibits import SOME, exhibits
from logreg_app.figures import figure_names, figures
from logreg_app.palette import DARK, LIGHT
from logreg_app.sources import Sources, columns
from logreg_app.state import State
from logreg_core.dataset import Dataset
from logreg_core.frame import shows

FIGURES = figures()
COLOUR_TAGS = ("theme", "shades")
FEATURE_NAMES = ("x", "x1", "x2")
OPTIONS = {"include_zero", "log"}
RANGES = [
    (f"{n}-{k}", m, v) for n, m in FIGURES.items() for k, v in getattr(m, "RANGES", {}).items()
]
AXES = [(n, m, a) for n, m in FIGURES.items() for a in getattr(m, "AXES", {})]
BY_LOSS = [(n, m, w) for n, m in FIGURES.items() for w in getattr(m, "BY_LOSS", {})]


@cache
def built(module: ModuleType) -> tuple[Sources, Model]:
    """A figure, made once for all tests that only read it, with its sources."""
    sources = Sources()
    return sources, module.build(sources)


@pytest.fixture(params=FIGURES.values(), ids=FIGURES)
def module(request: pytest.FixtureRequest) -> ModuleType:
    return request.param


@pytest.fixture
def figure(module: ModuleType) -> Model:
    return built(module)[1]


def every(model: Model, kind: type) -> list:
    return [m for m in model.references() if isinstance(m, kind)]


def glyphs(renderer: GlyphRenderer) -> Iterator[Glyph]:
    states = ("glyph", "selection_glyph", "nonselection_glyph", "hover_glyph", "muted_glyph")
    return (g for g in (getattr(renderer, s) for s in states) if isinstance(g, Glyph))


def fields(model: Model) -> set[str]:
    """Columns that a model reads by its data specs."""
    specs = [model.lookup(name).get_value(model) for name in model.dataspecs()]
    return {s.field for s in specs if isinstance(s, Field)}


def reads(figure: Model) -> list[tuple[ColumnDataSource, set[str]]]:
    """Sources and the columns read from each, by glyphs, filters of views and annotations."""
    drawn = [
        (r.data_source, {f for g in glyphs(r) for f in fields(g)} | grouped(r))
        for r in every(figure, GlyphRenderer)
    ]
    return drawn + [(a.source, fields(a)) for a in every(figure, DataAnnotation)]


def grouped(renderer: GlyphRenderer) -> set[str]:
    return {f.column_name for f in every(renderer.view, GroupFilter)}


def unknown_columns(figure: Model) -> list[tuple[str, set[str]]]:
    return [(s.name, f - set(s.data)) for s, f in reads(figure) if not f <= set(s.data)]


def colours_of(tag: dict) -> list[str]:
    themed = [n if isinstance(n, list) else [n] for n in tag.get("theme", {}).values()]
    return [*chain.from_iterable(themed), *tag.get("shades", [])]


def test_the_figures_stand_in_the_order_of_the_page():
    ranks = [module.RANK for module in FIGURES.values()]
    assert ranks == sorted(set(ranks))
    assert sorted(FIGURES) == sorted(figure_names())


@pytest.mark.parametrize("words", ["TITLE", "ALT"])
def test_a_figure_has_words(module: ModuleType, words: str):
    text = getattr(module, words)
    assert isinstance(text, str)
    assert text == text.strip() != ""


@pytest.mark.parametrize("words", ["TITLE", "ALT"])
def test_no_two_figures_have_the_same_words(words: str):
    assert len({getattr(m, words) for m in FIGURES.values()}) == len(FIGURES)


def test_a_figure_can_show_some_number_of_features_and_so_can_its_tables(module: ModuleType):
    [exhibit] = [each for each in exhibits().values() if each.title == module.TITLE]
    features = SOME if exhibit.features is None else exhibit.features
    assert set(features) & set(SOME) != set()
    assert [(table, d) for table in module.PARTS for d in features if not shows(table, d)] == []


@pytest.mark.parametrize(
    ("name", "features"),
    [("sigmoid", (1,)), ("gradient", (1,)), ("plane", (2,)), ("history", None), ("table", None)],
)
def test_which_data_a_figure_fits(name: str, features: tuple[int, ...] | None):
    assert exhibits()[name].features == features


@pytest.mark.parametrize(
    ("name", "n", "fits"), [("gradient", 250, True), ("gradient", 251, False), ("loss", 9999, True)]
)
def test_a_figure_may_have_room_for_so_many_samples(name: str, n: int, fits: bool):
    data = Dataset(np.arange(n), np.arange(n) % 2)
    assert exhibits()[name].fits(data) == fits


def test_a_control_is_a_setting_of_the_scene(module: ModuleType):
    assert set(getattr(module, "CONTROLS", ())) <= set(State.param)


def test_a_figure_reads_the_tables_it_declares_and_no_other(module: ModuleType, figure: Model):
    sources, _ = built(module)
    assert {source.name for source, _ in reads(figure)} == set(module.PARTS) == set(sources.by_name)


def test_a_table_is_declared_once(module: ModuleType):
    assert len(set(module.PARTS)) == len(module.PARTS) > 0


def test_a_glyph_reads_columns_that_exist(figure: Model):
    assert unknown_columns(figure) == []


def test_a_missing_column_is_found(module: ModuleType):
    sources = Sources()
    figure = module.build(sources)
    sources[module.PARTS[0]].data = {"nothing": []}
    assert unknown_columns(figure) != []


def test_a_range_that_the_page_fits_is_declared(module: ModuleType, figure: Model):
    fitted = {r.name for r in every(figure, Range1d) if r.name}
    assert fitted - {"range-x"} == {f"range-{name}" for name in getattr(module, "RANGES", {})}


@pytest.mark.parametrize(("module", "spec"), [r[1:] for r in RANGES], ids=[r[0] for r in RANGES])
def test_a_range_comes_from_columns_that_the_figure_reads(module: ModuleType, spec: tuple):
    table, which, more = spec
    named = which if isinstance(which, list) else [which, more]
    assert table in module.PARTS
    assert set(named) <= set(columns()[table])
    assert not isinstance(which, list) or set(more) <= OPTIONS


def test_two_figures_that_share_a_range_fit_it_alike():
    of_all = [getattr(module, "RANGES", {}) for module in FIGURES.values()]
    named = [(k, repr(v)) for ranges in of_all for k, v in ranges.items()]
    assert len(dict(named)) == len(set(named))


@pytest.mark.parametrize(("module", "name"), [a[1:] for a in AXES], ids=[a[2] for a in AXES])
def test_the_page_finds_an_axis_to_label_with_a_feature(module: ModuleType, name: str):
    found = every(built(module)[1], (Axis, Title))
    assert [each.name for each in found if each.name == name] == [name]
    assert module.AXES[name] in FEATURE_NAMES


@pytest.mark.parametrize(("module", "name"), [w[1:] for w in BY_LOSS], ids=[w[2] for w in BY_LOSS])
def test_the_page_finds_words_that_follow_the_loss(module: ModuleType, name: str):
    found = [m for m in every(built(module)[1], (Axis, Title)) if m.name == name]
    now = [getattr(m, "text", None) or m.axis_label for m in found]
    assert now == [module.BY_LOSS[name]["nats"]]  # the unit in which a page opens
    assert list(module.BY_LOSS[name])[:3] == [*State.param.unit.objects, "squared"]


def test_no_two_models_have_the_same_name():
    sources = Sources()
    models = set().union(*(m.build(sources).references() for m in FIGURES.values()))
    names = [m.name for m in models if m.name]
    assert len(names) > len(sources.by_name)
    assert sorted(names) == sorted(set(names))


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


def test_an_axis_writes_numbers_below_ten_million_without_an_exponent(figure: Model):
    limits = {f.power_limit_high for f in every(figure, BasicTickFormatter)}
    assert limits <= {7}


def test_no_plot_has_a_toolbar(figure: Model):
    plots = every(figure, Plot)
    assert plots != []
    assert [p for p in plots if p.toolbar_location is not None] == []


def test_no_plot_has_a_tool_but_the_tap(figure: Model):
    tools = [tool for plot in every(figure, Plot) for tool in plot.tools]
    assert [t for t in tools if not isinstance(t, TapTool)] == []


def test_a_tap_selects_samples_only(module: ModuleType, figure: Model):
    sources, _ = built(module)
    tapped = [r for tap in every(figure, TapTool) for r in tap.renderers]
    assert bool(tapped) == ("samples" in module.PARTS)
    assert [r for r in tapped if r.data_source is not sources["samples"]] == []


def test_a_selection_fades_nothing_that_can_be_selected(module: ModuleType, figure: Model):
    sources, _ = built(module)
    chosen = [sources["samples"], sources["gradient"]]
    drawn = [r for r in every(figure, GlyphRenderer) if r.data_source in chosen]
    # "auto" is a copy inside the browser that keeps its colours when the page changes its own
    assert [r for r in drawn if "auto" in (r.selection_glyph, r.nonselection_glyph)] == []
    assert [r for r in drawn if r.nonselection_glyph is not r.glyph] == []


def test_a_figure_shares_no_model_with_its_next_build(module: ModuleType):
    first, second = module.build(Sources()), module.build(Sources())
    assert first.references().isdisjoint(second.references())


@pytest.mark.parametrize("name", ["surface", "path"])
def test_the_map_is_still_while_what_lies_on_it_moves(name: str):
    sources = Sources()
    drawn = every(FIGURES["surface"].build(sources), GlyphRenderer)
    levels = {r.level for r in drawn if r.data_source is sources[name]}
    assert levels == {"image" if name == "surface" else "overlay"}


@pytest.mark.parametrize(("column", "ends"), [("odds", [0, 10]), ("logit", [-6, 6])])
def test_a_ruler_draws_nothing_off_its_end(column: str, ends: list[float]):
    [level] = [
        glyph
        for glyph in every(built(FIGURES["rulers"])[1], HSpan)
        if glyph.lookup("y").get_value(glyph).field == column
    ]
    seen = level.lookup("y").get_value(level).transform
    assert isinstance(seen, LinearInterpolator)
    assert (seen.x, seen.y, seen.clip) == (ends, ends, True)


def test_a_transform_names_what_its_code_is_given(figure: Model):
    code = every(figure, CustomJSTransform)
    assert [
        t for t in code if [a for a in t.args if a not in t.v_func] or "return" not in t.v_func
    ] == []


def test_the_relief_rises_from_the_ground_in_both_palettes():
    names = [name for name in LIGHT if name.startswith("relief-")]
    light, dark = ([int(p[n][1:3], 16) for n in names] for p in (LIGHT, DARK))
    assert light == sorted(light, reverse=True)
    assert dark == sorted(dark)
    assert len(names) == len(set(light)) == len(set(dark)) == 12


def test_the_true_map_of_the_ravine_follows_the_size_of_its_frame():
    _, true = built(FIGURES["ravine"])[1].children
    assert set(true.js_property_callbacks) == {"change:inner_width", "change:inner_height"}
    assert (
        true.x_range.js_property_callbacks["change:end"]
        == (true.js_property_callbacks["change:inner_width"])
    )
    assert true.y_range.name is None  # the page fits a range that has a name
