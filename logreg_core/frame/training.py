"""Tables about training: what pulls at the weights, the way so far, and where it would end."""

from functools import lru_cache

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.descent import gradient as gradient_of
from logreg_core.frame.columns import Columns, columns, per_feature, row
from logreg_core.frame.scene import Scene, per_nat
from logreg_core.hessian import learning_rate_limit
from logreg_core.lasso import penalised_loss
from logreg_core.link import Floats
from logreg_core.loss import LossName
from logreg_core.model import Weights
from logreg_core.newton import newton
from logreg_core.separability import separability
from logreg_core.stability import (
    MOST,
    bounces,
    digits_that_hold,
    gradient_rounding,
    model_that_holds,
)

NOT_CONVEX = "not convex"  # the squared loss has several valleys, and no best weights are offered
SHOWN = 6  # decimals of a computed number on a page
LEAVE = 0.1  # a residual smaller than this moves a logit too little to see


def gradient(scene: Scene) -> Columns:
    """One row for each sample: its residual and residual times x, end to end up to their sums.

    With the squared loss, its derivative by the logit takes the place of the residual.
    """
    r, rx = scene.pull, scene.pull_x
    ends = np.cumsum(rx, axis=0)
    return columns(
        **per_feature("x", scene.dataset.x),
        y=scene.dataset.y,
        residual=r,
        residual_from=np.cumsum(r) - r,
        residual_to=np.cumsum(r),
        **per_feature("residual_x", rx),
        **per_feature("residual_x_from", ends - rx),
        **per_feature("residual_x_to", ends),
        pull=np.where(np.abs(r) < LEAVE, "leave", np.where(r < 0, "raise", "lower")),
    )


def gradient_now(scene: Scene) -> Columns:
    """One row: the sums of the bars, the gradient with its penalties, and where a step leads."""
    settings = scene.settings
    slope = gradient_of(scene.dataset, scene.weights, l2=settings.l2, loss=settings.loss)
    noise = gradient_rounding(scene.dataset, scene.weights, l2=settings.l2)
    slope = np.where(np.abs(slope) > noise, slope, 0.0)
    sums = scene.dataset.n * scene.slope
    return row(
        residual_sum=float(sums[0]),
        **_row_per_feature("residual_x_sum", sums[1:]),
        **{f"grad_w{j}": float(v) for j, v in enumerate(slope)},
        **_numbered("next_w", scene.next(settings.loss)),
        learning_rate=settings.learning_rate,
    )


def history(scene: Scene) -> Columns:
    """One row for each step of the path that is drawn: weights, mean loss, and what digits hold."""
    (rows, others), s = (scene.shown_path, scene.shown_shadow), scene.settings
    losses, other_losses = (_losses(scene.dataset, w.tobytes(), s.loss) for w in (rows, others))
    names = [f"w{j}" for j in range(1 + scene.dataset.d)]
    return columns(
        step=scene.steps,
        **dict(zip(names, rows.T, strict=True)),
        mean_loss=scene.per_nat * losses,
        weight_norm=np.sqrt(np.sum(np.square(rows), axis=1)),
        **{
            f"digits_{name}": digits_that_hold(scene.steps, a, b)
            for name, a, b in zip(names, rows.T, others.T, strict=True)
        },
        digits_loss=digits_that_hold(scene.steps, losses, other_losses),
    )


def history_now(scene: Scene) -> Columns:
    """One row: what holds at the end of the path, until which step, and whether it bounces."""
    steps, path, s = scene.steps, scene.shown_path, scene.settings
    if s.shadow is None or not len(steps):
        last = int(steps[-1]) if len(steps) else 0
        return row(digits=MOST, decimals=MOST, until=last, bounces=0)
    digits, decimals = model_that_holds(scene.dataset, steps, path, scene.shown_shadow)
    lost = digits == 0 if digits[-1] == 0 else decimals < SHOWN
    until = steps[int(np.argmax(lost)) - 1] if np.any(lost) else steps[-1]
    height = penalised_loss(scene.dataset, path, s.l1, s.l2, s.loss)
    return row(
        digits=int(digits[-1]),
        decimals=int(decimals[-1]),
        until=int(until),
        bounces=int(bounces(steps, height)),
    )


@lru_cache(maxsize=8)
def _losses(dataset: Dataset, path: bytes, loss: LossName) -> Floats:
    """Mean loss at each point of a path, which comes as bytes because an array cannot be a key."""
    rows = np.frombuffer(path).reshape(-1, 1 + dataset.d)
    return penalised_loss(dataset, rows, 0.0, 0.0, loss)


def optimum(scene: Scene) -> Columns:
    """One row: the best weights under the penalties and the limit of the learning rate."""
    s = scene.settings
    return _optimum(scene.dataset, (s.l1, s.l2), s.loss, s.unit)


@lru_cache(maxsize=8)
def _optimum(
    dataset: Dataset, penalties: tuple[float, float], loss: LossName, unit: str
) -> Columns:
    """The best weights of a data set, which no slider of weights changes."""
    l1, l2 = penalties
    found, kind = newton(dataset, l1=l1, l2=l2), separability(dataset).kind
    offered = loss == "cross-entropy"
    best = found.weights if offered else None
    at = np.array([(best.w0, *best.w) if best else (np.nan,) * (1 + dataset.d)])
    mean, objective = (penalised_loss(dataset, at, *strengths) for strengths in ((0, 0), (l1, l2)))
    return row(
        separable="no" if kind == "none" else kind,
        outcome=found.outcome if offered else NOT_CONVEX,
        **{f"w{j}": float(v) for j, v in enumerate(at[0])},
        mean_loss=per_nat(unit, loss) * float(mean[0]),
        objective=per_nat(unit, loss) * float(objective[0]),
        rate_limit=learning_rate_limit(dataset, l2=l2, loss=loss),
    )


def _numbered(name: str, weights: Weights) -> dict[str, float]:
    return {f"{name}{j}": v for j, v in enumerate((weights.w0, *weights.w))}


def _row_per_feature(name: str, values: Floats) -> dict[str, float]:
    return {k: float(v[0]) for k, v in per_feature(name, values[np.newaxis]).items()}
