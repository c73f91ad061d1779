"""What mistakes cost at every threshold, and which threshold the costs choose."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from logreg_core.decide import positives
from logreg_core.link import Floats
from logreg_core.link import logit as logit_of


class Mistakes(NamedTuple):
    """Counts of wrong decisions at each of many thresholds."""

    false_positive: NDArray[np.int64]
    false_negative: NDArray[np.int64]


def mistakes(logit: ArrayLike, y: ArrayLike, thresholds: ArrayLike) -> Mistakes:
    """Wrong decisions at many thresholds at once.

    Parameters
    ----------
    logit, y : array_like, shape (n,)
    thresholds : array_like, any shape, in [0, 1]

    Returns
    -------
    Mistakes : false_positive and false_negative, int64 arrays of the shape of `thresholds`

    Raises
    ------
    ValueError
        If a threshold lies outside [0, 1], or as of `positives`.

    Examples
    --------
    >>> mistakes([5.77, 5.112, 3.89, 1.07, -0.81, -2.22], [1, 1, 1, 0, 0, 0], [0.1, 0.75, 0.99])
    Mistakes(false_positive=array([2, 0, 0]), false_negative=array([0, 0, 1]))
    """
    z, true = np.asarray(logit, dtype=np.float64), positives(logit, y)
    cut = logit_of(thresholds)
    zeros, ones = np.sort(z[~true]), np.sort(z[true])
    return Mistakes(
        false_positive=np.asarray(len(zeros) - np.searchsorted(zeros, cut, side="left")),
        false_negative=np.asarray(np.searchsorted(ones, cut, side="left")),
    )


def expected_cost(
    logit: ArrayLike, y: ArrayLike, thresholds: ArrayLike, cost_fp: float, cost_fn: float
) -> Floats:
    """Mean cost per sample of deciding at each threshold.

    Parameters
    ----------
    logit, y : array_like, shape (n,)
    thresholds : array_like, any shape, in [0, 1]
    cost_fp, cost_fn : float, at least 0
        Cost of one false positive and of one false negative; a right decision costs nothing.

    Returns
    -------
    float64 array of the shape of `thresholds`, in the unit of the costs.

    Raises
    ------
    ValueError
        If a threshold lies outside [0, 1], a cost is negative or both are 0, or as of `positives`.

    Examples
    --------
    >>> expected_cost([1.0, -1.0, 2.0], [0, 1, 1], [0.5, 0.9], 50, 10).round(6).tolist()
    [20.0, 6.666667]
    """
    _check_costs(cost_fp, cost_fn)
    wrong = mistakes(logit, y, thresholds)
    n = np.size(logit)
    return np.asarray((wrong.false_positive * cost_fp + wrong.false_negative * cost_fn) / n)


def best_threshold(cost_fp: float, cost_fn: float) -> float:
    """Threshold t* at which saying 1 and saying 0 cost the same: C_FP / (C_FP + C_FN).

    Best for every model whose probabilities are right, whatever its weights (Bishop, *Pattern
    Recognition and Machine Learning*, section 1.5.2).

    Parameters
    ----------
    cost_fp, cost_fn : float, at least 0, not both 0

    Returns
    -------
    float in [0, 1]

    Raises
    ------
    ValueError
        If a cost is negative or not finite, or both are 0.

    Examples
    --------
    >>> round(best_threshold(50, 10), 6)
    0.833333
    """
    _check_costs(cost_fp, cost_fn)
    larger = max(cost_fp, cost_fn)  # divided out first, as the sum of two costs may overflow
    return (cost_fp / larger) / (cost_fp / larger + cost_fn / larger)


def _check_costs(cost_fp: float, cost_fn: float) -> None:
    for name, cost in (("cost_fp", cost_fp), ("cost_fn", cost_fn)):
        if not 0 <= cost < np.inf:
            raise ValueError(f"{name} must be a number at least 0, got {cost}.")
    if cost_fp == cost_fn == 0:
        raise ValueError("cost_fp and cost_fn must not both be 0: then no decision matters.")
