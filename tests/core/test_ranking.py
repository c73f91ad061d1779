"""The ROC curve and its area, ties included."""

import numpy as np
import pytest
from core.strategies import scored
from hypothesis import given
from sklearn.metrics import roc_auc_score, roc_curve

from logreg_core import confusion, roc, sigmoid


@given(scored())
def test_agrees_with_scikit_learn(scores):
    z, y = scores
    found = roc(z, y)
    fpr, tpr, cut = roc_curve(y, z, drop_intermediate=False)
    np.testing.assert_allclose(found.false_positive_rate, fpr, atol=1e-15)
    np.testing.assert_allclose(found.true_positive_rate, tpr, atol=1e-15)
    np.testing.assert_array_equal(found.logit, cut)
    assert found.auc == pytest.approx(roc_auc_score(y, z), rel=1e-13)


@given(scored())
def test_area_is_the_share_of_pairs_in_order(scores):
    z, y = scores
    pairs = z[y == 1][:, np.newaxis] - z[y == 0]
    assert roc(z, y).auc == pytest.approx(np.mean((np.sign(pairs) + 1) / 2), abs=1e-14)


@given(scored())
def test_every_point_is_a_decision(scores):
    z, y = scores
    found = roc(z, y)
    middle = len(found.logit) // 2
    below = float(sigmoid(found.logit[middle] - 0.5))  # half way to the next whole number
    counts = confusion(z, y, below)
    assert counts.true_positive_rate == pytest.approx(found.true_positive_rate[middle])
    assert counts.false_positive_rate == pytest.approx(found.false_positive_rate[middle])


@given(scored())
def test_rises_from_the_first_corner_to_the_last(scores):
    found = roc(*scores)
    rates = np.array([found.false_positive_rate, found.true_positive_rate])
    assert np.all(np.diff(rates, axis=1) >= 0)
    assert (rates[:, 0].tolist(), rates[:, -1].tolist()) == ([0, 0], [1, 1])


@given(scored())
def test_only_the_order_matters(scores):
    z, y = scores
    assert roc(z, y).auc == roc(z**3 + 7, y).auc
    assert roc(-z, y).auc == pytest.approx(1 - roc(z, y).auc, abs=1e-14)


def test_the_order_of_the_file_does_not_matter():
    assert roc([1.0, 1.0], [0, 1]).auc == roc([1.0, 1.0], [1, 0]).auc == 0.5


@pytest.mark.parametrize("y", [[0, 0], [1, 1]])
def test_one_class_has_no_curve(y):
    with pytest.raises(ValueError, match="roc needs samples of both classes"):
        roc([0.0, 1.0], y)


def test_nan_is_refused():
    with pytest.raises(ValueError, match="logit must hold numbers only, got nan"):
        roc([0.0, np.nan], [0, 1])
