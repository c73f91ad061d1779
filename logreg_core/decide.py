"""From belief to action: labels at a threshold, and how often they are right."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from logreg_core.boundaries import threshold_logit


def predict(logit: ArrayLike, threshold: float = 0.5) -> NDArray[np.int64]:
    """Predicted label: 1 where p >= t, decided as logit >= logit(t) so that the tie is exact.

    Parameters
    ----------
    logit : array_like, any shape
    threshold : float in [0, 1]
        0 predicts 1 for every sample, 1 predicts 0 for every finite logit.

    Returns
    -------
    int64 array of the same shape, 0 or 1.

    Raises
    ------
    ValueError
        If the threshold lies outside [0, 1].

    Examples
    --------
    >>> predict([-0.1, 0.0, 0.1]).tolist()
    [0, 1, 1]
    """
    return np.asarray(np.asarray(logit, dtype=np.float64) >= threshold_logit(threshold)).astype(
        np.int64
    )


class Confusion(NamedTuple):
    """Counts of right and wrong decisions, by true label; a share of nothing is nan."""

    true_positive: int
    false_positive: int
    true_negative: int
    false_negative: int

    @property
    def correct(self) -> int:
        """Number of samples whose predicted label is right."""
        return self.true_positive + self.true_negative

    @property
    def accuracy(self) -> float:
        """Share of samples whose predicted label is right."""
        return _share(self.correct, sum(self))

    @property
    def precision(self) -> float:
        """Share of predicted 1 that is truly 1."""
        return _share(self.true_positive, self.true_positive + self.false_positive)

    @property
    def true_positive_rate(self) -> float:
        """Share of true 1 that is predicted 1; also called recall and sensitivity."""
        return _share(self.true_positive, self.true_positive + self.false_negative)

    @property
    def false_positive_rate(self) -> float:
        """Share of true 0 that is predicted 1."""
        return _share(self.false_positive, self.false_positive + self.true_negative)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        wrong = self.false_positive + self.false_negative
        return _share(2 * self.true_positive, 2 * self.true_positive + wrong)


def confusion(logit: ArrayLike, y: ArrayLike, threshold: float = 0.5) -> Confusion:
    """Confusion counts of the decisions at a threshold.

    Parameters
    ----------
    logit : array_like, shape (n,)
    y : array_like, shape (n,)
        Labels 0 or 1.
    threshold : float in [0, 1]

    Returns
    -------
    Confusion : true_positive, false_positive, true_negative, false_negative

    Raises
    ------
    ValueError
        If the threshold lies outside [0, 1], or as of `positives`.

    Examples
    --------
    >>> confusion([5.77, 5.112, 3.89, 1.07, -0.81, -2.22], [1, 1, 1, 0, 0, 0])
    Confusion(true_positive=3, false_positive=1, true_negative=2, false_negative=0)
    """
    true = positives(logit, y)
    said = predict(logit, threshold) == 1
    both = int(np.count_nonzero(said & true))
    neither = int(np.count_nonzero(~(said | true)))
    return Confusion(
        true_positive=both,
        false_positive=int(np.count_nonzero(said)) - both,
        true_negative=neither,
        false_negative=said.size - int(np.count_nonzero(said)) - neither,
    )


def positives(scores: ArrayLike, y: ArrayLike) -> NDArray[np.bool_]:
    """Which samples have y = 1, after a look whether scores and labels fit.

    Parameters
    ----------
    scores : array_like, shape (n,), n at least 1
        Logits or probabilities.
    y : array_like, shape (n,)

    Returns
    -------
    bool array, shape (n,)

    Raises
    ------
    ValueError
        If there are no samples, not as many labels as scores, or a label is neither 0 nor 1.

    Examples
    --------
    >>> positives([0.3, 0.7], [0, 1]).tolist()
    [False, True]
    """
    shape, label = np.shape(scores), np.asarray(y)
    if len(shape) != 1 or label.shape != shape or not label.size:
        raise ValueError(f"y must hold one label for each sample, got {label.shape} for {shape}.")
    true = label != 0
    if not (label == true).all():
        raise ValueError(f"y must hold labels 0 and 1 only, got {label[label != true][0]}.")
    return np.asarray(true)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
