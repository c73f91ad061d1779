"""Tables about training: what pulls at the weights, the way so far, and where it would end."""

from functools import lru_cache

import numpy as np

from logreg_core.blocks import mean_losses
from logreg_core.dataset import Dataset
from logreg_core.descent import gradient as gradient_of
from logreg_core.descent import mean_loss
from logreg_core.frame.columns import Columns, columns, per_feature, row
from logreg_core.frame.scene import Scene
from logreg_core.hessian import learning_rate_limit
from logreg_core.link import Floats
from logreg_core.model import Weights
from logreg_core.newton import newton
from logreg_core.separability import separability

LEAVE = 0.1  # a residual smaller than this moves a logit too little to see


def gradient(scene: Scene) -> Columns:
    """One row for each sample: its residual and residual times x, end to end up to their sums."""
    r, rx = scene.residual, scene.residual_x
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
    r, settings = scene.residual, scene.settings
    slope = gradient_of(scene.dataset, scene.weights, l2=settings.l2)
    return row(
        residual_sum=float(r.sum()),
        **_row_per_feature("residual_x_sum", r @ scene.dataset.x),
        **{f"grad_w{j}": float(v) for j, v in enumerate(slope)},
        **_numbered("next_w", scene.next),
        learning_rate=settings.learning_rate,
    )


def history(scene: Scene) -> Columns:
    """One row for each step of the path that is drawn: weights, mean loss, size of all weights."""
    rows = scene.shown_path
    return columns(
        step=scene.steps,
        **{f"w{j}": column for j, column in enumerate(rows.T)},
        mean_loss=scene.per_nat * _losses(scene.dataset, rows.tobytes()),
        weight_norm=np.sqrt(np.sum(np.square(rows), axis=1)),
    )


@lru_cache(maxsize=8)
def _losses(dataset: Dataset, path: bytes) -> Floats:
    """Mean loss at each point of a path, which comes as bytes because an array cannot be a key."""
    return mean_losses(dataset, np.frombuffer(path).reshape(-1, 1 + dataset.d))


def optimum(scene: Scene) -> Columns:
    """One row: the best weights under l2 (l1 plays no part) and the limit of the learning rate."""
    return _optimum(scene.dataset, scene.settings.l2, scene.per_nat)


@lru_cache(maxsize=8)
def _optimum(dataset: Dataset, l2: float, per_nat: float) -> Columns:
    """The best weights of a data set, which no slider of weights changes."""
    best, kind = newton(dataset, l2=l2).weights, separability(dataset).kind
    nowhere = {f"w{j}": np.nan for j in range(1 + dataset.d)}
    return row(
        separable="no" if kind == "none" else kind,
        **(_numbered("w", best) if best else nowhere),
        mean_loss=per_nat * mean_loss(dataset, best) if best else np.nan,
        rate_limit=learning_rate_limit(dataset, l2=l2),
    )


def _numbered(name: str, weights: Weights) -> dict[str, float]:
    return {f"{name}{j}": v for j, v in enumerate((weights.w0, *weights.w))}


def _row_per_feature(name: str, values: Floats) -> dict[str, float]:
    return {k: float(v[0]) for k, v in per_feature(name, values[np.newaxis]).items()}
