"""What one sample costs: the negative log-likelihood of its label, computed from the logit."""

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
    sign = _sign(y)
    return np.asarray(-sign * sigmoid(-sign * np.asarray(logit, dtype=np.float64)))[()]


def _sign(y: ArrayLike) -> Floats:
    """Labels 0 and 1 as -1.0 and 1.0 (float64 first: in uint8, 2 * 0 - 1 is 255)."""
    label = np.asarray(y, dtype=np.float64)
    wrong = (label != 0) & (label != 1)
    if np.any(wrong):
        raise ValueError(f"y must hold labels 0 and 1 only, got {label[wrong].flat[0]:g}.")
    return np.asarray(2.0 * label - 1.0)
