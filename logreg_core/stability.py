"""How many digits of a training path hold, where steps amplify rounding.

Every step rounds. Where the learning rate is too large the steps bounce, and each may multiply what
was rounded before, until no digit means anything. So the same path is run a second time beside the
first, on features changed by a relative 2^-44. Their distance is 2^8 times what a rounding of 2^-52
in every feature would have led to, and so far above the roundings of either run that two programs
that round differently find the same digits.
"""

import numpy as np
from numpy.typing import NDArray

from logreg_core.dataset import Dataset
from logreg_core.link import Floats
from logreg_core.loss import curvature, signed_residual
from logreg_core.model import Weights, logits

NUDGE = 2.0**-44
SHARE = 2.0**-3  # of the distance: 2^-8 for the roundings themselves, times 32 to be safe
ROUNDING = 4 * 2.0**-52  # of a term: two for its factors, one for the product, one for the sum
SETTLED = 1e-12  # a relative distance that two runs of this kind keep where rounding does not grow
MATTERS = 1e-6  # share of a logit below which a weight may be anything
LEAST = 2  # digits: a single one would be claimed of paths that have lost each other
MOST = 12  # digits: no more are claimed, and no page shows more


def nudged(dataset: Dataset) -> Dataset:
    """The data set with every feature a relative 2^-44 off, up and down by turns.

    Examples
    --------
    >>> data = nudged(Dataset([1.0, 1.0], [0, 1]))
    >>> ((data.x[:, 0] - 1) * 2**44).tolist()
    [1.0, -1.0]
    """
    turns = np.where(np.arange(dataset.n) % 2 == 0, NUDGE, -NUDGE)
    return Dataset(dataset.x * (1.0 + turns[:, np.newaxis]), dataset.y)


def digits_that_hold(steps: NDArray[np.int64], values: Floats, others: Floats) -> NDArray[np.int64]:
    """Significant digits that hold of a number at each step of a path.

    Parameters
    ----------
    steps : int64 array, shape (m,), rising
        Numbers of the steps.
    values, others : float64 array, shape (m,)
        The number on the path, and on the path of the `nudged` data.

    Returns
    -------
    int64 array, shape (m,): 0, or 2 to 12
        From the largest distance so far: paths that have lost each other come near by chance. All
        hold again where both paths have settled, in the latter half of the steps so far, at the
        same number.

    Examples
    --------
    >>> digits_that_hold(np.arange(3), np.ones(3), np.array([1, 1 + 1e-9, 2])).tolist()
    [12, 9, 0]
    """
    distance, size = np.abs(values - others), np.abs(values)
    starts = np.searchsorted(steps, steps // 2)
    late = np.array([np.max(distance[a : k + 1]) for k, a in enumerate(starts)])
    with np.errstate(all="ignore"):  # 0 / 0 are equal zeros, which hold; of 1e-300, nothing holds
        held = np.floor(-np.log10(SHARE * np.maximum.accumulate(distance) / size))
    settled = late <= SETTLED * size
    # Paths that have lost each other are as far apart as they can be, and a share of that is not.
    sure = np.where(held < LEAST, 0, np.minimum(held, MOST))
    return np.where(settled | np.isnan(held), MOST, sure).astype(np.int64)


def model_that_holds(
    dataset: Dataset, steps: NDArray[np.int64], rows: Floats, others: Floats
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Digits of the weights and decimals of whatever follows from them, at each step of a path.

    Parameters
    ----------
    dataset : Dataset with d features
    steps : int64 array, shape (m,), rising
        Numbers of the steps.
    rows, others : float64 array, shape (m, 1 + d)
        Weights (w0, w1, ...) on the path, and on the path of the `nudged` data.

    Returns
    -------
    digits : int64 array, shape (m,), 0 to 12
        Significant digits that hold of every weight that matters for a logit.
    decimals : int64 array, shape (m,), 0 to 12
        Decimals that hold of every logit, hence of probabilities and losses, and of the gradient.

    Examples
    --------
    >>> rows = np.array([[1.0, 1.0], [1.0, 1.0]])
    >>> others = np.array([[1.0, 1.0], [1.0, 1.0 + 1e-9]])
    >>> model_that_holds(Dataset([0.0, 10.0], [0, 1]), np.arange(2), rows, others)
    (array([12,  9]), array([12,  7]))
    """
    reach = np.append(1.0, np.max(np.abs(dataset.x), axis=0))
    parts = np.abs(rows) * reach
    # A logit near 0 has no digits, but where its decimals hold nobody misses them.
    size = np.maximum(np.sum(parts, axis=1), 1.0)
    held = digits_that_hold(steps, size, size + np.abs(rows - others) @ reach)
    # A gradient is the mean of terms p (1 - p) x times the change of a logit.
    lost = np.log10(size * max(1.0, float(np.max(reach)) / 4))
    decimals = np.where(held == MOST, MOST, np.maximum(np.floor(held - lost), 0))
    each = [digits_that_hold(steps, a, b) for a, b in zip(rows.T, others.T, strict=True)]
    digits = np.where(parts.T / size > MATTERS, each, MOST)
    return np.min(digits, axis=0), decimals.astype(np.int64)


def gradient_rounding(dataset: Dataset, weights: Weights, *, l2: float = 0.0) -> Floats:
    """How far from 0 rounding alone may leave the gradient, for each weight.

    Parameters
    ----------
    dataset : Dataset with d features
    weights : Weights with d coefficients
    l2 : float, at least 0

    Returns
    -------
    float64 array, shape (1 + d,), in nats per unit of weight

    Notes
    -----
    A term r x of the sum is rounded by a few 2^-52 of its size, and so is its logit w0 + w x, which
    changes the term by p (1 - p) x times that. A gradient below the mean of these is 0 as far as
    anyone can tell, at the best weights in the first place. Higham, *Accuracy and Stability of
    Numerical Algorithms*, 2nd ed., section 4.2, on the error of sums.

    Examples
    --------
    >>> data = Dataset([-1.0, 1.0], [0, 1])
    >>> bool(np.all(gradient_rounding(data, Weights(0.0, 1.0)) < 1e-14))
    True
    """
    z = logits(dataset.x, weights)
    x = np.abs(np.column_stack([np.ones(dataset.n), dataset.x]))
    w = np.abs((weights.w0, *weights.w))
    with np.errstate(all="ignore"):
        terms = np.abs(signed_residual(z, dataset.sign)) + curvature(z) * (x @ w)
        return np.asarray(ROUNDING * (terms @ x / dataset.n + l2 * np.append(0.0, w[1:])))


def bounces(steps: NDArray[np.int64], losses: Floats) -> bool:
    """Whether the loss still rises in the latter half of the steps, by more than its rounding.

    Examples
    --------
    >>> bounces(np.arange(4), np.array([1.0, 2.0, 1.0, 0.5]))
    False
    >>> bounces(np.arange(4), np.array([1.0, 0.5, 1.0, 0.5]))
    True
    """
    late = losses[steps >= steps[-1] // 2]
    return bool(np.any(late[1:] > late[:-1] * (1.0 + 1e-12)))
