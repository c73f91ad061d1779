"""Numbers as text: as a browser writes them, and read back to the digits that were asked for."""

from decimal import Decimal
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logreg_core.words import DIGITS, formatted, general, plain, short

FINITE = st.floats(allow_nan=False, allow_infinity=False)


# what String(Number(x.toPrecision(12))) gives in a browser
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (5.0, "5"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.333333333333"),
        (1e-6, "0.000001"),
        (1e-7, "1e-7"),
        (-1.5e-7, "-1.5e-7"),
        (1e20, "100000000000000000000"),
        (1e21, "1e+21"),
        (1.25e300, "1.25e+300"),
        (5e-324, "5e-324"),
        (123456789012.5, "123456789013"),  # a tie goes away from zero
        (1234567890.125, "1234567890.13"),
        (-1234567890.125, "-1234567890.13"),
        (7, "7"),
    ],
)
def test_a_number_is_written_as_a_browser_writes_it(value: float, text: str):
    assert short(value) == text
    assert plain(value) == text.replace("-", "−")


@given(FINITE)
def test_a_short_number_is_read_back_to_its_digits(value: float):
    assert float(short(value)) == pytest.approx(value, rel=10.0 ** (1 - DIGITS), abs=0)
    assert short(float(short(value))) == short(value)


@given(st.integers(-(2**40), 2**40), st.integers(0, 20), st.integers(1, 15))
def test_of_two_decimals_that_are_equally_near_the_larger_in_size_is_taken(n, halvings, digits):
    value = n / 2**halvings  # such numbers end in 5 when written out
    off = abs(Decimal(general(value, digits)) - Decimal(value))
    unit = Decimal(1).scaleb(Decimal(value).adjusted() - digits + 1) if value else Decimal(1)
    assert off <= unit / 2
    assert off < unit / 2 or abs(Decimal(general(value, digits))) > abs(Decimal(value))


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (86.382979, 4, "86.38"),
        (1.0625, 4, "1.063"),
        (0.5, 4, "0.5"),
        (-0.0, 3, "0"),
        (0.00012345, 3, "0.000123"),
        (0.000012345, 3, "1.23e-05"),
        (1234567, 3, "1.23e+06"),
        (inf, 3, "inf"),
        (nan, 3, "nan"),
    ],
)
def test_the_label_of_a_plot(value: float, digits: int, text: str):
    assert general(value, digits) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (-0.094, ".6g", "−0.094"),
        (0.125, ".2f", "0.13"),
        (-0.0, ".1f", "0.0"),
        (2.1034e-5, ".4e", "2.1034 × 10⁻⁵"),
        (-3e12, ".0e", "−3 × 10¹²"),
        (1234567.8, ",.0f", "1,234,568"),
        (0.9975, ".1%", "99.8%"),
        (1e-9, ".3g", "1 × 10⁻⁹"),
    ],
)
def test_a_number_of_a_lesson(value: float, form: str, text: str):
    assert formatted(value, form) == text
