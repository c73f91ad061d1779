"""Best weights by Newton's method, or a plain word that there are none."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from logreg_core.blocks import mean_losses
from logreg_core.dataset import Dataset
from logreg_core.descent import History, gradient
from logreg_core.features import Scale
from logreg_core.hessian import NewtonStep, newton_step
from logreg_core.lasso import CLOSE, NEAR, faces, penalised_loss, pull_beyond
from logreg_core.model import Weights
from logreg_core.separability import separability

Outcome = Literal["converged", "one class", "complete", "quasi", "step limit"]

TIED = 1e-9  # a slope within this share of l1 may belong to a coefficient that is free
REASONS: dict[Outcome, str] = {
    "converged": "The gradient, with its penalties, is zero to rounding.",
    "one class": "All samples have the same label: the intercept can grow for ever.",
    "complete": "The classes are separated: the loss falls towards 0 as the weights grow for ever.",
    "quasi": "The classes only touch: the loss falls for ever, towards more than 0.",
    "step limit": "The steps ran out before the gradient was zero; allow more of them.",
}


@dataclass(frozen=True, eq=False)
class Optimum:
    """What `newton` found.

    Attributes
    ----------
    weights : Weights or None
        The weights of lowest penalised loss; None unless the outcome is "converged".
    outcome : "converged", "one class", "complete", "quasi" or "step limit"
    reason : str
        The outcome in one sentence.
    unique : bool
        Whether these are the only best weights. They are not where a feature is constant or
        repeats others; then these are the ones of a feature shared out evenly.
    standard_errors : tuple of float (w0, w1, ...)
        Square roots of the diagonal of the inverse Hessian of the summed loss; nan where the
        outcome is not "converged", the optimum is not unique, or there is a penalty.
    history : History
        Every point on the way; the only thing to look at where there is no optimum.
    """

    weights: Weights | None
    outcome: Outcome
    unique: bool
    standard_errors: tuple[float, ...]
    history: History

    @property
    def reason(self) -> str:
        """The outcome in one sentence."""
        return REASONS[self.outcome]


def newton(dataset: Dataset, *, l1: float = 0.0, l2: float = 0.0, max_steps: int = 50) -> Optimum:
    """Weights of lowest mean loss with its penalties, by Newton's method.

    Parameters
    ----------
    dataset : Dataset with d features
    l1, l2 : float, at least 0
        Strengths of the penalties: l1 times the sum of the coefficients' sizes, and l2 / 2 times
        the sum of their squares. With l1, see `lasso`.
    max_steps : int, at least 1
        Also how far to go on data without an optimum; under l1, on each face.

    Returns
    -------
    Optimum

    Raises
    ------
    ValueError
        If a penalty is negative or max_steps below 1.

    Notes
    -----
    Hastie, Tibshirani, Friedman, *The Elements of Statistical Learning*, section 4.4.1, there as
    iteratively reweighted least squares. A step is halved until the loss falls.

    Examples
    --------
    >>> found = newton(Dataset([1, 2, 3, 4], [0, 1, 0, 1]))
    >>> found.outcome, found.weights.w1 > 0
    ('converged', True)
    >>> newton(Dataset([1, 2, 3, 4], [0, 0, 1, 1])).reason
    'The classes are separated: the loss falls towards 0 as the weights grow for ever.'
    """
    if max_steps < 1:
        raise ValueError(f"max_steps must be at least 1, got {max_steps}.")
    if not 0 <= l1 < np.inf:
        raise ValueError(f"l1 must be a number at least 0, got {l1}.")
    centred, scale = _centred(dataset)
    lone, penalised = 0 in dataset.counts, l1 > 0 or l2 > 0
    sparse = l1 > 0 and not lone  # one class has no best intercept to start from
    points = faces(centred, l1, l2, max_steps) if sparse else _run(centred, l2, max_steps)
    last, unique = _last_step(centred, points[-1], l1 if sparse else 0.0, l2)
    level = np.max(np.abs(pull_beyond(centred, points[-1], l1, l2))) <= CLOSE
    outcome = _outcome(dataset, penalised, level=bool(level) and last.decrement <= CLOSE)
    rows = np.array([(w.w0, *w.w) for w in map(scale.to_raw, points)])
    done = outcome == "converged"
    known = done and unique and not penalised
    return Optimum(
        weights=Weights(float(rows[-1, 0]), rows[-1, 1:].tolist()) if done else None,
        outcome=outcome,
        unique=unique,
        standard_errors=_standard_errors(last, scale, dataset.n, known=known),
        history=History(rows, mean_losses(dataset, rows)),
    )


def _last_step(dataset: Dataset, weights: Weights, l1: float, l2: float) -> tuple[NewtonStep, bool]:
    """Newton's step at the end, and whether no direction is flat that the penalty leaves free."""
    if not l1:
        found = newton_step(dataset, weights, l2=l2)
        return found, found.rank == 1 + dataset.d
    slope = gradient(dataset, weights, l2=l2)[1:]
    tied = np.where(np.abs(slope) >= l1 * (1 - TIED), -np.sign(slope), 0.0)
    found = newton_step(dataset, weights, l1=l1, l2=l2, signs=tied)
    return found, found.rank == 1 + np.count_nonzero(tied)


def _centred(dataset: Dataset) -> tuple[Dataset, Scale]:
    """Features about their means, so that intercept and coefficients hardly interfere."""
    mean = np.mean(dataset.x, axis=0)
    return Dataset(dataset.x - mean, dataset.y), Scale(tuple(mean.tolist()), (1.0,) * dataset.d)


def _run(dataset: Dataset, l2: float, max_steps: int) -> list[Weights]:
    """Points on the way."""
    points = [Weights(0.0, [0.0] * dataset.d)]
    for _ in range(max_steps):
        found = newton_step(dataset, points[-1], l2=l2)
        points.append(_moved(dataset, points[-1], found, l2))
        if found.decrement <= CLOSE:
            break
    return points


def _moved(dataset: Dataset, weights: Weights, newton: NewtonStep, l2: float) -> Weights:
    """The step, halved until the loss falls; near the optimum, where rounding decides, whole."""
    here = np.array((weights.w0, *weights.w))
    shares = [1.0] if newton.decrement < NEAR else 0.5 ** np.arange(40)
    before = penalised_loss(dataset, here[np.newaxis], 0.0, l2)[0]
    for share in shares:
        there = here + share * newton.move
        if penalised_loss(dataset, there[np.newaxis], 0.0, l2)[0] <= before:
            break
    return Weights(float(there[0]), there[1:].tolist())


def _outcome(dataset: Dataset, penalised: bool, *, level: bool) -> Outcome:
    if 0 in dataset.counts:
        return "one class"
    kind = "none" if penalised else separability(dataset).kind
    if kind in ("complete", "quasi"):
        return kind
    return "converged" if level else "step limit"


def _standard_errors(last: NewtonStep, scale: Scale, n: int, *, known: bool) -> tuple[float, ...]:
    if not known:
        return (float("nan"),) * len(last.move)
    back = np.eye(len(last.move))
    back[0, 1:] = -np.array(scale.mean)
    return tuple(np.sqrt(np.diag(back @ last.inverse @ back.T) / n).tolist())
