"""Tables for two features: p as a shade over the plane, the boundary and its margins as lines.

With an interaction the product of the two is a third feature, and the boundary a hyperbola.
"""

import numpy as np

from logreg_core.boundaries import boundary_line, threshold_logit
from logreg_core.frame.columns import (
    NOWHERE,
    Columns,
    Point,
    clip_segment,
    columns,
    plot_range,
)
from logreg_core.frame.scene import Scene
from logreg_core.link import Floats, sigmoid
from logreg_core.model import Weights

PLANE_POINTS = 61  # points along each side; more would not be seen, since the page interpolates
# above the boundary: the boundary itself, and where the odds are e times those on it, and one e-th
MARGIN_LOGITS = (0.0, 1.0, -1.0)
NO_LINE: tuple[Point, Point] = NOWHERE, NOWHERE


def plane(scene: Scene) -> Columns:
    """One row: p over the plane as an image, its lower left corner and its size."""
    across, up = _grid(scene)
    weights = scene.weights
    with np.errstate(all="ignore"):
        z = weights.w0 + weights.w1 * across + weights.w2 * up[:, np.newaxis]
        if scene.settings.interaction:
            z = z + weights.w[2] * (across * up[:, np.newaxis])
    return columns(
        shade=sigmoid(z)[np.newaxis],
        x1_low=across[:1].copy(),
        x1_width=across[-1:] - across[0],
        x2_low=up[:1].copy(),
        x2_width=up[-1:] - up[0],
    )


def boundary_lines(scene: Scene) -> Columns:
    """Three rows: the boundary and the lines one logit to either side, cut off at the plot."""
    bent = scene.settings.interaction
    ends = [NO_LINE if bent else _drawn(scene, shift) for shift in MARGIN_LOGITS]
    return columns(
        name=np.array(["boundary", "margin", "margin"]),
        logit=np.array(MARGIN_LOGITS),
        x1_from=np.array([start[0] for start, _ in ends]),
        x2_from=np.array([start[1] for start, _ in ends]),
        x1_to=np.array([end[0] for _, end in ends]),
        x2_to=np.array([end[1] for _, end in ends]),
    )


def boundary_curve(scene: Scene) -> Columns:
    """The boundary as a polyline cut off at the plot, nan between branches; no row if outside."""
    bent = scene.settings.interaction and scene.weights.w[2] != 0
    with np.errstate(all="ignore"):
        pieces = _branches(scene) if bent else [np.array(_drawn(scene, 0.0))]
    seen = [piece for piece in pieces if len(piece) and np.all(np.isfinite(piece))]
    gap = np.full((1, 2), np.nan)
    points = np.concatenate([gap[:0], *(p for piece in seen for p in (piece, gap))])[:-1]
    return columns(x1=points[:, 0], x2=points[:, 1])


def _branches(scene: Scene) -> list[Floats]:
    """Where the hyperbola w0 + w1 a + w2 b + w3 a b = logit(t) meets the plot's grid lines.

    On it (w2 + w3 a) (w1 + w3 b) is one number, `turn`, whose sign says in which corners between
    the asymptotes its branches lie, and whether they fall or rise.
    """
    a, b = _grid(scene)
    w1, w2, w3 = scene.weights.w
    rest = threshold_logit(scene.settings.threshold) - scene.weights.w0
    turn = np.sign(rest * w3 + w1 * w2)
    if turn == 0:
        return _cross((-w2 / w3, -w1 / w3), a, b)
    over, along = w2 + w3 * a, w1 + w3 * b
    x1, x2 = np.append(a, (rest - w2 * b) / along), np.append((rest - w1 * a) / over, b)
    branch = np.sign(np.append(over, turn * along))
    inside = (a[0] <= x1) & (x1 <= a[-1]) & (b[0] <= x2) & (x2 <= b[-1])
    # this number grows along each branch
    way = (x1 - a[0]) / (a[-1] - a[0]) - turn * ((x2 - b[0]) / (b[-1] - b[0]))
    order = np.argsort(way, kind="stable")
    points, branch, inside = np.column_stack([x1, x2])[order], branch[order], inside[order]
    return [points[inside & (branch == side)] for side in (-1, 1)]


def _cross(centre: Point, a: Floats, b: Floats) -> list[Floats]:
    """The two lines that a hyperbola becomes when its branches touch."""
    upright = np.array([(centre[0], b[0]), (centre[0], b[-1])])
    level = np.array([(a[0], centre[1]), (a[-1], centre[1])])
    return [
        *([upright] if a[0] <= centre[0] <= a[-1] else []),
        *([level] if b[0] <= centre[1] <= b[-1] else []),
    ]


def _drawn(scene: Scene, shift: float) -> tuple[Point, Point]:
    """Ends of the line so many logits above the boundary; nan where none is in the plot."""
    weights = Weights(scene.weights.w0 - shift, scene.weights.w[:2])
    with np.errstate(over="ignore"):
        line = boundary_line(weights, scene.settings.threshold)
    if line is None:
        return NO_LINE
    (low1, high1), (low2, high2) = _spans(scene)
    reach = np.hypot(max(abs(low1), abs(high1)), max(abs(low2), abs(high2)))
    (px, py), (dx, dy) = line
    start, end = (px - reach * dx, py - reach * dy), (px + reach * dx, py + reach * dy)
    if not np.all(np.isfinite((*start, *end))):
        return NO_LINE
    with np.errstate(over="ignore"):
        return clip_segment(start, end, (low1, low2), (high1, high2)) or NO_LINE


def _grid(scene: Scene) -> tuple[Floats, Floats]:
    across, up = _spans(scene)
    return np.linspace(*across, PLANE_POINTS), np.linspace(*up, PLANE_POINTS)


def _spans(scene: Scene) -> tuple[tuple[float, float], tuple[float, float]]:
    return plot_range(scene.dataset.x[:, 0]), plot_range(scene.dataset.x[:, 1])
