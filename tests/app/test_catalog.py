"""The shipped data sets, and the sentence for one that does not exist."""

from pathlib import Path

import logreg_assets
import pytest

from logreg_app import catalog
from logreg_core.dataset import Dataset
from logreg_core.parse import parse_csv

FOLDER = Path(logreg_assets.__file__).parent
FILES = sorted(FOLDER.joinpath("datasets").iterdir())


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
