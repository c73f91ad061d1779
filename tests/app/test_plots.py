"""The figures as one document in JSON: whole, named, without data, and made once."""

import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from types import ModuleType

import numpy as np
import pytest
from bokeh.document import Document
from bokeh.models import ColumnDataSource, LinearColorMapper, Range1d

from logreg_app.figures import figures
from logreg_app.plots import plots
from logreg_core.frame import PARTS

FIGURES = figures()
ALL = tuple(FIGURES)
SETS = {**{name: (name,) for name in FIGURES}, "all": ALL, "none": ()}
PAIRS = list(combinations(FIGURES.values(), 2))
SHARED = ColumnDataSource | Range1d | LinearColorMapper
BY_NAME = ("RANGES", "AXES", "BY_LOSS")


@pytest.fixture(params=SETS.values(), ids=SETS)
def names(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return request.param


@cache
def document(names: tuple[str, ...]) -> Document:
    return Document.from_json(plots(names)["doc"])


def test_the_document_is_json_and_whole(names: tuple[str, ...]):
    made = plots(names)
    assert json.loads(json.dumps(made, allow_nan=False))["doc"] == made["doc"]
    document(names).validate()


def test_each_figure_has_one_root(names: tuple[str, ...]):
    roots = plots(names)["roots"]
    ids = [root.id for root in document(names).roots]
    assert tuple(roots) == names
    assert [ids.count(root) for root in roots.values()] == [1] * len(names)


def test_the_other_roots_are_what_figures_share(names: tuple[str, ...]):
    others = document(names).roots[: -len(names) or None]
    assert [r for r in others if not isinstance(r, SHARED)] == []


def test_no_model_is_written_twice(names: tuple[str, ...]):
    written = list(ids_in(plots(names)["doc"]["roots"]))
    assert sorted(written) == sorted(set(written))


def ids_in(made: object) -> Iterator[str]:
    """Ids of the models that are written out, not only named, in a document as JSON."""
    parts = made.values() if isinstance(made, dict) else made if isinstance(made, list) else ()
    if isinstance(made, dict) and "id" in made and len(made) > 1:
        yield made["id"]
    for part in parts:
        yield from ids_in(part)


def test_every_table_that_a_figure_reads_has_a_source(names: tuple[str, ...]):
    found = {root.name for root in document(names).roots if isinstance(root, ColumnDataSource)}
    assert found == {part for name in names for part in FIGURES[name].PARTS}
    assert found <= set(PARTS)


def test_every_range_that_the_page_sets_is_there(names: tuple[str, ...]):
    found = {found.name for found in document(names).select({"type": Range1d})}
    assert {f"range-{name}" for name in plots(names)["ranges"]} <= found


@pytest.mark.parametrize("key", ["axes", "by_loss"])
def test_every_model_that_the_page_labels_is_there_once(names: tuple[str, ...], key: str):
    doc = document(names)
    found = [doc.get_model_by_name(name).name for name in plots(names)[key]]
    assert found == list(plots(names)[key])


def test_no_source_has_a_row(names: tuple[str, ...]):
    sources = document(names).select({"type": ColumnDataSource})
    assert [s.name for s in sources if any(map(holds_numbers, s.data.values()))] == []


def holds_numbers(column: list) -> bool:
    """Whether there is more than the blank row of a table of images."""
    values = np.ravel(column)
    return values.size > 1 or bool(np.any(np.nan_to_num(values)))


def test_the_same_figures_are_made_once(names: tuple[str, ...]):
    assert plots(names) == plots(tuple(names))  # another building has other ids


@pytest.mark.parametrize("name", FIGURES)
def test_what_the_page_reads_of_a_figure_is_the_modules(name: str):
    made, module = plots(ALL), FIGURES[name]
    for part, constant in (("ranges", "RANGES"), ("axes", "AXES")):
        own = json.loads(json.dumps(getattr(module, constant, {})))
        assert own == {key: made[part][key] for key in own}


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("constant", BY_NAME)
def test_two_figures_say_the_same_of_a_name_that_they_share(
    one: ModuleType, other: ModuleType, constant: str
):
    first, second = (getattr(module, constant, {}) for module in (one, other))
    assert {n for n in first.keys() & second.keys() if first[n] != second[n]} == set()
