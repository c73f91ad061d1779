"""The model: an intercept and one coefficient per feature, and where they put the boundary."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from logreg_core.link import Floats, logit


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
        coefficients = tuple(float(c) for c in np.atleast_1d(np.asarray(w, dtype=np.float64)))
        if not coefficients:
            raise ValueError("w must hold at least one coefficient, got none.")
        for name, value in (
            ("w0", float(w0)),
            *((f"w{i + 1}", c) for i, c in enumerate(coefficients)),
        ):
            if not np.isfinite(value):
                raise ValueError(f"{name} must be a finite number, got {value}.")
        object.__setattr__(self, "w0", float(w0))
        object.__setattr__(self, "w", coefficients)

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


def threshold_logit(threshold: float) -> float:
    """Logit of the decision threshold t: the score from which the label is 1.

    Parameters
    ----------
    threshold : float in [0, 1]

    Returns
    -------
    float, in natural log; -inf at t = 0, inf at t = 1.

    Raises
    ------
    ValueError
        If the threshold lies outside [0, 1].

    Examples
    --------
    >>> round(threshold_logit(0.95), 6)
    2.944439
    """
    if not 0 <= threshold <= 1:
        raise ValueError(f"threshold must lie between 0 and 1, got {threshold:g}.")
    return float(logit(threshold))


def boundary(weights: Weights, threshold: float = 0.5) -> float:
    """Feature value at which p equals the threshold: (logit(t) - w0) / w1.

    Parameters
    ----------
    weights : Weights with one coefficient
    threshold : float in [0, 1]
        Decision threshold t on the probability.

    Returns
    -------
    float, in the feature's unit; nan where there is no boundary (w1 = 0, t = 0 or t = 1).

    Raises
    ------
    ValueError
        If there is more than one coefficient or the threshold lies outside [0, 1].

    Examples
    --------
    >>> round(boundary(Weights(8.12, -0.094)), 6)
    86.382979
    >>> boundary(Weights(1, 0))
    nan
    """
    if len(weights.w) != 1:
        raise ValueError(f"boundary needs weights with one coefficient, got {len(weights.w)}.")
    cut = threshold_logit(threshold)
    if weights.w1 == 0 or not np.isfinite(cut):
        return float("nan")
    return (cut - weights.w0) / weights.w1
