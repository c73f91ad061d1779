"""Second derivatives of the mean loss: which learning rates are safe, and Newton's step."""

from typing import NamedTuple

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.descent import gradient
from logreg_core.link import Floats
from logreg_core.loss import LOSSES, LossName, curvature
from logreg_core.model import Weights, logits

FLAT = 1e-12  # a direction whose share of the bend is below this is rounding, not bend


def hessian(dataset: Dataset, weights: Weights, *, l2: float = 0.0) -> Floats:
    """Second derivatives of the mean loss by (w0, w1, ...): the mean of p (1 - p) x_j x_k.

    Parameters
    ----------
    dataset : Dataset with d features
    weights : Weights with d coefficients
    l2 : float, at least 0
        Strength of the squared penalty; adds l2 on the diagonal, but not for the intercept.

    Returns
    -------
    float64 array, shape (1 + d, 1 + d), symmetric, in nats per unit of both weights.

    Raises
    ------
    ValueError
        If l2 is negative, or the numbers of features and of coefficients differ.

    Examples
    --------
    >>> hessian(Dataset([0, 2], [0, 1]), Weights(0, 0)).tolist()
    [[0.25, 0.25], [0.25, 0.5]]
    """
    if not 0 <= l2 < np.inf:
        raise ValueError(f"l2 must be a number at least 0, got {l2}.")
    x = np.column_stack([np.ones(dataset.n), dataset.x])
    with np.errstate(under="ignore"):
        x *= np.sqrt(curvature(logits(dataset.x, weights)))[:, np.newaxis]
        result = x.T @ x / dataset.n
    result[np.arange(1, dataset.d + 1), np.arange(1, dataset.d + 1)] += l2
    return np.asarray(result)


def learning_rate_limit(
    dataset: Dataset,
    weights: Weights | None = None,
    *,
    l2: float = 0.0,
    loss: LossName = "cross-entropy",
) -> float:
    """Learning rate below which every step lowers the mean loss: 2 / largest eigenvalue.

    Parameters
    ----------
    dataset : Dataset
    weights : Weights, optional
        Where to look. Weights of zero if not given: there every p (1 - p) is at its largest, 1/4,
        so a smaller learning rate lowers the loss from any point. Above it nothing is promised:
        training may bounce, and may still settle.
    l2 : float, at least 0
    loss : "cross-entropy" or "squared"
        Of the squared loss, only the limit that holds from any point is known.

    Returns
    -------
    float, in units of weight squared per nat; inf where the loss has no bend left.

    Raises
    ------
    ValueError
        If l2 is negative, or the numbers of features and of coefficients differ.

    Notes
    -----
    Nocedal and Wright, *Numerical Optimization*, on steepest descent on a quadratic.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> round(learning_rate_limit(data), 8)
    0.00157745
    """
    share = LOSSES[loss].sharpest / LOSSES["cross-entropy"].sharpest
    steepest = share * float(_eigenvalues(dataset, weights, l2 / share)[-1])
    return 2.0 / steepest if steepest > 0 else float("inf")


def condition_number(dataset: Dataset, weights: Weights | None = None, *, l2: float = 0.0) -> float:
    """Largest over smallest eigenvalue of the Hessian: how narrow the valley of the loss is.

    Parameters and errors as of `learning_rate_limit`.

    Returns
    -------
    float, at least 1; inf where a direction is flat, as with a constant or a repeated feature.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> round(condition_number(data))
    25284
    """
    values = _eigenvalues(dataset, weights, l2)
    flat = values[0] <= len(values) * np.finfo(np.float64).eps * values[-1]
    return float("inf") if flat else float(values[-1] / values[0])


def _eigenvalues(dataset: Dataset, weights: Weights | None, l2: float) -> Floats:
    at = weights or Weights(0.0, [0.0] * dataset.d)
    return np.asarray(np.linalg.eigvalsh(hessian(dataset, at, l2=l2)))


class NewtonStep(NamedTuple):
    """Where Newton's method goes from a point.

    Attributes
    ----------
    move : float64 array, shape (1 + d,), to be added to (w0, w1, ...)
    decrement : float
        Square root of gradient @ inverse Hessian @ gradient. Half its square is what the step is
        about to win, in nats; it does not change with the units of the features.
    rank : int
        Number of directions that are not flat; where all are bent, the optimum is unique.
    inverse : float64 array, shape (1 + d, 1 + d)
        Inverse of the Hessian, zero along flat directions.
    """

    move: Floats
    decrement: float
    rank: int
    inverse: Floats


def newton_step(
    dataset: Dataset,
    weights: Weights,
    *,
    l1: float = 0.0,
    l2: float = 0.0,
    signs: Floats | None = None,
) -> NewtonStep:
    """Newton's step: to the lowest point of the parabola that touches the penalised loss here.

    Parameters
    ----------
    dataset : Dataset with d features
    weights : Weights with d coefficients
    l1, l2 : float, at least 0
    signs : float64 array, shape (d,), optional
        The side of 0 that each coefficient keeps to, -1 or 1, so that the l1 penalty is linear; a
        coefficient with sign 0 does not move. Needed where l1 is above 0.

    Returns
    -------
    NewtonStep

    Notes
    -----
    The Hessian is first scaled to ones on its diagonal, so that units do not decide what is flat.
    Boyd and Vandenberghe, *Convex Optimization*, section 9.5.

    Examples
    --------
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> newton_step(data, Weights(0, 0)).move.round(6).tolist()
    [3.713599, -0.058329]
    """
    slope = gradient(dataset, weights, l2=l2)
    free = np.full(1 + dataset.d, True)
    if signs is not None:
        slope[1:] += l1 * signs
        free[1:] = signs != 0
    bend = hessian(dataset, weights, l2=l2)[np.ix_(free, free)]
    size = np.sqrt(np.diag(bend))
    # along a flat direction the inverse would overflow
    size[np.diag(bend) < np.finfo(np.float64).tiny] = 1.0
    values, vectors = np.linalg.eigh(bend / np.outer(size, size))
    bent = values > FLAT * values[-1]
    # Along a flat direction the l1 penalty may fall, up to where a coefficient reaches 0.
    kept = bent if signs is None else np.full(len(values), True)
    basis = vectors[:, kept] / size[:, np.newaxis]
    inverse = np.zeros((1 + dataset.d, 1 + dataset.d))
    inverse[np.ix_(free, free)] = basis / np.maximum(values, FLAT * values[-1])[kept] @ basis.T
    move = -inverse @ slope
    won = max(0.0, -float(move @ slope))
    return NewtonStep(move, float(np.sqrt(won)), int(np.count_nonzero(bent)), inverse)
