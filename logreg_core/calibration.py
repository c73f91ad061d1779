"""Whether a probability means what it says."""

from statistics import NormalDist
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from logreg_core.decide import positives
from logreg_core.link import Floats

SURE = 0.95  # how often the interval of a bin holds the true share
Z = NormalDist().inv_cdf((1 + SURE) / 2)


class Reliability(NamedTuple):
    """Samples grouped by the probability that they were given; one entry for each bin in use.

    Attributes
    ----------
    low, high : float64 arrays
        Ends of the bin; it holds low <= p < high, the last one also p = 1.
    mean_p : float64 array
        Mean probability of the bin's samples.
    share : float64 array
        Share of the bin's samples with y = 1; equal to mean_p where the model is calibrated.
    n : int64 array
        Number of samples in the bin.
    share_low, share_high : float64 arrays
        The interval of the share, which leaves room for chance; see `wilson`.
    """

    low: Floats
    high: Floats
    mean_p: Floats
    share: Floats
    n: NDArray[np.int64]
    share_low: Floats
    share_high: Floats


def reliability(p: ArrayLike, y: ArrayLike, bins: int = 10) -> Reliability:
    """Reliability diagram: among samples given about p, how many are positive.

    Parameters
    ----------
    p : array_like, shape (n,), in [0, 1]
    y : array_like, shape (n,)
        Labels 0 or 1.
    bins : int, at least 1
        Number of bins of equal width; those without a sample are left out.

    Returns
    -------
    Reliability

    Raises
    ------
    ValueError
        If a probability lies outside [0, 1], bins is below 1, or as of `positives`.

    Examples
    --------
    >>> found = reliability([0.1, 0.1, 0.9, 0.9], [0, 0, 1, 0], bins=2)
    >>> found.mean_p.tolist(), found.share.tolist(), found.n.tolist()
    ([0.1, 0.9], [0.0, 0.5], [2, 2])
    """
    belief, true = _checked(p), positives(p, y)
    if bins < 1:
        raise ValueError(f"bins must be at least 1, got {bins}.")
    edges = np.linspace(0.0, 1.0, bins + 1)
    place = np.searchsorted(edges[1:-1], belief, side="right")
    count = np.bincount(place, minlength=bins)
    used = count > 0
    ones = np.bincount(place, weights=true, minlength=bins)[used]
    low, high = wilson(ones, count[used])
    return Reliability(
        low=edges[:-1][used],
        high=edges[1:][used],
        mean_p=np.bincount(place, weights=belief, minlength=bins)[used] / count[used],
        share=ones / count[used],
        n=count[used].astype(np.int64),
        share_low=low,
        share_high=high,
    )


def wilson(ones: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats]:
    """Interval for a share that was counted: the shares that 95 % of such counts fit.

    A share q is in it if the counted one lies within 1.96 standard errors sqrt(q (1 - q) / n) of q.

    Parameters
    ----------
    ones : array_like, from 0 to n
        How many were counted.
    n : array_like, at least 1
        Out of how many.

    Returns
    -------
    low, high : float64 arrays, in [0, 1]

    References
    ----------
    E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of
    the American Statistical Association 22 (1927), 209-212.

    Examples
    --------
    >>> low, high = wilson(9, 10)
    >>> round(float(low), 4), round(float(high), 4)
    (0.5958, 0.9821)
    """
    k, total = np.asarray(ones, dtype=np.float64), np.asarray(n, dtype=np.float64)
    room = Z * np.sqrt(Z * Z + 4 * k * (1 - k / total))
    middle, whole = 2 * k + Z * Z, 2 * (total + Z * Z)
    return (middle - room) / whole, np.minimum((middle + room) / whole, 1.0)


def _checked(p: ArrayLike) -> Floats:
    belief = np.asarray(p, dtype=np.float64)
    wrong = ~((belief >= 0) & (belief <= 1))
    if np.any(wrong):
        raise ValueError(f"p must lie between 0 and 1, got {belief[wrong].flat[0]:g}.")
    return belief
