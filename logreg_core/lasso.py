"""Newton's method under an l1 penalty, which keeps some coefficients at exactly 0.

While no coefficient changes its side of 0, the penalty is linear and Newton's method works as
ever. So the method goes from face to face: on each, some coefficients keep their sign and the
others stay at 0. A step that would carry a coefficient across 0 ends there, and the coefficient
stays. Once a face has nothing more to win, the coefficient at 0 that pulls hardest beyond the
penalty leaves 0; if none does, these weights are the best (the subgradient conditions: Hastie,
Tibshirani, Wainwright, *Statistical Learning with Sparsity*, section 5.2). The penalised loss falls
with every step and no face comes twice, so the method ends.
"""

import numpy as np

from logreg_core.blocks import mean_losses, softplus
from logreg_core.dataset import Dataset
from logreg_core.descent import gradient
from logreg_core.hessian import NewtonStep, hessian, newton_step
from logreg_core.link import Floats, logit
from logreg_core.loss import LOSSES, LossName
from logreg_core.model import Weights

CLOSE = 1e-8  # decrement before the last step; the step squares it, which is below rounding
NEAR = 1e-5  # decrement from which on steps are taken whole
LEVEL = 1e-11  # what a pull may exceed the penalty by, in the size of the slope: rounding
HALVINGS = 40


def faces(dataset: Dataset, l1: float, l2: float, max_steps: int) -> list[Weights]:
    """Points on the way to the lowest penalised loss, from the best intercept alone.

    Parameters
    ----------
    dataset : Dataset with samples of both classes
    l1, l2 : float, l1 above 0, l2 at least 0
        Strengths of the penalties.
    max_steps : int
        Steps at most, on each face.

    Returns
    -------
    list of Weights

    Examples
    --------
    >>> data = Dataset([-1, -1, 1, 1], [0, 0, 1, 1])
    >>> [round(faces(data, l1, 0, 50)[-1].w1, 6) for l1 in (0.5, 0.25)]
    [0.0, 1.098612]
    """
    start = Weights(float(logit(dataset.y.mean())), [0.0] * dataset.d)
    points, signs = [start], np.zeros(dataset.d)
    for _ in range(max_steps * (1 + dataset.d)):
        found = newton_step(dataset, points[-1], l1=l1, l2=l2, signs=signs)
        before = _loss_at(dataset, points[-1], l1, l2)
        points.append(_moved(dataset, points[-1], found, l1, l2))
        signs = np.sign(points[-1].w)
        if found.decrement > CLOSE * np.sqrt(before):
            continue
        beyond = pull_beyond(dataset, points[-1], l1, l2)[1:]
        hardest = int(np.argmax(np.abs(beyond)))
        if not abs(beyond[hardest]) > LEVEL:
            break
        signs[hardest] = -np.sign(beyond[hardest])
    return points


def pull_beyond(dataset: Dataset, weights: Weights, l1: float, l2: float) -> Floats:
    """Slope that the l1 penalty does not balance, for each weight, in the slope's usual size.

    All are 0 exactly where the penalised loss is lowest.
    """
    w = np.array(weights.w)
    slope = gradient(dataset, weights, l2=l2)
    held = np.sign(slope[1:]) * np.maximum(np.abs(slope[1:]) - l1, 0.0)
    slope[1:] = np.where(w == 0, held, slope[1:] + l1 * np.sign(w))
    size = np.sqrt(np.diag(hessian(dataset, Weights(0.0, [0.0] * dataset.d), l2=l2)))
    return np.asarray(slope / np.where(size > 0, size, 1.0))


def penalised_loss(
    dataset: Dataset, rows: Floats, l1: float, l2: float, loss: LossName = "cross-entropy"
) -> Floats:
    """Mean loss and both penalties at each of many weights, in nats per sample.

    Examples
    --------
    >>> data = Dataset([-1, 1], [0, 1])
    >>> penalised_loss(data, np.array([[0.0, 0.0], [0.0, 2.0]]), 0.5, 0.1).round(6).tolist()
    [0.693147, 1.326928]
    """
    w, value = rows[:, 1:], softplus if loss == "cross-entropy" else LOSSES[loss].value
    total = mean_losses(dataset, rows, value)
    with np.errstate(over="ignore"):
        if l1:
            total += l1 * np.sum(np.abs(w), axis=1)
        if l2:
            total += l2 / 2 * np.sum(np.square(w), axis=1)
    return total


def _moved(dataset: Dataset, weights: Weights, newton: NewtonStep, l1: float, l2: float) -> Weights:
    """The step, cut off where the first coefficient reaches 0 and halved until the loss falls."""
    w, move = np.array(weights.w), newton.move[1:]
    crossing = (w != 0) & (np.sign(w + move) != np.sign(w))
    ways = np.where(crossing, w / np.where(crossing, -move, 1.0), np.inf)
    reach, first = min(1.0, float(np.min(ways))), int(np.argmin(ways))
    before = _loss_at(dataset, weights, l1, l2)
    near = newton.decrement < NEAR * np.sqrt(before)  # where rounding decides which loss is lower
    for halving in range(1 if near else HALVINGS):
        share = reach * 0.5**halving
        there = w + share * move
        if halving == 0 and reach < 1:
            there[first] = 0.0
        moved = Weights(weights.w0 + share * float(newton.move[0]), there.tolist())
        if _loss_at(dataset, moved, l1, l2) <= before:
            break
    return moved


def _loss_at(dataset: Dataset, weights: Weights, l1: float, l2: float) -> float:
    return float(penalised_loss(dataset, np.array([(weights.w0, *weights.w)]), l1, l2)[0])
