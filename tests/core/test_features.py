"""Standardised features, the way back, and the product of two features."""

import numpy as np
import pytest
from core.data import NAMES, read
from core.strategies import datasets, weights
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.preprocessing import StandardScaler

from logreg_core import Dataset, DatasetError, Weights, mean_loss, standardise
from logreg_core.features import Scale, interaction
from logreg_core.model import logits

LOANS = Dataset([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0], opening=(8.12, -0.094))


def test_the_scale_of_the_loans():
    _, scale = standardise(LOANS)
    assert (scale.mean[0], scale.sd[0]) == pytest.approx((63.6667, 31.893921), abs=5e-5)


@pytest.mark.parametrize("x", [[0.1] * 6, [3.0], [1e-300] * 3, [-7, -7]])
def test_a_constant_feature_is_centred_and_never_divided_by_zero(x):
    data, scale = standardise(Dataset(x, [0] * len(x)))
    np.testing.assert_array_equal(data.x, np.zeros((len(x), 1)))
    assert (scale.mean, scale.sd) == ((x[0],), (1.0,))


@pytest.mark.parametrize("scale", [1e-300, 1e-160, 1e160])
def test_features_of_any_size(scale):
    data, _ = standardise(Dataset(LOANS.x * scale, LOANS.y))
    np.testing.assert_allclose(data.x, standardise(LOANS)[0].x, rtol=1e-13)


def test_words_and_opening_come_along():
    data, _ = standardise(Dataset([1, 3], [0, 1], name="two", features=("a",), opening=(1, 2)))
    assert (data.name, data.features, data.units) == ("two", ("a",), ("sd",))
    assert data.opening == (5.0, 2.0)
    assert not data.x.flags.writeable


@given(datasets(d=3, min_n=2))
def test_agrees_with_scikit_learn(data):
    ours, _ = standardise(data)
    np.testing.assert_allclose(ours.x, StandardScaler().fit_transform(data.x), atol=1e-12)


@given(datasets(d=2), weights(d=2))
def test_converted_weights_give_the_same_logits(data, w):
    moved, scale = standardise(data)
    there = scale.to_standardised(w)
    np.testing.assert_allclose(logits(moved.x, there), logits(data.x, w), rtol=1e-9, atol=1e-9)
    assert mean_loss(moved, there) == pytest.approx(mean_loss(data, w), rel=1e-9)
    back = scale.to_raw(there)
    np.testing.assert_allclose((back.w0, *back.w), (w.w0, *w.w), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("method", ["to_standardised", "to_raw"])
def test_a_scale_refuses_another_number_of_coefficients(method):
    with pytest.raises(ValueError, match="weights must have 1 coefficient"):
        getattr(Scale((0.0,), (1.0,)), method)(Weights(0, [1, 2]))


def test_interaction_adds_the_product():
    data = interaction(Dataset([[2, 3]], [1], features=("a", "b"), units=("m", "s")))
    assert data.x.tolist() == [[2, 3, 6]]
    assert (data.features, data.units) == (("a", "b", "a × b"), ("m", "s", "m s"))


@pytest.mark.parametrize("d", [1, 3])
def test_interaction_refuses_other_than_two_features(d):
    with pytest.raises(DatasetError, match=f"interaction needs two features, got {d}"):
        interaction(Dataset(np.ones((2, d)), [0, 1]))


@pytest.mark.parametrize("digits", [12, 17])
@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=30)
@given(data=st.data())
def test_standardise_and_back_is_the_identity(name, digits, data):
    typed = st.decimals(-100, 100, places=5, allow_nan=False).map(float)
    raw = read(name)
    w = Weights(data.draw(typed), [data.draw(typed) for _ in range(raw.d)])
    scale = standardise(raw)[1]
    there = scale.converted(w)
    written = Weights(*(read_back(there, digits)))
    assert scale.converted(written, back=True) == w


def read_back(weights, digits):
    """Weights as they come out of text with so many digits."""
    w0, *w = (float(f"{v:.{digits}g}") for v in (weights.w0, *weights.w))
    return w0, w


@given(datasets(d=2), weights(d=2))
def test_a_conversion_hardly_changes_what_it_converts(data, w):
    moved, scale = standardise(data)
    size = 1 + np.abs(w.w0) + np.abs(data.x) @ np.abs(w.w)
    there = logits(moved.x, scale.converted(w))
    assert np.all(np.abs(there - logits(data.x, w)) <= 1e-9 * size.max())


def test_what_an_axis_shows_is_standardised_with_the_feature():
    data = Dataset([60.0, 80.0], [1, 0], shows=(30.0,))
    assert standardise(data)[0].shows == (-4.0,)
