"""The model: an intercept and one coefficient per feature, summed to a logit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from logreg_core.link import Floats, odds

CANCELLED = 4 * 2.0**-52  # of the terms of a logit: what is left below that, rounding has left
NEAR = 1e-6  # a logit further from 0 than this is never taken for 0


@dataclass(frozen=True)
class Weights:
    """Weights of a logistic regression: the intercept w0 (bias) and the coefficients w (slopes).

    Parameters
    ----------
    w0 : float
        Intercept, in logits.
    w : float or sequence of float
        One coefficient per feature, in logits per unit of that feature.

    Raises
    ------
    ValueError
        If a weight is not finite, or there is no coefficient.

    Examples
    --------
    >>> Weights(8.12, -0.094)
    Weights(w0=8.12, w=(-0.094,))
    >>> Weights(-2, [0.12, 0.40]).w2
    0.4
    """

    w0: float
    w: tuple[float, ...]

    def __init__(self, w0: float, w: float | Sequence[float]) -> None:
        values = (float(w0), *np.atleast_1d(np.asarray(w, dtype=np.float64)).tolist())
        if len(values) == 1:
            raise ValueError("w must hold at least one coefficient, got none.")
        for j, value in enumerate(values):
            if not math.isfinite(value):
                raise ValueError(f"w{j} must be a finite number, got {value}.")
        object.__setattr__(self, "w0", values[0])
        object.__setattr__(self, "w", values[1:])

    @property
    def w1(self) -> float:
        """Coefficient of the first feature, in logits per unit of it."""
        return self.w[0]

    @property
    def w2(self) -> float:
        """Coefficient of the second feature, in logits per unit of it."""
        return self.w[1]


def logits(x: ArrayLike, weights: Weights) -> Floats:
    """Logit w0 + w1 x1 + w2 x2 + ... of each row.

    Parameters
    ----------
    x : array_like, shape (n,) for one feature or (n, d)
    weights : Weights with d coefficients

    Returns
    -------
    float64 array, shape (n,), in natural log; an overflow becomes an infinity.

    Raises
    ------
    ValueError
        If the number of features and of coefficients differ.

    Examples
    --------
    >>> logits([75], Weights(8.12, -0.094)).round(9).tolist()
    [1.07]
    """
    rows = np.asarray(x, dtype=np.float64)
    rows = rows[:, np.newaxis] if rows.ndim == 1 else rows
    if rows.ndim != 2 or rows.shape[1] != len(weights.w):
        raise ValueError(
            f"x has shape {np.shape(x)}, but weights has {len(weights.w)} coefficient(s)."
        )
    with np.errstate(all="ignore"):
        return np.asarray(weights.w0 + rows @ np.array(weights.w))


def logits_that_hold(x: ArrayLike, weights: Weights) -> Floats:
    """The same logits, but 0 where the terms cancel to no more than their rounding.

    Parameters
    ----------
    x : array_like, shape (n,) for one feature or (n, d)
    weights : Weights with d coefficients

    Returns
    -------
    float64 array, shape (n,), in natural log

    Raises
    ------
    ValueError
        If the number of features and of coefficients differ.

    Examples
    --------
    >>> logits([3.0], Weights(-0.3, 0.1)).tolist()
    [5.551115123125783e-17]
    >>> logits_that_hold([3.0], Weights(-0.3, 0.1)).tolist()
    [0.0]
    """
    z = logits(x, weights)
    size = logits(np.abs(x), Weights(abs(weights.w0), [abs(w) for w in weights.w]))
    return np.where(np.abs(z) < np.minimum(CANCELLED * size, NEAR), 0.0, z)


class Evidence(NamedTuple):
    """What pushes one sample's logit up or down: the intercept and one push per feature."""

    intercept: float
    pushes: Floats
    logit: float


def evidence(x: ArrayLike, weights: Weights) -> Evidence:
    """Pushes on the logit of one sample: the intercept, each w_j x_j, and their sum.

    Parameters
    ----------
    x : array_like, shape (d,)
        The features of one sample.
    weights : Weights with d coefficients

    Returns
    -------
    Evidence : intercept, pushes (shape (d,)) and logit, all in natural log

    Raises
    ------
    ValueError
        If x does not hold one value for each coefficient.

    Examples
    --------
    >>> churn = evidence([8, 1, 0, 1], Weights(-2, [0.12, 0.40, 0.90, 0.70]))
    >>> churn.pushes.tolist(), round(churn.logit, 9)
    ([0.96, 0.4, 0.0, 0.7], 0.06)
    """
    values = np.asarray(x, dtype=np.float64)
    if values.shape != (len(weights.w),):
        raise ValueError(f"x must hold {len(weights.w)} values, got shape {values.shape}.")
    with np.errstate(all="ignore"):
        pushes = values * np.array(weights.w)
    return Evidence(weights.w0, pushes, float(logits_that_hold(values[np.newaxis], weights)[0]))


def odds_ratio(weights: Weights, by: float = 1.0) -> Floats:
    """Factor on the odds when one feature grows by so many units and the others stay.

    Parameters
    ----------
    weights : Weights with d coefficients
    by : float
        How far the feature moves, in its unit.

    Returns
    -------
    float64 array, shape (d,), in [0, inf].

    Examples
    --------
    >>> odds_ratio(Weights(8.12, -0.094)).round(9).tolist()
    [0.910282762]
    >>> odds_ratio(Weights(8.12, -0.094), by=50).round(9).tolist()
    [0.009095277]
    """
    with np.errstate(all="ignore"):
        return odds(by * np.array(weights.w))
