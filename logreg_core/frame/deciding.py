"""Tables about deciding: costs and mistakes over the threshold, the ROC curve, calibration."""

import numpy as np

from logreg_core.boundaries import threshold_logit
from logreg_core.calibration import reliability
from logreg_core.costs import best_threshold, expected_cost, mistakes
from logreg_core.frame.columns import Columns, columns, row
from logreg_core.frame.scene import Scene
from logreg_core.link import Floats, sigmoid
from logreg_core.loss import squared_loss
from logreg_core.ranking import Roc
from logreg_core.ranking import roc as roc_of

THRESHOLDS = 201  # one at every half percent
BINS = 10
HUNDRED, ROW = 100, 10  # cases, and how many of them stand in a row


def decision(scene: Scene) -> Columns:
    """Mistakes and mean cost at every threshold."""
    t = np.linspace(0.0, 1.0, THRESHOLDS)
    wrong = mistakes(scene.logit, scene.dataset.y, t)
    return columns(
        threshold=t,
        false_positive=wrong.false_positive,
        false_negative=wrong.false_negative,
        cost=_cost(scene, t),
    )


def decision_now(scene: Scene) -> Columns:
    """One row: rates and cost at the threshold, and the threshold that the costs choose."""
    settings, counts = scene.settings, scene.counts
    curve = _roc(scene)
    return row(
        threshold=settings.threshold,
        cost=float(_cost(scene, settings.threshold)),
        best_threshold=best_threshold(settings.cost_fp, settings.cost_fn),
        true_positive_rate=counts.true_positive_rate,
        false_positive_rate=counts.false_positive_rate,
        precision=counts.precision,
        f1=counts.f1,
        auc=curve.auc if curve else np.nan,
    )


def roc(scene: Scene) -> Columns:
    """The ROC curve, one row for each distinct logit; none where a class has no sample."""
    curve = _roc(scene)
    if curve is None:
        none = np.empty(0)
        return columns(false_positive_rate=none, true_positive_rate=none, threshold=none)
    return columns(
        false_positive_rate=curve.false_positive_rate,
        true_positive_rate=curve.true_positive_rate,
        threshold=sigmoid(curve.logit),
    )


def roc_drawn(scene: Scene) -> Columns:
    """The part of the ROC curve that is drawn when the threshold has sunk to where it is."""
    curve = _roc(scene)
    if curve is None:
        return columns(false_positive_rate=np.empty(0), true_positive_rate=np.empty(0))
    drawn = curve.logit >= threshold_logit(scene.settings.threshold)
    return columns(
        false_positive_rate=curve.false_positive_rate[drawn],
        true_positive_rate=curve.true_positive_rate[drawn],
    )


def actions(scene: Scene) -> Columns:
    """Expected cost of acting and of leaving it, from probability 0 to 1; both are straight."""
    p = np.array([0.0, 1.0])
    return columns(p=p, **_cost_of_actions(scene, p))


def actions_now(scene: Scene) -> Columns:
    """One row: the expected cost of both actions where the probability is the threshold."""
    p = np.array([scene.settings.threshold])
    return columns(p=p, **_cost_of_actions(scene, p))


def hundred(scene: Scene) -> Columns:
    """A hundred cases in rows of ten, as many of them a 1 as the probability of the threshold says.

    Each stands at x and, by its label, at the height y_1 or y_0; the other height is nan.
    """
    i = np.arange(HUNDRED)
    is_one = i < _ones_of_hundred(scene)
    y = i // ROW + 0.5
    of = {"y_1": np.where(is_one, y, np.nan), "y_0": np.where(is_one, np.nan, y)}
    return columns(x=i % ROW + 0.5, **of)


def hundred_now(scene: Scene) -> Columns:
    """One row: how many of a hundred cases are a 1, and how many a 0."""
    ones = _ones_of_hundred(scene)
    return row(ones=ones, zeros=HUNDRED - ones)


def _ones_of_hundred(scene: Scene) -> int:
    return int(HUNDRED * scene.settings.threshold + 0.5)


def calibration(scene: Scene) -> Columns:
    """The reliability diagram, one row for each bin in use."""
    return columns(**reliability(scene.p, scene.dataset.y, BINS)._asdict())


def calibration_now(scene: Scene) -> Columns:
    """One row: the Brier score, and how many are positive against how many were announced."""
    y = scene.dataset.y
    return row(
        # from logits, because p - y loses digits where it is small
        brier=float(np.mean(squared_loss(scene.logit, y))),
        mean_p=float(np.mean(scene.p)),
        share=float(np.mean(y)),
    )


def _cost(scene: Scene, thresholds: float | np.ndarray) -> np.ndarray:
    costs = scene.settings.cost_fp, scene.settings.cost_fn
    return expected_cost(scene.logit, scene.dataset.y, thresholds, *costs)


def _cost_of_actions(scene: Scene, p: Floats) -> dict[str, Floats]:
    """A false positive is paid for if the sample is a 0, a false negative if it is a 1."""
    return {"act": (1 - p) * scene.settings.cost_fp, "leave": p * scene.settings.cost_fn}


def _roc(scene: Scene) -> Roc | None:
    return None if 0 in scene.dataset.counts else roc_of(scene.logit, scene.dataset.y)
