"""A lesson's text: placeholders become numbers, Markdown becomes HTML."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from urllib.parse import urlencode

import numpy as np
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from logreg_core.words import formatted

PLACEHOLDER = re.compile(r"\{\{\s*(?P<expression>[^{}]+?)(?:\s+:\s*(?P<form>[^\s{}]+))?\s*\}\}")
SHORT = ".6g"
GAP = "\N{NO-BREAK SPACE}"
_NUMBER, _SYMBOL = r"\d[\d.,]*\d%?|\d%?", r"(?![aAIB] )[A-Za-zα-ωΑ-Ω][₀-₉⁰-⁹⁻ᶻ*′]*"
# \ue000 begins a live number (see live.MARK), and what ends a sentence may stand after a term
_TERM = rf"(?:−?ln )?[(√]*(?:[−-]?(?:{_NUMBER}|{_SYMBOL})|\ue000\d+\ue001)[)]*[²³]?(?![^\s.,;:!?])"
# terms with signs between them, or side by side as in w₁ x
FORMULA = re.compile(rf"(?<!\S){_TERM}(?:(?: [=+−×·/≥≤<>])? {_TERM})+")
SHORT_ENOUGH = 24  # characters, so that a formula fits beside words on a phone
BUTTON = re.compile(
    r'(<button type="button" class="(?:live|term)"[^>]*>[^<]*</button>)([.,;:!?)’”]+)'
)


def number(value: Any, form: str = "") -> str:
    """A number as it stands in a text; a word as it is.

    Raises
    ------
    ValueError
        If it is neither a finite number nor a word.

    Examples
    --------
    >>> number(-0.094), number("left")
    ('−0.094', 'left')
    """
    if isinstance(value, str):
        return value
    if np.ndim(value) or not np.isfinite(value):
        raise ValueError(f"{value} is no number to show")
    return formatted(float(value), form or SHORT)


def fill(text: str, value_of: Callable[[str], Any]) -> str:
    """The text with every `{{ expression : format }}` replaced by its value.

    Examples
    --------
    >>> fill("p is {{ p : .2f }}.", {"p": 0.745}.get)
    'p is 0.74.'
    """
    filled = PLACEHOLDER.sub(
        lambda found: number(value_of(found["expression"]), found["form"] or ""), text
    )
    if "{{" in filled or "}}" in filled:
        raise ValueError("a placeholder is not written {{ expression : format }}")
    return filled


def html(text: str, lesson: str) -> str:
    """Markdown as HTML: blocks, for the lesson of a number.

    A quotation is something to try, an indented line is a formula on its own. A link
    `scene:threshold=0.75` opens the lesson's scene with that setting, and `lesson:02` another
    lesson; both become plain addresses, so they can be copied.
    """
    return str(_markdown().render(text, {"lesson": lesson}))


def kept(html: str) -> str:
    """HTML in which a comma, or another sign, stays on the line of the button before it.

    Examples
    --------
    >>> kept('<button type="button" class="term">odds</button>.')
    '<span class="kept"><button type="button" class="term">odds</button>.</span>'
    """
    return BUTTON.sub(r'<span class="kept">\1\2</span>', html)


def inline(text: str, lesson: str) -> str:
    """Markdown of one line as HTML without a paragraph around it."""
    return str(_markdown().renderInline(text.strip(), {"lesson": lesson}))


class _Markdown(MarkdownIt):
    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url  # markdown-it would take moved=4:40 for a host and a port


@cache
def _markdown() -> MarkdownIt:
    markdown = _Markdown("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("text", _text)
    markdown.add_render_rule("link_open", _link)
    markdown.add_render_rule("blockquote_open", lambda *_: '<div class="try">\n')
    markdown.add_render_rule("blockquote_close", lambda *_: "</div>\n")
    markdown.add_render_rule("code_block", _display)
    markdown.add_render_rule("fence", _code)
    markdown.add_render_rule("th_open", lambda *_: '<th scope="col">')
    return markdown


def unbroken(text: str) -> str:
    """A text in which a short formula stays on one line.

    Examples
    --------
    >>> unbroken("Take w₁ = −0.094 here.").replace("\N{NO-BREAK SPACE}", "~")
    'Take w₁~=~−0.094 here.'
    """
    return FORMULA.sub(lambda found: _glued(found[0]), text)


def _glued(formula: str) -> str:
    return formula if len(formula) > SHORT_ENOUGH else formula.replace(" ", GAP)


def _text(_: RendererHTML, tokens: Sequence[Token], index: int, *__: Any) -> str:
    return escapeHtml(unbroken(tokens[index].content))


def _display(_: RendererHTML, tokens: Sequence[Token], index: int, *__: Any) -> str:
    return f'<p class="display">{escapeHtml(tokens[index].content.strip())}</p>\n'


def _code(_: RendererHTML, tokens: Sequence[Token], index: int, *__: Any) -> str:
    """A program by its lines; where it is a loop, the page marks the line that is at work."""
    lines = escapeHtml(tokens[index].content.rstrip("\n")).split("\n")
    loop = " data-loop" * ("loop" in tokens[index].info.split())
    marked = "".join(f'<span class="line">{line}</span>' for line in lines)
    return f'<pre class="code" tabindex="0"{loop}><code>{marked}</code></pre>\n'


def _link(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    token = tokens[index]
    kind, _, rest = str(token.attrGet("href")).partition(":")
    if kind == "scene":
        query = urlencode({"lesson": env["lesson"]}) + f"&{rest}" * bool(rest)
        token.attrs = {"class": "scene-link", "href": f"?{query}"}
    elif kind == "lesson":
        token.attrs = {"class": "lesson-link", "href": f"?lesson={rest}"}
    return str(renderer.renderToken(tokens, index, options, env))
