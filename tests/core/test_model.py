"""Weights, logits and the decision boundary."""

import numpy as np
import pytest
from core.strategies import feature_value, weights
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import Weights, boundary, sigmoid
from logreg_core.model import logits, threshold_logit

LOANS = Weights(8.12, -0.094)


def test_logits_of_the_loans():
    z = logits([25, 32, 45, 75, 95, 110], LOANS)
    np.testing.assert_allclose(z, [5.77, 5.112, 3.89, 1.07, -0.81, -2.22], rtol=0, atol=2e-15)


def test_weights_are_frozen_numbers():
    held = Weights(np.float32(1), np.array([2, 3], dtype=np.uint8))
    assert (held.w0, held.w, held.w1, held.w2) == (1.0, (2.0, 3.0), 2.0, 3.0)
    with pytest.raises(AttributeError):
        held.w0 = 2.0


def test_equal_weights_are_equal_and_hashable():
    assert len({Weights(1, 2), Weights(1.0, [2.0])}) == 1


@pytest.mark.parametrize(
    ("w0", "w", "message"),
    [
        (np.nan, 1, "w0 must be a finite number, got nan"),
        (np.inf, 1, "w0 must be a finite number, got inf"),
        (0, [1, -np.inf], "w2 must be a finite number, got -inf"),
        (0, [], "w must hold at least one coefficient"),
    ],
)
def test_weights_refuse(w0, w, message):
    with pytest.raises(ValueError, match=message):
        Weights(w0, w)


@pytest.mark.parametrize(
    "x", [[1, 2], np.array([1, 2], dtype=np.uint8), np.array([[1], [2]]), [True, False]]
)
def test_logits_are_float64_one_per_row(x):
    result = logits(x, LOANS)
    assert (result.dtype, result.shape) == (np.float64, (2,))


@pytest.mark.parametrize("x", [[[1, 2]], np.zeros((2, 3)), np.zeros((2, 1, 1)), 3.0])
def test_logits_refuse_another_number_of_features(x):
    with pytest.raises(ValueError, match=r"x has shape .*, but weights has 1 coefficient"):
        logits(x, LOANS)


def test_an_overflow_is_an_infinity_and_no_warning():
    with np.errstate(all="raise"):
        np.testing.assert_array_equal(logits([1e308, -1e308], Weights(0, 10)), [np.inf, -np.inf])


@pytest.mark.parametrize(
    ("w", "t", "want"),
    [
        (LOANS, 0.5, 86.38297872340425),
        (LOANS, 0.1, 109.75770826953425),
        (LOANS, 0.75, 74.69561395033925),
        (Weights(3, -2), 0.25, 2.0493061443340546),
        (Weights(-0.2, 0.7), 0.5, 0.2857142857142857),
        (Weights(6906.75, -1), 0.5, 6906.75),
        (Weights(1, 1e-300), 0.5, -1e300),
        (Weights(1, 1e-320), 0.5, -np.inf),
        (Weights(0, 5e-324), 0.5, 0.0),
        (Weights(1, 0), 0.5, np.nan),
        (LOANS, 0, np.nan),
        (LOANS, 1, np.nan),
    ],
)
def test_boundary(w, t, want):
    with np.errstate(all="raise"):
        assert boundary(w, t) == pytest.approx(want, rel=1e-15, nan_ok=True)


def test_boundary_of_two_coefficients_is_no_point():
    with pytest.raises(ValueError, match="one coefficient, got 2"):
        boundary(Weights(0, [1, 2]))


@pytest.mark.parametrize("t", [-0.1, 1.1, np.nan])
def test_threshold_outside_its_range_is_refused(t):
    with pytest.raises(ValueError, match="threshold must lie between 0 and 1, got"):
        boundary(LOANS, t)


@pytest.mark.parametrize(("t", "want"), [(0, -np.inf), (0.5, 0.0), (1, np.inf)])
def test_threshold_logit(t, want):
    assert threshold_logit(t) == want


@given(weights(), st.floats(0.01, 0.99))
def test_p_at_the_boundary_is_the_threshold(w, t):
    at = boundary(w, t)
    if abs(at) < 1e6:
        assert float(sigmoid(logits([at], w))[0]) == pytest.approx(t, abs=1e-8)


@given(weights(), feature_value, st.floats(0.1, 10), st.floats(-10, 10))
def test_rescaling_the_feature_leaves_the_logit(w, x, scale, shift):
    """x measured as (x - shift) / scale with w1 * scale and w0 + w1 * shift: the same model."""
    moved = Weights(w.w0 + w.w1 * shift, w.w1 * scale)
    same = logits([(x - shift) / scale], moved)
    np.testing.assert_allclose(same, logits([x], w), rtol=1e-9, atol=1e-9)
