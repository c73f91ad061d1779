"""Mean loss, its gradient, and the steps that follow it downhill."""

import numpy as np
import pytest
from core import oracle
from core.strategies import datasets, weights
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import Dataset, Weights, descend, gradient, mean_loss, standardise, step
from logreg_core.hessian import learning_rate_limit

LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0])
SEVEN = Dataset([-3, -2, -1, 0, 1, 2, 3], [0, 0, 0, 0, 1, 1, 1])


@pytest.mark.parametrize(
    ("data", "w", "loss", "slope"),
    [
        (LOANS, Weights(8.12, -0.094), 0.310898254, (0.186887083, 15.783326922)),
        (LOANS, Weights(0, 0), 0.693147181, (0.0, 14.833333333)),
        (SEVEN, Weights(-0.2, 0.7), 0.299355023, (0.037028102, -0.304171305)),
    ],
    ids=["A15", "A11", "D1"],
)
def test_published_values(data, w, loss, slope):
    assert mean_loss(data, w) == pytest.approx(loss, abs=5e-10)
    assert gradient(data, w) == pytest.approx(slope, abs=5e-10)


@pytest.mark.parametrize("loss", ["cross-entropy", "squared"])
@given(data=datasets(d=2), w=weights(d=2, value=st.floats(-1, 1)))
def test_gradient_is_the_slope_of_the_mean_loss(loss, data, w):
    slope = oracle.partial_differences(
        lambda at: mean_loss(data, Weights(at[0], at[1:]), loss=loss), (w.w0, *w.w), 1e-4
    )
    np.testing.assert_allclose(gradient(data, w, loss=loss), slope, rtol=1e-7, atol=1e-7)


@given(datasets(), weights(value=st.floats(-5, 5)), st.floats(0.01, 0.99), st.floats(0, 1))
def test_a_step_down_the_squared_loss_below_the_limit_never_rises(data, w, share, l2):
    rate = share * learning_rate_limit(data, l2=l2, loss="squared")
    after = step(data, w, rate, l2=l2, loss="squared")
    height = [mean_loss(data, at, loss="squared") + l2 / 2 * at.w1**2 for at in (w, after)]
    assert height[1] <= height[0] * (1 + 1e-12) + 1e-15


def test_descending_the_squared_loss_takes_its_steps():
    way = descend(LOANS, Weights(0, 0), 0.001, 3, l2=0.1, loss="squared")
    one = step(LOANS, Weights(0, 0), 0.001, l2=0.1, loss="squared")
    assert tuple(way.weights[1]) == (one.w0, one.w1)
    assert way.mean_loss[3] == pytest.approx(mean_loss(LOANS, way.last, loss="squared"), rel=1e-15)
    assert way.mean_loss[0] == 0.25


def test_an_unknown_loss_is_refused():
    with pytest.raises(ValueError, match='loss must be "cross-entropy" or "squared", got "hinge"'):
        gradient(LOANS, Weights(0, 0), loss="hinge")


@given(datasets(d=2), weights(d=2), st.randoms(use_true_random=False))
def test_order_of_the_samples_does_not_matter(data, w, random):
    order = random.sample(range(data.n), data.n)
    shuffled = Dataset(data.x[order], data.y[order])
    assert mean_loss(shuffled, w) == pytest.approx(mean_loss(data, w), rel=1e-13)
    np.testing.assert_allclose(gradient(shuffled, w), gradient(data, w), rtol=1e-11, atol=1e-12)


@given(datasets(), weights())
def test_twice_the_same_data_is_the_same_mean(data, w):
    twice = Dataset(np.tile(data.x, (2, 1)), np.tile(data.y, 2))
    assert mean_loss(twice, w) == pytest.approx(mean_loss(data, w), rel=1e-13)


@given(datasets(d=2), weights(d=2), weights(d=2), st.floats(0, 1))
def test_mean_loss_is_convex_along_every_line(data, a, b, share):
    start, end = np.array([a.w0, *a.w]), np.array([b.w0, *b.w])
    between = share * start + (1 - share) * end
    chord = share * mean_loss(data, a) + (1 - share) * mean_loss(data, b)
    assert mean_loss(data, Weights(between[0], between[1:])) <= chord * (1 + 1e-12) + 1e-12


@pytest.mark.parametrize("size", [1e3, 1e20, 1e300])
def test_enormous_weights_are_no_error(size):
    with np.errstate(all="raise"):
        assert mean_loss(SEVEN, Weights(0, size)) >= 0
        assert np.all(np.isfinite(gradient(SEVEN, Weights(size, -size))))


@given(datasets(d=2), weights(d=2, value=st.floats(-1, 1)), st.floats(0, 3))
def test_gradient_of_the_penalised_loss(data, w, l2):
    def penalised(at):
        return mean_loss(data, Weights(at[0], at[1:])) + l2 / 2 * (at[1] ** 2 + at[2] ** 2)

    slope = oracle.partial_differences(penalised, (w.w0, *w.w), 1e-4)
    np.testing.assert_allclose(gradient(data, w, l2=l2), slope, rtol=1e-7, atol=1e-8)


def test_every_weight_moves_from_the_same_point():
    at, slope = Weights(8.12, -0.094), gradient(LOANS, Weights(8.12, -0.094))
    moved = step(LOANS, at, 0.01)
    assert (moved.w0, moved.w1) == (8.12 - 0.01 * slope[0], -0.094 - 0.01 * slope[1])


@pytest.mark.parametrize(
    ("start", "rate", "want"),
    [
        (Weights(0, 0), 0.01, (0.0, -0.148333333)),
        (Weights(8.12, -0.094), 0.01, (8.118131, -0.251833)),
        (Weights(8.12, -0.094), 0.001, (8.119813, -0.109783)),
    ],
)
def test_one_step_on_the_loans(start, rate, want):
    moved = step(LOANS, start, rate)
    assert (moved.w0, moved.w1) == pytest.approx(want, abs=5e-7)


@given(datasets(both=True), weights(value=st.floats(-3, 3)))
def test_a_step_below_the_limit_lowers_the_loss(data, w):
    moved = step(data, w, 0.5 * learning_rate_limit(data))
    assert mean_loss(data, moved) <= mean_loss(data, w) * (1 + 1e-12)


@given(datasets(), weights(value=st.floats(-3, 3)), st.floats(0.001, 1), st.floats(0, 5))
def test_l1_draws_each_coefficient_towards_zero_and_no_further(data, w, rate, l1):
    plain, drawn = step(data, w, rate), step(data, w, rate, l1=l1)
    assert drawn.w0 == plain.w0
    assert abs(drawn.w1) == pytest.approx(max(abs(plain.w1) - rate * l1, 0), abs=1e-15)
    assert drawn.w1 * plain.w1 >= 0


@pytest.mark.parametrize("steps", [0, 1, 7])
def test_descend_keeps_every_point(steps):
    start = Weights(-0.2, 0.7)
    history = descend(SEVEN, start, 0.5, steps)
    assert history.weights.shape == (steps + 1, 2)
    assert history.mean_loss.shape == (steps + 1,)
    assert history.weights[0].tolist() == [-0.2, 0.7]
    assert history.mean_loss[0] == pytest.approx(mean_loss(SEVEN, start))
    assert history.last == Weights(*history.weights[-1])


def test_descend_is_step_after_step():
    twice = step(SEVEN, step(SEVEN, Weights(0, 0), 0.3, l1=0.1), 0.3, l1=0.1)
    assert descend(SEVEN, Weights(0, 0), 0.3, 2, l1=0.1).last == twice


def test_descend_ends_before_a_weight_would_overflow():
    history = descend(SEVEN, Weights(0, 1), 1.0, 5000, l2=1000)
    assert len(history.weights) == len(history.mean_loss) < 500
    assert np.all(np.isfinite(history.weights))


@given(st.floats(0.01, 100), st.floats(-100, 100))
def test_standardised_training_does_not_depend_on_the_unit(scale, shift):
    moved = Dataset(LOANS.x * scale + shift, LOANS.y)
    a = descend(standardise(LOANS)[0], Weights(0, 0), 1.0, 5).weights[-1]
    b = descend(standardise(moved)[0], Weights(0, 0), 1.0, 5).weights[-1]
    np.testing.assert_allclose(a, b, rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"learning_rate": 0}, "learning_rate must be a number above 0, got 0"),
        ({"learning_rate": -1}, "learning_rate must be a number above 0, got -1"),
        ({"learning_rate": np.nan}, "learning_rate must be a number above 0, got nan"),
        ({"learning_rate": np.inf}, "learning_rate must be a number above 0, got inf"),
        ({"learning_rate": 1, "l1": -1}, "l1 must be a number at least 0, got -1"),
        ({"learning_rate": 1, "l2": -0.5}, "l2 must be a number at least 0, got -0.5"),
    ],
)
def test_step_refuses(arguments, message):
    with pytest.raises(ValueError, match=message):
        step(SEVEN, Weights(0, 0), **arguments)


@pytest.mark.parametrize("name", ["steps", "l1", "l2", "learning_rate"])
def test_descend_refuses_a_negative_number(name):
    arguments = {"learning_rate": 1.0, "steps": 1, name: -1}
    with pytest.raises(ValueError, match=f"{name} must be a number (at least|above) 0, got -1"):
        descend(SEVEN, Weights(0, 0), **arguments)


def test_gradient_refuses_a_negative_penalty():
    with pytest.raises(ValueError, match="l2 must be a number at least 0"):
        gradient(SEVEN, Weights(0, 0), l2=-1)
