"""The mean loss, its slope, and going downhill step by step.

Penalties are l2 / 2 times the sum of the squared coefficients and l1 times the sum of their sizes.
The intercept is never penalised, and a mean loss never contains a penalty. The loss is the
cross-entropy unless `loss="squared"` is given.
"""

from dataclasses import dataclass

import numpy as np

from logreg_core.blocks import BLOCK, loss_and_gradient, mean_losses
from logreg_core.dataset import Dataset
from logreg_core.link import Floats
from logreg_core.loss import LOSSES, LossName, sample_loss, signed_slope
from logreg_core.model import Weights, logits
from logreg_core.walk import walk


def mean_loss(dataset: Dataset, weights: Weights, *, loss: LossName = "cross-entropy") -> float:
    """Mean loss over the samples, in nats per sample; the squared loss has no unit.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> round(mean_loss(data, Weights(8.12, -0.094)), 6)
    0.310898
    """
    if loss == "squared":
        rows = np.array([(weights.w0, *weights.w)])
        return float(mean_losses(dataset, rows, LOSSES[loss].value)[0])
    if dataset.n > BLOCK:
        return loss_and_gradient(dataset, weights)[0]  # the same, block by block
    return float(np.mean(sample_loss(logits(dataset.x, weights), dataset.y)))


def gradient(
    dataset: Dataset, weights: Weights, *, l2: float = 0.0, loss: LossName = "cross-entropy"
) -> Floats:
    """Gradient of the mean loss by (w0, w1, ...): mean residual, mean of residual times x.

    With the squared loss its slope 2 (p - y) p (1 - p) takes the place of the residual.

    Parameters
    ----------
    dataset : Dataset with d features
    weights : Weights with d coefficients
    l2 : float, at least 0
        Strength of the squared penalty; its slope is l2 times each coefficient.
    loss : "cross-entropy" or "squared"

    Returns
    -------
    float64 array, shape (1 + d,), in nats per unit of weight.

    Raises
    ------
    ValueError
        If l2 is negative, or the numbers of features and of coefficients differ.

    Notes
    -----
    Hastie, Tibshirani, Friedman, *The Elements of Statistical Learning*, section 4.4.1, with the
    sign of a loss to go down, not of a likelihood to go up.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> gradient(data, Weights(8.12, -0.094)).round(6).tolist()
    [0.186887, 15.783327]
    """
    _check(l2=l2)
    penalty = l2 * np.array((0.0, *weights.w))
    if dataset.n > BLOCK and loss == "cross-entropy":
        return loss_and_gradient(dataset, weights)[1] + penalty
    r = signed_slope(logits(dataset.x, weights), dataset.sign, loss)
    return np.array([r.sum(), *(r @ dataset.x)]) / dataset.n + penalty


def step(  # noqa: PLR0913 - the penalties and the loss are what the step goes down
    dataset: Dataset,
    weights: Weights,
    learning_rate: float,
    *,
    l1: float = 0.0,
    l2: float = 0.0,
    loss: LossName = "cross-entropy",
) -> Weights:
    """One step downhill: every weight moves from the same point, by learning_rate times its slope.

    Parameters
    ----------
    dataset : Dataset with d features
    weights : Weights with d coefficients
    learning_rate : float, above 0
    l1, l2 : float, at least 0
        Strengths of the penalties. l1 then draws each coefficient towards 0 by learning_rate * l1
        and lets it rest there (the proximal step: Parikh and Boyd, *Proximal Algorithms*, 2014).
    loss : "cross-entropy" or "squared"

    Returns
    -------
    Weights

    Raises
    ------
    ValueError
        If learning_rate is not above 0, a penalty is negative, or a weight would overflow.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> step(data, Weights(0, 0), 0.001)
    Weights(w0=0.0, w=(-0.014833333333333334,))
    """
    _check(l1=l1, l2=l2, learning_rate=learning_rate)
    slope = gradient(dataset, weights, l2=l2, loss=loss)
    with np.errstate(all="ignore"):  # a weight that overflows is refused below, by name
        w = np.array(weights.w) - learning_rate * slope[1:]
        if l1:
            w = np.sign(w) * np.maximum(np.abs(w) - learning_rate * l1, 0.0)
    return Weights(weights.w0 - learning_rate * float(slope[0]), w.tolist())


@dataclass(frozen=True, eq=False)
class History:
    """Where training went, the starting point included.

    Attributes
    ----------
    weights : float64 array, shape (steps + 1, 1 + d)
        One row (w0, w1, ...) for each point.
    mean_loss : float64 array, shape (steps + 1,)
        Mean loss at each point, in nats, without any penalty.
    """

    weights: Floats
    mean_loss: Floats

    @property
    def last(self) -> Weights:
        """The weights at the end."""
        return Weights(float(self.weights[-1, 0]), self.weights[-1, 1:].tolist())


def descend(  # noqa: PLR0913 - the arguments of `step`, and how many
    dataset: Dataset,
    weights: Weights,
    learning_rate: float,
    steps: int,
    *,
    l1: float = 0.0,
    l2: float = 0.0,
    loss: LossName = "cross-entropy",
) -> History:
    """So many steps downhill, with every point on the way.

    Parameters and errors as of `step`; the number of steps is at least 0. The history ends early,
    before a weight would overflow.

    Examples
    --------
    >>> data = Dataset([-3, -2, -1, 0, 1, 2, 3], [0, 0, 0, 0, 1, 1, 1])
    >>> history = descend(data, Weights(-0.2, 0.7), 0.5, 60)
    >>> history.weights[-1].round(6).tolist(), round(float(history.mean_loss[-1]), 6)
    ([-1.009284, 2.70009], 0.074155)
    """
    _check(steps=steps, l1=l1, l2=l2, learning_rate=learning_rate)
    points = walk(dataset, weights, learning_rate, steps, l1=l1, l2=l2, loss=loss)
    return History(points, mean_losses(dataset, points, LOSSES[loss].value))


def _check(**numbers: float) -> None:
    """Refuse a learning rate that is not above 0, and anything else below 0."""
    for name, value in numbers.items():
        if not 0 <= value < np.inf or (name == "learning_rate" and value == 0):
            allowed = "above 0" if name == "learning_rate" else "at least 0"
            raise ValueError(f"{name} must be a number {allowed}, got {value}.")
