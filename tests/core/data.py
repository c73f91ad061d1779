"""The data sets that come with the package, read from their files."""

from functools import cache
from pathlib import Path

from logreg_core import parse_csv

FOLDER = Path(__file__).parents[2] / "assets" / "datasets"
NAMES = sorted(path.stem for path in FOLDER.glob("*.csv"))


@cache
def read(name):
    """One data set by name."""
    return parse_csv((FOLDER / f"{name}.csv").read_bytes(), name=name)
