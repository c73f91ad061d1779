"""Sources that figures are built on: every column a table can have, and not one number."""

import numpy as np
import pytest
from bokeh.models import ColumnDataSource, Range1d

from logreg_app import catalog
from logreg_app.palette import LIGHT
from logreg_app.sources import Sources, columns
from logreg_app.state import State
from logreg_core.frame import ONE_FEATURE, PARTS, TWO_FEATURES, shows

SCENES = {
    "one": {"dataset": "loans", "steps": 2},
    "two": {"dataset": "two-clouds", "steps": 2},
    "product": {"dataset": "xor", "interaction": True},
    "four": {"dataset": "churn"},
}

IMAGES = ("boundary", "surface", "surface_other", "plane")


def tables(scene: dict) -> dict[str, set[str]]:
    """Columns of every table that a scene's data set has."""
    state = State.of(scene)
    names = tuple(n for n in PARTS if shows(n, catalog.dataset(state.dataset).d))
    return {name: set(getattr(state.frame_of(names), name)) for name in names}


@pytest.mark.parametrize("name", PARTS)
def test_a_source_has_its_tables_name_and_columns(name: str):
    source = Sources()[name]
    assert isinstance(source, ColumnDataSource)
    assert source.name == name
    assert set(source.data) == set(columns()[name])


@pytest.mark.parametrize("name", [n for n in PARTS if n not in IMAGES])
def test_a_source_has_no_row(name: str):
    assert [c for c in Sources()[name].data.values() if len(c) > 0] == []


@pytest.mark.parametrize("name", IMAGES)
def test_a_source_of_images_has_one_that_shows_nothing(name: str):
    images = [c[0] for k, c in Sources()[name].data.items() if columns()[name][k]]
    others = [c for k, c in Sources()[name].data.items() if not columns()[name][k]]
    assert [image.tolist() for image in images] == [[[0.0]]] * len(images)
    np.testing.assert_equal(others, [[np.nan]] * len(others))


@pytest.mark.parametrize("name", ["nope", "", "turn"])
def test_there_is_no_source_without_a_table(name: str):
    with pytest.raises(KeyError):
        Sources()[name]


def test_a_source_is_made_when_asked_for_and_once():
    sources = Sources()
    assert sources.by_name == {}
    assert sources["curve"] is sources["curve"]
    assert list(sources.by_name) == ["curve"]


def test_two_sets_of_sources_share_nothing():
    one, other = Sources(), Sources()
    one["curve"].data = {"x": [1.0]}
    assert set(other["curve"].data) == set(columns()["curve"])
    assert one.class_colours is not other.class_colours


@pytest.mark.parametrize(
    ("scene", "hidden"),
    [("one", TWO_FEATURES), ("two", ONE_FEATURE), ("product", ONE_FEATURE)],
)
def test_a_source_has_every_column_that_its_table_can_have(scene: str, hidden: frozenset):
    found = tables(SCENES[scene])
    assert set(found) == set(PARTS) - hidden
    assert {n: c for n, c in found.items() if not strip(c) <= set(columns()[n])} == {}


def strip(names: set[str]) -> set[str]:
    """Columns without those of a third feature, which figures do not draw."""
    return {name for name in names if not name.endswith("3")}


def test_only_the_samples_have_a_column_that_the_page_adds():
    found = tables(SCENES["one"]) | tables(SCENES["two"])
    one = tables(SCENES["one"])
    more = {n: set(columns()[n]) - found[n] - one.get(n, set()) for n in PARTS}
    assert {n: c for n, c in more.items() if c} == {"samples": {"mark"}}


def test_a_range_is_made_when_asked_for_and_once():
    sources = Sources()
    assert sources.ranges == {}
    assert isinstance(sources.range("w0"), Range1d)
    assert sources.range("w0") is sources.range("w0")
    assert sources.range("w0").name == "range-w0"


def test_the_shared_x_axis_is_the_range_x():
    sources = Sources()
    assert sources.x_range is sources.range("x")


def test_the_class_colours_are_the_palettes():
    assert Sources().class_colours.palette == [LIGHT["class-0"], LIGHT["class-1"]]
