"""Tables about training: what pulls at the weights, the loss as a landscape, the way so far."""

from functools import lru_cache

import numpy as np

from logreg_core.blocks import mean_losses, softplus
from logreg_core.dataset import Dataset
from logreg_core.descent import gradient as gradient_of
from logreg_core.descent import step
from logreg_core.features import spread
from logreg_core.frame.columns import Columns, clip_segment, columns, per_feature, row
from logreg_core.frame.scene import Scene
from logreg_core.link import Floats
from logreg_core.loss import squared_loss
from logreg_core.model import Weights

LEAVE = 0.1  # a residual smaller than this moves a logit too little to see
REACH = 8.0  # the surface spans so many logits, and logits per standard deviation, either way
SURFACE_POINTS = (15, 61)  # along each side of the surface, at least and at most
SURFACE_WORK = 4e7  # losses to compute at most: a fifth of a second


def gradient(scene: Scene) -> Columns:
    """One row for each sample: its residual and residual times x, end to end up to their sums."""
    r = scene.residual
    rx = r[:, np.newaxis] * scene.dataset.x
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
    there = _next(scene)
    return row(
        residual_sum=float(r.sum()),
        **_row_per_feature("residual_x_sum", r @ scene.dataset.x),
        **{f"grad_w{j}": float(v) for j, v in enumerate(slope)},
        **{f"next_w{j}": v for j, v in enumerate((there.w0, *there.w))},
        learning_rate=settings.learning_rate,
    )


def surface(scene: Scene) -> Columns:
    """One row: mean loss over (w0, w1) as an image, its lower left corner and its size."""
    squared = _is_squared(scene)
    return _surface(scene.dataset, squared, 1.0 if squared else scene.per_nat)


@lru_cache(maxsize=8)
def _surface(dataset: Dataset, squared: bool, unit: float) -> Columns:
    """The surface of a data set, which no slider changes."""
    (low0, high0), (low1, high1) = surface_range(dataset)
    points = int(np.clip(np.sqrt(SURFACE_WORK / dataset.n), *SURFACE_POINTS))
    w0, w1 = np.meshgrid(np.linspace(low0, high0, points), np.linspace(low1, high1, points))
    rows = np.column_stack([w0.ravel(), w1.ravel()])
    height = mean_losses(dataset, rows, _squared if squared else softplus)
    image = unit * height.reshape(1, points, points)
    with np.errstate(divide="ignore"):  # a loss that underflows to 0 has the logarithm -inf
        return columns(
            loss=image,
            log_loss=np.maximum(np.log(image), -700.0),
            w0_low=np.array([low0]),
            w0_width=np.array([high0 - low0]),
            w1_low=np.array([low1]),
            w1_width=np.array([high1 - low1]),
        )


def surface_range(dataset: Dataset) -> tuple[tuple[float, float], tuple[float, float]]:
    """Ends of w0 and of w1 on the surface, fitted to the feature's mean and spread.

    Examples
    --------
    >>> surface_range(Dataset([-1, 1], [0, 1]))
    ((-8.0, 8.0), (-8.0, 8.0))
    """
    mean, sd = spread(dataset.x)
    steep = REACH / float(sd[0])
    far = REACH + steep * abs(float(mean[0]))
    return (-far, far), (-steep, steep)


def surface_now(scene: Scene) -> Columns:
    """One row: the point on the surface and the step from it, cut off at the plot."""
    (low0, high0), (low1, high1) = surface_range(scene.dataset)
    here, there = scene.weights, _next(scene)
    arrow = clip_segment((here.w0, here.w1), (there.w0, there.w1), (low0, low1), (high0, high1))
    start, end = arrow or ((np.nan, np.nan), (np.nan, np.nan))
    inside = low0 <= here.w0 <= high0 and low1 <= here.w1 <= high1
    height = _squared(-scene.dataset.sign * scene.logit) if _is_squared(scene) else scene.loss
    return row(
        w0=here.w0 if inside else np.nan,
        w1=here.w1 if inside else np.nan,
        loss=float(np.mean(height)),
        arrow_w0_from=start[0],
        arrow_w1_from=start[1],
        arrow_w0_to=end[0],
        arrow_w1_to=end[1],
    )


def history(scene: Scene) -> Columns:
    """One row for each point of the path: weights, mean loss, and the size of all weights."""
    return _history(scene.dataset, scene.settings.path, scene.per_nat)


@lru_cache(maxsize=8)
def _history(dataset: Dataset, path: tuple[Weights, ...], per_nat: float) -> Columns:
    rows = np.array([(w.w0, *w.w) for w in path]).reshape(len(path), 1 + dataset.d)
    return columns(
        step=np.arange(len(path)),
        **{f"w{j}": rows[:, j] for j in range(rows.shape[1])},
        mean_loss=per_nat * mean_losses(dataset, rows),
        weight_norm=np.sqrt(np.sum(np.square(rows), axis=1)),
    )


def _next(scene: Scene) -> Weights:
    settings = scene.settings
    return step(
        scene.dataset, scene.weights, settings.learning_rate, l1=settings.l1, l2=settings.l2
    )


def _squared(z: Floats) -> Floats:
    return squared_loss(z, 0)


def _is_squared(scene: Scene) -> bool:
    return scene.settings.loss == "squared"


def _row_per_feature(name: str, values: Floats) -> dict[str, float]:
    return {k: float(v[0]) for k, v in per_feature(name, values[np.newaxis]).items()}
