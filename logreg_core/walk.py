"""Many steps downhill, taken fast.

`descent.step` says what a step is. Here every step of a path comes to the same digits, but what the
steps share is prepared once: a step on a few samples is then as fast as the calls of NumPy in it.
"""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from logreg_core.blocks import BLOCK, means
from logreg_core.dataset import Dataset
from logreg_core.link import Floats
from logreg_core.loss import LOSSES, LossName
from logreg_core.model import Weights

FINITE = float(np.finfo(np.float64).max)
FURTHEST = 1e9  # a weight beyond this in size has gone astray: there a page and a model stop


def walk(  # noqa: PLR0913 - the arguments of `step`, how many, and how far
    dataset: Dataset,
    weights: Weights,
    learning_rate: float,
    steps: int,
    *,
    l1: float = 0.0,
    l2: float = 0.0,
    loss: LossName = "cross-entropy",
    furthest: float = FINITE,
) -> Floats:
    """The points of so many steps of gradient descent, the starting point first.

    Parameters
    ----------
    dataset : Dataset with d features
    weights : Weights with d coefficients
    learning_rate, l1, l2, loss
        As of `step`.
    steps : int, at least 0
    furthest : float
        The walk ends before a weight would be larger than this in size.

    Returns
    -------
    float64 array, shape (steps + 1, 1 + d), or shorter: one row (w0, w1, ...) for each point.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> walk(data, Weights(0, 0), 0.001, 1).tolist()
    [[0.0, 0.0], [0.0, -0.014833333333333334]]
    """
    points = np.empty((steps + 1, 1 + dataset.d))
    points[0] = weights.w0, *weights.w
    many = dataset.n > BLOCK and loss == "cross-entropy"
    slope = (lambda row: means(dataset, row)[1]) if many else _slope(dataset, loss)
    with np.errstate(all="ignore"):  # a weight that overflows is cut off below
        for here, there in pairwise(points):
            move = slope(here)
            if l2:
                move[1:] += l2 * here[1:]
            np.subtract(here, np.multiply(move, learning_rate, out=move), out=there)
            if l1:
                w = there[1:]
                w[:] = np.sign(w) * np.maximum(np.abs(w) - learning_rate * l1, 0.0)
    beyond = np.flatnonzero(~np.all(np.abs(points[1:]) <= furthest, axis=1))
    return points[: 1 + beyond[0]] if len(beyond) else points


def _slope(dataset: Dataset, loss: LossName) -> Callable[[Floats], Floats]:
    """The gradient of the mean loss as a function of (w0, w1, ...); it reuses one array.

    Every sample is turned into one with y = 0: its features and its logit change their signs, not
    their digits, where y = 1.
    """
    n, turn = dataset.n, -dataset.sign
    x = turn[:, np.newaxis] * dataset.x
    z, e, p, shift = (np.empty(n) for _ in range(4))
    ones, zeros, positive = np.ones(n), np.zeros(n), np.empty(n, dtype=np.bool_)
    total = np.empty(1 + dataset.d)

    def slope(row: Floats) -> Floats:
        np.matmul(x, row[1:], out=z)
        np.add(z, np.multiply(turn, row[0], out=shift), out=z)
        if loss == "cross-entropy":  # its slope is the sigmoid, here as in `link`
            np.exp(np.negative(np.abs(z, out=e), out=e), out=e)
            np.maximum(e, np.greater_equal(z, zeros, out=positive), out=p)
            np.divide(e, np.add(e, ones, out=shift), out=e)
            np.subtract(p, np.multiply(p, e, out=e), out=p)
        else:
            p[:] = LOSSES[loss].slope(z)
        np.matmul(p, x, out=total[1:])
        total[0] = np.add.reduce(np.multiply(p, turn, out=p))
        return np.divide(total, n, out=total)

    return slope
