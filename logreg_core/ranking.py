"""How well the logits put the samples in order, whatever the threshold."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from logreg_core.decide import positives
from logreg_core.link import Floats


class Roc(NamedTuple):
    """The curve of both rates as the threshold falls, from (0, 0) to (1, 1).

    Attributes
    ----------
    false_positive_rate, true_positive_rate : float64 arrays, shape (k,), non-decreasing
    logit : float64 array, shape (k,), falling
        Logit from which samples are predicted 1 at that point; inf first.
    auc : float
        Area under the curve: the chance that a sample with y = 1 has a larger logit than one with
        y = 0, where equal logits count one half.
    """

    false_positive_rate: Floats
    true_positive_rate: Floats
    logit: Floats
    auc: float


def roc(logit: ArrayLike, y: ArrayLike) -> Roc:
    """Receiver operating characteristic: one point for each distinct logit.

    Parameters
    ----------
    logit : array_like, shape (n,), without nan
    y : array_like, shape (n,)
        Labels 0 or 1, both of them.

    Returns
    -------
    Roc

    Raises
    ------
    ValueError
        If a class has no sample, a logit is nan, or as of `positives`.

    Notes
    -----
    Samples with the same logit enter together, so a tie is a slanted piece of the curve, not two
    steps whose order would be an accident of the file (Fawcett, *Pattern Recognition Letters* 27,
    2006).

    Examples
    --------
    >>> curve = roc([2.0, 1.0, 1.0, 0.0], [1, 1, 0, 0])
    >>> curve.false_positive_rate.tolist(), curve.true_positive_rate.tolist(), curve.auc
    ([0.0, 0.0, 0.5, 1.0], [0.0, 0.5, 1.0, 1.0], 0.875)
    """
    z, true = np.asarray(logit, dtype=np.float64), positives(logit, y)
    ones = int(np.count_nonzero(true))
    zeros = true.size - ones
    if ones == 0 or zeros == 0:
        raise ValueError(
            f"roc needs samples of both classes, got {zeros} of y = 0 and {ones} of 1."
        )
    if np.any(np.isnan(z)):
        raise ValueError("logit must hold numbers only, got nan.")
    values, place = np.unique(-z, return_inverse=True)
    rise = np.bincount(place, weights=true, minlength=len(values))
    run = np.bincount(place, weights=~true, minlength=len(values))
    hits, alarms = np.append(0.0, np.cumsum(rise)), np.append(0.0, np.cumsum(run))
    area = float(run @ (hits[1:] + hits[:-1])) / (2.0 * ones * zeros)
    return Roc(alarms / zeros, hits / ones, np.append(np.inf, -values), area)
