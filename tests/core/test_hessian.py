"""The bend of the mean loss, and what follows from it."""

import numpy as np
import pytest
from core import oracle
from core.strategies import datasets, weights
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import Dataset, Weights, descend, gradient, learning_rate_limit, standardise
from logreg_core.hessian import condition_number, hessian, newton_step

LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])


@given(datasets(d=2), weights(d=2, value=st.floats(-1, 1)), st.floats(0, 3))
def test_hessian_is_the_slope_of_the_gradient(data, w, l2):
    def slope_of(j):
        return oracle.partial_differences(
            lambda at: gradient(data, Weights(at[0], at[1:]), l2=l2)[j], (w.w0, *w.w), 1e-4
        )

    want = np.array([slope_of(0), slope_of(1), slope_of(2)])
    np.testing.assert_allclose(hessian(data, w, l2=l2), want, rtol=1e-6, atol=1e-6)


@given(datasets(d=2), weights(d=2))
def test_hessian_is_symmetric_and_never_bends_down(data, w):
    bend = hessian(data, w)
    np.testing.assert_array_equal(bend, bend.T)
    assert np.linalg.eigvalsh(bend)[0] >= -1e-12 * np.abs(bend).max()


@pytest.mark.parametrize("size", [1e3, 1e20])
def test_enormous_weights_raise_no_warning(size):
    with np.errstate(all="raise"):
        assert np.all(hessian(LOANS, Weights(size, size)) == 0)


def test_limit_and_condition_of_the_loans():
    assert learning_rate_limit(LOANS) == pytest.approx(0.00157745, abs=5e-9)
    assert condition_number(LOANS) == pytest.approx(25284, abs=0.5)
    low, high = np.linalg.eigvalsh(hessian(LOANS, Weights(0, 0)))
    assert (low, high) == pytest.approx((0.050144, 1267.866522), abs=5e-7)


def test_limit_and_condition_of_the_standardised_loans():
    data, _ = standardise(LOANS)
    assert learning_rate_limit(data) == pytest.approx(8, rel=1e-14)
    assert condition_number(data) == pytest.approx(1, rel=1e-13)


@given(datasets(), weights())
def test_zero_weights_have_the_strictest_limit(data, w):
    assert learning_rate_limit(data) <= learning_rate_limit(data, w) * (1 + 1e-12)


@pytest.mark.parametrize(("share", "falls"), [(0.99, True), (4.0, False)])
def test_steps_settle_below_the_limit_only(share, falls):
    overlapping = Dataset([1, 2, 3, 4], [0, 1, 0, 1])
    rate = share * learning_rate_limit(overlapping)
    losses = descend(overlapping, Weights(0, 0), rate, 50).mean_loss
    assert bool(np.all(np.diff(losses) <= 1e-15)) == falls


def test_where_no_bend_is_left_every_learning_rate_will_do():
    assert learning_rate_limit(LOANS, Weights(1e5, 0)) == np.inf


@pytest.mark.parametrize("x", [[3, 3, 3], [[1, 1], [2, 2], [3, 3]]])
def test_a_flat_direction_has_no_finite_condition(x):
    assert condition_number(Dataset(x, [0, 1, 1])) == np.inf


def test_a_penalty_bends_the_flat_direction():
    assert condition_number(Dataset([3, 3, 3], [0, 1, 1]), l2=0.1) < np.inf


@given(datasets(d=2, both=True), weights(d=2, value=st.floats(-0.5, 0.5)))
def test_newton_solves_for_the_gradient(data, w):
    found = newton_step(data, w)
    if found.rank == 3:
        np.testing.assert_allclose(
            hessian(data, w) @ found.move, -gradient(data, w), rtol=1e-6, atol=1e-9
        )


@given(st.floats(0.01, 100))
def test_the_decrement_does_not_depend_on_the_unit(scale):
    moved = Dataset(LOANS.x * scale, LOANS.y)
    a, b = newton_step(LOANS, Weights(0, 0)), newton_step(moved, Weights(0, 0))
    assert a.decrement == pytest.approx(b.decrement, rel=1e-9)


@pytest.mark.parametrize("function", [hessian, learning_rate_limit, condition_number])
def test_a_negative_penalty_is_refused(function):
    with pytest.raises(ValueError, match="l2 must be a number at least 0, got -1"):
        function(LOANS, Weights(0, 0), l2=-1)
