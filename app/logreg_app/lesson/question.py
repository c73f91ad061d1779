"""A question of a step: what is asked, and the answer that the core computes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

from logreg_app.lesson import prose
from logreg_app.lesson.fields import Fields, LessonError
from logreg_app.lesson.values import NONE_CHOSEN, Values, merged

Kind = Literal["number", "choice", "place", "pick", "explain"]


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
class Place:
    """Where an answer is dragged to in the first figure of the step.

    Attributes
    ----------
    axis : "x" or "y"
    low, high, step, start : float
    at : float or None
        The other coordinate, of a dot; None for a line across the figure.
    """

    axis: str
    low: float
    high: float
    step: float
    start: float
    at: float | None


@dataclass(frozen=True)
class Pick:
    """What holds for one sample: the key of the right choice, and HTML lines that say why."""

    answer: str
    why: str
    replies: Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """A question: the reader predicts, commits, and then sees the answer and why.

    Attributes
    ----------
    id : str
        Stable within the lesson; an answer is stored under lesson number / id.
    ask, why, hint : str
        HTML of one line.
    kind : "number", "choice", "place", "pick" or "explain"
    guess : bool
        Whether there is no right and wrong, as the page only keeps what the reader thinks.
    choices : tuple of Choice
    answer : float, or the key of the right choice; empty where nothing is judged
    shown : str
        The answer as text, without its unit.
    unit : str
    tolerance : float
        How far from the answer, or from a slip, an entered number may be.
    slips : tuple of Slip
    place : Place or None
    picks : tuple of Pick
        One for each sample, if the reader picks one.
    need : int
        How many samples are to be picked.
    model : str
        HTML of a model answer, to compare own words with.
    dataset : str
        That of the step.
    covers : tuple of Cover
        What the page does not show of the data set until an answer is committed.
    veils : tuple of str
        Figures and read-outs behind a veil until then.
    free : tuple of str
        Controls that can be moved although the question is open.
    then : mapping or None
        The scene that the page moves to after the answer.
    """

    id: str
    ask: str
    why: str
    hint: str
    kind: Kind
    guess: bool
    dataset: str
    covers: tuple[Cover, ...]
    veils: tuple[str, ...]
    free: tuple[str, ...]
    then: Mapping[str, object] | None
    choices: tuple[Choice, ...] = ()
    answer: float | str = ""
    shown: str = ""
    unit: str = ""
    tolerance: float = 0.0
    slips: tuple[Slip, ...] = ()
    place: Place | None = None
    picks: tuple[Pick, ...] = ()
    need: int = 0
    model: str = ""


NUMBER = ("answer", "format", "unit", "tolerance", "relative", "slip", "guess")
OWN: Mapping[Kind, tuple[str, ...]] = {
    "number": NUMBER,
    "place": (*NUMBER, "place"),
    "choice": ("choice", "guess"),
    "pick": ("choice", "pick", "need"),
    "explain": ("model",),
}
COMMON = ("id", "ask", "why", "hint", "given", "covers", "veils", "free", "then")
WHERE = re.compile(r"(?:(?P<table>\w+)\.)?(?P<column>\w+)(?:\[(?P<row>\d+)\])?")


def question(entry: Mapping[str, Any], number: str, values: Values) -> Question:
    """Read the question of a step and compute its answer.

    Parameters
    ----------
    entry : mapping
        Its table in the file.
    number : str
        The lesson's.
    values : Values of the step's scene

    Raises
    ------
    LessonError
        If a field is missing, unknown, or cannot be worked out.
    """
    kind = _kind(entry)
    named = f"Lesson {number}, question “{entry.get('id', '?')}”"
    fields = Fields(entry, named, (*COMMON, *OWN[kind]))
    there = values
    if "given" in entry:
        there = fields.values(values.scene, {**values.given, **fields.table("given")})
    guess = "guess" in OWN[kind] and fields.flag("guess")
    line = _lines(fields, number, there)
    return Question(
        id=fields.text("id"),
        ask=line("ask"),
        why=line("why") if "why" in fields and kind != "pick" else "",
        hint=line("hint") if "hint" in fields else "",
        kind=kind,
        guess=guess,
        dataset=str(there.scene["dataset"]),
        covers=tuple(_cover(fields, place, there) for place in fields.texts("covers")),
        veils=fields.texts("veils"),
        free=fields.texts("free"),
        then=_then(fields, there),
        **_answer(kind, fields, number, there, guess=guess),
    )


def _kind(entry: Mapping[str, Any]) -> Kind:
    if "model" in entry:
        return "explain"
    if "choice" in entry:
        return "pick" if "pick" in entry else "choice"
    return "place" if "place" in entry else "number"


def _then(fields: Fields, values: Values) -> Mapping[str, object] | None:
    """The scene to move to, which is tried here."""
    if "then" not in fields:
        return None
    scene = {**NONE_CHOSEN, **merged(values.scene, fields.table("then"))}
    fields.values(scene)
    return scene


def _cover(fields: Fields, place: str, values: Values) -> Cover:
    """What stands at a place: `boundary` of the summary, `p[1]` of a sample, `roc.threshold[2]`."""
    found = WHERE.fullmatch(place)
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


# ---- kinds ------------------------------------------------------------
def _answer(
    kind: Kind, fields: Fields, number: str, values: Values, *, guess: bool
) -> dict[str, Any]:
    """What only this kind of question has."""
    if kind == "explain":
        return {"model": _lines(fields, number, values)("model")}
    if kind == "pick":
        return _pick(fields, number, values)
    if kind == "choice":
        return _choice(fields, number, values, guess=guess)
    own = {"unit": fields.text("unit", "")} if guess else _number(fields, number, values)
    return own | ({"place": _place(fields)} if kind == "place" else {})


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
    }


def _place(fields: Fields) -> Place:
    own = Fields(
        fields.table("place"),
        f"{fields.named}, place",
        ("axis", "low", "high", "step", "start", "at"),
    )
    axis = own.text("axis")
    if axis not in ("x", "y"):
        raise LessonError(f"{own.named}, axis must be x or y, got “{axis}”.")
    numbers = {name: own.real(name) for name in ("low", "high", "step", "start")}
    return Place(axis=axis, **numbers, at=own.real("at") if "at" in own else None)


def _choice(fields: Fields, number: str, values: Values, *, guess: bool) -> dict[str, Any]:
    choices, right = _choices(fields, number, values, judged=not guess)
    found = {"choices": choices}
    return found if guess else {**found, "answer": right.key, "shown": right.says}


def _pick(fields: Fields, number: str, values: Values) -> dict[str, Any]:
    """The answer for each sample, where `k` is its row."""
    picks = []
    choices: tuple[Choice, ...] = ()
    n = int(values("n"))
    for k in range(1, n + 1):
        there = fields.values(values.scene, {**values.given, "k": float(k)})
        choices, right = _choices(fields, number, there, judged=True)
        why = _lines(fields, number, there)("why")
        picks.append(Pick(right.key, why, {each.key: each.reply for each in choices}))
    plain = tuple(Choice(each.key, each.says, "") for each in choices)
    need = int(fields.number("need")) if "need" in fields else 1
    return {"choices": plain, "picks": tuple(picks), "need": need}


def _choices(
    fields: Fields, number: str, values: Values, *, judged: bool
) -> tuple[tuple[Choice, ...], Choice]:
    """All choices and the right one; where nothing is judged, the first stands for it."""
    entries = fields.entries("choice", ("key", "says", "when", "reply"))
    choices, right = [], []
    for entry in entries:
        line = _lines(entry, number, values)
        reply = line("reply") if "reply" in entry else ""
        choices.append(Choice(entry.text("key"), line("says"), reply))
        if judged and entry.work_out("when", values) is True:
            right.append(choices[-1])
    if judged and len(right) != 1:
        keys = ", ".join(choice.key for choice in right) or "none"
        raise LessonError(f"{fields.named}: exactly one choice must hold, but {keys} does.")
    return tuple(choices), (right or choices)[0]


def _lines(fields: Fields, number: str, values: Values) -> Callable[[str], str]:
    return lambda name: prose.inline(fields.filled(name, values), number)


def _finite(fields: Fields, name: str, values: Values) -> float:
    found = fields.work_out(name, values)
    if isinstance(found, bool | str) or not isinstance(found, int | float) or not isfinite(found):
        raise LessonError(f"{fields.named}, {name}: {found} is no finite number.")
    return float(found)
