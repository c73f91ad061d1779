"""The same sums for many samples, or many weights, at once: block by block, in place.

`descent.mean_loss` and `descent.gradient` say what is computed; here it is computed fast, and they
turn to it when there are many samples.

A sample with y = 1 and logit z costs what a sample with y = 0 and logit -z costs. So each class is
summed as if y were 0, one of them with all weights negated, and no label is ever looked at. Matrix
products are written out: the library behind `@` wakes threads for blocks this size and waits for
them.
"""

from collections.abc import Callable

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.link import Floats
from logreg_core.model import Weights

BLOCK = 16_384  # numbers: four arrays of this length stay in a core's second-level cache


def softplus(z: Floats) -> Floats:
    """Loss ln(1 + exp(z)) of samples with y = 0 and logit z, in nats.

    Examples
    --------
    >>> softplus(np.array([0.0, 800.0, -800.0])).round(6).tolist()
    [0.693147, 800.0, 0.0]
    """
    with np.errstate(under="ignore"):
        return np.asarray(np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z))))


def loss_and_gradient(dataset: Dataset, weights: Weights) -> tuple[float, Floats]:
    """Mean loss and its gradient in one pass, for many samples.

    Parameters
    ----------
    dataset : Dataset with d features
    weights : Weights with d coefficients

    Returns
    -------
    float, nats per sample, and float64 array of shape (1 + d,), nats per unit of weight

    Raises
    ------
    ValueError
        If the numbers of features and of coefficients differ.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> loss, slope = loss_and_gradient(data, Weights(8.12, -0.094))
    >>> round(loss, 6), slope.round(6).tolist()
    (0.310898, [0.186887, 15.783327])
    """
    row = _weight_rows(dataset, np.array([(weights.w0, *weights.w)]))[0]
    with np.errstate(all="ignore"):
        return means(dataset, row)


def means(dataset: Dataset, row: Floats) -> tuple[float, Floats]:
    """Mean loss and its gradient at one row (w0, w1, ...), which may hold any number at all.

    Examples
    --------
    >>> loss, slope = means(Dataset([0, 2], [0, 1]), np.zeros(2))
    >>> round(loss, 6), slope.tolist()
    (0.693147, [0.0, -0.5])
    """
    zeros, ones = dataset.by_class
    loss_0, slope_0 = _sums(zeros, row)
    loss_1, slope_1 = _sums(ones, -row)
    return (loss_0 + loss_1) / dataset.n, (slope_0 - slope_1) / dataset.n


def _sums(x: Floats, row: Floats) -> tuple[float, Floats]:
    """Summed loss, and its gradient by the weights, of samples that all have y = 0."""
    loss, slope = 0.0, np.zeros(len(row))
    nothing = np.zeros(
        BLOCK
    )  # an array, because NumPy's maximum with a number is four times slower
    for start in range(0, len(x), BLOCK):
        block = x[start : start + BLOCK]
        z = block[:, 0] * row[1]
        for j in range(1, block.shape[1]):
            z += block[:, j] * row[1 + j]
        z += row[0]
        e = np.abs(z)
        np.negative(e, out=e)
        np.exp(e, out=e)
        loss += float(np.maximum(z, nothing[: len(z)]).sum() + np.log1p(e).sum())
        p = np.maximum(e, z >= 0)  # the sigmoid; in a sum its last digit does not matter
        e += 1.0
        p /= e
        slope[0] += p.sum()
        for j in range(block.shape[1]):
            slope[1 + j] += np.einsum("i,i", p, block[:, j])
    return loss, slope


def mean_losses(
    dataset: Dataset, rows: Floats, loss: Callable[[Floats], Floats] = softplus
) -> Floats:
    """Mean loss at each of many weights.

    Parameters
    ----------
    dataset : Dataset with d features
    rows : float64 array, shape (m, 1 + d)
        One row (w0, w1, ...) for each model.
    loss : function
        Loss of samples with y = 0 from their logits.

    Returns
    -------
    float64 array, shape (m,), nats per sample for the default loss

    Raises
    ------
    ValueError
        If a row does not hold 1 + d weights.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> mean_losses(data, np.array([[0, 0], [8.12, -0.094]])).round(6).tolist()
    [0.693147, 0.310898]
    """
    weight_rows = _weight_rows(dataset, rows)
    result = np.empty(len(weight_rows))
    some = max(1, BLOCK // dataset.n)
    with np.errstate(all="ignore"):
        for start in range(0, len(weight_rows), some):
            block = weight_rows[start : start + some]
            zeros, ones = dataset.by_class
            total = _summed(zeros, block, loss) + _summed(ones, -block, loss)
            result[start : start + some] = total / dataset.n
    return result


def _summed(x: Floats, rows: Floats, loss: Callable[[Floats], Floats]) -> Floats:
    """Summed loss, at each row of weights, of samples that all have y = 0."""
    total = np.zeros(len(rows))
    for start in range(0, len(x), BLOCK):
        block = x[start : start + BLOCK]
        z = rows[:, :1] + np.einsum("mj,nj->mn", rows[:, 1:], block)
        total += loss(z).sum(axis=1)
    return total


def _weight_rows(dataset: Dataset, rows: Floats) -> Floats:
    table = np.asarray(rows, dtype=np.float64)
    if table.ndim != 2 or table.shape[1] != 1 + dataset.d:
        raise ValueError(f"weights must come as {1 + dataset.d} numbers each, got {table.shape}.")
    return table
