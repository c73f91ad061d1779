"""Data sets: read-only samples with the words that describe them."""

from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from logreg_core.link import Floats

T = TypeVar("T")


class DatasetError(ValueError):
    """Data that cannot be used; the message says what was wrong and how to mend it."""

    def __init__(self, message: str, code: str = "data") -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, eq=False)
class Dataset:
    """Samples of a binary classification: features x and labels y, both read-only.

    Parameters
    ----------
    x : array_like, shape (n,) or (n, d)
        Feature values; kept as float64 of shape (n, d).
    y : array_like, shape (n,)
        Labels; 1 is the positive class.
    name, title, source : str
        The file's name, a heading, and where the numbers come from.
    features, units : tuple of str, one per feature
        What each feature is called and measured in.
    positive, negative : str
        What y = 1 and y = 0 mean.
    opening : tuple of float
        Weights (w0, w1, ...) a page opens with; zeros where not given.
    named : tuple of str
        What the first samples are called, such as "customer A"; the others have numbers only.
    shows : tuple of float
        Values that the axis of a plot holds beside the samples; for one feature only.

    Raises
    ------
    DatasetError
        If there are no samples, the shapes differ, a value is not finite or a label not 0 or 1, or
        if `shows` has values and there are several features.

    Examples
    --------
    >>> data = Dataset([25, 110], [1, 0])
    >>> data.n, data.d, data.x.tolist()
    (2, 1, [[25.0], [110.0]])
    """

    x: Floats
    y: NDArray[np.int64]
    name: str
    title: str
    source: str
    features: tuple[str, ...]
    units: tuple[str, ...]
    positive: str
    negative: str
    opening: tuple[float, ...]
    named: tuple[str, ...]
    shows: tuple[float, ...]

    def __init__(  # noqa: PLR0913 - one argument per line of a data file's header
        self,
        x: ArrayLike,
        y: ArrayLike,
        *,
        name: str = "data",
        title: str = "",
        source: str = "",
        features: tuple[str, ...] = (),
        units: tuple[str, ...] = (),
        positive: str = "y = 1",
        negative: str = "y = 0",
        opening: tuple[float, ...] = (),
        named: tuple[str, ...] = (),
        shows: tuple[float, ...] = (),
    ) -> None:
        rows, labels = _checked(x, y)
        d = rows.shape[1]
        names = features or (("x",) if d == 1 else tuple(f"x{i + 1}" for i in range(d)))
        for field, value in {
            "x": rows,
            "y": labels,
            "name": name,
            "title": title or name,
            "source": source,
            "features": _one_each("features", names, d),
            "units": _one_each("units", units or ("",) * d, d),
            "positive": positive,
            "negative": negative,
            "opening": _one_each("opening", opening or (0.0,) * (d + 1), d + 1),
            "named": named[: len(labels)],
            "shows": _shown(shows, d),
        }.items():
            object.__setattr__(self, field, value)

    @property
    def n(self) -> int:
        """Number of samples."""
        return len(self.y)

    @property
    def d(self) -> int:
        """Number of features."""
        return int(self.x.shape[1])

    @property
    def counts(self) -> tuple[int, int]:
        """Number of samples with y = 0 and with y = 1."""
        ones = int(np.count_nonzero(self.y))
        return self.n - ones, ones

    @cached_property
    def by_class(self) -> tuple[Floats, Floats]:
        """Features of the samples with y = 0, and with y = 1; each feature lies in one piece."""
        zeros, ones = self.x[self.y == 0], self.x[self.y == 1]
        return np.asfortranarray(zeros), np.asfortranarray(ones)

    @cached_property
    def sign(self) -> Floats:
        """2 y - 1 of each sample: -1.0 or 1.0."""
        return np.asarray(2.0 * self.y - 1.0, dtype=np.float64)


def _checked(x: ArrayLike, y: ArrayLike) -> tuple[Floats, NDArray[np.int64]]:
    rows = np.array(x, dtype=np.float64)
    rows = rows[:, np.newaxis] if rows.ndim == 1 else rows
    labels = np.array(y, dtype=np.float64)
    if labels.size == 0:
        raise DatasetError("The data set has no samples; give at least one row.", "no_rows")
    if rows.ndim != 2 or labels.ndim != 1 or len(rows) != len(labels) or rows.shape[1] == 0:
        raise DatasetError(
            f"x has shape {np.shape(x)} and y has shape {np.shape(y)}; "
            "x must be (n,) or (n, d) and y (n,).",
            "shape",
        )
    if not np.all(np.isfinite(rows)):
        row = int(np.argwhere(~np.isfinite(rows))[0, 0])
        raise DatasetError(
            f"Row {row + 1} of x is not a finite number; remove or mend it.", "not_finite"
        )
    wrong = (labels != 0) & (labels != 1)
    if np.any(wrong):
        raise DatasetError(f"y must hold labels 0 and 1 only, got {labels[wrong][0]:g}.", "label")
    rows.flags.writeable = False
    whole = labels.astype(np.int64)
    whole.flags.writeable = False
    return rows, whole


def _shown(values: tuple[float, ...], d: int) -> tuple[float, ...]:
    if values and d > 1:
        raise DatasetError(
            f"shows has values of one feature, but there are {d} features; leave it out.", "shows"
        )
    if not np.all(np.isfinite(values)):
        raise DatasetError("shows must hold finite numbers only; mend or remove it.", "shows")
    return values


def _one_each(field: str, values: tuple[T, ...], count: int) -> tuple[T, ...]:
    if len(values) != count:
        raise DatasetError(f"{field} needs {count} entries, got {len(values)}.", "shape")
    return tuple(values)
