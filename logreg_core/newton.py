"""Best weights by Newton's method, or a plain word that there are none."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from logreg_core.blocks import mean_losses
from logreg_core.dataset import Dataset
from logreg_core.descent import History, gradient
from logreg_core.features import Scale
from logreg_core.hessian import NewtonStep, hessian, newton_step
from logreg_core.link import Floats
from logreg_core.model import Weights
from logreg_core.separability import separability

Outcome = Literal["converged", "one class", "complete", "quasi", "step limit"]

CLOSE = 1e-8  # decrement before the last step; the step squares it, which is below rounding
REASONS: dict[Outcome, str] = {
    "converged": "The gradient is zero to rounding.",
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
        The weights of lowest loss; None unless the outcome is "converged".
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


def newton(dataset: Dataset, *, l2: float = 0.0, max_steps: int = 50) -> Optimum:
    """Weights of lowest mean loss, by Newton's method from weights of zero.

    Parameters
    ----------
    dataset : Dataset with d features
    l2 : float, at least 0
        Strength of the squared penalty l2 / 2 times the sum of squared coefficients.
    max_steps : int, at least 1
        Also how far to go on data without an optimum.

    Returns
    -------
    Optimum

    Raises
    ------
    ValueError
        If l2 is negative or max_steps below 1.

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
    centred, scale = _centred(dataset)
    points = _run(centred, l2, max_steps)
    last = newton_step(centred, points[-1], l2=l2)
    level = _is_level(centred, points[-1], l2) and last.decrement <= CLOSE
    outcome = _outcome(dataset, l2, level=level)
    rows = np.array([(w.w0, *w.w) for w in map(scale.to_raw, points)])
    done, unique = outcome == "converged", last.rank == 1 + dataset.d
    return Optimum(
        weights=Weights(float(rows[-1, 0]), rows[-1, 1:].tolist()) if done else None,
        outcome=outcome,
        unique=unique,
        standard_errors=_standard_errors(last, scale, dataset.n, known=done and unique and not l2),
        history=History(rows, mean_losses(dataset, rows)),
    )


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
    shares = [1.0] if newton.decrement < 1e-5 else 0.5 ** np.arange(40)
    before = _objective(dataset, here, l2)
    for share in shares:
        there = here + share * newton.move
        if _objective(dataset, there, l2) <= before:
            break
    return Weights(float(there[0]), there[1:].tolist())


def _objective(dataset: Dataset, row: Floats, l2: float) -> float:
    return float(mean_losses(dataset, row[np.newaxis])[0] + l2 / 2 * (row[1:] @ row[1:]))


def _is_level(dataset: Dataset, weights: Weights, l2: float) -> bool:
    """Whether the gradient is zero to rounding, also where the Hessian saw nothing to bend."""
    start = Weights(0.0, [0.0] * dataset.d)
    size = np.sqrt(np.diag(hessian(dataset, start, l2=l2)))
    return bool(np.all(np.abs(gradient(dataset, weights, l2=l2)) <= CLOSE * size))


def _outcome(dataset: Dataset, l2: float, *, level: bool) -> Outcome:
    if 0 in dataset.counts:
        return "one class"
    kind = "none" if l2 else separability(dataset).kind
    if kind in ("complete", "quasi"):
        return kind
    return "converged" if level else "step limit"


def _standard_errors(last: NewtonStep, scale: Scale, n: int, *, known: bool) -> tuple[float, ...]:
    if not known:
        return (float("nan"),) * len(last.move)
    back = np.eye(len(last.move))
    back[0, 1:] = -np.array(scale.mean)
    return tuple(np.sqrt(np.diag(back @ last.inverse @ back.T) / n).tolist())
