"""Signs and null spaces without rounding, for claims that must hold exactly.

A number stands for its decimal of fifteen digits: 0.1 is one tenth here, not the nearest float, and
so is 0.1 + 0.2 - 0.2. Points that lie on a line on paper lie on a line.
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from logreg_core.link import Floats

Vector = tuple[Fraction, ...]


def fractions(values: Sequence[float] | Floats) -> Vector:
    """The decimals that floats stand for.

    Examples
    --------
    >>> fractions([0.1 + 0.2, 3])
    (Fraction(3, 10), Fraction(3, 1))
    """
    return tuple(Fraction(f"{v:.15g}") for v in values)


def signs(rows: Floats, direction: Vector) -> NDArray[np.int64]:
    """Exact sign of row @ direction for each row.

    Parameters
    ----------
    rows : float64 array, shape (n, k)
    direction : k fractions

    Returns
    -------
    int64 array, shape (n,): -1, 0 or 1

    Notes
    -----
    Floats decide wherever they are further from zero than they can be wrong; only the other rows
    are multiplied out in fractions.

    Examples
    --------
    >>> signs(np.array([[0.1, 0.2, 0.3]]), fractions([1, 1, -1])).tolist()
    [0]
    """
    rounded = np.array([float(v) for v in direction])
    with np.errstate(all="ignore"):
        products = rows * rounded
        total = products.sum(axis=1)
        doubt = 4 * (len(direction) + 2) * np.finfo(np.float64).eps * np.abs(products).sum(axis=1)
        certain = np.abs(total) > doubt + 1e-290  # products below that may have underflowed
        result: NDArray[np.int64] = np.where(certain, np.sign(total), 0.0).astype(np.int64)
    for i in np.flatnonzero(~certain):
        exact = _dot(fractions(rows[i]), direction)
        result[i] = (exact > 0) - (exact < 0)
    return result


def null_space(rows: Floats) -> list[Vector]:
    """Directions on which every row is zero, as the unit vectors of the columns left free.

    Parameters
    ----------
    rows : float64 array, shape (n, k)

    Returns
    -------
    list of k - rank vectors, each 1 in one free column and 0 in the other free columns

    Examples
    --------
    >>> null_space(np.array([[1.0, 2.0, 0.0], [2.0, 4.0, 0.0]]))[0]
    (Fraction(-2, 1), Fraction(1, 1), Fraction(0, 1))
    """
    width = rows.shape[1]
    pivots: dict[int, Vector] = {}
    for row in np.unique(rows, axis=0):
        _add_pivot(pivots, fractions(row))
        if len(pivots) == width:
            return []
    free = [j for j in range(width) if j not in pivots]
    return [_free_direction(pivots, j, width) for j in free]


def combine(vectors: list[Vector], direction: Floats) -> Vector:
    """The combination of null-space vectors with the direction's entries in the free columns."""
    weights = [Fraction(float(direction[_free_column(v)])) for v in vectors]
    return tuple(
        sum((w * v[j] for w, v in zip(weights, vectors, strict=True)), Fraction(0))
        for j in range(len(direction))
    )


def _add_pivot(pivots: dict[int, Vector], row: Vector) -> None:
    """Reduce a row by the rows held, and hold what is left; every pivot column stays a unit."""
    for column, held in pivots.items():
        row = _minus(row, row[column], held)
    lead = next((j for j, v in enumerate(row) if v), None)
    if lead is None:
        return
    row = tuple(v / row[lead] for v in row)
    for column, held in pivots.items():
        pivots[column] = _minus(held, held[lead], row)
    pivots[lead] = row


def _free_direction(pivots: dict[int, Vector], free: int, width: int) -> Vector:
    entries = [Fraction(0)] * width
    entries[free] = Fraction(1)
    for column, row in pivots.items():
        entries[column] = -row[free]
    return tuple(entries)


def _free_column(vector: Vector) -> int:
    return max(j for j, v in enumerate(vector) if v)


def _minus(row: Vector, factor: Fraction, other: Vector) -> Vector:
    return tuple(a - factor * b for a, b in zip(row, other, strict=True)) if factor else row


def _dot(a: Vector, b: Vector) -> Fraction:
    return sum((p * q for p, q in zip(a, b, strict=True)), Fraction(0))
