"""A data set that a command is given: a name of the catalog, or a path to a CSV file."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from unicodedata import normalize

from logreg_app import catalog
from logreg_core.dataset import Dataset, DatasetError
from logreg_core.parse import parse_csv
from logreg_core.table import MAX_BYTES, check_size, shown

LONGEST = 36  # letters of a file's name that go into the data set's, so that a number fits behind


class FileError(RuntimeError):
    """A file that holds no data set; the message has the file's name before what is wrong."""


def opened(text: str) -> str:
    """Name in the catalog of a data set that is given by its name there or as a file.

    Raises
    ------
    FileError
        If it is a file that cannot be read or shown.
    UnknownDatasetError
        If it is neither.
    """
    if text in catalog.datasets():
        return text
    if not _is_path(text):
        known = ", ".join(catalog.datasets())
        raise catalog.UnknownDatasetError(
            f"There is no data set “{text[:40]}”. Known: {known}; or name a CSV file."
        )
    data = read(Path(text))
    catalog.add(data)
    return data.name


def read(file: Path) -> Dataset:
    """The data set in a file, under a name that is still free.

    Raises
    ------
    FileError
        If the file cannot be read, or the page cannot show what is in it.
    """
    try:
        data = parse_csv(_bytes(file), name=file.stem)
        catalog.check_fits(data)
    except OSError as error:
        raise FileError(
            f"{written(file)}: it cannot be read ({error.strerror}); name a CSV file."
        ) from None
    except DatasetError as error:
        raise FileError(f"{written(file)}: {error}") from None
    return replace(data, name=next(n for n in _names(file.stem) if _is_free(n)))


def summary(data: Dataset) -> str:
    r"""What was read, in one line: rows, features, and what both labels mean.

    Examples
    --------
    >>> summary(parse_csv(b"hours,passed\n1.5,no\n4,yes\n"))
    '2 rows; feature "hours"; y = 1 is "passed = yes" (1 row), y = 0 is "passed = no" (1 row)'
    """
    zeros, ones = data.counts
    some = "feature" if data.d == 1 else f"{data.d} features"
    return (
        f"{_rows(data.n)}; {some} {', '.join(map(shown, data.features))}; "
        f"y = 1 is {shown(data.positive)} ({_rows(ones)}), "
        f"y = 0 is {shown(data.negative)} ({_rows(zeros)})"
    )


def written(file: Path) -> str:
    """A path as one line that no terminal takes for a command."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in str(file))


def _is_path(text: str) -> bool:
    written = os.sep in text or "/" in text or text.lower().endswith((".csv", ".tsv", ".txt"))
    return written or (text != "" and os.path.exists(text))


def _bytes(file: Path) -> bytes:
    with file.open("rb") as stream:
        check_size(os.fstat(stream.fileno()).st_size)
        # a pipe has no size, so one byte too many tells the parser that there are too many
        return stream.read(MAX_BYTES + 1)


def _names(stem: str) -> Iterator[str]:
    """Names for the data set of a file, the first one as much like the file's as may be."""
    letters = normalize("NFKD", stem).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", letters).strip("-._")[:LONGEST] or "file"
    return chain([name], (f"{name}-{i}" for i in count(2)))


def _is_free(name: str) -> bool:
    return name != catalog.OWN and name not in catalog.datasets()


def _rows(number: int) -> str:
    return f"{number:,} row{'s' if number != 1 else ''}"
