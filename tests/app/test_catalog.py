"""The shipped data sets, and the sentence for one that does not exist."""

from pathlib import Path

import logreg_assets
import numpy as np
import pytest

from logreg_app import catalog, export
from logreg_app.controls import block
from logreg_app.document import html
from logreg_app.scene import parse, query
from logreg_app.schema import schema
from logreg_app.state import WEIGHTS, State
from logreg_app.view import View, view_of
from logreg_core.dataset import Dataset, DatasetError
from logreg_core.parse import parse_csv

FOLDER = Path(logreg_assets.__file__).parent
FILES = sorted(FOLDER.joinpath("datasets").iterdir())

pytestmark = pytest.mark.usefixtures("as_shipped")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_file_is_a_data_set_with_words(file: Path):
    data = parse_csv(file.read_bytes(), name=file.stem)
    assert file.suffix == ".csv"
    assert data.name == file.stem
    assert "" not in (data.title, data.source, data.positive, data.negative, *data.features)


@pytest.mark.parametrize("data", catalog.datasets().values(), ids=catalog.datasets())
def test_a_data_set_can_be_drawn(data: Dataset):
    assert 1 <= data.d <= 4  # a slider each
    assert set(data.y.tolist()) == {0, 1}


@pytest.mark.parametrize("data", catalog.datasets().values(), ids=catalog.datasets())
def test_a_data_set_is_read_once_and_cannot_be_changed(data: Dataset):
    assert catalog.dataset(data.name) is data
    assert not data.x.flags.writeable
    assert not data.y.flags.writeable


def test_loans_come_first_and_the_others_by_name():
    first, *others = catalog.datasets()
    assert first == catalog.DEFAULT_DATASET == "loans"
    assert others == sorted(others)
    assert sorted(catalog.datasets()) == [file.stem for file in FILES]


@pytest.mark.parametrize(
    ("name", "x", "y", "opening"),
    [
        ("loans", [25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0], (8.12, -0.094)),
        ("seven-points", [-3, -2, -1, 0, 1, 2, 3], [0, 0, 0, 0, 1, 1, 1], (-0.2, 0.7)),
    ],
)
def test_values_of_the_shipped_data_sets(name: str, x: list, y: list, opening: tuple):
    data = catalog.dataset(name)
    assert data.x[:, 0].tolist() == x
    assert data.y.tolist() == y
    assert data.opening == opening


def test_words_of_the_loans():
    data = catalog.dataset("loans")
    assert (data.features, data.units) == (("income",), ("thousand $",))
    assert (data.positive, data.negative) == ("default", "repaid")


# ---- data sets that are added -------------------------------------------------------------------


def added(name: str = "added", x: object = (1, 2, 3), y: object = (0, 1, 0), **words) -> Dataset:
    data = Dataset(x, y, name=name, **words)
    catalog.add(data)
    return data


def test_an_added_data_set_comes_after_the_shipped_ones():
    data = added()
    assert catalog.dataset("added") is data
    first, *_, last = catalog.datasets()
    assert (first, last) == (catalog.DEFAULT_DATASET, "added")


# Incomes in dollars have a stable learning rate of 1e-10; atoms in metres have weights of 1e10.
SIZES = {
    "dollars": ([25_000, 450_000, 32_000], [1, 0, 1]),
    "metres-of-atoms": ([1e-10, 3e-10, 2e-10], [1, 0, 1]),
    "largest": ([1e12, -1e12, 5e11], [1, 0, 1]),
    "smallest": ([1e-300, 2e-300, 3e-300], [1, 0, 1]),
    "constant": ([5, 5, 5], [1, 0, 1]),
    "two": ([[1, 2], [2, 3], [0, 1]], [1, 0, 1]),
    "four": ([[1, 2, 3, 4], [2, 3, 4, 1], [0, 1, 5, 2]], [1, 0, 1]),
}


@pytest.mark.parametrize("standardise", ["0", "1"])
@pytest.mark.parametrize("name", SIZES)
def test_an_added_data_set_can_be_opened_moved_and_written(name: str, standardise: str):
    x, y = SIZES[name]
    data = added(name, x, y)
    state = State.of({"dataset": name, "standardise": standardise, "steps": 3})
    moved = State.of({**state.scene, "moved": {2: tuple([0.5] * data.d)}, "w1": 1.0})
    assert State.of(parse(query(moved.scene))).scene == moved.scene
    assert np.isfinite(moved.frame_of().summary["mean_loss"])
    assert np.isfinite(state.frame_of().samples["p"]).all()


@pytest.mark.parametrize("standardise", ["0", "1"])
@pytest.mark.parametrize("name", SIZES)
def test_every_slider_of_an_added_data_set_stays_within_the_bounds_of_its_setting(
    name: str, standardise: str
):
    added(name, *SIZES[name])
    inputs = block(name)["forms"][f"{standardise}0"]["inputs"]
    out = [
        n
        for n, row in inputs.items()
        if "low" in row
        and not State.param[n].bounds[0] <= row["low"] < row["high"] <= State.param[n].bounds[1]
    ]
    assert out == []


def test_an_added_data_set_stands_on_the_served_page_and_in_a_file():
    added("loan-copies", title="Copies of loans")
    view, state = view_of({"dataset": "loan-copies"}, catalog.DEFAULT_DATASET)
    assert state.dataset == "loan-copies"
    served = html(state, view, bokeh="")
    assert "Copies of loans" in served
    assert "Copies of loans" in export.page(State(), View(datasets=export.small()))
    assert "loan-copies" in schema()["settings"]["dataset"]["options"]


def test_the_same_data_may_be_added_again_and_results_are_kept():
    first = added()
    added()
    assert catalog.dataset("added") is first


@pytest.mark.parametrize(
    "change",
    [{"x": (1, 2, 4)}, {"y": (0, 1, 1)}, {"title": "Other"}, {"opening": (1, 0)}],
    ids=lambda change: next(iter(change)),
)
def test_other_data_of_the_same_name_are_refused(change: dict):
    first = added()
    with pytest.raises(DatasetError, match=r'another data set called "added"; .*different name'):
        added(**change)
    assert catalog.dataset("added") is first


def test_the_name_of_a_shipped_data_set_is_taken():
    with pytest.raises(DatasetError, match='another data set called "loans"'):
        added("loans")


@pytest.mark.parametrize(
    "name", ["own", "", "a b", "a/b", "../a", "-a", ".a", "ü", "a\n", 'a"', "x" * 41]
)
def test_a_name_that_does_not_fit_an_address_or_a_file_is_refused(name: str):
    with pytest.raises(DatasetError, match=r"cannot be called .*; use 1 to 40 letters"):
        added(name)
    assert name not in catalog.datasets()


@pytest.mark.parametrize(
    ("fields", "code", "says"),
    [
        ({"x": np.zeros((3, 5))}, "too_many_features", r"5 features; .*at most 4, so keep fewer"),
        ({"y": (1, 1, 1)}, "one_class", r"y = 1; both classes .*add"),
        ({"y": (0, 0, 0)}, "one_class", r"y = 0; both classes .*add"),
        ({"x": (1, 2e12, 3)}, "out_of_range", r"beyond 1e\+12 in size; use"),
        ({"opening": (0, -2e9)}, "opening", r"beyond 1e\+09 in size; use"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_data_that_the_page_cannot_show_are_refused(fields: dict, code: str, says: str):
    with pytest.raises(DatasetError, match=says) as refused:
        added(**fields)
    assert refused.value.code == code
    assert "added" not in catalog.datasets()


def test_there_is_a_weight_for_every_feature_that_may_be_added():
    assert len(WEIGHTS) == 1 + catalog.MOST_FEATURES


@pytest.mark.parametrize("name", ["nope", "", "Loans", "loans.csv", "../datasets/loans", "a\nb"])
def test_an_unknown_name_is_refused_with_the_known_ones(name: str):
    with pytest.raises(catalog.UnknownDatasetError) as refused:
        catalog.dataset(name)
    known = ", ".join(catalog.datasets())
    assert str(refused.value) == f"There is no data set “{name}”. Known: {known}."


def test_a_long_name_is_cut_in_the_sentence():
    with pytest.raises(catalog.UnknownDatasetError) as refused:
        catalog.dataset("x" * 10_000)
    assert "“" + "x" * 40 + "”" in str(refused.value)


@pytest.mark.parametrize(
    "asset", ["page/page.html", "page/base.css", "script/page.js", "script/frame/link.js"]
)
def test_a_text_is_the_file_as_it_is(asset: str):
    assert catalog.text(asset) == FOLDER.joinpath(asset).read_text("utf-8")


def test_a_text_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError, match=r"nope\.html"):
        catalog.text("nope.html")
