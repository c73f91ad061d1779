"""What one sample costs: the negative log-likelihood of its label, computed from the logit.

Beside it stands the squared loss (p - y)^2, to see why it is not the one to train with. The
derivatives are by the logit.
"""

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from logreg_core.link import Floats, in_chunks, sigmoid

SMALL = 0.13  # residuals below this are squared by another formula; see `_square`


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
    with np.errstate(under="ignore", invalid="ignore"):  # logaddexp reports a nan that it is given
        return _of_the_wrong(lambda wrong: np.logaddexp(0.0, wrong), logit, y)


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
    float64 array in [-1, 1], within 2 ulp; nan stays nan.

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
    return in_chunks(lambda z, label: signed_residual(z, _sign(label)), _floats(logit), y)


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
    float64 array in [0, 1], within 2 ulp; nan stays nan.

    Raises
    ------
    ValueError
        If a label is neither 0 nor 1.

    Examples
    --------
    >>> float(squared_loss(0.0, 1))
    0.25
    """
    with np.errstate(under="ignore", over="ignore"):  # -2 * 1e308 is -inf, its exponential is 0
        return _of_the_wrong(_square, logit, y)


def _square(z: Floats) -> Floats:
    """Square of sigmoid(z) within 2 ulp; squaring a rounded sigmoid would double its rounding.

    The quotient r = top / (1 + e) is held as `high` + `low`: `high` has 24 bits, so that its
    products are exact, and `low` is what the division left over. Where r is small the rounding of e
    would count twice; there exp(2 z) stands for e^2, and of it 1 - (1 - r)^2 is taken off.
    """
    e = np.exp(-np.abs(z))
    top = np.maximum(e, z >= 0)  # as in the sigmoid
    below = 1.0 + e
    high, e_high = _leading(top / below), _leading(e)
    low = top - high
    low -= high * e_high
    low -= high * (e - e_high)
    low /= below
    square = low * (2.0 * high + low)
    square += high * high
    power = np.exp(2.0 * np.minimum(z, 0.0))
    return np.where(high < SMALL, power - power * (2.0 * high - (square - 2.0 * low)), square)


def _leading(values: Floats) -> Floats:
    """The values to the 24 bits of a float32."""
    return values.astype(np.float32).astype(np.float64)


def squared_slope(logit: ArrayLike, y: ArrayLike) -> Floats:
    """Derivative of the squared loss by the logit: 2 (p - y) p (1 - p).

    It vanishes where the model is confidently wrong, and never exceeds 8/27 in size: the squared
    loss has least pull where it is needed most. Within 5 ulp, as a product of two rounded factors.
    Arguments, type and errors as `squared_loss`.

    Examples
    --------
    >>> round(float(squared_slope(-6.906755, 1)), 6), round(float(residual(-6.906755, 1)), 3)
    (-0.001996, -0.999)
    """
    with np.errstate(under="ignore"):
        return np.asarray(2.0 * residual(logit, y) * curvature(logit))[()]


def squared_curvature(logit: ArrayLike, y: ArrayLike) -> Floats:
    """Second derivative of the squared loss by the logit; below 0 where it is not convex.

    With q the probability that the model gives to the true label: 2 q (1 - q)^2 (2 q - (1 - q)).
    It crosses 0 at q = 1/3, where any rounding of q shows whole: the error is within 8 ulp of the
    larger of the two terms, not of their difference. Arguments, type and errors as `squared_loss`.

    Examples
    --------
    >>> round(float(squared_curvature(-3.0, 1)), 6)
    -0.073823
    """
    margin = _sign(y) * np.asarray(logit, dtype=np.float64)
    right, wrong = sigmoid(margin), sigmoid(-margin)
    with np.errstate(under="ignore"):
        return np.asarray(2.0 * right * np.square(wrong) * (2.0 * right - wrong))[()]


class Loss(NamedTuple):
    """A loss that a model can be trained with, as functions of the wrong label's logit.

    That is z where y = 0 and -z where y = 1, because either loss only asks how far the logit is on
    the wrong side.

    Attributes
    ----------
    value, slope : function of logits
        The loss, and its derivative by the wrong label's logit.
    sharpest : float
        Largest second derivative by the logit.
    """

    value: Callable[[Floats], Floats]
    slope: Callable[[Floats], Floats]
    sharpest: float


SHARPEST_AT = (9.0 + math.sqrt(33.0)) / 24.0  # the q where 2 q (1 - q)^2 (3 q - 1) is largest
LossName = Literal["cross-entropy", "squared"]
LOSSES: Mapping[str, Loss] = MappingProxyType(
    {
        "cross-entropy": Loss(lambda z: sample_loss(z, 0), sigmoid, 0.25),
        "squared": Loss(
            lambda z: squared_loss(z, 0),
            lambda z: squared_slope(z, 0),
            2.0 * SHARPEST_AT * (1.0 - SHARPEST_AT) ** 2 * (3.0 * SHARPEST_AT - 1.0),
        ),
    }
)


def signed_slope(logit: Floats, sign: Floats, loss: LossName) -> Floats:
    """Derivative of each sample's loss by its logit, where `sign` is 2 y - 1.

    Examples
    --------
    >>> signed_slope(np.array([0.0, 0.0]), np.array([1.0, -1.0]), "squared").tolist()
    [-0.25, 0.25]
    """
    if loss not in LOSSES:
        raise ValueError(f'loss must be "cross-entropy" or "squared", got "{loss}".')
    return np.asarray(-sign * LOSSES[loss].slope(-sign * logit))[()]


def bits(nats: ArrayLike) -> Floats:
    """The same loss in bits: nats / ln 2.

    Examples
    --------
    >>> float(bits(math.log(4)))
    2.0
    """
    return np.asarray(np.asarray(nats, dtype=np.float64) / math.log(2.0))[()]


def _of_the_wrong(function: Callable[[Floats], Floats], logit: ArrayLike, y: ArrayLike) -> Floats:
    """A function of the wrong label's logit: z where y = 0, -z where y = 1."""
    return in_chunks(lambda z, label: function(-_sign(label) * z), _floats(logit), y)


def _floats(logit: ArrayLike) -> Floats:
    return np.asarray(logit, dtype=np.float64)


def _sign(y: ArrayLike) -> Floats:
    """Labels 0 and 1 as -1.0 and 1.0."""
    label = np.asarray(y)
    positive = label == 1
    right = positive | (label == 0)
    if not np.all(right):
        raise ValueError(f"y must hold labels 0 and 1 only, got {label[~right].flat[0]:g}.")
    return np.where(positive, 1.0, -1.0)
