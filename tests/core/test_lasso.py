"""The lowest loss under an l1 penalty, on any data that have both classes."""

import numpy as np
import pytest
from core.data import read
from core.strategies import datasets
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize

from logreg_core import Dataset, Weights, descend, gradient, mean_loss, newton, standardise
from logreg_core.lasso import penalised_loss

LOANS = read("loans")
EXAM = read("exam")


def drawn(seed):
    """Up to six features of different units; in every other data set the classes are separable."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(rng.integers(5, 60), rng.integers(1, 7)))
    y = x[:, 0] + (seed % 2) * rng.logistic(size=len(x)) > 0
    y[:2] = 0, 1
    return standardise(Dataset(x, y))[0]


def split_minimum(data, l1, l2):
    """Another method: coefficients as differences of two parts that are at least 0 (L-BFGS-B)."""

    def value_and_slope(v):
        w = v[1 : 1 + data.d] - v[1 + data.d :]
        weights = Weights(v[0], w)
        slope = gradient(data, weights, l2=l2)
        value = mean_loss(data, weights) + l1 * v[1:].sum() + l2 / 2 * w @ w
        return value, np.concatenate([slope[:1], l1 + slope[1:], l1 - slope[1:]])

    found = minimize(
        value_and_slope,
        np.zeros(1 + 2 * data.d),
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None)] + [(0, None)] * (2 * data.d),
        options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 100_000, "maxfun": 200_000},
    )
    return found.fun


def total(data, weights, l1, l2=0.0):
    return float(penalised_loss(data, np.array([(weights.w0, *weights.w)]), l1, l2)[0])


@pytest.mark.parametrize(
    ("data", "l1", "w1", "objective"),
    [
        (standardise(LOANS)[0], 0.3, -0.698264, 0.637125),
        (standardise(LOANS)[0], 0.1, -2.159841, None),
        (standardise(LOANS)[0], 0.01, -6.011080, None),
        (EXAM, 0.3, 0.402705, 0.652698),
    ],
)
def test_known_values(data, l1, w1, objective):
    best = newton(data, l1=l1).weights
    assert best.w1 == pytest.approx(w1, abs=5e-7)
    assert objective is None or total(data, best, l1) == pytest.approx(objective, abs=5e-7)


@pytest.mark.parametrize(("strength", "is_zero"), [(0.466, True), (0.465, False)])
def test_a_strong_penalty_leaves_exactly_zero(strength, is_zero):
    best = newton(standardise(LOANS)[0], l1=strength).weights
    assert (best.w1 == 0.0) == is_zero


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize(("l1", "l2"), [(0.2, 0.0), (0.02, 0.0), (0.05, 0.1)])
def test_nothing_that_another_method_finds_is_lower(seed, l1, l2):
    data = drawn(seed)
    lowest, best = split_minimum(data, l1, l2), newton(data, l1=l1, l2=l2).weights
    assert total(data, best, l1, l2) <= lowest + 1e-14
    assert total(data, best, l1, l2) == pytest.approx(lowest, abs=1e-9)


@pytest.mark.parametrize(
    ("data", "rate", "l1", "l2"),
    [
        (standardise(LOANS)[0], 4.0, 0.3, 0.0),
        (standardise(EXAM)[0], 4.0, 0.1, 0.2),
        (standardise(read("two-clouds"))[0], 3.0, 0.3, 0.0),
        (standardise(read("churn"))[0], 1.5, 0.1, 0.0),
    ],
)
def test_gradient_descent_settles_there(data, rate, l1, l2):
    way = descend(data, Weights(0.3, [0.5] * data.d), rate, 20_000, l1=l1, l2=l2)
    best = newton(data, l1=l1, l2=l2).weights
    np.testing.assert_allclose(way.weights[-1], (best.w0, *best.w), atol=1e-9)


@given(datasets(d=2, both=True, max_n=15), st.floats(0.001, 2), st.sampled_from([0.0, 0.1]))
def test_the_subgradient_conditions_hold(data, l1, l2):
    found = newton(data, l1=l1, l2=l2)
    assert found.outcome == "converged"
    w, slope = np.array(found.weights.w), gradient(data, found.weights, l2=l2)
    room = 1e-8 * (1 + np.abs(data.x).max(axis=0))
    assert abs(slope[0]) <= 1e-8
    assert np.all(np.abs(slope[1:]) <= l1 + room)
    assert np.all((w == 0) | (np.abs(slope[1:] + l1 * np.sign(w)) <= room))


@given(datasets(d=2, both=True, max_n=15), st.floats(0.001, 1))
def test_the_penalised_loss_never_rises(data, l1):
    way = penalised_loss(data, newton(data, l1=l1).history.weights, l1, 0.0)
    assert np.all(np.diff(way) <= 1e-12 * (1 + way[:-1]))


def test_a_repeated_feature_leaves_a_direction_open():
    once, twice = Dataset([1, 2, 3, 4, 5], [0, 1, 0, 1, 1]), [[v, v] for v in (1, 2, 3, 4, 5)]
    found = newton(Dataset(twice, once.y), l1=0.1)
    assert (newton(once, l1=0.1).unique, found.unique) == (True, False)
    assert sum(found.weights.w) == pytest.approx(newton(once, l1=0.1).weights.w1, rel=1e-9)


def test_one_class_has_no_best_weights_under_a_penalty():
    found = newton(Dataset([1, 2], [1, 1]), l1=0.5)
    assert (found.outcome, found.weights) == ("one class", None)


def test_a_negative_penalty_is_refused():
    with pytest.raises(ValueError, match="l1 must be a number at least 0, got -1"):
        newton(LOANS, l1=-1)
