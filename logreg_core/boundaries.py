"""Where p equals the decision threshold: a point on one feature, a line on two."""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from logreg_core.link import logit
from logreg_core.model import Weights


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
    return _cached_logit(float(threshold))


@lru_cache(maxsize=64)  # a frame asks five times, and NumPy is slow for a single number
def _cached_logit(threshold: float) -> float:
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
    return (cut - weights.w0) / weights.w1 + 0.0  # a boundary at 0 is not called -0


class Line(NamedTuple):
    """A line in the plane of two features: through `point`, along `direction` (length one)."""

    point: tuple[float, float]
    direction: tuple[float, float]


def boundary_line(weights: Weights, threshold: float = 0.5) -> Line | None:
    """The line on which p equals the threshold: w0 + w1 x1 + w2 x2 = logit(t).

    Parameters
    ----------
    weights : Weights with two coefficients
    threshold : float in [0, 1]

    Returns
    -------
    Line with the positive side on the right of its direction and the point nearest the origin;
    None where there is no boundary (w1 = w2 = 0, t = 0 or t = 1).

    Raises
    ------
    ValueError
        If there are not two coefficients or the threshold lies outside [0, 1].

    Examples
    --------
    >>> boundary_line(Weights(-5, [3, 4]))
    Line(point=(0.6, 0.8), direction=(-0.8, 0.6))
    """
    if len(weights.w) != 2:
        raise ValueError(f"boundary_line needs two coefficients, got {len(weights.w)}.")
    cut = threshold_logit(threshold)
    size = math.hypot(*weights.w)
    if size == 0 or not np.isfinite(cut):
        return None
    a, b = weights.w1 / size, weights.w2 / size
    away = (cut - weights.w0) / size
    return Line((a * away, b * away), (-b, a))
