"""Numbers of a lesson's text that follow the hand; here they get their first values."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

from logreg_app.lesson import prose

_FORM = r"(?:\s+:\s*(?P<form>\.\d[fg%]))?"
PLACE = r"(?:\w+\.)?\w+(?:\[-?\d+\])?|[pz]\(-?[\d.]+\)|answer\([\w-]+\)|right\(first\)"
LIVE = re.compile(rf"\{{~\s*(?P<drag>drag\s+)?(?P<place>{PLACE}){_FORM}\s*~\}}")
# the formatter of Python sets a blank behind a #, also in a lesson
BESIDE = re.compile(rf"[ \t]*#[ \t]*=\s*(?P<place>{PLACE}){_FORM}[ \t]*$", re.MULTILINE)
MARK = "\ue000{}\ue001"  # stands for a number while Markdown becomes HTML, which leaves it alone
MARKED = re.compile("\ue000(\\d+)\ue001")
UNANSWERED = "…"
OF_ANSWERS = ("answer(", "right(")  # what only the browser knows


@dataclass
class LiveNumbers:
    """The live numbers of one text.

    Parameters
    ----------
    value_of : callable
        From an expression to its value in the scene that the step opens with.
    """

    value_of: Callable[[str], Any]
    _made: list[str] = field(default_factory=list)

    def marked(self, text: str) -> str:
        """The text with a mark for each live number.

        Raises
        ------
        ValueError
            If one is not written as it should be, or is no number.
        """
        text = LIVE.sub(lambda found: self._mark(**found.groupdict()), text)
        text = BESIDE.sub(lambda found: self._mark(**found.groupdict(), drag=None), text)
        if "{~" in text or "~}" in text:
            raise ValueError("a live number is not written {~ place : format ~}")
        return text

    def keep(self, text: str, placeholder: str, html: str) -> str:
        """The text with a mark in place of a placeholder, for which the HTML comes back later."""
        if placeholder not in text:
            return text
        self._made.append(html)
        return text.replace(placeholder, MARK.format(len(self._made) - 1))

    def put(self, html: str) -> str:
        """The HTML of a marked text with the numbers in their places."""
        return MARKED.sub(lambda found: self._made[int(found[1])], html)

    def _mark(self, *, place: str, form: str | None, drag: str | None) -> str:
        form = form or prose.SHORT
        said = (
            UNANSWERED if place.startswith(OF_ANSWERS) else prose.number(self.value_of(place), form)
        )
        data = f'data-live="{escape(place)}" data-form="{form}"'
        if drag:
            self._made.append(
                f'<span class="live handle" role="slider" tabindex="0" {data}>{said}</span>'
            )
        else:
            self._made.append(f'<button type="button" class="live" {data}>{said}</button>')
        return MARK.format(len(self._made) - 1)
