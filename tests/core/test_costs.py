"""What mistakes cost, and the threshold that the costs choose."""

import numpy as np
import pytest
from core.strategies import cost, inner_probability, scored
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import best_threshold, confusion, expected_cost, logit
from logreg_core.costs import mistakes

THRESHOLDS = np.linspace(0, 1, 21)


@given(scored(both=False))
def test_mistakes_are_those_of_the_confusion_counts(scores):
    z, y = scores
    found = mistakes(z, y, THRESHOLDS)
    counts = [confusion(z, y, t) for t in THRESHOLDS]
    assert found.false_positive.tolist() == [c.false_positive for c in counts]
    assert found.false_negative.tolist() == [c.false_negative for c in counts]


@given(scored(), st.floats(0, 1), cost, cost)
def test_expected_cost_is_the_mean_over_the_samples(scores, t, cost_fp, cost_fn):
    z, y = scores
    counts = confusion(z, y, t)
    want = (counts.false_positive * cost_fp + counts.false_negative * cost_fn) / len(y)
    assert float(expected_cost(z, y, t, cost_fp, cost_fn)) == pytest.approx(want, rel=1e-14)


@pytest.mark.parametrize(("t", "want"), [(0, 3 * 50 / 6), (1, 3 * 10 / 6), (0.5, 50 / 6)])
def test_the_ends_of_the_threshold(t, want):
    z = 8.12 - 0.094 * np.array([25, 32, 45, 75, 95, 110])
    assert float(expected_cost(z, [1, 1, 1, 0, 0, 0], t, 50, 10)) == pytest.approx(want)


@given(inner_probability, cost, cost)
def test_the_best_threshold_takes_the_cheaper_action(p, cost_fp, cost_fn):
    saying_1, saying_0 = cost_fp * (1 - p), cost_fn * p
    best = best_threshold(cost_fp, cost_fn)
    assert abs(p - best) < 1e-12 or (p > best) == (saying_1 < saying_0)


def test_honest_probabilities_cost_least_at_the_best_threshold():
    """Labels in exactly the shares that the probabilities announce."""
    p = np.repeat(np.arange(1, 20) / 20, 20)
    y = np.tile(np.arange(20), 19) < 20 * p - 1e-9
    costs = expected_cost(logit(p), y, np.arange(1, 40) / 40, 3, 1)
    best = float(expected_cost(logit(p), y, best_threshold(3, 1), 3, 1))
    assert best == pytest.approx(costs.min(), rel=1e-12)


@pytest.mark.parametrize(
    ("cost_fp", "cost_fn", "want"), [(1, 1, 0.5), (0, 1, 0.0), (1, 0, 1.0), (1e308, 1e308, 0.5)]
)
def test_best_threshold_at_the_ends(cost_fp, cost_fn, want):
    assert best_threshold(cost_fp, cost_fn) == want


@given(cost, cost, st.floats(0.01, 100))
def test_only_the_ratio_of_the_costs_matters(cost_fp, cost_fn, factor):
    scaled = best_threshold(cost_fp * factor, cost_fn * factor)
    assert scaled == pytest.approx(best_threshold(cost_fp, cost_fn), rel=1e-12)


@pytest.mark.parametrize(
    ("cost_fp", "cost_fn", "message"),
    [
        (-1, 1, "cost_fp must be a number at least 0, got -1"),
        (1, np.nan, "cost_fn must be a number at least 0, got nan"),
        (np.inf, 1, "cost_fp must be a number at least 0, got inf"),
        (0, 0, "must not both be 0"),
    ],
)
@pytest.mark.parametrize(
    "function",
    [
        best_threshold,
        lambda fp, fn: expected_cost([0.0], [1], 0.5, fp, fn),
    ],
    ids=["best_threshold", "expected_cost"],
)
def test_costs_that_cannot_be(function, cost_fp, cost_fn, message):
    with pytest.raises(ValueError, match=message):
        function(cost_fp, cost_fn)


def test_a_threshold_outside_its_range_is_refused():
    with pytest.raises(ValueError, match="must lie between 0 and 1, got 2"):
        mistakes([0.0], [1], [0.5, 2])
