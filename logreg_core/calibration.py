"""Whether a probability means what it says, and how to mend one that does not."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from logreg_core.decide import positives
from logreg_core.link import Floats, logit
from logreg_core.model import Weights


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
    """

    low: Floats
    high: Floats
    mean_p: Floats
    share: Floats
    n: NDArray[np.int64]


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
    return Reliability(
        low=edges[:-1][used],
        high=edges[1:][used],
        mean_p=np.bincount(place, weights=belief, minlength=bins)[used] / count[used],
        share=np.bincount(place, weights=true, minlength=bins)[used] / count[used],
        n=count[used].astype(np.int64),
    )


def brier_score(p: ArrayLike, y: ArrayLike) -> float:
    """Brier score: the mean of (p - y)^2, 0 at best.

    Parameters
    ----------
    p : array_like, shape (n,), in [0, 1]
    y : array_like, shape (n,)
        Labels 0 or 1.

    Examples
    --------
    >>> brier_score([0.5, 1.0], [1, 1])
    0.125
    """
    return float(np.mean(np.square(_checked(p) - positives(p, y))))


def correct_base_rate(weights: Weights, trained: float, actual: float) -> Weights:
    """The same model for a population with another share of y = 1: only the intercept moves.

    Parameters
    ----------
    weights : Weights
    trained, actual : float in (0, 1)
        Share of y = 1 among the samples it was trained on, and where it is used.

    Returns
    -------
    Weights

    Raises
    ------
    ValueError
        If a share is not between 0 and 1.

    Notes
    -----
    Bayes' rule multiplies the odds by the ratio of the two prior odds. Holds where the samples of
    each class are the same and only their numbers changed (King and Zeng, *Political Analysis* 9,
    2001).

    Examples
    --------
    >>> round(correct_base_rate(Weights(0, 1), trained=0.5, actual=0.001).w0, 6)
    -6.906755
    """
    return Weights(weights.w0 + drift(trained, actual), weights.w)


def drift(claimed: float, actual: float) -> float:
    """How far logits must move so that what claims one probability tells the actual one.

    Parameters
    ----------
    claimed, actual : float in (0, 1)

    Returns
    -------
    float, in natural log.

    Raises
    ------
    ValueError
        If a probability is not between 0 and 1.

    Examples
    --------
    >>> round(drift(0.8, 0.6), 6)
    -0.980829
    """
    for name, value in (("claimed", claimed), ("actual", actual)):
        if not 0 < value < 1:
            raise ValueError(f"{name} must lie between 0 and 1, both excluded, got {value}.")
    return float(logit(actual)) - float(logit(claimed))


def noise_floor(flipped: float) -> float:
    """Lowest mean loss when this share of the labels is wrong, even for who knows the truth.

    Reached by saying 1 - flipped where the truth is 1: the entropy of the flip.

    Parameters
    ----------
    flipped : float in [0, 1]
        Chance that a label was turned round.

    Returns
    -------
    float, nats per sample.

    Raises
    ------
    ValueError
        If the share lies outside [0, 1].

    Examples
    --------
    >>> round(noise_floor(0.1), 6), noise_floor(0)
    (0.325083, 0.0)
    """
    if not 0 <= flipped <= 1:
        raise ValueError(f"flipped must lie between 0 and 1, got {flipped}.")
    if flipped in (0, 1):
        return 0.0
    return float(-flipped * np.log(flipped) - (1 - flipped) * np.log1p(-flipped))


def _checked(p: ArrayLike) -> Floats:
    belief = np.asarray(p, dtype=np.float64)
    wrong = ~((belief >= 0) & (belief <= 1))
    if np.any(wrong):
        raise ValueError(f"p must lie between 0 and 1, got {belief[wrong].flat[0]:g}.")
    return belief
