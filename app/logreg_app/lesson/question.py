"""A question of a lesson: what is asked, and the answer that the core computes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

from logreg_app.lesson import prose
from logreg_app.lesson.fields import Fields, LessonError
from logreg_app.lesson.values import Values, merged
from logreg_app.scene import query


@dataclass(frozen=True)
class Choice:
    """One of the answers to choose from.

    Attributes
    ----------
    key : str
    says : str
        HTML of one line.
    reply : str
        HTML of one line: what is usual about choosing it though it is wrong; may be empty.
    """

    key: str
    says: str
    reply: str


@dataclass(frozen=True)
class Slip:
    """A usual mistake: the number that it leads to, and an HTML line that names it."""

    value: float
    says: str


@dataclass(frozen=True)
class Cover:
    """A number of the frame that gives the answer away, as it is in the question's scene.

    Attributes
    ----------
    table, column : str
    row : int or None
        Counted from 1; None for any row, and in the summary.
    value : float or str
    """

    table: str
    column: str
    row: int | None
    value: float | str


@dataclass(frozen=True)
class Question:
    """A question: the reader predicts, commits, and then sees the answer and why.

    Attributes
    ----------
    id : str
        Stable within the lesson; an answer is stored under lesson number / id.
    ask, why : str
        HTML of one line.
    kind : "number" or "choice"
    choices : tuple of Choice
        Empty for a number.
    answer : float, or the key of the right choice
    shown : str
        The answer as text, without its unit.
    unit : str
    tolerance : float
        How far from the answer, or from a slip, an entered number may be; 0 for a choice.
    slips : tuple of Slip
    link : str
        Address of the scene that the question speaks of; empty where it is the lesson's own.
    dataset : str
        That of the scene.
    covers : tuple of Cover
        What the page does not show of the data set until an answer is committed.
    """

    id: str
    ask: str
    why: str
    kind: Literal["number", "choice"]
    choices: tuple[Choice, ...]
    answer: float | str
    shown: str
    unit: str
    tolerance: float
    slips: tuple[Slip, ...]
    link: str
    dataset: str
    covers: tuple[Cover, ...]


NUMBER = ("answer", "format", "unit", "tolerance", "relative", "slip")
CHOICE = ("choice",)
COMMON = ("id", "ask", "why", "scene", "given", "covers")
PLACE = re.compile(r"(?:(?P<table>\w+)\.)?(?P<column>\w+)(?:\[(?P<row>\d+)\])?")


def question(entry: Mapping[str, Any], number: str, values: Values) -> Question:
    """Read one question of a lesson and compute its answer.

    Parameters
    ----------
    entry : mapping
        The table of the front matter.
    number : str
        The lesson's.
    values : Values of the lesson's opening scene

    Raises
    ------
    LessonError
        If a field is missing, unknown, or cannot be worked out.
    """
    named = f"Lesson {number}, question “{entry.get('id', '?')}”"
    kind: Literal["number", "choice"] = "choice" if "choice" in entry else "number"
    fields = Fields(entry, named, (*COMMON, *(CHOICE if kind == "choice" else NUMBER)))
    own = fields.table("scene")
    there = values
    if own or "given" in entry:
        scene = merged(values.scene, own)
        there = fields.values(scene, {**values.given, **fields.table("given")})
    link = f"?{query({'lesson': number, **own})}" if own else ""
    line = _lines(fields, number, there)
    answer = _choice(fields, number, there) if kind == "choice" else _number(fields, number, there)
    return Question(
        id=fields.text("id"),
        ask=line("ask"),
        why=line("why"),
        kind=kind,
        link=link,
        dataset=str(there.scene["dataset"]),
        covers=tuple(_cover(fields, place, there) for place in fields.texts("covers")),
        **answer,
    )


def _cover(fields: Fields, place: str, values: Values) -> Cover:
    """What stands at a place: `boundary` of the summary, `p[1]` of a sample, `roc.threshold[2]`."""
    found = PLACE.fullmatch(place)
    if found is None:
        raise LessonError(f"{fields.named}, covers: “{place}” is not written table.column[row].")
    table, column, row = found["table"], found["column"], found["row"]
    table = table or ("samples" if row else "summary")
    try:
        held = values.at().table(table)[column]
        value = held if isinstance(held, str | float | int) else held.tolist()
        if isinstance(value, list):
            value = value[int(row or 1) - 1]
    except (LookupError, ValueError):
        raise LessonError(f"{fields.named}, covers: the frame has no “{place}”.") from None
    return Cover(table, column, int(row) if row else None, value)


def _number(fields: Fields, number: str, values: Values) -> dict[str, Any]:
    answer = _finite(fields, "answer", values)
    if "relative" in fields:
        tolerance = abs(answer) * fields.number("relative")
    else:
        tolerance = fields.number("tolerance")
    return {
        "answer": answer,
        "shown": prose.number(answer, fields.text("format", prose.SHORT)),
        "unit": fields.text("unit", ""),
        "tolerance": tolerance,
        "slips": tuple(
            Slip(_finite(slip, "value", values), _lines(slip, number, values)("says"))
            for slip in fields.entries("slip", ("value", "says"))
        ),
        "choices": (),
    }


def _choice(fields: Fields, number: str, values: Values) -> dict[str, Any]:
    entries = fields.entries("choice", ("key", "says", "when", "reply"))
    choices, right = [], []
    for entry in entries:
        line = _lines(entry, number, values)
        reply = line("reply") if "reply" in entry else ""
        choices.append(Choice(entry.text("key"), line("says"), reply))
        if entry.work_out("when", values) is True:
            right.append(choices[-1])
    if len(right) != 1:
        keys = ", ".join(choice.key for choice in right) or "none"
        raise LessonError(f"{fields.named}: exactly one choice must hold, but {keys} does.")
    return {
        "answer": right[0].key,
        "shown": right[0].says,
        "unit": "",
        "tolerance": 0.0,
        "slips": (),
        "choices": tuple(choices),
    }


def _lines(fields: Fields, number: str, values: Values) -> Callable[[str], str]:
    return lambda name: prose.inline(fields.filled(name, values), number)


def _finite(fields: Fields, name: str, values: Values) -> float:
    found = fields.work_out(name, values)
    if isinstance(found, bool | str) or not isinstance(found, int | float) or not isfinite(found):
        raise LessonError(f"{fields.named}, {name}: {found} is no finite number.")
    return float(found)
