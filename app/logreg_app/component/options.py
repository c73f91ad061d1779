"""What a component shows of its scene, from the words of whoever makes it."""

from collections.abc import Sequence

from logreg_app.exhibits import exhibits
from logreg_app.lesson import lesson as lesson_of
from logreg_app.sentences import SceneError, refusal
from logreg_app.view import THEMES, View, known_parts

Names = str | Sequence[str]


def view_of(
    lesson: str | None, figures: Names | None, hide: Names, lock: Names, theme: str
) -> View:
    """The view of a page in the frame of a program; the arguments are those of `Explorable`.

    Raises
    ------
    SceneError, UnknownLessonError
        If there is nothing of a name.
    """
    if theme not in THEMES:
        raise refusal("choice", name="theme", options=", ".join(THEMES), got=theme)
    return View(
        lesson=lesson_of(str(lesson).zfill(2)) if lesson else None,
        figures=_names("show", figures or (), tuple(exhibits())) or None,
        hidden=_names("hide", hide, known_parts()),
        locked=_names("lock", lock, known_parts()),
        theme=theme,
        embed=True,
        bridged=True,
    )


def _names(purpose: str, given: Names, known: Sequence[str]) -> tuple[str, ...]:
    """The names that were given; SceneError for one that there is not."""
    names = (given,) if isinstance(given, str) else tuple(given)
    for name in names:
        if name not in known:
            raise SceneError(
                f"There is nothing called “{name:.40}” to {purpose}; choose among "
                f"{', '.join(known)}."
            )
    return names
