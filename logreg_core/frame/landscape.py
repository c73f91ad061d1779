"""Tables about the loss as a landscape over both weights: its height, a point on it, the path."""

from functools import lru_cache

import numpy as np

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
from logreg_core.frame.scene import Scene, other_loss, per_nat
from logreg_core.lasso import penalised_loss
from logreg_core.link import Floats
from logreg_core.loss import LossName
from logreg_core.words import MINUS, general

REACH = 8.0  # logits, and logits per standard deviation, that the surface spans on either side of 0
SURFACE_POINTS = (15, 61)  # points along each side of the surface, at least and at most
SURFACE_WORK = 1e7  # losses that are computed at most, which takes some 50 ms
EDGE = 0.03  # of the surface's width: so far inside its edge stands a point that lies beyond it
BOUNCES = 50  # last steps that are drawn of a path that bounces, which all together are a band
WAYS = {
    **{(-1, 1): "↖", (0, 1): "↑", (1, 1): "↗", (-1, 0): "←"},
    **{(1, 0): "→", (-1, -1): "↙", (0, -1): "↓", (1, -1): "↘"},
}

Span = tuple[float, float]


def surface(scene: Scene) -> Columns:
    """One row: the chosen loss with its penalties over (w0, w1), its lower left corner and size."""
    return _surface_of(scene, scene.settings.loss)


def surface_other(scene: Scene) -> Columns:
    """The same row for the loss that is not chosen, so that both can stand side by side."""
    return _surface_of(scene, other_loss(scene.settings.loss))


def _surface_of(scene: Scene, loss: LossName) -> Columns:
    s = scene.settings
    return _surface(scene.dataset, loss, (s.l1, s.l2), per_nat(s.unit, loss))


@lru_cache(maxsize=8)
def _surface(
    dataset: Dataset, loss: LossName, penalties: tuple[float, float], unit: float
) -> Columns:
    """The surface of a data set, which no slider of weights changes."""
    (low0, high0), (low1, high1) = surface_range(dataset)
    points = int(np.clip(np.sqrt(SURFACE_WORK / dataset.n), *SURFACE_POINTS))
    w0, w1 = np.meshgrid(np.linspace(low0, high0, points), np.linspace(low1, high1, points))
    rows = np.column_stack([w0.ravel(), w1.ravel()])
    height = penalised_loss(dataset, rows, *penalties, loss)
    image = unit * height.reshape(1, points, points)
    with np.errstate(divide="ignore"):  # a loss that underflows to 0 has the logarithm -inf
        return columns(
            of=np.array([loss]),
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
    """One row: the point on the surface and the step downhill from it, cut off at the plot."""
    return _now(scene, scene.settings.loss)


def surface_other_now(scene: Scene) -> Columns:
    """The same row for the loss that is not chosen, with the step that it would take."""
    return _now(scene, other_loss(scene.settings.loss))


def _now(scene: Scene, loss: LossName) -> Columns:
    here, corners, settings = scene.weights, _corners(scene.dataset), scene.settings
    there = scene.next(loss)
    arrow = clip_segment((here.w0, here.w1), (there.w0, there.w1), *corners)
    start, end = arrow or (NOWHERE, NOWHERE)
    inside = bool(clip_path([(here.w0, here.w1)], *corners))
    at = np.array([(here.w0, *here.w)])
    height = penalised_loss(scene.dataset, at, settings.l1, settings.l2, loss)[0]
    return row(
        w0=here.w0 if inside else np.nan,
        w1=here.w1 if inside else np.nan,
        loss=per_nat(settings.unit, loss) * float(height),
        arrow_w0_from=start[0],
        arrow_w1_from=start[1],
        arrow_w0_to=end[0],
        arrow_w1_to=end[1],
        **_pin((here.w0, here.w1), *corners),
    )


def _pin(point: Point, low: Point, high: Point) -> dict[str, float | str]:
    """Columns of a point beyond the edge: where it is pinned, its label, and the label's anchor."""
    (x, y), (across, up) = point, (int(point[i] > high[i]) - int(point[i] < low[i]) for i in (0, 1))
    way = WAYS.get((across, up))
    inset = [EDGE * (b - a) for a, b in zip(low, high, strict=True)]
    pinned = [min(max(v, a + d), b - d) for v, a, b, d in zip(point, low, high, inset, strict=True)]
    said = f"{way} ({general(x, 3)}, {general(y, 3)})".replace("-", MINUS)
    return {
        "pin_w0": pinned[0] if way else np.nan,
        "pin_w1": pinned[1] if way else np.nan,
        "pin_label": said if way else "",
        "pin_anchor": f"{('center', 'top', 'bottom')[up]}_{('center', 'right', 'left')[across]}",
    }


def path(scene: Scene) -> Columns:
    """The path over the surface as a polyline cut off at its edges, nan where it is outside.

    Of a path that bounces at its end, only the last steps.
    """
    way = [(w0, w1) for w0, w1 in _way(scene).tolist()]
    table = np.array(clip_path(way, *_corners(scene.dataset)), dtype=np.float64).reshape(-1, 2)
    return columns(w0=table[:, 0], w1=table[:, 1])


def _way(scene: Scene) -> Floats:
    """The points of the path that are drawn."""
    path = scene.settings.path
    if path is None or len(path) <= BOUNCES + 1:
        return scene.shown_path
    last = path[-BOUNCES - 1 :]
    moves = np.diff(last, axis=0) / [high - low for low, high in surface_range(scene.dataset)]
    back = np.count_nonzero(np.sum(moves[1:] * moves[:-1], axis=1) < 0)
    return last if 2 * back > BOUNCES - 1 else scene.shown_path


def _corners(dataset: Dataset) -> tuple[Point, Point]:
    """The surface's lower left and upper right corner."""
    (low0, high0), (low1, high1) = surface_range(dataset)
    return (low0, low1), (high0, high1)
