"""The model inside scikit-learn, and beside scikit-learn's own."""

import subprocess
import sys
from dataclasses import fields

import numpy as np
import pytest
from sklearn.base import clone, is_classifier
from sklearn.calibration import CalibratedClassifierCV
from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import BaggingClassifier, VotingClassifier
from sklearn.linear_model import LogisticRegression as Theirs
from sklearn.metrics import get_scorer
from sklearn.model_selection import (
    GridSearchCV,
    StratifiedKFold,
    cross_val_predict,
    cross_val_score,
)
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
from sklearn.utils import get_tags
from sklearn.utils.validation import check_is_fitted

from logreg_core import LogisticRegression

BUNCH = load_breast_cancer()
X, Y = BUNCH.data[:, :4], BUNCH.target_names[BUNCH.target]
OURS = LogisticRegression(learning_rate=1.0, epochs=500, l2=0.01, standardise=True)


def theirs(n: int, l2: float = 0.01):
    return make_pipeline(StandardScaler(), Theirs(C=1 / (n * l2), tol=1e-10, max_iter=1000))


def test_scikit_learn_is_not_needed():
    script = "import sys, logreg_core; sys.exit('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_its_own_model_finds_the_same_probabilities():
    model = LogisticRegression(learning_rate=1.0, epochs=20_000, l2=0.01, standardise=True).fit(
        X, Y
    )
    other = theirs(len(X)).fit(X, Y)
    np.testing.assert_array_equal(model.classes_, other.classes_)
    np.testing.assert_allclose(model.predict_proba(X), other.predict_proba(X), atol=1e-6)
    np.testing.assert_allclose(model.decision_function(X), other.decision_function(X), rtol=1e-4)


def test_a_clone_has_the_parameters_and_no_weights():
    copy = clone(clone(OURS).fit(X, Y))
    assert copy.get_params() == OURS.get_params()
    assert not hasattr(copy, "classes_")


def test_it_is_known_for_a_classifier():
    assert is_classifier(OURS)
    assert is_classifier(make_pipeline(StandardScaler(), OURS))


def test_its_tags_are_all_that_there_are():
    """Those of scikit-learn's own model, under the same names."""
    ours, own = get_tags(OURS), get_tags(Theirs())
    parts = ("target_tags", "classifier_tags", "input_tags")
    assert set(vars(ours)) == {f.name for f in fields(own)}
    assert [set(vars(getattr(ours, p))) for p in parts] == [
        {f.name for f in fields(getattr(own, p))} for p in parts
    ]


def test_a_fitted_one_is_known_as_fitted():
    model = clone(OURS)
    with pytest.raises(Exception, match="not fitted"):
        check_is_fitted(model)
    check_is_fitted(model.fit(X, Y))


def test_a_pipeline_trains_and_predicts_with_it():
    raw = clone(OURS).set_params(standardise=False)
    pipeline = make_pipeline(StandardScaler(), raw).fit(X, Y)
    np.testing.assert_allclose(
        pipeline.predict_proba(X), clone(OURS).fit(X, Y).predict_proba(X), rtol=1e-9
    )
    assert pipeline.set_params(logisticregression__epochs=3)[-1].epochs == 3
    assert pipeline.classes_.tolist() == ["benign", "malignant"]
    assert "LogisticRegression" in pipeline._repr_html_()


def test_a_pipeline_hands_on_a_threshold():
    pipeline = make_pipeline(FunctionTransformer(), OURS).fit(X, Y)
    assert set(pipeline.predict(X, threshold=0.0)) == {"malignant"}


@pytest.mark.parametrize("scoring", [None, "accuracy", "neg_log_loss", "roc_auc", "f1_macro"])
def test_cross_validation_scores_it_as_it_does_its_own(scoring: str | None):
    folds = StratifiedKFold(4, shuffle=True, random_state=0)
    own = theirs(round(len(X) * 3 / 4))
    ours = cross_val_score(clone(OURS).set_params(epochs=3000), X, Y, cv=folds, scoring=scoring)
    assert ours == pytest.approx(cross_val_score(own, X, Y, cv=folds, scoring=scoring), abs=2e-3)


def test_cross_validation_in_several_processes():
    scores = cross_val_score(OURS, X, Y, cv=3, n_jobs=2)
    np.testing.assert_array_equal(scores, cross_val_score(OURS, X, Y, cv=3))


def test_a_search_finds_the_best_of_its_parameters():
    grid = {"l2": [1.0, 0.01], "epochs": [5, 200], "standardise": [True]}
    slow = clone(OURS).set_params(learning_rate=0.3)
    search = GridSearchCV(slow, grid, cv=3, scoring="neg_log_loss").fit(X, Y)
    assert search.best_params_ == {"l2": 0.01, "epochs": 200, "standardise": True}
    assert search.predict(X).shape == Y.shape


def test_probabilities_of_left_out_rows():
    p = cross_val_predict(OURS, X, Y, cv=3, method="predict_proba")
    assert p.shape == (len(X), 2)
    assert np.mean(p[:, 1] > 0.5) == pytest.approx(np.mean(Y == "malignant"), abs=0.05)


@pytest.mark.parametrize(
    "meta",
    [
        lambda m: BaggingClassifier(m, n_estimators=3, random_state=0),
        lambda m: VotingClassifier([("one", m), ("two", theirs(len(X)))], voting="soft"),
        lambda m: CalibratedClassifierCV(m, cv=3),
    ],
    ids=["bagging", "voting", "calibration"],
)
def test_models_of_models_take_it(meta):
    model = meta(clone(OURS)).fit(X, Y)
    assert get_scorer("accuracy")(model, X, Y) > 0.88
