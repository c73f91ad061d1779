"""Mean loss and its gradient."""

import numpy as np
import pytest
from core import oracle
from core.strategies import datasets, weights
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import Dataset, Weights, gradient, mean_loss

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


@given(datasets(d=2), weights(d=2, value=st.floats(-1, 1)))
def test_gradient_is_the_slope_of_the_mean_loss(data, w):
    slope = oracle.partial_differences(
        lambda at: mean_loss(data, Weights(at[0], at[1:])), (w.w0, *w.w), 1e-4
    )
    np.testing.assert_allclose(gradient(data, w), slope, rtol=1e-7, atol=1e-8)


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
