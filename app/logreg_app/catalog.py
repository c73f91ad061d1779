"""The package's assets: page, style, scripts and data sets, and the folder of the lessons."""

from functools import cache
from importlib.resources import files

from logreg_core.dataset import Dataset
from logreg_core.parse import parse_csv

ASSETS = files("logreg_assets")
DEFAULT_DATASET = "loans"


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


@cache
def datasets() -> dict[str, Dataset]:
    """Every data set by name, the opening one first."""
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
        return datasets()[name]
    except KeyError:
        known = ", ".join(datasets())
        raise UnknownDatasetError(f"There is no data set “{name[:40]}”. Known: {known}.") from None


def _opening_first(name: str) -> tuple[bool, str]:
    return name != DEFAULT_DATASET, name


def _read(name: str) -> Dataset:
    return parse_csv(ASSETS.joinpath("datasets", f"{name}.csv").read_bytes(), name=name)
