"""The lessons: prose, questions and the scene that each opens with.

A lesson is one file `lessons/<nn>-<name>.md`: a front matter in TOML between two lines of `+++`,
then Markdown. Numbers are placeholders, `{{ expression : format }}`, and answers are expressions;
`expression` has their grammar, `values` the names that stand in them, `fields` the messages.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from logreg_app import catalog
from logreg_app.cards import CARDS
from logreg_app.figures import figure_names
from logreg_app.lesson import prose
from logreg_app.lesson.fields import Fields, LessonError, filled
from logreg_app.lesson.question import Choice, Question, Slip, question
from logreg_app.lesson.values import Values
from logreg_app.sentences import PROBLEMS
from logreg_app.state import SETTINGS

__all__ = [
    "CONTROLS",
    "Choice",
    "Lesson",
    "LessonError",
    "Question",
    "Slip",
    "UnknownLessonError",
    "lesson",
    "lessons",
    "parse",
]

CONTROLS = ("w", "x", "reset", "fit", *SETTINGS)
"""Names of the controls: settings, every weight, the chosen sample's features, two buttons."""

FIELDS = (
    *("title", "dataset", "datasets", "figures", "controls", "locked", "scene", "given"),
    "question",
)
FENCE = "+++"


class UnknownLessonError(LookupError):
    """A lesson's number that there is none of; the message lists the numbers there are."""


@dataclass(frozen=True)
class Lesson:
    """One lesson; its text and its answers are worked out when they are first asked for.

    Attributes
    ----------
    number : str
        Two digits, "01" first.
    name : str
        The tail of the file's name, such as "from-score-to-probability".
    title : str
    datasets : tuple of str
        Data sets that the text opens, that of the opening scene first.
    scene : mapping
        Settings that the lesson opens with; the data set is always named.
    figures, controls, locked : tuple of str
    text : str
        Markdown with placeholders.
    given : mapping
        Numbers of the text's own.
    entries : tuple of mapping
        The questions as they stand in the front matter.
    """

    number: str
    name: str
    title: str
    datasets: tuple[str, ...]
    scene: Mapping[str, object]
    figures: tuple[str, ...]
    controls: tuple[str, ...]
    locked: tuple[str, ...]
    text: str
    given: Mapping[str, Any]
    entries: tuple[Mapping[str, Any], ...]

    @cached_property
    def html(self) -> str:
        """The prose as HTML, its placeholders filled."""
        return prose.html(filled(self.text, f"Lesson {self.number}", self._values), self.number)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions with their answers."""
        return tuple(question(entry, self.number, self._values) for entry in self.entries)

    @cached_property
    def _values(self) -> Values:
        return Values(self.scene, self.given)


@cache
def lessons() -> dict[str, Lesson]:
    """Every lesson by its number, in order."""
    names = (file.name for file in catalog.ASSETS.joinpath("lessons").iterdir())
    files = sorted(name for name in names if name.endswith(".md"))
    read = (parse(name, catalog.text(f"lessons/{name}")) for name in files)
    return {each.number: each for each in read}


def lesson(number: str) -> Lesson:
    """One lesson by its number.

    Raises
    ------
    UnknownLessonError
        If there is none of that number.
    """
    try:
        return lessons()[number]
    except KeyError:
        sentence = PROBLEMS["lesson"].format(got=number, known=", ".join(lessons()))
        raise UnknownLessonError(sentence) from None


def parse(file: str, text: str) -> Lesson:
    """Read a lesson.

    Parameters
    ----------
    file : str
        The file's name, ``<nn>-<name>.md``.
    text : str

    Raises
    ------
    LessonError
        If it has no front matter, or a field is missing, unknown or does not fit.
    """
    number, _, name = file.removesuffix(".md").partition("-")
    if not (number.isdecimal() and name):
        raise LessonError(f"A lesson’s file is named <nn>-<name>.md, not {file}.")
    front, body = _parts(number, text)
    fields = Fields(front, f"Lesson {number}", FIELDS)
    dataset = fields.text("dataset")
    scene = {"dataset": dataset, **fields.table("scene")}
    fields.values(scene, fields.table("given"))
    datasets = fields.names("datasets", tuple(catalog.datasets()))
    return Lesson(
        number=number,
        name=name,
        title=fields.text("title"),
        datasets=tuple(dict.fromkeys((dataset, *datasets))),
        scene=scene,
        figures=fields.names("figures", (*figure_names(), *CARDS)),
        controls=fields.names("controls", CONTROLS),
        locked=fields.names("locked", CONTROLS),
        text=body,
        given=fields.table("given"),
        entries=fields.tables("question"),
    )


def _parts(number: str, text: str) -> tuple[dict[str, Any], str]:
    opening, fence, rest = text.partition(f"{FENCE}\n")
    front, closing, body = rest.partition(f"\n{FENCE}\n")
    if opening or not fence or not closing:
        raise LessonError(f"Lesson {number} must begin with a front matter between two lines +++.")
    try:
        return tomllib.loads(front), body
    except tomllib.TOMLDecodeError as problem:
        raise LessonError(f"Lesson {number}, front matter: {problem}.") from None
