"""The glossary: terms with one plain sentence each, which open wherever a text uses them."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape

from logreg_app import catalog

SPLIT = re.compile(r"(<[^>]*>)")
SILENT = re.compile(r"<(/?)(?:a|button|code|pre|h[1-6]|math)\b")  # no term is linked in these


@dataclass(frozen=True)
class Term:
    """A term.

    Attributes
    ----------
    name, says : str
    forms : tuple of str
        How a text writes it, its name among them.
    """

    name: str
    says: str
    forms: tuple[str, ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the term in a text, as a word of its own."""
        return _pattern(self.forms)


@cache
def terms() -> dict[str, Term]:
    """Every term by its name."""
    found = tomllib.loads(catalog.text("glossary.toml"))
    return {
        name: Term(name, entry["says"], (name, *entry.get("forms", ())))
        for name, entry in found.items()
    }


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)


def used(html: str, names: Iterable[str]) -> set[str]:
    """Those of some terms that stand in the text of a piece of HTML."""
    text = " ".join(part for part in SPLIT.split(html) if not part.startswith("<"))
    return {name for name in names if terms()[name].pattern.search(text)}


def linked(html: str, names: Collection[str]) -> str:
    """HTML in which the first use of each of these terms opens its sentence.

    Examples
    --------
    >>> linked("<p>No terms here.</p>", ())
    '<p>No terms here.</p>'
    """
    left = dict(sorted(((n, terms()[n]) for n in names), key=lambda item: -len(item[0])))
    parts, silent = [], 0
    for part in SPLIT.split(html):
        if part.startswith("<"):
            if found := SILENT.match(part):
                silent += -1 if found[1] else 1
            parts.append(part)
        else:
            parts.append(part if silent else _with_links(part, left))
    return "".join(parts)


def _with_links(text: str, left: dict[str, Term]) -> str:
    """A text with links; the terms that it links are taken from those that are left."""
    places: list[tuple[int, int, Term]] = []
    for name, term in list(left.items()):
        found = term.pattern.search(text)
        if found and not any(a < found.end() and found.start() < b for a, b, _ in places):
            places.append((found.start(), found.end(), term))
            del left[name]
    for start, end, term in sorted(places, key=lambda place: -place[0]):
        button = (
            f'<button type="button" class="term" data-term="{escape(term.name)}">'
            f"{text[start:end]}</button>"
        )
        text = text[:start] + button + text[end:]
    return text


def listed() -> str:
    """The whole glossary as a list in HTML, in the order of the alphabet."""
    entries: Mapping[str, Term] = dict(sorted(terms().items(), key=lambda item: item[0].lower()))
    rows = (f"<dt>{escape(t.name)}</dt><dd>{escape(t.says)}</dd>" for t in entries.values())
    return f'<dl class="glossary" tabindex="0">{"".join(rows)}</dl>'
