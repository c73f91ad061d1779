"""The lessons: walks of steps, each with its text, its scene and its question.

A lesson is one file `lessons/<nn>-<name>.md`: a front matter in TOML between two lines of `+++`,
then steps, each with a heading `##`, its own fields and Markdown; docs/lessons.md lists them.
Numbers are placeholders, `{{ expression : format }}`, and answers are expressions; `expression` has
their grammar, `values` the names that stand in them, `fields` the messages, `live` the numbers that
follow the hand.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from logreg_app import catalog
from logreg_app.lesson.fields import Fields, LessonError
from logreg_app.lesson.question import Question
from logreg_app.lesson.step import CONTROLS, READOUTS, Step, step
from logreg_app.sentences import PROBLEMS

__all__ = [
    "CONTROLS",
    "READOUTS",
    "Lesson",
    "LessonError",
    "Question",
    "Step",
    "UnknownLessonError",
    "explained_before",
    "lesson",
    "lessons",
    "parse",
]

FIELDS = (*("title", "minutes", "needs", "can", "teaches", "hook", "prompts", "dataset", "given"),)
FENCE = "+++"
LINKED = re.compile(r"\]\(scene:[^)]*\bdataset=([\w-]+)")
HEADING = re.compile(r"^## ", re.MULTILINE)


class UnknownLessonError(LookupError):
    """A lesson's number that there is none of; the message lists the numbers there are."""


@dataclass(frozen=True)
class Lesson:
    """One lesson.

    Attributes
    ----------
    number : str
        Two digits, "01" first.
    name : str
        The tail of the file's name, such as "odds".
    title : str
    minutes : int
        How long a first reader needs.
    needs : str
        What one should know before, in a sentence.
    can : tuple of str
        What one can do after, in sentences.
    teaches : tuple of str
        Ids of what a test counts as taught.
    hook : str
        A sentence with which a teacher can begin.
    prompts : tuple of str
        Questions for a class.
    given : mapping
        Numbers of the lesson's own.
    steps : tuple of Step
    """

    number: str
    name: str
    title: str
    minutes: int
    needs: str
    can: tuple[str, ...]
    teaches: tuple[str, ...]
    hook: str
    prompts: tuple[str, ...]
    given: Mapping[str, Any]
    steps: tuple[Step, ...]

    @property
    def scene(self) -> Mapping[str, object]:
        """Settings that the lesson opens with; the data set is always named."""
        return self.steps[0].scene

    def stage(self, number: int) -> Step:
        """The step whose stage is shown at a number; the end of the lesson keeps the last one."""
        return self.steps[min(number, len(self.steps)) - 1]

    @property
    def datasets(self) -> tuple[str, ...]:
        """Data sets that its steps and its links open, that of the opening scene first."""
        scenes = [each.scene for each in self.steps]
        then = [asked.then for asked in self.questions if asked.then]
        linked = (name for each in self.steps for name in LINKED.findall(each.text))
        names = (str(scene["dataset"]) for scene in (*scenes, *then))
        return tuple(dict.fromkeys((*names, *linked)))

    @property
    def figures(self) -> tuple[str, ...]:
        """Names of all figures and cards that its steps show."""
        return tuple(dict.fromkeys(name for each in self.steps for name in each.figures))

    @property
    def controls(self) -> tuple[str, ...]:
        """Names of all controls that its steps offer."""
        return tuple(dict.fromkeys(name for each in self.steps for name in each.controls))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of its steps, with their answers."""
        return tuple(each.question for each in self.steps if each.question)


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


def explained_before(lesson: Lesson, step: Step) -> set[str]:
    """The terms that some step before this one has explained, in this lesson or an earlier one."""
    earlier = (s for each in lessons().values() if each.number < lesson.number for s in each.steps)
    here = (s for s in lesson.steps if s.number < step.number)
    return {name for each in (*earlier, *here) for name in each.explains}


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
        If it has no front matter or no step, or a field is missing, unknown or does not fit.
    """
    number, _, name = file.removesuffix(".md").partition("-")
    if not (number.isdecimal() and name):
        raise LessonError(f"A lesson’s file is named <nn>-<name>.md, not {file}.")
    front, body = _parts(number, text)
    fields = Fields(front, f"Lesson {number}", FIELDS)
    return Lesson(
        number=number,
        name=name,
        title=fields.text("title"),
        minutes=int(fields.number("minutes")),
        needs=fields.text("needs", ""),
        can=fields.texts("can"),
        teaches=fields.texts("teaches"),
        hook=fields.text("hook", ""),
        prompts=fields.texts("prompts"),
        given=fields.table("given"),
        steps=_steps(number, body, fields),
    )


def _steps(number: str, body: str, fields: Fields) -> tuple[Step, ...]:
    before, *texts = HEADING.split(body)
    if before.strip() or not texts:
        raise LessonError(f"{fields.named}: below the front matter each step begins with ## .")
    steps: list[Step] = []
    for i, each in enumerate(texts, 1):
        steps.append(step(i, each, fields, steps[-1] if steps else None, number))
    return tuple(steps)


def _parts(number: str, text: str) -> tuple[dict[str, Any], str]:
    opening, fence, rest = text.partition(f"{FENCE}\n")
    front, closing, body = rest.partition(f"\n{FENCE}\n")
    if opening or not fence or not closing:
        raise LessonError(f"Lesson {number} must begin with a front matter between two lines +++.")
    try:
        return tomllib.loads(front), body
    except tomllib.TOMLDecodeError as problem:
        raise LessonError(f"Lesson {number}, front matter: {problem}.") from None
