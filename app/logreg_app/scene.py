"""A scene as text: how each kind of setting is written in an address and read from one.

The settings are the parameters of `State`; their names are the keys of the query. A scene names
what differs from the way its data set opens.
"""

import math
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

import param

Moved = dict[int, tuple[float, ...]]
DIGITS = 12  # of a written number: all that a reader typed, and no binary noise
# as in scene.js, which reads the same addresses; the length bounds the work
NUMBER = re.compile(r"(?=.{1,40}$)[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
ROW = re.compile(r"\d{1,9}", re.ASCII)
YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")


class SceneError(ValueError):
    """A setting that cannot be taken; the message names it and says what would fit."""


def read(parameter: param.Parameter, value: object) -> Any:
    """The value of one setting, from text as it stands in an address, or from a value.

    Raises
    ------
    SceneError
        If it is not of the setting's kind.
    """
    name = str(parameter.name)
    text = str(value).strip()
    if isinstance(parameter, param.Boolean):
        if text.lower() in YES + NO:
            return text.lower() in YES
        raise SceneError(f"{name} is 1 or 0, got “{text[:20]}”.")
    if isinstance(parameter, param.Selector):
        if text in parameter.objects:
            return text
        raise SceneError(f"{name} is one of {', '.join(parameter.objects)}, got “{text[:40]}”.")
    if isinstance(parameter, param.Dict):
        return _read_moved(name, _joined(value) if isinstance(value, dict) else text)
    number = _number(name, text)
    if isinstance(parameter, param.Integer):
        if number != int(number):
            raise SceneError(f"{name} is a whole number, got “{text[:20]}”.")
        return int(number)
    return number


def write(value: object) -> str:
    """One setting as text; `read` gives it back, numbers to 12 digits."""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dict):
        return ";".join(f"{row}:{','.join(map(write, x))}" for row, x in sorted(value.items()))
    return f"{value:.{DIGITS}g}" if isinstance(value, float) else str(value)


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


def _number(name: str, text: str) -> float:
    written = text.strip().replace("−", "-")
    number = float(written) if NUMBER.fullmatch(written) else math.nan
    if not math.isfinite(number):
        raise SceneError(f"{name} is a number, got “{text[:20]}”.")
    return number


def _joined(moved: Mapping[object, object]) -> str:
    """Moved samples as text with all digits."""
    rows = {row: x if isinstance(x, list | tuple) else (x,) for row, x in moved.items()}
    return ";".join(f"{row}:{','.join(map(str, x))}" for row, x in rows.items())


def _read_moved(name: str, text: str) -> Moved:
    moved = {}
    for entry in filter(None, text.split(";")):
        row, colon, values = entry.partition(":")
        if not colon or not ROW.fullmatch(row.strip()):
            raise SceneError(f"{name} is written row:value, such as 4:52.5, got “{entry[:20]}”.")
        moved[int(row)] = tuple(_number(name, value) for value in values.split(","))
    return moved
