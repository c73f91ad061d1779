"""Tables about the samples, one of them, and the whole: what the first page shows."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from logreg_core.decide import predict
from logreg_core.frame.columns import Columns, columns, per_feature, pinned, row
from logreg_core.frame.curves import loss_top
from logreg_core.frame.scene import Place, Scene
from logreg_core.link import Floats, odds, sigmoid
from logreg_core.model import Evidence, odds_ratio
from logreg_core.model import evidence as evidence_of
from logreg_core.words import general


def samples(scene: Scene) -> Columns:
    """One row for each sample."""
    y, loss, top = scene.dataset.y, scene.loss, loss_top(scene)
    predicted = predict(scene.logit, scene.settings.threshold)
    return columns(
        **per_feature("x", scene.dataset.x),
        y=y,
        logit=scene.logit,
        odds=odds(scene.logit),
        p=scene.p,
        predicted=predicted,
        correct=(predicted == y).astype(np.int64),
        loss=loss,
        residual=scene.pull,
        **per_feature("residual_x", scene.pull_x),
        **pinned("loss", loss, 0.0, top),
    )


def boundary_row(scene: Scene) -> Columns:
    """The boundary on one feature, the plot's ends, and the side that is predicted 1."""
    (low, high), place, threshold = scene.span, scene.place, scene.settings.threshold
    inside = place.where == "inside"
    cut = min(max(place.x, low), high)
    start, end = {
        "all": (low, high),
        "none": (np.nan, np.nan),
        "left": (low, cut),
        "right": (cut, high),
    }[place.positive_side]
    return columns(
        x=np.array([place.x if inside else np.nan]),
        low=np.array([low]),
        width=np.array([high - low]),
        shade=scene.curve["p"].reshape(1, 1, -1),
        threshold=np.array([threshold]),
        positive_from=np.array([start]),
        positive_to=np.array([end]),
        positive_at=np.array([(start + end) / 2 if start < end else np.nan]),
        label=np.array([general(place.x, 4) if inside else ""]),
        threshold_label=np.array([f"t = {general(threshold, 4)}"]),
    )


def evidence(scene: Scene) -> Columns:
    """The pushes on one sample's logit, each starting where the one before has ended."""
    found = _evidence(scene)
    pushes = np.append(found.intercept, found.pushes)
    ends = np.cumsum(pushes)
    return columns(
        name=np.array(["intercept", *scene.dataset.features, "score"]),
        value=np.concatenate([[np.nan], _chosen(scene), [np.nan]]),
        push=np.append(pushes, found.logit),
        start=np.concatenate([[0.0], ends[:-1], [0.0]]),
        end=np.append(ends, found.logit),
    )


def evidence_now(scene: Scene) -> Columns:
    """What the pushes on one sample come to."""
    z = _evidence(scene).logit
    said = int(predict(z, scene.settings.threshold))
    p, o = float(sigmoid(z)), float(odds(z))
    return row(sample=scene.settings.sample, logit=z, odds=o, p=p, predicted=said)


def _chosen(scene: Scene) -> Floats:
    sample, n = scene.settings.sample, scene.dataset.n
    if not 0 <= sample < n:
        raise ValueError(f"sample must be 0 to {n - 1}, got {sample}.")
    return np.asarray(scene.dataset.x[sample])


def _evidence(scene: Scene) -> Evidence:
    return evidence_of(_chosen(scene), scene.weights)


def summary(scene: Scene) -> Mapping[str, float | str]:
    """Numbers and words about the whole."""
    weights, slope = scene.weights, scene.slope
    one = len(weights.w) == 1
    return MappingProxyType(
        {
            "w0": weights.w0,
            **{f"w{j + 1}": w for j, w in enumerate(weights.w)},
            "threshold": scene.settings.threshold,
            "n": scene.dataset.n,
            "mean_loss": float(np.mean(scene.loss)),
            "correct": scene.counts.correct,
            "accuracy": scene.counts.accuracy,
            **scene.counts._asdict(),
            **(_boundary_words(scene.place) if one else {}),
            **_numbered("odds_ratio", odds_ratio(weights)),
            "grad_w0": float(slope[0]),
            **{f"grad_w{j}": float(slope[j]) for j in range(1, len(slope))},
        }
    )


def _boundary_words(place: Place) -> dict[str, float | str]:
    return {
        "boundary": place.x,
        "boundary_place": place.where,
        "positive_side": place.positive_side,
    }


def _numbered(name: str, values: Floats) -> dict[str, float]:
    return {k: float(v[0]) for k, v in per_feature(name, values[np.newaxis]).items()}
