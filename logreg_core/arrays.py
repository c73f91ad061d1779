"""Rows and labels as people hold them, in lists, frames or arrays: as numbers, or why not."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from logreg_core.link import Floats

LARGEST = 1e100  # products of two features and of a feature and a weight are then finite too
_NUMERIC = "biufO"  # kinds of dtypes that hold numbers; of objects, each has to be one


def rows_of(x: ArrayLike, d: int | None = None) -> Floats:
    """Rows of features as float64 of shape (n, d).

    Parameters
    ----------
    x : array_like, shape (n, d), or (n,) for one feature
    d : int, optional
        Number of features that there have to be.

    Returns
    -------
    float64 array, shape (n, d), a copy

    Raises
    ------
    ValueError
        If these are no such rows of finite numbers.

    Examples
    --------
    >>> rows_of([25, 32]).tolist()
    [[25.0], [32.0]]
    """
    rows = _numbers(x)
    rows = rows[:, np.newaxis] if rows.ndim == 1 and d in (None, 1) else rows
    if rows.ndim != 2 or 0 in rows.shape:
        raise ValueError(
            f"X has shape {rows.shape}; it must have shape (n, d), one row for each sample and one "
            "column for each feature."
        )
    if d is not None and rows.shape[1] != d:
        raise ValueError(f"X has {rows.shape[1]} features, but the model was fitted with {d}.")
    for wrong, says in (
        (~np.isfinite(rows), "is not a finite number; mend it or leave the row out"),
        (np.abs(rows) > LARGEST, f"is beyond {LARGEST:g} in size; use a larger unit"),
    ):
        if np.any(wrong):
            row, column = np.argwhere(wrong)[0]
            raise ValueError(f"X[{row}, {column}] is {rows[row, column]:g}, which {says}.")
    return rows


def labels_of(y: ArrayLike, n: int) -> NDArray[Any]:
    """Labels of so many rows, of any kind.

    Parameters
    ----------
    y : array_like, shape (n,)
    n : int

    Returns
    -------
    array, shape (n,)

    Raises
    ------
    ValueError
        If there is not one label for each row, or one is missing.

    Examples
    --------
    >>> labels_of(["no", "yes"], 2).tolist()
    ['no', 'yes']
    """
    labels = np.asarray(y)
    if labels.shape != (n,):
        raise ValueError(
            f"y has shape {labels.shape}; it must have shape ({n},), one label for each row of X."
        )
    missing = [i for i, label in enumerate(labels.tolist()) if _is_missing(label)]
    if missing:
        raise ValueError(f"y[{missing[0]}] is missing; fill it in or leave the row out.")
    return labels


def two_classes(labels: NDArray[Any]) -> NDArray[Any]:
    """The two classes in their order; the second one is the positive class.

    Raises
    ------
    ValueError
        If there are not two, or they have no order.

    Examples
    --------
    >>> two_classes(np.array(["no", "yes", "no"])).tolist()
    ['no', 'yes']
    """
    try:
        classes = np.unique(labels)
    except TypeError:
        raise ValueError(
            "The labels in y are of kinds that have no common order; use one kind, such as text."
        ) from None
    if len(classes) != 2:
        shown = ", ".join(str(c)[:20] for c in classes[:3]) + (", ..." if len(classes) > 3 else "")
        classes_are = "one class" if len(classes) == 1 else f"{len(classes)} classes"
        raise ValueError(f"y has {classes_are} ({shown}); logistic regression needs two.")
    return np.asarray(classes)


def _numbers(x: ArrayLike) -> Floats:
    if hasattr(x, "toarray"):
        raise ValueError("X is a sparse matrix; call X.toarray() and give that.")
    try:
        given = np.asarray(x)
        if given.dtype.kind not in _NUMERIC:
            raise ValueError
        return np.array(given, dtype=np.float64)
    except (TypeError, ValueError):
        raise ValueError("X must hold numbers only, in rows of one length.") from None


def _is_missing(label: object) -> bool:
    try:
        return label is None or bool(label != label)  # noqa: PLR0124 - not a number differs from itself
    except TypeError:  # the missing value of pandas says neither yes nor no
        return True
