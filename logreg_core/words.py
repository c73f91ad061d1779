"""Numbers as text: the one place that writes what a person reads; the browser writes the same.

Where two decimals are equally near, the one further from zero is taken, as browsers do.
"""

import math
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache

DIGITS = 12  # of a number that someone has set: all that was typed, and no binary noise
MINUS = "−"
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def general(value: float, digits: int) -> str:
    """A number to so many digits without zeros at the end: the label of a plot.

    Examples
    --------
    >>> general(86.382979, 4), general(0.5, 4), general(1234567, 3)
    ('86.38', '0.5', '1.23e+06')
    """
    return f"{_rounded(value, digits):.{digits}g}"


def short(value: float, digits: int = DIGITS) -> str:
    """A number as JavaScript writes it, to so many digits: a setting in an address.

    Examples
    --------
    >>> short(0.1 + 0.2), short(-1e9), short(1e-9), short(1e21)
    ('0.3', '-1000000000', '1e-9', '1e+21')
    """
    number = Decimal(repr(_rounded(value, digits))).normalize()
    if not number.is_finite() or -7 < number.adjusted() < 21:
        return f"{number:f}"
    sign, figures, _ = number.as_tuple()
    lead, *rest = map(str, figures)
    point = "." if rest else ""
    return f"{'-' * sign}{lead}{point}{''.join(rest)}e{number.adjusted():+d}"


def plain(value: float) -> str:
    """A number that someone has set, as a sentence shows it.

    Examples
    --------
    >>> plain(-0.094), plain(1e9)
    ('−0.094', '1000000000')
    """
    return short(value).replace("-", MINUS)


def formatted(value: float, form: str) -> str:
    """A number in one of Python's formats (.2f, .4e, .6g, .0%), with powers of ten written out.

    Examples
    --------
    >>> formatted(-0.094, ".6g"), formatted(2.1034e-5, ".4e"), formatted(1.0, ".0%")
    ('−0.094', '2.1034 × 10⁻⁵', '100%')
    """
    if form.endswith("g"):
        text = general(value, int(form[1:-1]))
    else:
        with localcontext(rounding=ROUND_HALF_UP):
            text = format(Decimal(value + 0.0), form)  # + 0.0 takes the sign off a zero
    digits, power, exponent = text.partition("e")
    raised = f" × 10{str(int(exponent)).translate(_RAISED)}" if power else ""
    return digits.replace("-", MINUS) + raised


def _rounded(value: float, digits: int) -> float:
    number = _to(digits).create_decimal_from_float(value) if math.isfinite(value) else value
    return float(number) + 0.0


@cache
def _to(digits: int) -> Context:
    return Context(prec=digits, rounding=ROUND_HALF_UP)
