"""Rows that come as arrays or as a data frame: a Dataset, by the same rules as a file's.

A data frame is whatever has `columns` and gives a column by its name, such as one of pandas or
polars; neither is imported here.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from logreg_core.dataset import Dataset, DatasetError
from logreg_core.parse import NUMERIC_PAIRS, from_table
from logreg_core.table import MAX_ROWS, Table, shown

LABEL = "y"
TITLE = "Your data"


def dataset_of(
    x: Any,
    y: Any = None,
    *,
    columns: str | Sequence[str] | None = None,
    features: Sequence[str] = (),
    positive: Any = None,
) -> Dataset:
    """The data set of features and labels.

    Parameters
    ----------
    x : Dataset, array of shape (n,) or (n, d), or data frame
    y : array of shape (n,), or the name of the label's column in the data frame
    columns : str or sequence of str, optional
        The columns of the data frame that are features; all numeric ones but the label, if not
        given.
    features : sequence of str, optional
        What the features in an array are called.
    positive : value of y, optional
        The label that counts as 1.

    Raises
    ------
    DatasetError
        If the rows cannot be used; the message says what was wrong and how to mend it.
    """
    if isinstance(x, Dataset) and y is None:
        return x
    if isinstance(x, str | Dataset):
        raise DatasetError("A data set has labels already; leave y out.", "label")
    if y is None:
        raise DatasetError("The labels are missing; give y, one label for each row.", "no_label")
    named = _of_frame(x, y, columns) if hasattr(x, "columns") else _of_array(x, features)
    label = y if isinstance(y, str) else LABEL
    if label in named:
        raise DatasetError(
            f"{shown(label)} is the label and a feature too; leave it out of the features.", "label"
        )
    labels = [_text(value) for value in _listed(x[y] if isinstance(y, str) else y, LABEL)]
    meant = () if hasattr(x, "columns") and columns is None else tuple(named)
    return _read({**named, label: labels}, label, meant, positive)


def labels_of(classes: np.ndarray, y: Any) -> tuple[list[Any], Any]:
    """Labels by names that can be read as rows, and the name of the second of the two classes.

    Two numbers that are no pair of labels in a file, such as 2 and 4, become "class 2", "class 4".
    """
    both = tuple(classes.tolist())
    is_named = classes.dtype.kind not in "iuf" or both in NUMERIC_PAIRS
    names = {each: each if is_named else f"class {each:g}" for each in both}
    return [names.get(label, label) for label in np.ravel(np.asarray(y)).tolist()], names[both[1]]


def _of_frame(frame: Any, y: Any, columns: str | Sequence[str] | None) -> dict[str, list[str]]:
    """Text of the columns of a data frame that may be features, by name."""
    there = [str(name) for name in frame.columns]
    if isinstance(y, str) and y not in there:
        raise _no_column(y, there)
    asked = [columns] if isinstance(columns, str) else columns
    for name in asked or ():
        if name not in there:
            raise _no_column(name, there)
    others = [name for name in frame.columns if not (isinstance(y, str) and name == y)]
    return {
        str(name): [_number(value) for value in _listed(frame[name], str(name))]
        for name in (others if asked is None else asked)
    }


def _no_column(name: str, there: list[str]) -> DatasetError:
    return DatasetError(
        f"There is no column {shown(name)} to choose; "
        f"there are {', '.join(map(shown, there[:9]))}.",
        "no_column",
    )


def _of_array(x: Any, features: Sequence[str]) -> dict[str, list[str]]:
    """Text of the columns of an array, by name."""
    try:
        table = np.asarray(x)
    except ValueError:
        raise DatasetError("The rows of x have different lengths; give each as many.") from None
    if table.ndim == 1:
        table = table[:, np.newaxis]
    if table.ndim != 2 or table.size == 0:
        raise DatasetError(
            f"x has shape {np.shape(x)}; it must be (n,) or (n, d), with at least one row.", "shape"
        )
    d = table.shape[1]
    names = features or (("x",) if d == 1 else tuple(f"x{j + 1}" for j in range(d)))
    if len(set(names)) != len(names) or len(names) != d:
        raise DatasetError(f"features needs {d} different names, got {len(names)}.", "shape")
    return {
        str(n): [_number(v) for v in _listed(column, str(n))]
        for n, column in zip(names, table.T, strict=True)
    }


def _listed(column: Any, name: str) -> list[Any]:
    values = np.asarray(column)
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.ndim != 1:
        raise DatasetError(f"{name} has shape {values.shape}; it must be (n,).", "shape")
    # tolist() would turn times into counts of nanoseconds, which are numbers.
    listed: list[Any] = list(values) if values.dtype.kind in "mM" else values.tolist()
    return listed


def _number(value: Any) -> str:
    """A feature as text; true is 1 and false is 0."""
    return str(int(value)) if isinstance(value, bool) else _text(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _read(
    columns: Mapping[str, list[str]], label: str, features: tuple[str, ...], positive: Any
) -> Dataset:
    """The data set of columns of text; where no features are named, all numeric ones are."""
    if len(columns) == 1:
        raise DatasetError(
            "There is no feature; give at least one column beside the label.", "no_feature"
        )
    sizes = [len(column) for column in columns.values()]
    if len(set(sizes)) > 1:
        raise DatasetError(
            f"There are {sizes[0]} rows of features and {sizes[-1]} labels; give as many of both.",
            "shape",
        )
    if not 0 < sizes[0] <= MAX_ROWS:
        raise DatasetError(f"There are {sizes[0]:,} rows; give 1 to {MAX_ROWS:,}.", "rows")
    rows = [list(row) for row in zip(*columns.values(), strict=True)]
    lines = list(range(1, len(rows) + 1))
    table = Table(0, list(columns), rows, lines, ",", {"title": TITLE})
    chosen = None if positive is None else _text(positive)
    try:
        return from_table(table, features=features, label=label, positive=chosen)
    except DatasetError as error:
        # What is a line of a file is a row here, counted from 1.
        message = re.sub(r"^Line (\d+)", r"Row \1", str(error)).replace("the line", "the row")
        raise DatasetError(message, error.code) from None
