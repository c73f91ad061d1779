"""The link between a score and a probability: sigmoid, its inverse logit, and the odds between."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
# A dozen arrays of so many numbers stay in a core's second-level cache, and below the size at which
# the allocator gives memory back to the system after each use.
CHUNK = 4_096


def in_chunks(function: Callable[..., Floats], *values: ArrayLike) -> Floats:
    """An elementwise function of broadcast arrays, chunk by chunk, so that its steps stay in cache.

    Examples
    --------
    >>> in_chunks(np.multiply, np.array([1.0, 2.0]), 3.0).tolist()
    [3.0, 6.0]
    """
    arrays = [np.asarray(value) for value in values]
    if max(array.size for array in arrays) <= CHUNK:
        return np.asarray(function(*arrays))[()]
    arrays = list(np.broadcast_arrays(*arrays))
    flat = [np.ravel(array) for array in arrays]
    result = np.empty(flat[0].shape)
    for start in range(0, len(result), CHUNK):
        part = slice(start, start + CHUNK)
        result[part] = function(*(array[part] for array in flat))
    return np.asarray(result.reshape(arrays[0].shape))[()]


def sigmoid(logit: ArrayLike) -> Floats:
    """Probability p = 1 / (1 + exp(-logit)), exact on both tails.

    Parameters
    ----------
    logit : array_like, any shape
        Log-odds in natural log, any finite or infinite number.

    Returns
    -------
    float64 array of the same shape, in [0, 1]; nan stays nan.

    Notes
    -----
    Only exp(-abs(logit)) is taken, so nothing overflows (Higham, *Accuracy and Stability of
    Numerical Algorithms*, 2nd ed., on evaluating by the sign of the argument). Within 2 ulp: see
    `_sigmoid`.

    Examples
    --------
    >>> float(sigmoid(0.0))
    0.5
    >>> float(sigmoid(-709.782712893384))
    5.562684646268137e-309
    """
    with np.errstate(under="ignore"):
        return in_chunks(_sigmoid, np.asarray(logit, dtype=np.float64))


def _sigmoid(z: Floats) -> Floats:
    """Top / (1 + e) with e = exp(-abs(z)), as top - top * (e / (1 + e)).

    The plain quotient takes the rounding of e, of 1 + e and of the division in full, up to 2.5 ulp.
    What is taken off here is smaller than the result, and so are its roundings.
    """
    e = np.exp(-np.abs(z))
    # The numerator is 1 where z >= 0, else e; as e <= 1, that is the larger of e and True.
    top = np.maximum(e, z >= 0)
    return np.asarray(top - top * (e / (1.0 + e)))


def logit(p: ArrayLike) -> Floats:
    """Log-odds ln(p / (1 - p)), the inverse of the sigmoid.

    Parameters
    ----------
    p : array_like, any shape
        Probabilities in [0, 1].

    Returns
    -------
    float64 array of the same shape; -inf at 0, inf at 1, nan stays nan.

    Raises
    ------
    ValueError
        If a probability lies outside [0, 1].

    Examples
    --------
    >>> float(logit(0.5)), float(logit(0)), float(logit(1))
    (0.0, -inf, inf)
    >>> round(float(logit(0.2)), 6)
    -1.386294
    """
    q = np.asarray(p, dtype=np.float64)
    if np.any((q < 0) | (q > 1)):
        raise ValueError(f"p must lie between 0 and 1, got {q[(q < 0) | (q > 1)].flat[0]:g}.")
    with np.errstate(divide="ignore", under="ignore"):
        # Near one half the ratio is near 1 and its logarithm loses digits; there 2q - 1 is exact.
        tails = np.log(q / (1.0 - q))
        middle = 2.0 * np.arctanh(np.clip(2.0 * q - 1.0, -0.5, 0.5))
    return np.asarray(np.where(np.abs(q - 0.5) < 0.25, middle, tails))[()]


def odds(logit: ArrayLike) -> Floats:
    """Odds p / (1 - p) = exp(logit), taken from the logit so that a rounded p never enters.

    Parameters
    ----------
    logit : array_like, any shape
        Log-odds in natural log.

    Returns
    -------
    float64 array of the same shape, in [0, inf].

    Examples
    --------
    >>> round(float(odds(5.77)), 6)
    320.537733
    """
    with np.errstate(over="ignore", under="ignore"):
        return np.asarray(np.exp(np.asarray(logit, dtype=np.float64)))[()]
