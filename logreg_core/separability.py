"""Whether the mean loss has a lowest point at all.

It has none if some direction puts every sample on its right side or on the fence, and at least one
off the fence: along it the loss falls for ever. Complete separation leaves no sample on the fence,
quasi-complete separation leaves some (Albert and Anderson, *Biometrika* 71, 1984).
"""

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from logreg_core.dataset import Dataset
from logreg_core.exact import Vector, combine, fractions, null_space, signs
from logreg_core.link import Floats
from logreg_core.loss import curvature, residual, sample_loss

Kind = Literal["none", "quasi", "complete", "unknown"]

STEPS = 100  # a hundred Newton steps bring the loss of separable data to about exp(-100)
SAME = 1e-10  # features that differ by this share of their size count as the same feature


class Separability(NamedTuple):
    """What `separability` found.

    Attributes
    ----------
    kind : "none", "quasi", "complete" or "unknown"
    direction : tuple of float (w0, w1, ...), largest size 1
        Weights along which the loss falls for ever, rounded; zeros for "none" and "unknown".
    """

    kind: Kind
    direction: tuple[float, ...]


def separability(dataset: Dataset) -> Separability:
    """Whether weights exist that separate the classes, so that no best weights exist.

    Parameters
    ----------
    dataset : Dataset

    Returns
    -------
    Separability
        "complete": some weights put every sample on its right side; the loss has infimum 0.
        "quasi": some put none on the wrong side, but samples of both classes stay on the fence.
        "none": finite weights have the lowest loss.
        "unknown": neither was proved; only seen where classes miss each other by rounding.

    Notes
    -----
    Nothing is guessed. A separating direction is multiplied out in fractions. "none" rests on a
    theorem about Newton's decrement: see `is_near_optimum`. A feature that others give to ten
    digits counts as given by them.

    Examples
    --------
    >>> separability(Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])).kind
    'complete'
    >>> separability(Dataset([1, 2, 2, 3], [0, 0, 1, 1])).kind
    'quasi'
    >>> separability(Dataset([1, 2, 3, 4], [0, 1, 0, 1])).kind
    'none'
    """
    zeros, ones = dataset.by_class
    if not len(zeros) or not len(ones):
        toward = 1.0 if len(ones) else -1.0
        return Separability("complete", (toward, *(0.0,) * dataset.d))
    if dataset.d == 1:
        return _intervals(zeros[:, 0], ones[:, 0])
    return _directions(dataset)


def _intervals(zeros: Floats, ones: Floats) -> Separability:
    """One feature: the classes are separated exactly when their intervals do not overlap."""
    for toward in (1.0, -1.0):
        below, above = float(np.max(toward * zeros)), float(np.min(toward * ones))
        if below < above:
            return _found("complete", np.array([-(below + above) / 2, toward]))
        constant = np.min(toward * zeros) == np.max(toward * ones)
        if below == above and not constant:
            return _found("quasi", np.array([-below, toward]))
    return Separability("none", (0.0, 0.0))


def _directions(dataset: Dataset) -> Separability:
    """Any number of features: separate what can be, then look again at the samples on the fence."""
    rows = np.column_stack([np.ones(dataset.n), dataset.x]) * dataset.sign[:, np.newaxis]
    fence = np.arange(dataset.n)
    total: Vector = fractions(np.zeros(rows.shape[1]))
    while len(fence):
        answer = _search(rows[fence])
        if not isinstance(answer, tuple):
            found: Kind = "none" if not any(total) else "quasi"
            return _found(found if answer else "unknown", np.array([float(v) for v in total]))
        total = _sum_that_keeps(rows, total, answer)
        fence = fence[signs(rows[fence], answer) == 0]
    return _found("complete", np.array([float(v) for v in total]))


def _search(rows: Floats) -> Vector | bool:
    """A direction that leaves no row negative and some positive; True if there is none.

    Rows are samples (1, x) times -1 where y = 0, so that positive means the right side. False means
    that neither was proved.
    """
    basis = _independent(rows)
    u = rows @ basis
    w = np.zeros(u.shape[1])
    for _ in range(STEPS):
        margin = u @ w
        if margin.min() > 0 and _separates(rows, candidate := fractions(basis @ w)):
            return candidate
        inverse = _inverse((u.T * curvature(margin)) @ u)
        if inverse is None:
            return False
        slope = residual(margin, 1) @ u
        move = -inverse @ slope
        if is_near_optimum(u, slope, inverse):
            return True
        still = np.abs(u @ move) < 0.5  # a step moves samples off the fence by one logit or more
        if 0 < np.count_nonzero(still) < len(rows):
            found = _off_the_fence(rows, rows[still], basis @ move)
            if found is not None:
                return found
        w = w + _damping(u, w, move) * move
    return False


def is_near_optimum(u: Floats, slope: Floats, inverse: Floats) -> bool:
    """Whether a lowest point is certain to exist: decrement times radius below 1.

    Parameters
    ----------
    u : float64 array, shape (n, k)
        The samples, of which each logit is a sum of products with k weights.
    slope : float64 array, shape (k,)
        Gradient of the loss, summed or mean, by these weights.
    inverse : float64 array, shape (k, k)
        Inverse of the second derivatives of the same loss.

    Returns
    -------
    bool : False where nothing is certain

    Notes
    -----
    Along any direction of length one (measured by the Hessian) the slope starts at no less than
    minus the decrement, and the bend, at first 1, fades no faster than exp(-radius t), because the
    third derivative of the loss is at most the second. So the slope ends above 1 / radius -
    decrement; if that is positive in every direction, the loss rises in every direction (Bach,
    *Electronic Journal of Statistics* 4, 2010, proposition 2). One half leaves room for rounding.

    Examples
    --------
    >>> is_near_optimum(np.ones((2, 1)), np.array([0.0]), np.array([[2.0]]))
    True
    """
    decrement = np.sqrt(max(0.0, float(slope @ inverse @ slope)))
    radius = np.sqrt(np.max(np.einsum("ij,jk,ik->i", u, inverse, u)))
    return bool(decrement * radius < 0.5)


def _off_the_fence(rows: Floats, still: Floats, move: Floats) -> Vector | None:
    """A direction that keeps these rows at zero exactly and every other row at zero or above."""
    vectors = null_space(still)
    if not vectors:
        return None
    direction = combine(vectors, move)
    return direction if _separates(rows, direction) else None


def _separates(rows: Floats, direction: Vector) -> bool:
    side = signs(rows, direction)
    return bool(side.min() >= 0 and side.max() > 0)


def _independent(rows: Floats) -> Floats:
    """Directions in which the rows differ, scaled so that the rows are of unit size along each."""
    size = np.maximum(np.max(np.abs(rows), axis=0), np.finfo(np.float64).tiny)
    _, values, vectors = np.linalg.svd(rows / size, full_matrices=False)
    kept = values > SAME * values[0]
    scale = np.sqrt(len(rows)) / values[kept]
    return np.asarray(vectors[kept].T * scale / size[:, np.newaxis])


def _inverse(bend: Floats) -> Floats | None:
    values, vectors = np.linalg.eigh(bend)
    if values[0] <= 1e-13 * values[-1]:  # rounding has eaten the smallest
        return None
    return np.asarray(vectors / values @ vectors.T)


def _damping(u: Floats, w: Floats, move: Floats) -> float:
    """Share of Newton's step, halved until the loss falls."""
    before = float(sample_loss(u @ w, 1).sum())
    share = 1.0
    while share > 1e-6 and float(sample_loss(u @ (w + share * move), 1).sum()) > before:
        share /= 2
    return share


def _sum_that_keeps(rows: Floats, total: Vector, further: Vector) -> Vector:
    """A multiple of `total`, plus `further`, that leaves every row that was positive positive."""
    off: NDArray[np.bool_] = signs(rows, total) > 0
    factor = 1
    while True:
        both = tuple(factor * a + b for a, b in zip(total, further, strict=True))
        if not np.any(off) or signs(rows[off], both).min() > 0:
            return both
        factor *= 2


def _found(kind: Kind, direction: Floats) -> Separability:
    size = np.max(np.abs(direction)) or 1.0
    if kind in ("none", "unknown"):
        return Separability(kind, (0.0,) * len(direction))
    return Separability(kind, tuple((direction / size).tolist()))
