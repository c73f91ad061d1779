"""The loss of a sample and its slope: from the logit, so that no digit is lost."""

import numpy as np
import pytest
from core import oracle
from core.strategies import any_logit, everyday_logit, label
from hypothesis import given
from hypothesis import strategies as st

from logreg_core.link import sigmoid
from logreg_core.loss import (
    LOSSES,
    bits,
    curvature,
    residual,
    sample_loss,
    squared_curvature,
    squared_loss,
    squared_slope,
)

GRID = oracle.logit_grid()
ENDS = np.array([np.inf, -np.inf, np.nan])
READ_ONLY = np.array([0, 1])
READ_ONLY.flags.writeable = False
OF_A_LABEL = [sample_loss, residual, squared_loss, squared_slope, squared_curvature]
LABELS = {
    "list": [0, 1],
    "uint8": np.array([0, 1], dtype=np.uint8),
    "bool": np.array([False, True]),
    "int8": np.array([0, 1], dtype=np.int8),
    "float16": np.array([0, 1], dtype=np.float16),
    "float32": np.array([0, 1], dtype=np.float32),
    "read-only": READ_ONLY,
}


@pytest.mark.parametrize("z", oracle.EXACT)
def test_exact_values(z):
    assert oracle.ulps(sample_loss(z, [1, 0]), oracle.EXACT[z][1:]) <= 1


@pytest.mark.parametrize("z", [0.0, 37.0, -37.0, -709.782712893384, -745.0, -745.14, 1e308, -1e308])
def test_to_the_last_digit(z):
    assert tuple(sample_loss(z, [1, 0]).tolist()) == oracle.EXACT[z][1:]


@pytest.mark.parametrize("y", [0, 1])
@pytest.mark.parametrize(
    ("function", "truth", "room"),
    [
        (sample_loss, oracle.loss, 1),
        (residual, oracle.residual, 2),
        (squared_loss, oracle.squared_loss, 2),
        (squared_slope, oracle.squared_slope, 3),
    ],
    ids=["loss", "residual", "squared_loss", "squared_slope"],
)
def test_within_ulps_of_mpmath(function, truth, room, y):
    want = oracle.to_floats(truth, GRID, np.full(GRID.shape, y))
    assert oracle.ulps(function(GRID, y), want) <= room


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    ("function", "truth", "room"),
    [
        (residual, oracle.residual, 2),
        (squared_loss, oracle.squared_loss, 2),
        (squared_slope, oracle.squared_slope, 5),
    ],
    ids=["residual", "squared_loss", "squared_slope"],
)
def test_within_ulps_of_mpmath_on_logits_drawn_at_random(function, truth, room, seed):
    z = oracle.drawn_logits(seed)
    y = np.random.default_rng(seed).integers(0, 2, len(z))
    assert oracle.ulps_of(function, truth, z, y) <= room


@pytest.mark.parametrize("seed", [1, 2])
def test_squared_curvature_within_eight_ulps_of_its_larger_term(seed):
    z = oracle.drawn_logits(seed)
    want = oracle.to_floats(oracle.squared_curvature, z, np.ones(z.shape))
    terms = 2 * sigmoid(z) * sigmoid(-z) ** 2 * np.maximum(2 * sigmoid(z), sigmoid(-z))
    assert np.max(np.abs(squared_curvature(z, 1) - want) / np.spacing(terms)) <= 8


@pytest.mark.parametrize("function", OF_A_LABEL)
@pytest.mark.parametrize("y", LABELS.values(), ids=LABELS)
def test_every_type_of_label_gives_the_same_float64(function, y):
    result = function([3.0, 3.0], y)
    assert result.dtype == np.float64
    np.testing.assert_array_equal(result, function([3.0, 3.0], [0.0, 1.0]))


@pytest.mark.parametrize("function", OF_A_LABEL)
@pytest.mark.parametrize("dtype", [np.uint8, np.float16, np.float32, np.int64, bool])
def test_every_type_of_logit_gives_float64(function, dtype):
    assert function(np.array([0, 1], dtype=dtype), 1).dtype == np.float64


@pytest.mark.parametrize("function", OF_A_LABEL)
def test_a_number_gives_a_number(function):
    assert function(np.array(1.5), np.array(True)).shape == ()


@pytest.mark.parametrize("function", OF_A_LABEL)
@pytest.mark.parametrize("y", [0, 1])
def test_no_floating_point_warning_ever(function, y):
    with np.errstate(all="raise"):
        function(np.concatenate([GRID, ENDS]), y)


@pytest.mark.parametrize(
    ("function", "y", "want"),
    [
        (sample_loss, 1, [0.0, np.inf, np.nan]),
        (sample_loss, 0, [np.inf, 0.0, np.nan]),
        (residual, 1, [0.0, -1.0, np.nan]),
        (residual, 0, [1.0, 0.0, np.nan]),
        (squared_loss, 1, [0.0, 1.0, np.nan]),
        (squared_slope, 1, [0.0, 0.0, np.nan]),
        (squared_curvature, 0, [0.0, 0.0, np.nan]),
    ],
)
def test_infinite_logits_and_nan(function, y, want):
    np.testing.assert_array_equal(np.abs(function(ENDS, y)), np.abs(want))


@pytest.mark.parametrize("function", OF_A_LABEL)
@pytest.mark.parametrize("y", [2, -1, 0.5, np.nan, 255])
def test_refuses_other_labels(function, y):
    with pytest.raises(ValueError, match="y must hold labels 0 and 1 only, got"):
        function([0.0, 1.0], [1, y])


def test_curvature_is_within_two_ulp_of_mpmath():
    assert oracle.ulps(curvature(GRID), oracle.to_floats(oracle.curvature, GRID)) <= 2


@pytest.mark.parametrize("y", [0, 1])
def test_squared_curvature_away_from_its_zero(y):
    want = oracle.to_floats(oracle.squared_curvature, GRID, np.full(GRID.shape, y))
    got = squared_curvature(GRID, y)
    np.testing.assert_allclose(got, want, rtol=1e-14, atol=1e-16)
    tail = np.abs(GRID) > 5
    np.testing.assert_allclose(got[tail], want[tail], rtol=2e-15, atol=5e-323)


@pytest.mark.parametrize("dtype", [np.uint8, np.float16, np.float32, np.int64, bool])
def test_curvature_and_bits_are_float64(dtype):
    values = np.array([0, 1], dtype=dtype)
    assert (curvature(values).dtype, bits(values).dtype) == (np.float64, np.float64)


def test_curvature_raises_no_warning_and_keeps_nan():
    with np.errstate(all="raise"):
        curvature(GRID)
        np.testing.assert_array_equal(curvature(ENDS), [0.0, 0.0, np.nan])


@given(any_logit)
def test_mirror_symmetry_is_exact(z):
    assert float(sample_loss(z, 1)) == float(sample_loss(-z, 0))
    assert float(residual(z, 1)) == -float(residual(-z, 0))


@given(any_logit, any_logit)
def test_loss_is_monotone_in_the_logit(a, b):
    low, high = sorted([a, b])
    assert float(sample_loss(low, 1)) >= float(sample_loss(high, 1)) >= 0


@given(st.floats(-30, 30), label)
def test_residual_is_the_derivative_of_the_loss(z, y):
    slope = oracle.difference(lambda at: float(sample_loss(at, y)), z, 1e-3)
    assert float(residual(z, y)) == pytest.approx(slope, rel=1e-9, abs=1e-11)


@given(st.floats(-30, 30), label)
def test_curvature_is_the_derivative_of_the_residual(z, y):
    slope = oracle.difference(lambda at: float(residual(at, y)), z, 1e-3)
    assert float(curvature(z)) == pytest.approx(slope, rel=1e-9, abs=1e-11)


@given(st.floats(-30, 30), label)
def test_squared_slope_and_curvature_are_derivatives(z, y):
    slope = oracle.difference(lambda at: float(squared_loss(at, y)), z, 1e-3)
    bend = oracle.difference(lambda at: float(squared_slope(at, y)), z, 1e-3)
    assert float(squared_slope(z, y)) == pytest.approx(slope, rel=1e-8, abs=1e-11)
    assert float(squared_curvature(z, y)) == pytest.approx(bend, rel=1e-8, abs=1e-11)


def test_no_squared_loss_bends_more_than_it_says():
    bend = squared_curvature(np.linspace(-5, 5, 1_000_001), 1)
    assert LOSSES["squared"].sharpest == pytest.approx(bend.max(), rel=1e-11)


@given(everyday_logit, label)
def test_the_squared_pull_never_exceeds_8_27ths(z, y):
    assert abs(float(squared_slope(z, y))) <= 8 / 27 + 1e-16


@given(any_logit, label)
def test_the_squared_loss_is_the_square_of_the_residual(z, y):
    with np.errstate(under="ignore"):
        want = float(residual(z, y)) ** 2
    assert float(squared_loss(z, y)) == pytest.approx(want, rel=1e-15, abs=1e-323)


@given(everyday_logit, everyday_logit, st.floats(0, 1), label)
def test_loss_is_convex(a, b, share, y):
    chord = share * sample_loss(a, y) + (1 - share) * sample_loss(b, y)
    assert float(sample_loss(share * a + (1 - share) * b, y)) <= float(chord) * (1 + 1e-12) + 1e-12
