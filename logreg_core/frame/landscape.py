"""Tables about the loss as a landscape over both weights: its height, a point on it, the path."""

from functools import lru_cache

import numpy as np

from logreg_core.blocks import mean_losses, softplus
from logreg_core.dataset import Dataset
from logreg_core.features import spread
from logreg_core.frame.columns import (
    NOWHERE,
    Columns,
    Point,
    clip_path,
    clip_segment,
    columns,
    row,
)
from logreg_core.frame.scene import Scene
from logreg_core.link import Floats
from logreg_core.loss import squared_loss, squared_slope
from logreg_core.model import Weights

REACH = 8.0  # logits, and logits per standard deviation, that the surface spans on either side of 0
SURFACE_POINTS = (15, 61)  # points along each side of the surface, at least and at most
SURFACE_WORK = 1e7  # losses that are computed at most, which takes some 50 ms

Span = tuple[float, float]


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


def surface_range(dataset: Dataset) -> tuple[Span, Span]:
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
    """One row: the point on the surface and the step downhill from it, cut off at the plot.

    On the surface of the squared loss the step is the one that its slope would take.
    """
    here, corners = scene.weights, _corners(scene.dataset)
    there = _squared_step(scene) if _is_squared(scene) else scene.next
    arrow = clip_segment((here.w0, here.w1), (there.w0, there.w1), *corners)
    start, end = arrow or (NOWHERE, NOWHERE)
    inside = bool(clip_path([(here.w0, here.w1)], *corners))
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


def _squared_step(scene: Scene) -> Weights:
    pull = squared_slope(scene.logit, scene.dataset.y)
    slope = float(np.mean(pull)), float(np.mean(pull * scene.dataset.x[:, 0]))
    w0, w1 = scene.weights.w0, scene.weights.w1
    rate = scene.settings.learning_rate
    return Weights(w0 - rate * slope[0], w1 - rate * slope[1])


def path(scene: Scene) -> Columns:
    """The path over the surface as a polyline cut off at its edges, nan where it is outside."""
    way = [(w0, w1) for w0, w1 in scene.shown_path.tolist()]
    table = np.array(clip_path(way, *_corners(scene.dataset)), dtype=np.float64).reshape(-1, 2)
    return columns(w0=table[:, 0], w1=table[:, 1])


def _corners(dataset: Dataset) -> tuple[Point, Point]:
    """The surface's lower left and upper right corner."""
    (low0, high0), (low1, high1) = surface_range(dataset)
    return (low0, low1), (high0, high1)


def _squared(z: Floats) -> Floats:
    return squared_loss(z, 0)


def _is_squared(scene: Scene) -> bool:
    return scene.settings.loss == "squared"
