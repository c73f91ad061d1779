"""Weights, logits and what pushes them."""

import numpy as np
import pytest
from core.strategies import feature_value, weights
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import Weights
from logreg_core.link import odds
from logreg_core.model import evidence, logits, logits_that_hold, odds_ratio

LOANS = Weights(8.12, -0.094)
CHURN = Weights(-2, [0.12, 0.40, 0.90, 0.70])


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
    ("x", "w", "pushes", "z"),
    [
        ([2, 1, 4], Weights(-1.2, [0.8, -0.5, 0.3]), [1.6, -0.5, 1.2], 1.1),
        ([8, 1, 0, 1], CHURN, [0.96, 0.40, 0, 0.70], 0.06),
        ([20, 3, 1, 1], CHURN, [2.4, 1.2, 0.9, 0.7], 3.2),
    ],
    ids=["C1", "C7", "C8"],
)
def test_evidence(x, w, pushes, z):
    found = evidence(x, w)
    np.testing.assert_allclose(found.pushes, pushes, rtol=1e-15)
    assert (found.intercept, found.logit) == pytest.approx((w.w0, z), rel=1e-13)


@pytest.mark.parametrize("x", [[1, 2, 3], 1.0, [[1, 2, 3, 4]]])
def test_evidence_wants_one_value_per_coefficient(x):
    with pytest.raises(ValueError, match="x must hold 4 values, got shape"):
        evidence(x, CHURN)


@pytest.mark.parametrize(("by", "want"), [(1, 0.910282762), (10, 0.390628), (50, 0.009095277)])
def test_odds_ratio(by, want):
    assert odds_ratio(LOANS, by)[0] == pytest.approx(want, rel=1e-6)


@given(weights(d=3), st.floats(-20, 20))
def test_odds_grow_by_the_odds_ratio(w, by):
    x = np.array([1.0, 2.0, 3.0])
    moved = x + by * np.eye(3)[1]
    grown = odds(logits([moved], w))[0] / odds(logits([x], w))[0]
    assert odds_ratio(w, by)[1] == pytest.approx(grown, rel=1e-10)


@given(weights(), feature_value, st.floats(0.1, 10), st.floats(-10, 10))
def test_rescaling_the_feature_leaves_the_logit(w, x, scale, shift):
    """x measured as (x - shift) / scale with w1 * scale and w0 + w1 * shift: the same model."""
    moved = Weights(w.w0 + w.w1 * shift, w.w1 * scale)
    same = logits([(x - shift) / scale], moved)
    np.testing.assert_allclose(same, logits([x], w), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(
    ("x", "held", "z"),
    [
        ([3.0], Weights(-0.3, 0.1), 0.0),
        ([1.0, 2.0], Weights(-0.5, [0.1, 0.2]), 0.0),
        ([3.0], Weights(-0.3, 0.1 + 1e-12), 3e-12),
        ([0.0], Weights(1e-17, 1.0), 1e-17),
        ([1e6], Weights(-1e15, 1e9 + 1e-6), 1.0),
    ],
)
def test_a_logit_is_0_where_its_terms_cancel(x: list[float], held: Weights, z: float):
    found = logits_that_hold([x], held)
    np.testing.assert_allclose(found, [z], rtol=0.2, atol=0)
    assert found[0] == evidence(x, held).logit
