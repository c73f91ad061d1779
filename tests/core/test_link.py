"""The sigmoid, its inverse and the odds: every digit, both tails."""

import numpy as np
import pytest
from core import oracle
from core.strategies import any_logit, everyday_logit, inner_probability, probability
from hypothesis import given

from logreg_core.link import logit, odds, sigmoid

GRID = oracle.logit_grid()
READ_ONLY = np.array([1.0, 2.0])
READ_ONLY.flags.writeable = False
INPUTS = {
    "list": [1, 2],
    "uint8": np.array([1, 2], dtype=np.uint8),
    "bool": np.array([True, False]),
    "int": np.array([1, -2]),
    "float16": np.array([1, 2], dtype=np.float16),
    "float32": np.array([1, 2], dtype=np.float32),
    "read-only": READ_ONLY,
    "0-d": np.array(1),
    "number": 1,
    "empty": [],
}


@pytest.mark.parametrize("z", oracle.EXACT)
def test_sigmoid_exact_values(z):
    assert oracle.ulps(sigmoid(z), oracle.EXACT[z][0]) <= 2


@pytest.mark.parametrize("z", [0.0, -709.782712893384, -745.0, -745.14, 1e308, -1e308])
def test_sigmoid_to_the_last_digit(z):
    assert float(sigmoid(z)) == oracle.EXACT[z][0]


@pytest.mark.parametrize("z", oracle.EXACT)
def test_the_constants_are_what_mpmath_makes(z):
    made = oracle.sigmoid(z), oracle.loss(z, 1), oracle.loss(z, 0)
    assert tuple(float(v) for v in made) == pytest.approx(oracle.EXACT[z], rel=2.3e-16, abs=0)


def test_sigmoid_is_within_two_ulp_of_mpmath():
    assert oracle.ulps(sigmoid(GRID), oracle.to_floats(oracle.sigmoid, GRID)) <= 2


def test_logit_is_within_two_ulp_of_mpmath():
    inner = GRID[(GRID > 0) & (GRID < 1)]
    p = np.concatenate([inner, 1 - inner[inner > 1e-16], np.linspace(0.001, 0.999, 999)])
    p = p[(p > 0) & (p < 1) & (p != 0.5)]
    assert oracle.ulps(logit(p), oracle.to_floats(oracle.logit, p)) <= 2


@pytest.mark.parametrize("function", [sigmoid, logit, odds])
@pytest.mark.parametrize("values", INPUTS.values(), ids=INPUTS)
def test_every_input_gives_float64_of_its_shape(function, values):
    legal = np.asarray(values) if function is not logit else np.asarray(values) != 0
    result = function(legal)
    assert result.dtype == np.float64
    assert result.shape == np.shape(values)


@pytest.mark.parametrize("function", [sigmoid, odds])
def test_no_floating_point_warning_ever(function):
    with np.errstate(all="raise"):
        function(np.concatenate([GRID, [np.inf, -np.inf, np.nan]]))


def test_logit_raises_no_floating_point_warning():
    with np.errstate(all="raise"):
        logit(np.concatenate([GRID[(GRID >= 0) & (GRID <= 1)], [0, 1, np.nan]]))


@pytest.mark.parametrize(
    ("function", "value", "want"),
    [
        (sigmoid, np.inf, 1.0),
        (sigmoid, -np.inf, 0.0),
        (sigmoid, np.nan, np.nan),
        (sigmoid, -0.0, 0.5),
        (logit, 0, -np.inf),
        (logit, 1, np.inf),
        (logit, np.nan, np.nan),
        (logit, 0.5, 0.0),
        (odds, np.inf, np.inf),
        (odds, -np.inf, 0.0),
        (odds, 1e308, np.inf),
        (odds, np.nan, np.nan),
    ],
)
def test_ends_of_the_range(function, value, want):
    np.testing.assert_equal(float(function(value)), want)


@pytest.mark.parametrize("p", [-1e-300, -0.1, 1.0000000000000002, 2, np.inf, -np.inf])
def test_logit_refuses_what_is_no_probability(p):
    with pytest.raises(ValueError, match="p must lie between 0 and 1, got"):
        logit([0.5, p])


@given(any_logit)
def test_the_two_classes_share_one(z):
    assert abs(float(sigmoid(z)) + float(sigmoid(-z)) - 1) <= np.spacing(1.0)


@given(any_logit, any_logit)
def test_sigmoid_is_monotone(a, b):
    assert float(sigmoid(min(a, b))) <= float(sigmoid(max(a, b)))


@given(everyday_logit)
def test_logit_undoes_the_sigmoid(z):
    lower = -abs(z)  # the side on which p keeps all its digits
    p = float(sigmoid(lower))
    room = 8 * np.spacing(abs(lower)) + 8 * np.spacing(p) / max(p, 5e-324) + 1e-15
    assert p == 0 or abs(float(logit(p)) - lower) <= room


@given(probability)
def test_sigmoid_undoes_the_logit(p):
    assert float(sigmoid(logit(p))) == pytest.approx(p, rel=2e-13, abs=5e-324)


@given(inner_probability)
def test_logit_is_odd_about_one_half(p):
    complement = 1 - p
    room = 4e-16 / min(p, complement)  # 1 - p is rounded
    assert float(logit(complement)) == pytest.approx(-float(logit(p)), rel=1e-12, abs=room)


@given(inner_probability)
def test_odds_are_p_over_its_complement(p):
    assert float(odds(logit(p))) == pytest.approx(p / (1 - p), rel=1e-13)
