"""Rows that come as arrays or as a data frame: a Dataset, by the same rules as a file's.

A data frame is whatever has `columns` and gives a column by its name, such as one of pandas or
polars; neither is imported here.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from logreg_core.dataset import Dataset, DatasetError
from logreg_core.parse import from_table
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
    labels = x[y] if isinstance(y, str) else y
    data = _read(named, label, [_text(value) for value in _listed(labels, LABEL)], positive)
    if columns or not hasattr(x, "columns"):
        _check_all_are_there(data, named)
    return data


def _check_all_are_there(data: Dataset, named: Mapping[str, list[str]]) -> None:
    """Refuse a feature that was meant and has no number; a file's column is passed over then."""
    for name in named:
        if name not in data.features:
            raise DatasetError(
                f"There are no numbers in {shown(name)}; leave it out, or give numbers.", "number"
            )


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
        str(n): [_number(v) for v in column.tolist()]
        for n, column in zip(names, table.T, strict=True)
    }


def _listed(column: Any, name: str) -> list[Any]:
    values = np.asarray(column)
    if values.ndim == 2 and values.shape[1] == 1:
        values = values[:, 0]
    if values.ndim != 1:
        raise DatasetError(f"{name} has shape {values.shape}; it must be (n,).", "shape")
    listed: list[Any] = values.tolist()
    return listed


def _number(value: Any) -> str:
    """A feature as text; true is 1 and false is 0."""
    return str(int(value)) if isinstance(value, bool) else _text(value)


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()


def _read(named: Mapping[str, list[str]], label: str, labels: list[str], positive: Any) -> Dataset:
    columns = [*named.values(), labels]
    lengths = {len(column) for column in columns}
    if len(lengths) > 1 or len(columns) == 1:
        n = len(columns[0])
        raise DatasetError(
            f"There are {n} rows of features and {len(labels)} labels; give as many of both.",
            "shape",
        )
    if not labels:
        raise DatasetError("There are no rows; give at least one of each class.", "no_rows")
    if len(labels) > MAX_ROWS:
        raise DatasetError(
            f"There are more than {MAX_ROWS:,} rows, which is the limit; keep fewer.",
            "too_many_rows",
        )
    meant = {} if positive is None else {"positive": f"{label} = {_text(positive)}"}
    header, rows = [*named, label], [list(row) for row in zip(*columns, strict=True)]
    table = Table(0, header, rows, list(range(1, len(rows) + 1)), ",", {"title": TITLE, **meant})
    try:
        return from_table(table, label=label)
    except DatasetError as error:
        # What is a line of a file is a row here, counted from 1.
        message = re.sub(r"^Line (\d+)", r"Row \1", str(error)).replace("the line", "the row")
        raise DatasetError(message, error.code) from None
