"""The block-wise sums are the plain formulas, for any number of samples."""

import mpmath
import numpy as np
import pytest
from core import oracle
from core.strategies import datasets, weights
from hypothesis import given

from logreg_core import Dataset, Weights, gradient, mean_loss
from logreg_core.blocks import BLOCK, loss_and_gradient, mean_losses, softplus
from logreg_core.loss import residual, sample_loss, squared_loss
from logreg_core.model import logits

SIZES = [1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 7]


def cloud(n, d=2):
    rng = np.random.default_rng(n)
    x = rng.normal(size=(n, d))
    return Dataset(x, x[:, 0] + rng.logistic(size=n) > 0.3)


@pytest.mark.parametrize("n", SIZES)
@pytest.mark.parametrize("d", [1, 3])
def test_one_pass_is_loss_and_gradient(n, d):
    data, w = cloud(n, d), Weights(0.3, [1.2, -0.7, 2.0][:d])
    z = logits(data.x, w)
    r = residual(z, data.y)
    loss, slope = loss_and_gradient(data, w)
    assert loss == pytest.approx(np.mean(sample_loss(z, data.y)), rel=1e-14)
    np.testing.assert_allclose(slope, [np.mean(r), *(r @ data.x / n)], rtol=1e-11, atol=1e-15)


@pytest.mark.parametrize("n", SIZES)
def test_mean_loss_and_gradient_are_the_same_for_any_number_of_samples(n):
    data, w = cloud(n), Weights(0.3, [1.2, -0.7])
    loss, slope = loss_and_gradient(data, w)
    assert mean_loss(data, w) == pytest.approx(loss, rel=1e-14)
    np.testing.assert_allclose(gradient(data, w), slope, rtol=1e-11, atol=1e-15)
    penalised = gradient(data, w, l2=2) - gradient(data, w)
    np.testing.assert_allclose(penalised, [0, 2.4, -1.4], atol=1e-14)


@given(datasets(d=2), weights(d=2))
def test_one_pass_on_small_data(data, w):
    loss, slope = loss_and_gradient(data, w)
    assert loss == pytest.approx(mean_loss(data, w), rel=1e-13, abs=1e-300)
    np.testing.assert_allclose(slope, gradient(data, w), rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("n", SIZES[:-1])
def test_many_weights_at_once(n):
    data = cloud(n)
    rows = np.random.default_rng(1).normal(size=(5, 3))
    z = [logits(data.x, Weights(r[0], r[1:])) for r in rows]
    want = [np.mean(sample_loss(each, data.y)) for each in z]
    np.testing.assert_allclose(mean_losses(data, rows), want, rtol=1e-13)


def test_another_loss():
    data = cloud(9)
    z = 0.5 + data.x @ [1.0, 2.0]
    found = mean_losses(data, np.array([[0.5, 1, 2]]), lambda at: squared_loss(at, 0))
    assert found[0] == pytest.approx(np.mean(squared_loss(z, data.y)), rel=1e-14)


def test_no_weights_no_losses():
    assert mean_losses(cloud(9), np.empty((0, 3))).shape == (0,)


@pytest.mark.parametrize("z", [0.0, 1.0, -37.0, 37.0, -740.0, 800.0, 1e308, -1e308])
def test_softplus_is_the_loss_of_a_zero(z):
    want = float(mpmath.log1p(mpmath.exp(mpmath.mpf(z))))
    assert oracle.ulps(softplus(np.array([z])), want) <= 2


@pytest.mark.parametrize("size", [1e3, 1e20, 1e300])
def test_enormous_weights_raise_no_warning(size):
    with np.errstate(all="raise"):
        loss, slope = loss_and_gradient(cloud(9), Weights(size, [-size, size]))
        assert loss >= 0
        assert np.all(np.isfinite(slope))


@pytest.mark.parametrize("rows", [np.zeros((2, 2)), np.zeros(3), np.zeros((1, 4))])
def test_rows_must_hold_all_weights(rows):
    with pytest.raises(ValueError, match="weights must come as 3 numbers each"):
        mean_losses(cloud(9), rows)


def test_another_number_of_coefficients_is_refused():
    with pytest.raises(ValueError, match="weights must come as 3 numbers each"):
        loss_and_gradient(cloud(9), Weights(0, 1))
