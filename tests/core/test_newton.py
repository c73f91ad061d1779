"""The optimum where it exists, and a plain word where it does not."""

import numpy as np
import pytest
from core.strategies import datasets
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from logreg_core import Dataset, Weights, gradient, mean_loss, newton, separability, standardise
from logreg_core.hessian import hessian

LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
OVERLAP = Dataset([1, 2, 3, 4, 5], [0, 1, 0, 1, 1])


def overlapping(seed, n=40, d=2):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, d)) * 10.0 ** rng.integers(-3, 4, size=d) + rng.normal(size=d)
    u = (x - x.mean(axis=0)) / x.std(axis=0)
    return Dataset(x, u[:, 0] + rng.logistic(size=n) > 0)


@pytest.mark.parametrize("seed", range(20))
def test_agrees_with_scipy(seed):
    data = overlapping(seed)
    found = newton(data)
    assert found.outcome == "converged"
    moved, scale = standardise(data)
    oracle = minimize(
        lambda w: mean_loss(moved, Weights(w[0], w[1:])),
        np.zeros(3),
        jac=lambda w: gradient(moved, Weights(w[0], w[1:])),
        method="BFGS",
        options={"gtol": 1e-9},
    )
    there = scale.to_standardised(found.weights)
    np.testing.assert_allclose((there.w0, *there.w), oracle.x, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("l2", [1.0, 0.1, 0.001])
def test_agrees_with_scikit_learn(seed, l2):
    data, _ = standardise(overlapping(seed))
    found = newton(data, l2=l2).weights
    oracle = LogisticRegression(C=1 / (l2 * data.n), tol=1e-10, max_iter=1000)
    oracle.fit(data.x, data.y)
    np.testing.assert_allclose(found.w, oracle.coef_[0], rtol=1e-5, atol=1e-6)
    assert found.w0 == pytest.approx(oracle.intercept_[0], rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("seed", range(10))
def test_standard_errors_are_the_inverse_hessian(seed):
    data = overlapping(seed)
    found = newton(data)
    moved, scale = standardise(data)
    covariance = np.linalg.inv(hessian(moved, scale.to_standardised(found.weights))) / data.n
    units = [scale.to_raw(Weights(e[0], e[1:])) for e in np.eye(3)]
    back = np.array([(w.w0, *w.w) for w in units]).T
    want = np.sqrt(np.diag(back @ covariance @ back.T))
    np.testing.assert_allclose(found.standard_errors, want, rtol=1e-6)


@given(datasets(d=2, both=True, max_n=15))
def test_the_outcome_is_what_separability_says(data):
    found, kind = newton(data), separability(data).kind
    assert found.outcome == ("converged" if kind == "none" else kind)
    assert (found.weights is None) == (kind != "none")


@given(datasets(d=2, both=True, max_n=15), st.floats(0.01, 2))
def test_a_penalty_makes_every_optimum_finite(data, l2):
    found = newton(data, l2=l2)
    assert found.outcome == "converged"
    size = np.append(1, np.abs(data.x).max(axis=0) + 1)
    np.testing.assert_allclose(gradient(data, found.weights, l2=l2) / size, 0, atol=1e-7)


@given(datasets(both=True), st.floats(0, 1))
@example(Dataset([0, 0], [0, 1]), 5e-324)
def test_the_loss_never_rises(data, l2):
    history = newton(data, l2=l2).history
    penalty = l2 / 2 * np.square(history.weights[:, 1])
    total = history.mean_loss + penalty
    assert np.all(np.diff(total) <= 1e-12 * (1 + total[:-1]))


@given(st.floats(0.001, 1000), st.floats(-1000, 1000))
def test_the_optimum_follows_the_unit(scale, shift):
    here, there = newton(OVERLAP), newton(Dataset(OVERLAP.x * scale + shift, OVERLAP.y))
    assert there.weights.w1 * scale == pytest.approx(here.weights.w1, rel=1e-6)
    assert there.history.mean_loss[-1] == pytest.approx(here.history.mean_loss[-1], rel=1e-9)


def test_turning_the_labels_turns_the_weights():
    here, there = newton(OVERLAP).weights, newton(Dataset(OVERLAP.x, 1 - OVERLAP.y)).weights
    assert (there.w0, there.w1) == pytest.approx((-here.w0, -here.w1), rel=1e-9)


@pytest.mark.parametrize(
    ("data", "l2", "outcome", "word"),
    [
        (LOANS, 0.0, "complete", "separated"),
        (Dataset([1, 2, 2, 3], [0, 0, 1, 1]), 0.0, "quasi", "touch"),
        (Dataset([1, 2], [1, 1]), 0.0, "one class", "same label"),
        (Dataset([1, 2], [1, 1]), 1.0, "one class", "same label"),
    ],
)
def test_where_no_optimum_exists_it_says_so(data, l2, outcome, word):
    found = newton(data, l2=l2)
    assert (found.outcome, found.weights) == (outcome, None)
    assert word in found.reason
    assert np.all(np.isnan(found.standard_errors))


def test_too_few_steps_are_no_optimum():
    found = newton(OVERLAP, max_steps=1)
    assert (found.outcome, found.weights) == ("step limit", None)
    assert len(found.history.weights) == 2


def test_a_constant_feature_leaves_one_direction_open():
    found = newton(Dataset([3, 3, 3, 3], [0, 1, 1, 1]))
    assert (found.outcome, found.unique) == ("converged", False)
    p = 1 / (1 + np.exp(-(found.weights.w0 + 3 * found.weights.w1)))
    assert p == pytest.approx(0.75, rel=1e-12)


def test_a_repeated_feature_shares_the_coefficient():
    once = newton(OVERLAP)
    twice = newton(Dataset(np.hstack([OVERLAP.x, OVERLAP.x]), OVERLAP.y))
    assert (once.unique, twice.unique) == (True, False)
    np.testing.assert_allclose(twice.weights.w, [once.weights.w1 / 2] * 2, rtol=1e-9)


@pytest.mark.parametrize("shift", [1e3, 1e6, 1e9])
def test_features_far_from_zero(shift):
    here, there = newton(OVERLAP), newton(Dataset(OVERLAP.x + shift, OVERLAP.y))
    assert there.outcome == "converged"
    assert there.weights.w1 == pytest.approx(here.weights.w1, rel=1e-9)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [({"max_steps": 0}, "max_steps must be at least 1, got 0"), ({"l2": -1.0}, "l2 must be")],
)
def test_newton_refuses(arguments, message):
    with pytest.raises(ValueError, match=message):
        newton(OVERLAP, **arguments)
