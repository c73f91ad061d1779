"""A scene as text: how each kind of setting is written in an address and read from one.

The settings are the parameters of `State`; their names are the keys of the query. A scene names
what differs from the way its data set opens.
"""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

import param

from logreg_app.sentences import refusal
from logreg_core.words import plain, short

Moved = dict[int, tuple[float, ...]]
# the browser reads with the same patterns; the length of a number bounds the work
NUMBER = r"^(?=.{1,40}$)[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$"
ROW = r"^\d{1,9}$"
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")
FORMER = {"loss": "loss_function"}
"""Names that settings had in older addresses, with the names that they have today."""


def current(name: str) -> str:
    """Today's name of a setting that older addresses may call otherwise.

    Examples
    --------
    >>> current("loss"), current("w0")
    ('loss_function', 'w0')
    """
    return FORMER.get(name, name)


def read(parameter: param.Parameter, value: object) -> Any:
    """The value of one setting, from text as it stands in an address, or from a value.

    Raises
    ------
    SceneError
        If it is not of the setting's kind.
    """
    text = _joined(value) if isinstance(value, dict) else str(value).strip()
    return READERS[parameter.kind](parameter, text)


def check(parameter: param.Parameter, value: Any, high: float) -> None:
    """Refuse a value of the right kind that lies beyond its bounds; `high` is an open end.

    Raises
    ------
    SceneError
        If it does; the message names both ends.
    """
    bounds = getattr(parameter, "bounds", None)
    if bounds is None:
        return
    low, top = bounds[0], high if bounds[1] is None else bounds[1]
    for number in [v for x in value.values() for v in x] if isinstance(value, dict) else [value]:
        if not low <= number <= top:
            ends = {"low": plain(low), "high": plain(top), "got": plain(number)}
            raise refusal("range", name=parameter.name, **ends)


def write(value: object) -> str:
    """One setting as text; `read` gives it back, numbers to 12 digits."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dict):
        return ";".join(f"{row}:{','.join(map(write, x))}" for row, x in sorted(value.items()))
    return short(value) if isinstance(value, float) else str(value)


def query(values: Mapping[str, object]) -> str:
    """The settings as the query of an address, without the question mark.

    Examples
    --------
    >>> query({"dataset": "loans", "w1": -0.094, "moved": {4: (52.5,)}})
    'dataset=loans&w1=-0.094&moved=4:52.5'
    """
    return urlencode({name: write(value) for name, value in values.items()}, safe=":;,")


def parse(text: str) -> dict[str, str]:
    """The settings of a query; the last one counts where a name stands twice.

    Examples
    --------
    >>> parse("?dataset=loans&moved=4:52.5")
    {'dataset': 'loans', 'moved': '4:52.5'}
    """
    return dict(parse_qsl(text.removeprefix("?"), keep_blank_values=True))


def _check(parameter: param.Parameter, text: str) -> bool:
    if text.lower() not in YES + NO:
        raise refusal("check", name=parameter.name, got=text)
    return text.lower() in YES


def _choice(parameter: param.Parameter, text: str) -> str:
    if not parameter.knows(text):
        options = ", ".join(parameter.objects)
        raise refusal("choice", name=parameter.name, got=text, options=options)
    return text


def _number(parameter: param.Parameter, text: str) -> float:
    written = text.strip().replace("−", "-")
    number = float(written) if _fits(NUMBER, written) else math.nan
    if not math.isfinite(number):
        raise refusal("number", name=parameter.name, got=text)
    return number


def _count(parameter: param.Parameter, text: str) -> int:
    number = _number(parameter, text)
    if number != int(number):
        raise refusal("count", name=parameter.name, got=text)
    return int(number)


def _moved(parameter: param.Parameter, text: str) -> Moved:
    moved = {}
    for entry in filter(None, text.split(";")):
        row, colon, values = entry.partition(":")
        if not colon or not _fits(ROW, row.strip()):
            raise refusal("moved", name=parameter.name, got=entry)
        moved[int(row)] = tuple(_number(parameter, value) for value in values.split(","))
    return moved


def _fits(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text, re.ASCII | re.IGNORECASE) is not None


def _joined(moved: Mapping[object, object]) -> str:
    """Moved samples as text with all digits."""
    rows = {row: x if isinstance(x, list | tuple) else (x,) for row, x in moved.items()}
    return ";".join(f"{row}:{','.join(map(str, x))}" for row, x in rows.items())


READERS: Mapping[str, Callable[[param.Parameter, str], Any]] = {
    "check": _check,
    "choice": _choice,
    "number": _number,
    "count": _count,
    "moved": _moved,
}
