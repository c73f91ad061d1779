"""The package's assets: page, style, scripts and data sets, and the folder of the lessons."""

import re
from dataclasses import fields, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from weakref import WeakValueDictionary

import numpy as np

from logreg_core.column import MAX_MAGNITUDE
from logreg_core.dataset import Dataset, DatasetError
from logreg_core.parse import parse_csv
from logreg_core.table import shown
from logreg_core.walk import FURTHEST

ASSETS = files("logreg_assets")
DEFAULT_DATASET = "loans"
MOST_FEATURES = 4  # each has a slider for its weight
OWN = "own"
"""Name of the rows that a reader brings to the page, which never come to Python."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")  # fits an address and a file's name as it is
_added: dict[str, Dataset] = {}
_held: WeakValueDictionary[str, Dataset] = WeakValueDictionary()


class UnknownDatasetError(LookupError):
    """A data set's name that the catalog does not have; the message lists the names it has."""


def text(name: str) -> str:
    """Text of one asset, such as `page/page.html`."""
    return ASSETS.joinpath(name).read_text(encoding="utf-8")


def scripts() -> dict[str, str]:
    """Source of every module of the page's script, by its path below `script`."""
    root = ASSETS.joinpath("script")
    folders = [entry for entry in root.iterdir() if entry.is_dir()]
    files = [(f.name, f) for f in root.iterdir() if f.name.endswith(".js")]
    files += [(f"{folder.name}/{f.name}", f) for folder in folders for f in folder.iterdir()]
    return {path: f.read_text(encoding="utf-8") for path, f in files if path.endswith(".js")}


def styles() -> dict[str, str]:
    """Every style sheet of the page by name, in the order of the names, which decides nothing.

    Two sheets give one part the same property only with selectors of different specificity, so
    that the page looks the same whatever the order is.
    """
    sheets = [f for f in ASSETS.joinpath("page").iterdir() if f.name.endswith(".css")]
    return {f.name: f.read_text(encoding="utf-8") for f in sorted(sheets, key=lambda f: f.name)}


def datasets() -> dict[str, Dataset]:
    """Every data set by name: the opening one, the others that are shipped, and what was added."""
    return {**_shipped(), **_added}


def add(data: Dataset) -> None:
    """Offer a data set beside the shipped ones, on every page that is made from now on.

    Parameters
    ----------
    data : Dataset
        With one to four features and samples of both classes. Its name stands in addresses.

    Raises
    ------
    DatasetError
        If the page cannot show it, or another data set has its name: pages and results are kept by
        name. The same data may be added again.
    """
    check_fits(data)
    _check_name(data)
    _added.setdefault(data.name, data)


def check_fits(data: Dataset) -> None:
    """Refuse a data set that the page cannot show.

    Raises
    ------
    DatasetError
        If it has too many features, one class alone, or numbers too large for a slider or an axis.
    """
    if data.d > MOST_FEATURES:
        raise DatasetError(
            f"The data set has {data.d} features; the page shows at most {MOST_FEATURES}, "
            "so keep fewer columns.",
            "too_many_features",
        )
    if 0 in data.counts:
        raise DatasetError(
            f"Every sample has y = {data.y[0]}; both classes are needed, so add samples of the "
            "other.",
            "one_class",
        )
    if np.max(np.abs(data.x)) > MAX_MAGNITUDE:
        raise DatasetError(
            f"A feature is beyond {MAX_MAGNITUDE:g} in size; use a larger unit.", "out_of_range"
        )
    if np.max(np.abs(data.opening)) > FURTHEST:
        raise DatasetError(
            f"An opening weight is beyond {FURTHEST:g} in size; use a smaller one.", "opening"
        )


def hold(data: Dataset) -> Dataset:
    """The same data under a name of their own, by which they are known while somebody keeps them.

    The name is made from the data, so that the same data are held once. No list has it.

    Raises
    ------
    DatasetError
        If the page cannot show the data.

    Examples
    --------
    >>> held = hold(Dataset([25, 110], [1, 0]))
    >>> held.name, dataset(held.name) is held, held.name in datasets()
    ('data-ba027641', True, False)
    """
    check_fits(data)
    words = [str(getattr(data, f.name)) for f in fields(data) if f.name not in ("x", "y")]
    digest = sha256("\0".join(words).encode())
    for numbers in (data.x, data.y):
        digest.update(numbers.tobytes())
    name = f"{data.name}-{digest.hexdigest()[:16]}"
    return _held.setdefault(name, replace(data, name=name))


def knows(name: str) -> bool:
    """Whether there is a data set of a name, listed or held."""
    return name in _held or name in datasets()


@cache
def _shipped() -> dict[str, Dataset]:
    found = [f for f in ASSETS.joinpath("datasets").iterdir() if f.name.endswith(".csv")]
    names = sorted((f.name.removesuffix(".csv") for f in found), key=_opening_first)
    return {name: _read(name) for name in names}


def dataset(name: str) -> Dataset:
    """One data set by name.

    Raises
    ------
    UnknownDatasetError
        If there is none of that name.
    """
    try:
        return _held.get(name) or datasets()[name]
    except KeyError:
        known = ", ".join(datasets())
        raise UnknownDatasetError(f"There is no data set “{name[:40]}”. Known: {known}.") from None


def _check_name(data: Dataset) -> None:
    if data.name == OWN or not _NAME.fullmatch(data.name):
        raise DatasetError(
            f"A data set cannot be called {shown(data.name)}; use 1 to 40 letters, digits, points, "
            f'hyphens or underscores, the first a letter or digit, and not "{OWN}".',
            "name",
        )
    other = datasets().get(data.name)
    if other is not None and not _same(other, data):
        raise DatasetError(
            f"There is another data set called {shown(data.name)}; give this one a different name.",
            "name",
        )


def _same(one: Dataset, other: Dataset) -> bool:
    """Whether two data sets agree in every field."""
    return all(np.array_equal(getattr(one, f.name), getattr(other, f.name)) for f in fields(one))


def _opening_first(name: str) -> tuple[bool, str]:
    return name != DEFAULT_DATASET, name


def _read(name: str) -> Dataset:
    return parse_csv(ASSETS.joinpath("datasets", f"{name}.csv").read_bytes(), name=name)
