"""A fitted logistic regression of scikit-learn as a scene; scikit-learn is not imported."""

from typing import Any

import numpy as np

from logreg_app.catalog import MOST_FEATURES


class ModelError(ValueError):
    """A model that the page cannot show; the message says why and what to do."""


def check(model: Any) -> None:
    """Refuse what is no fitted `LogisticRegression` with two classes and few features.

    Raises
    ------
    ModelError
        If it is not; the message says what to do.
    """
    kind = type(model).__name__
    if not (hasattr(model, "C") and hasattr(model, "l1_ratio")):  # support vectors have C too
        raise ModelError(
            f"The model is of the class {kind}; give a LogisticRegression, such as the last step "
            "of a pipeline."
        )
    if not hasattr(model, "coef_"):
        raise ModelError("The model is not fitted; call fit first.")
    if len(model.classes_) != 2:
        raise ModelError(f"The model has {len(model.classes_)} classes; the page shows two.")
    if (d := np.shape(model.coef_)[1]) > MOST_FEATURES:
        raise ModelError(f"The model has {d} features; the page shows at most {MOST_FEATURES}.")
    if model.class_weight is not None:
        raise ModelError("The model weighs its classes; fit it with class_weight=None.")


def scene_of(model: Any, n: int) -> dict[str, float]:
    """Weights and penalties of a model that was fitted to n samples.

    scikit-learn minimises C times the sum of the losses plus |w|²/2, or plus |w| for L1; the page
    minimises their mean plus λ₂|w|²/2 + λ₁|w|, so that λ is 1 / (C n). With penalty=None it
    takes no account of C, and λ is 0.
    """
    weights = [float(np.ravel(model.intercept_)[0]), *np.ravel(model.coef_).tolist()]
    strength = 0.0 if model.penalty is None else 1 / (model.C * n)
    l1_share = _l1_share(model)
    penalties = {"l1": strength * l1_share, "l2": strength * (1 - l1_share)}
    return {**{f"w{j}": w for j, w in enumerate(weights)}, **penalties}


def _l1_share(model: Any) -> float:
    """The share of L1 in the penalty, which older versions of scikit-learn call by a word."""
    named = {"l1": 1.0, "l2": 0.0}
    return named.get(str(model.penalty), float(model.l1_ratio or 0))
