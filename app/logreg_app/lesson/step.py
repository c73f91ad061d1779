"""A step of a lesson: what stands on its stage, its text and its question."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from logreg_app.exhibits import exhibits
from logreg_app.lesson import glossary, prose
from logreg_app.lesson.fields import Fields, LessonError, filled
from logreg_app.lesson.live import LiveNumbers
from logreg_app.lesson.question import Question, question
from logreg_app.lesson.values import NONE_CHOSEN, Values
from logreg_app.state import SETTINGS

CONTROLS = ("w", "w0", "w1", "x", "x1", "reset", "fit", *SETTINGS)
"""Names of the controls: settings, every weight, the chosen sample's features, two buttons."""

READOUTS = ("formula", "mean-loss", "accuracy", "boundary", "odds-ratio", "gradient")
"""Numbers about the whole that a step can show above its figures."""

FIELDS = (
    *("scene", "figures", "controls", "calls", "readouts", "move", "marks", "explains"),
    *("further", "sources", "question"),
)
FENCE = "+++\n"
GLOSSARY = "{{ glossary }}"  # alone in a paragraph, it stands for the list of all terms
LISTED = "\ue002"  # stands for that list while Markdown becomes HTML, which leaves it alone


@dataclass(frozen=True)
class Step:
    """One step; its text and its answers are worked out when they are first asked for.

    Attributes
    ----------
    named : str
        What a message calls it.
    lesson : str
        The lesson's number.
    number : int
        From 1.
    title : str
    scene : mapping
        Settings that the step opens with, or those of the last step before that has some.
    opens : bool
        Whether the scene is its own; without one, the reader's own weights stay.
    figures, controls, readouts, marks, explains, sources : tuple of str
    calls : mapping of str to pairs of str
        Controls that the step calls otherwise: by a word and a symbol.
    move : str
        The control that moves by itself once; empty for none.
    further : bool
        Whether a reader can go on without it.
    text : str
        Markdown with placeholders.
    given : mapping
        Numbers of the lesson's own.
    entry : mapping or None
        The question as it stands in the file.
    """

    named: str
    lesson: str
    number: int
    title: str
    scene: Mapping[str, object]
    opens: bool
    figures: tuple[str, ...]
    controls: tuple[str, ...]
    readouts: tuple[str, ...]
    marks: tuple[str, ...]
    explains: tuple[str, ...]
    sources: tuple[str, ...]
    calls: Mapping[str, tuple[str, str]]
    move: str
    further: bool
    text: str
    given: Mapping[str, Any]
    entry: Mapping[str, Any] | None

    @cached_property
    def html(self) -> str:
        """The text as HTML, its placeholders filled."""
        live = LiveNumbers(self._values)
        try:
            text = live.keep(live.marked(self.text), GLOSSARY, glossary.listed())
        except ValueError as problem:
            raise LessonError(f"{self.named}: {problem}.") from None
        whole = filled(text.replace(GLOSSARY, LISTED), self.named, self._values)
        html = prose.html(whole, self.lesson).replace(f"<p>{LISTED}</p>", glossary.listed())
        return live.put(html)

    @cached_property
    def question(self) -> Question | None:
        """The question with its answer, if the step asks one."""
        return question(self.entry, self.lesson, self._values) if self.entry else None

    @cached_property
    def _values(self) -> Values:
        return Values(self.scene, self.given)


def step(number: int, text: str, lesson: Fields, before: Step | None, told: str) -> Step:
    """Read one step of a lesson.

    Parameters
    ----------
    number : int
    text : str
        From its title on.
    lesson : Fields
        The front matter of the lesson.
    before : Step, optional
        The step before it, if there is one.
    told : str
        The lesson's number.

    Raises
    ------
    LessonError
        If a field is unknown or does not fit.
    """
    title, _, rest = text.partition("\n")
    named = f"{lesson.named}, step {number}"
    front, body = _parts(named, rest.lstrip("\n"))
    fields = Fields(front, named, FIELDS)
    opens = "scene" in fields or before is None
    own = {"dataset": lesson.text("dataset"), **NONE_CHOSEN, **fields.table("scene")}
    scene = own if opens or before is None else before.scene
    fields.values(scene, lesson.table("given"))
    questions = fields.tables("question")
    if len(questions) > 1:
        raise LessonError(f"{named} has {len(questions)} questions; a step has at most one.")
    figures = fields.names("figures", tuple(exhibits()))
    if not figures and before:
        figures = before.figures
    controls = fields.names("controls", CONTROLS)
    return Step(
        named=named,
        lesson=told,
        number=number,
        title=title.strip(),
        scene=scene,
        opens=opens,
        figures=figures,
        controls=controls,
        readouts=fields.names("readouts", READOUTS),
        marks=fields.names("marks", (*controls, *figures, *READOUTS, *_weights(controls))),
        explains=fields.texts("explains"),
        sources=fields.texts("sources"),
        calls=_calls(fields, controls),
        move=fields.text("move", ""),
        further=fields.flag("further"),
        text=body,
        given=lesson.table("given"),
        entry=questions[0] if questions else None,
    )


def _calls(fields: Fields, controls: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    found = fields.table("calls")
    for name, pair in found.items():
        if name not in controls:
            raise LessonError(f"{fields.named}, calls: the step has no control “{name}”.")
        if not isinstance(pair, list) or [type(each) for each in pair] != [str, str]:
            raise LessonError(
                f"{fields.named}, calls: {name} must be a list of a word and a symbol."
            )
    return {name: (word, symbol) for name, (word, symbol) in found.items()}


def _weights(controls: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"w{j}" for j in range(5)) if "w" in controls else ()


def _parts(named: str, text: str) -> tuple[dict[str, Any], str]:
    """The fields below a step's title, and its text."""
    if not text.startswith(FENCE):
        return {}, text
    front, fence, body = text.removeprefix(FENCE).partition(f"\n{FENCE}")
    if not fence:
        raise LessonError(f"{named}: its fields must end with a line +++.")
    try:
        return tomllib.loads(front), body
    except tomllib.TOMLDecodeError as problem:
        raise LessonError(f"{named}: {problem}.") from None
