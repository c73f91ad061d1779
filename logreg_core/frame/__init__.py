"""One frame of the page: from a data set and settings to everything that is drawn or said.

Column names are the schema. Whatever draws reads columns and computes nothing. A table whose name
ends in `_now` has one row: the point, line or number that follows the sliders on the table it is
named after.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from logreg_core.dataset import Dataset
from logreg_core.frame import curves, deciding, landscape, losses, overview, plane, training
from logreg_core.frame.columns import EMPTY, MARGIN, Columns, plot_range
from logreg_core.frame.curves import LOSS_TOP
from logreg_core.frame.scene import CURVE_POINTS, Scene
from logreg_core.frame.settings import Settings

__all__ = [
    "CURVE_POINTS",
    "LOSS_TOP",
    "MARGIN",
    "Columns",
    "Frame",
    "Settings",
    "compute_frame",
    "plot_range",
]


@dataclass(frozen=True, eq=False)
class Frame:
    """Everything that one page shows at one moment, read-only; empty what it did not ask for.

    With several features, x1, x2, ... stand for x, and residual_x1, ... for residual_x. The loss is
    everywhere the one that is chosen; with the squared loss its derivative by the logit stands in
    every column named residual, but for the table squared, and 1 is the top of the loss panels.

    Attributes
    ----------
    samples : columns of length n
        x, y, logit, odds, p, predicted, correct, loss, residual, residual_x; loss_drawn,
        loss_over and loss_note place and name a dot whose loss is above the loss panels.
    curve : columns x, p along the plot
    loss_curve : columns p, loss_1, loss_0
    boundary : one row
        x (nan where none is drawn), low and width (of the plot), shade (p along the plot, an
        image of one line), threshold, positive_from, positive_to and positive_at (ends and middle
        of the part of the plot that is predicted 1; nan where none), label, threshold_label.
    summary : name to number or word
        mean_loss (nats), correct, n, accuracy, the four confusion counts, boundary (nan: none),
        boundary_place (inside, left, right, none), positive_side (left, right, all, none),
        odds_ratio per unit of x, grad_w0, grad_w1, and the settings themselves.
    rulers : columns x, p, odds, logit along the plot; odds_drawn, logit_drawn (nan off the ruler)
    rulers_samples : columns x, y, p, and of odds and logit _drawn, _over and _note of length n
        where a sample is drawn on its ruler; the end it is pinned at (nan if none), and its value.
    rulers_now : threshold on each ruler: p, odds, logit
    squared : columns y, p, squared_loss, squared_slope, residual of length n
    squash : columns logit, p: the sigmoid over the logit
    loss_other : the same columns as loss_curve, of the loss that is not chosen
    losses : columns logit, cross_entropy_1, cross_entropy_0, squared_1, squared_0
        Both losses of either label over the logit, the cross-entropy in nats.
    losses_now : logit of the chosen sample, logit_drawn where it stands on the curves; of either
        loss and label such as cross_entropy_1 its height there, cross_entropy_pull_1 (minus the
        derivative by the logit), cross_entropy_to_1 (the head of its arrow; nan: no arrow)
    gradient : columns of length n
        x, y, residual, residual_from, residual_to, residual_x, residual_x_from, residual_x_to:
        bars end to end, which sum to n times the gradient; pull (raise, lower, leave the logit).
    gradient_now : residual_sum, residual_x_sum, grad_w0, grad_w1, next_w0, next_w1, learning_rate
    surface : one row
        of (the loss that is chosen), loss and log_loss (with the penalties, images over w0 to the
        right and w1 upwards), w0_low, w0_width, w1_low, w1_width; computed once for a data set.
    surface_now : w0, w1 (nan off the plot), loss with the penalties, and the arrow of the next step
        cut off at the plot: arrow_w0_from, arrow_w1_from, arrow_w0_to, arrow_w1_to; off the plot,
        pin_w0 and pin_w1 just inside its edge, pin_label with an arrow and the weights, and
        pin_anchor, the part of the label that stands there
    surface_other, surface_other_now : the same for the loss that is not chosen
    path : columns w0, w1
        The path over the surface as a polyline, cut off at its edges, nan where it is outside. Of a
        path whose last 50 steps mostly turn back, these steps only.
    history : columns step, w0, w1, mean_loss, weight_norm along the path
        All of the first 200 steps, later ones evenly in their logarithm: 400 rows at most. Columns
        digits_w0, digits_w1, digits_loss tell how many significant digits hold, 12 at most.
    history_now : at the end, digits of the weights and decimals of all that follows from them
        that hold, 12 at most; the step until which they did; bounces (1 if the loss still rises in
        the latter half of the steps)
    optimum : one row
        separable (no, quasi, complete; unknown where neither was proved), outcome (that of
        `newton`, or "not convex": none are offered of the squared loss), the best weights w0, w1
        under both penalties, mean_loss there and objective (the mean loss with the penalties; all
        nan where there are none), rate_limit (the learning rate below which the loss falls from
        anywhere, under this l2).
    decision : columns threshold, false_positive, false_negative, cost
    decision_now : threshold, cost, best_threshold, true_positive_rate, false_positive_rate,
        precision, f1, auc; nan where there is nothing to divide by
    roc : columns false_positive_rate, true_positive_rate, threshold
    roc_drawn : the rows of roc down to the threshold, without their thresholds
    actions : columns p, act, leave: the expected cost of either action, where p is 0 and 1
    actions_now : the same columns where p is the threshold
    hundred : columns x, y_1, y_0: a hundred cases, as many a 1 as the threshold's probability says
    hundred_now : ones, zeros: how many of the hundred are either
    calibration : columns low, high, mean_p, share, n, share_low, share_high for each bin in use
    calibration_now : brier, mean_p, share
    evidence : columns name, value, push, start, end: intercept, each feature, their sum
    evidence_now : sample, logit, odds, p, predicted
    plane : one row, two features: shade (image of p), x1_low, x1_width, x2_low, x2_width
    boundary_lines : three rows, two features
        name, logit, x1_from, x2_from, x1_to, x2_to; all nan with an interaction.
    boundary_curve : columns x1, x2, two features
        The boundary as a polyline cut off at the plot, nan between branches; no row if outside.
    """

    samples: Columns
    curve: Columns
    loss_curve: Columns
    boundary: Columns
    summary: Mapping[str, float | str]
    rulers: Columns
    rulers_samples: Columns
    rulers_now: Columns
    squared: Columns
    squash: Columns
    loss_other: Columns
    losses: Columns
    losses_now: Columns
    gradient: Columns
    gradient_now: Columns
    surface: Columns
    surface_now: Columns
    surface_other: Columns
    surface_other_now: Columns
    path: Columns
    history: Columns
    history_now: Columns
    optimum: Columns
    decision: Columns
    decision_now: Columns
    roc: Columns
    roc_drawn: Columns
    actions: Columns
    actions_now: Columns
    hundred: Columns
    hundred_now: Columns
    calibration: Columns
    calibration_now: Columns
    evidence: Columns
    evidence_now: Columns
    plane: Columns
    boundary_lines: Columns
    boundary_curve: Columns


PARTS: Mapping[str, Callable[[Scene], Mapping[str, Any]]] = {
    "samples": overview.samples,
    "curve": curves.curve,
    "loss_curve": curves.loss_curve,
    "boundary": overview.boundary_row,
    "summary": overview.summary,
    "rulers": curves.rulers,
    "rulers_samples": curves.rulers_samples,
    "rulers_now": curves.rulers_now,
    "squared": curves.squared,
    "squash": curves.squash,
    "loss_other": curves.loss_other,
    "losses": losses.losses,
    "losses_now": losses.losses_now,
    "gradient": training.gradient,
    "gradient_now": training.gradient_now,
    "surface": landscape.surface,
    "surface_now": landscape.surface_now,
    "surface_other": landscape.surface_other,
    "surface_other_now": landscape.surface_other_now,
    "path": landscape.path,
    "history": training.history,
    "history_now": training.history_now,
    "optimum": training.optimum,
    "decision": deciding.decision,
    "decision_now": deciding.decision_now,
    "roc": deciding.roc,
    "roc_drawn": deciding.roc_drawn,
    "actions": deciding.actions,
    "actions_now": deciding.actions_now,
    "hundred": deciding.hundred,
    "hundred_now": deciding.hundred_now,
    "calibration": deciding.calibration,
    "calibration_now": deciding.calibration_now,
    "evidence": overview.evidence,
    "evidence_now": overview.evidence_now,
    "plane": plane.plane,
    "boundary_lines": plane.boundary_lines,
    "boundary_curve": plane.boundary_curve,
}
SURFACES = ("surface", "surface_now", "surface_other", "surface_other_now")
ONE_FEATURE = frozenset({"curve", "boundary", "rulers", *SURFACES, "path"})
# with or without the product of both as a third feature
TWO_FEATURES = frozenset({"plane", "boundary_lines", "boundary_curve"})
FIRST_PAGE = ("samples", "curve", "loss_curve", "boundary", "summary", "plane", "boundary_lines")


def compute_frame(dataset: Dataset, settings: Settings) -> Frame:
    """Everything that a page asks for about a data set at these settings.

    Parameters
    ----------
    dataset : Dataset with d features
    settings : Settings with d coefficients

    Returns
    -------
    Frame
        Only with the parts that the settings name; if they name none, samples, loss_curve, summary,
        and what one feature (curve, boundary) or two (plane, boundary_lines) can show.

    Raises
    ------
    ValueError
        If the numbers of features and coefficients differ, there is no part of a name, a part
        cannot show so many features, or an interaction stands for other than three.

    Examples
    --------
    >>> from logreg_core.model import Weights
    >>> data = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
    >>> frame = compute_frame(data, Settings(Weights(8.12, -0.094)))
    >>> frame.samples["loss"].round(6).tolist()
    [0.003115, 0.006006, 0.020239, 1.364912, 0.368011, 0.103106]
    >>> round(frame.summary["mean_loss"], 6), frame.summary["correct"]
    (0.310898, 5)
    """
    if dataset.d != len(settings.weights.w):
        raise ValueError(
            f"weights must have {dataset.d} coefficient(s), got {len(settings.weights.w)}."
        )
    scene, d = Scene(dataset, settings), _drawn_features(dataset, settings)
    names = settings.parts
    if names is None:
        names = tuple(name for name in FIRST_PAGE if shows(name, d))
    for name in names:
        if name not in PARTS:
            raise ValueError(f'parts must be among {", ".join(PARTS)}; got "{name}".')
        if not shows(name, d):
            needed = "one feature" if name in ONE_FEATURE else "two features"
            raise ValueError(f'the part "{name}" needs {needed}, the data set has {d}.')
    with np.errstate(under="ignore"):
        tables: dict[str, Any] = {name: PARTS[name](scene) for name in names}
    return Frame(**{name: tables.get(name, EMPTY) for name in PARTS})


def _drawn_features(dataset: Dataset, settings: Settings) -> int:
    """Number of features that span a plot: a product of two adds none."""
    if not settings.interaction:
        return dataset.d
    if dataset.d != 3:
        raise ValueError(f"interaction needs two features and their product, got {dataset.d}.")
    return 2


def shows(name: str, d: int) -> bool:
    """Whether a table can show so many features, of which a product of two is none."""
    return d == 1 if name in ONE_FEATURE else d == 2 if name in TWO_FEATURES else True
