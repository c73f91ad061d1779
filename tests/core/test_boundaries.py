"""Where p equals the threshold: points, lines, and nowhere."""

import numpy as np
import pytest
from core.strategies import weights
from hypothesis import given
from hypothesis import strategies as st

from logreg_core import Weights, boundary, sigmoid
from logreg_core.boundaries import boundary_line, threshold_logit
from logreg_core.model import logits

LOANS = Weights(8.12, -0.094)


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


@given(weights(d=2), st.floats(0.01, 0.99), st.floats(-50, 50))
def test_p_is_the_threshold_all_along_the_line(w, t, along):
    line = boundary_line(w, t)
    if line is not None and np.hypot(*w.w) > 1e-3:
        at = np.array(line.point) + along * np.array(line.direction)
        assert float(sigmoid(logits([at], w))[0]) == pytest.approx(t, abs=1e-9)


@given(weights(d=2))
def test_the_positive_side_is_on_the_right(w):
    line = boundary_line(w)
    if line is not None and np.hypot(*w.w) > 1e-3:
        right = np.add(line.point, (line.direction[1], -line.direction[0]))
        assert logits([right], w)[0] > 0


@pytest.mark.parametrize(
    ("w", "t"), [(Weights(1, [0, 0]), 0.5), (Weights(0, [1, 1]), 0), (Weights(0, [1, 1]), 1)]
)
def test_no_line(w, t):
    assert boundary_line(w, t) is None


@pytest.mark.parametrize("size", [1e-320, 1e-160, 1e160, 1e300])
def test_lines_of_extreme_weights(size):
    with np.errstate(all="raise"):
        assert boundary_line(Weights(0, [size, 0])).direction == (0.0, 1.0)


def test_a_line_needs_two_coefficients():
    with pytest.raises(ValueError, match="two coefficients, got 1"):
        boundary_line(LOANS)
