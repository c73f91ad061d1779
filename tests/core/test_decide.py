"""Decisions at a threshold and their counts."""

import numpy as np
import pytest
from core.strategies import probability, scored
from hypothesis import given
from sklearn.metrics import confusion_matrix

from logreg_core import confusion, expected_cost, logit, reliability, roc, sigmoid
from logreg_core.decide import Confusion, predict

INCOME = np.array([25, 32, 45, 75, 95, 110])
LABELS = np.array([1, 1, 1, 0, 0, 0])
LOGITS = 8.12 - 0.094 * INCOME


@pytest.mark.parametrize(
    ("t", "false_positive", "false_negative"),
    [(0.1, 2, 0), (0.5, 1, 0), (0.75, 0, 0), (0.99, 0, 1), (0.998, 0, 3), (0, 3, 0), (1, 0, 3)],
)
def test_threshold_moves_the_mistakes(t, false_positive, false_negative):
    counts = confusion(LOGITS, LABELS, t)
    assert (counts.false_positive, counts.false_negative) == (false_positive, false_negative)
    assert counts.correct == 6 - false_positive - false_negative


@pytest.mark.parametrize("t", [0.2, 0.5, 0.7, 0.9])
def test_a_tie_goes_to_the_positive_class(t):
    cut = float(logit(t))
    assert predict([cut, np.nextafter(cut, -np.inf)], t).tolist() == [1, 0]


@pytest.mark.parametrize(("t", "want"), [(0, 1), (1, 0)])
def test_threshold_0_says_all_and_1_says_none(t, want):
    assert predict([-1e308, 0, 1e308], t).tolist() == [want] * 3


@pytest.mark.parametrize("t", [-0.01, 1.01, np.nan, np.inf])
def test_threshold_outside_its_range_is_refused(t):
    with pytest.raises(ValueError, match="threshold must lie between 0 and 1, got"):
        predict([0.0], t)


@pytest.mark.parametrize("values", [[1, 2], np.array([1, 2], dtype=np.uint8), np.float32([1, 2])])
def test_predicted_labels_are_int64(values):
    assert predict(values).dtype == np.int64


def test_accuracy_is_the_share_of_correct():
    assert Confusion(3, 1, 2, 0).accuracy == 5 / 6


@pytest.mark.parametrize(
    ("y", "message"),
    [
        ([0, 1], r"one label for each sample, got \(2,\) for \(3,\)"),
        (1, r"one label for each sample, got \(\) for \(3,\)"),
        ([0, 1, 2], "labels 0 and 1 only, got 2"),
        ([0, 1, np.nan], "labels 0 and 1 only, got nan"),
    ],
)
@pytest.mark.parametrize(
    "function",
    [confusion, roc, reliability, lambda z, y: expected_cost(z, y, 0.5, 1, 1)],
    ids=["confusion", "roc", "reliability", "expected_cost"],
)
def test_labels_must_fit_the_samples(function, y, message):
    with pytest.raises(ValueError, match=message):
        function([0.1, 0.2, 0.3], y)


@pytest.mark.parametrize(
    "function",
    [confusion, roc, reliability, lambda z, y: expected_cost(z, y, 0.5, 1, 1)],
)
def test_no_samples_no_answer(function):
    with pytest.raises(ValueError, match="one label for each sample"):
        function([], [])


@pytest.mark.parametrize("y", [[True, False], np.array([1, 0], dtype=np.uint8), [1.0, 0.0]])
def test_every_type_of_label(y):
    assert confusion([1.0, -1.0], y) == (1, 0, 1, 0)


def test_a_share_of_nothing_is_nan():
    counts = confusion([1.0], [1], 1)
    assert np.isnan([counts.precision, counts.false_positive_rate]).all()


@given(scored(), probability)
def test_counts_agree_with_scikit_learn(scores, t):
    z, y = scores
    (tn, fp), (fn, tp) = confusion_matrix(y, z >= float(logit(t)), labels=[0, 1])
    assert confusion(z, y, t) == (tp, fp, tn, fn)


@given(scored(), probability, probability)
def test_a_higher_threshold_never_adds_positives(scores, a, b):
    z, _ = scores
    assert np.all(predict(z, max(a, b)) <= predict(z, min(a, b)))


@given(scored(), probability)
def test_deciding_on_p_says_the_same_away_from_the_tie(scores, t):
    z, _ = scores
    clear = np.abs(sigmoid(z) - t) > 1e-12
    np.testing.assert_array_equal(predict(z, t)[clear], (sigmoid(z) >= t)[clear])
