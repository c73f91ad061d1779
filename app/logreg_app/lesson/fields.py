"""The fields of a lesson's front matter, read with one clear sentence for what does not fit."""

from collections.abc import Mapping
from typing import Any

from logreg_app.lesson import prose
from logreg_app.lesson.expression import ExpressionError
from logreg_app.lesson.values import Values
from logreg_app.sentences import SceneError


class LessonError(ValueError):
    """A lesson's file that does not fit; the message names the lesson, the field and the fault."""


class Fields:
    """A table of the front matter.

    Parameters
    ----------
    table : mapping
    named : str
        What a message calls it.
    known : tuple of str
        Names that it may have.
    """

    def __init__(self, table: Mapping[str, Any], named: str, known: tuple[str, ...]) -> None:
        self._table, self.named = table, named
        for name in table:
            if name not in known:
                raise LessonError(f"{named} has no field “{name}”. Known: {', '.join(known)}.")

    def __contains__(self, name: str) -> bool:
        return name in self._table

    def text(self, name: str, otherwise: str | None = None) -> str:
        """A text, or what stands for it."""
        return str(self._get(name, otherwise, str, "a text"))

    def number(self, name: str) -> float:
        """A number, at least 0."""
        value = self._get(name, None, (int, float), "a number at least 0")
        if isinstance(value, bool) or not value >= 0:
            raise LessonError(f"{self.named}, {name} must be a number at least 0, got {value!r}.")
        return float(value)

    def real(self, name: str) -> float:
        """A number of either sign."""
        value = self._get(name, None, (int, float), "a number")
        return float(value)

    def flag(self, name: str) -> bool:
        """Yes or no; no if nothing is said."""
        return bool(self._get(name, False, bool, "true or false"))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of names."""
        return tuple(map(str, self._get(name, [], list, "a list of names")))

    def names(self, name: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """A list of names, each of them known."""
        found = self.texts(name)
        for each in found:
            if each not in among:
                known = ", ".join(among)
                raise LessonError(f"{self.named}, {name}: there is no “{each}”. Known: {known}.")
        return found

    def table(self, name: str) -> dict[str, Any]:
        """A table; empty if there is none."""
        return dict(self._get(name, {}, dict, "a table"))

    def tables(self, name: str) -> tuple[dict[str, Any], ...]:
        """Tables of one kind, in order; none if there are none."""
        found = tuple(self._get(name, [], list, "written in double brackets"))
        if not all(isinstance(each, dict) for each in found):
            raise LessonError(f"{self.named}, {name} must be written in double brackets.")
        return found

    def entries(self, name: str, known: tuple[str, ...]) -> list["Fields"]:
        """Tables of one kind as fields of their own."""
        found = self.tables(name)
        named = (f"{self.named}, {name} {i}" for i in range(1, len(found) + 1))
        return [Fields(entry, each, known) for entry, each in zip(found, named, strict=True)]

    def values(self, scene: Mapping[str, object], given: Mapping[str, Any] | None = None) -> Values:
        """The values of a scene."""
        try:
            return Values(scene, given)
        except (SceneError, TypeError, ValueError) as problem:
            raise LessonError(f"{self.named}, scene: {problem}") from None

    def work_out(self, name: str, values: Values) -> Any:
        """Value of the expression that a field holds."""
        try:
            return values(self.text(name))
        except ExpressionError as problem:
            raise LessonError(f"{self.named}, {name}: {problem}") from None

    def filled(self, name: str, values: Values) -> str:
        """A text with its placeholders filled."""
        return filled(self.text(name), f"{self.named}, {name}", values)

    def _get(self, name: str, otherwise: Any, kind: Any, words: str) -> Any:
        value = self._table.get(name, otherwise)
        if value is None:
            raise LessonError(f"{self.named} lacks the field “{name}”.")
        if not isinstance(value, kind):
            raise LessonError(f"{self.named}, {name} must be {words}, got {value!r}.")
        return value


def filled(text: str, named: str, values: Values) -> str:
    """A text with its placeholders filled, or a LessonError that says where it cannot be."""
    try:
        return prose.fill(text, values)
    except ValueError as problem:
        raise LessonError(f"{named}: {problem}") from None
