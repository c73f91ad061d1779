"""The slope of the mean loss: what training follows downhill."""

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.link import Floats
from logreg_core.loss import residual, sample_loss
from logreg_core.model import Weights, logits


def mean_loss(dataset: Dataset, weights: Weights) -> float:
    """Mean loss over the samples, in nats per sample.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> round(mean_loss(data, Weights(8.12, -0.094)), 6)
    0.310898
    """
    return float(np.mean(sample_loss(logits(dataset.x, weights), dataset.y)))


def gradient(dataset: Dataset, weights: Weights) -> Floats:
    """Gradient of the mean loss by (w0, w1, ...): mean residual, mean of residual times x.

    Returns
    -------
    float64 array, shape (1 + d,), in nats per unit of weight.

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
    r = residual(logits(dataset.x, weights), dataset.y)
    return np.concatenate([[np.mean(r)], r @ dataset.x / dataset.n])
