"""What one sample costs: the negative log-likelihood of its label, computed from the logit.

Beside it stands the squared loss (p - y)^2, to see why it is not the one to train with. The
derivatives are by the logit.
"""

import math

import numpy as np
from numpy.typing import ArrayLike

from logreg_core.link import Floats, sigmoid


def sample_loss(logit: ArrayLike, y: ArrayLike) -> Floats:
    """Loss of each sample in nats: -ln p where y = 1, -ln(1 - p) where y = 0.

    Parameters
    ----------
    logit : array_like, any shape
        Log-odds in natural log.
    y : array_like, broadcastable to `logit`
        Labels 0 or 1, of any numeric or boolean type.

    Returns
    -------
    float64 array, nats, at least 0; nan stays nan.

    Raises
    ------
    ValueError
        If a label is neither 0 nor 1.

    Notes
    -----
    ln(1 + exp(-s z)) with s = 2y - 1. Taking log(sigmoid(z)) instead loses every digit for z > 37.
    Also called binary cross-entropy and log loss (Bishop, *Pattern Recognition and Machine
    Learning*, section 4.3.2).

    Examples
    --------
    >>> float(sample_loss(0.0, 1))
    0.6931471805599453
    >>> float(sample_loss(37.0, 1)), float(sample_loss(37.0, 0))
    (8.533047625744066e-17, 37.0)
    """
    z = np.asarray(logit, dtype=np.float64)
    with np.errstate(under="ignore", invalid="ignore"):  # logaddexp reports a nan that it is given
        return np.asarray(np.logaddexp(0.0, -_sign(y) * z))[()]


def residual(logit: ArrayLike, y: ArrayLike) -> Floats:
    """Residual p - y, which is also the derivative of the sample's loss by its logit.

    Parameters
    ----------
    logit : array_like, any shape
        Log-odds in natural log.
    y : array_like, broadcastable to `logit`
        Labels 0 or 1.

    Returns
    -------
    float64 array in [-1, 1]; nan stays nan.

    Raises
    ------
    ValueError
        If a label is neither 0 nor 1.

    Notes
    -----
    For y = 1 this is -sigmoid(-z): the plain difference p - 1 loses every digit for z > 37.

    Examples
    --------
    >>> float(residual(0.0, 1)), float(residual(0.0, 0))
    (-0.5, 0.5)
    """
    return signed_residual(np.asarray(logit, dtype=np.float64), _sign(y))


def signed_residual(logit: Floats, sign: Floats) -> Floats:
    """Residual of samples whose labels have been looked at: `sign` is 2 y - 1.

    Examples
    --------
    >>> signed_residual(np.array([0.0, 0.0]), np.array([1.0, -1.0])).tolist()
    [-0.5, 0.5]
    """
    return np.asarray(-sign * sigmoid(-sign * logit))[()]


def curvature(logit: ArrayLike) -> Floats:
    """Second derivative of a sample's loss by its logit: p (1 - p), whatever its label.

    Also the slope of the sigmoid, and the variance of a label that is 1 with probability p.

    Parameters
    ----------
    logit : array_like, any shape
        Log-odds in natural log.

    Returns
    -------
    float64 array in [0, 0.25]; nan stays nan.

    Examples
    --------
    >>> float(curvature(0.0)), round(float(curvature(8.0)), 6)
    (0.25, 0.000335)
    """
    with np.errstate(under="ignore"):
        e = np.exp(-np.abs(np.asarray(logit, dtype=np.float64)))
        return np.asarray(e / (1.0 + e * (2.0 + e)))[()]  # (1 + e)^2 with one rounding less


def squared_loss(logit: ArrayLike, y: ArrayLike) -> Floats:
    """Squared loss (p - y)^2 of each sample.

    Parameters
    ----------
    logit : array_like, any shape
        Log-odds in natural log.
    y : array_like, broadcastable to `logit`
        Labels 0 or 1.

    Returns
    -------
    float64 array in [0, 1]; nan stays nan.

    Raises
    ------
    ValueError
        If a label is neither 0 nor 1.

    Examples
    --------
    >>> float(squared_loss(0.0, 1))
    0.25
    """
    margin = _sign(y) * np.asarray(logit, dtype=np.float64)
    with np.errstate(under="ignore", over="ignore"):  # -2 * 1e308 is -inf, its exponential is 0
        e = np.exp(-np.abs(margin))
        # The square of the residual; squaring it as it stands would double its rounding.
        return np.asarray(np.exp(-2.0 * np.maximum(margin, 0.0)) / (1.0 + e * (2.0 + e)))[()]


def squared_slope(logit: ArrayLike, y: ArrayLike) -> Floats:
    """Derivative of the squared loss by the logit: 2 (p - y) p (1 - p).

    It vanishes where the model is confidently wrong, and never exceeds 8/27 in size: the squared
    loss has least pull where it is needed most. Arguments, type and errors as `squared_loss`.

    Examples
    --------
    >>> round(float(squared_slope(-6.906755, 1)), 6), round(float(residual(-6.906755, 1)), 3)
    (-0.001996, -0.999)
    """
    with np.errstate(under="ignore"):
        return np.asarray(2.0 * residual(logit, y) * curvature(logit))[()]


def squared_curvature(logit: ArrayLike, y: ArrayLike) -> Floats:
    """Second derivative of the squared loss by the logit; below 0 where it is not convex.

    With q the probability that the model gives to the true label: 2 q (1 - q)^2 (3 q - 1).
    Arguments, type and errors as `squared_loss`.

    Examples
    --------
    >>> round(float(squared_curvature(-3.0, 1)), 6)
    -0.073823
    """
    margin = _sign(y) * np.asarray(logit, dtype=np.float64)
    right, wrong = sigmoid(margin), sigmoid(-margin)
    with np.errstate(under="ignore"):
        return np.asarray(2.0 * right * np.square(wrong) * (2.0 * right - wrong))[()]


def bits(nats: ArrayLike) -> Floats:
    """The same loss in bits: nats / ln 2.

    Examples
    --------
    >>> float(bits(math.log(4)))
    2.0
    """
    return np.asarray(np.asarray(nats, dtype=np.float64) / math.log(2.0))[()]


def _sign(y: ArrayLike) -> Floats:
    """Labels 0 and 1 as -1.0 and 1.0 (float64 first: in uint8, 2 * 0 - 1 is 255)."""
    label = np.asarray(y, dtype=np.float64)
    right = label == (label != 0)
    if not right.all():
        raise ValueError(f"y must hold labels 0 and 1 only, got {label[~right].flat[0]:g}.")
    return np.asarray(2.0 * label - 1.0)
