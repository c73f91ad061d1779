"""Tables for two features: p as a shade over the plane, the boundary and its margins as lines."""

import numpy as np

from logreg_core.boundaries import boundary_line
from logreg_core.frame.columns import Columns, clip_segment, columns, plot_range
from logreg_core.frame.scene import Scene
from logreg_core.link import sigmoid
from logreg_core.model import Weights

PLANE_POINTS = 61  # along each side; a shade changes slowly, and the page interpolates
MARGIN_LOGITS = (0.0, 1.0, -1.0)  # the boundary, then where the odds are e times those on it


def plane(scene: Scene) -> Columns:
    """One row: p over the plane as an image, its lower left corner and its size."""
    (low1, high1), (low2, high2) = _spans(scene)
    across = np.linspace(low1, high1, PLANE_POINTS)
    up = np.linspace(low2, high2, PLANE_POINTS)
    weights = scene.weights
    with np.errstate(all="ignore"):
        z = weights.w0 + weights.w1 * across + weights.w2 * up[:, np.newaxis]
    return columns(
        shade=sigmoid(z)[np.newaxis],
        x1_low=np.array([low1]),
        x1_width=np.array([high1 - low1]),
        x2_low=np.array([low2]),
        x2_width=np.array([high2 - low2]),
    )


def boundary_lines(scene: Scene) -> Columns:
    """Three rows: the boundary and the lines one logit to either side, cut off at the plot."""
    ends = [_drawn(scene, shift) for shift in MARGIN_LOGITS]
    return columns(
        name=np.array(["boundary", "margin", "margin"]),
        logit=np.array(MARGIN_LOGITS),
        x1_from=np.array([start[0] for start, _ in ends]),
        x2_from=np.array([start[1] for start, _ in ends]),
        x1_to=np.array([end[0] for _, end in ends]),
        x2_to=np.array([end[1] for _, end in ends]),
    )


def _drawn(scene: Scene, shift: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Ends of the line so many logits above the boundary; nan where none is in the plot."""
    nowhere = (np.nan, np.nan), (np.nan, np.nan)
    weights = Weights(scene.weights.w0 - shift, scene.weights.w)
    line = boundary_line(weights, scene.settings.threshold)
    if line is None:
        return nowhere
    (low1, high1), (low2, high2) = _spans(scene)
    reach = np.hypot(max(abs(low1), abs(high1)), max(abs(low2), abs(high2)))
    (px, py), (dx, dy) = line
    start, end = (px - reach * dx, py - reach * dy), (px + reach * dx, py + reach * dy)
    if not np.all(np.isfinite((*start, *end))):
        return nowhere
    return clip_segment(start, end, (low1, low2), (high1, high2)) or nowhere


def _spans(scene: Scene) -> tuple[tuple[float, float], tuple[float, float]]:
    return plot_range(scene.dataset.x[:, 0]), plot_range(scene.dataset.x[:, 1])
