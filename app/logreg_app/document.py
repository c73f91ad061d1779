"""The page around a scene: its HTML, for a visitor of the server or as a file that needs none."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from jinja2 import Template

from logreg_app import catalog, controls, palette, plots
from logreg_app.exhibits import exhibits
from logreg_app.figures import figure_names
from logreg_app.forms import DOTS
from logreg_app.lesson import (
    Lesson,
    Question,
    Step,
    explained_before,
    glossary,
    lessons,
    prose,
)
from logreg_app.path import MOST_WORK
from logreg_app.scene import write
from logreg_app.schema import schema
from logreg_app.script import LAB, LESSON, script
from logreg_app.state import State
from logreg_app.still import still
from logreg_app.view import LAB_PAGE, TITLE, View

LESSON_LINK = re.compile(
    r'<a class="lesson-link" href="\?lesson=(?P<number>\w+)">(?P<words>.*?)</a>'
)
OF_LAB = ("data.css", "moving.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\n\s+")
FILE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'unsafe-inline' 'unsafe-eval'",  # Bokeh makes functions out of text
        "style-src 'unsafe-inline'",
        "img-src data: blob:",
        "font-src data:",
        "frame-src 'self' file:",  # the preview of the same file
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""The Content-Security-Policy of one file, which has all it needs and fetches nothing."""

READOUTS = {
    "mean-loss": "Mean loss, nats",
    "accuracy": "Right",
    "boundary": "Boundary",
    "odds-ratio": "Odds ratio",
    "gradient": "Gradient (<i>w</i>₀, <i>w</i>₁)",
}


def html(state: State, view: View, *, bokeh: str, policy: str = "") -> str:
    """The whole page for a scene as a file that needs no server; `bokeh` brings BokehJS."""
    values = variables(state, view, bokeh=bokeh, server=False)
    values["plots"] = plots_of(values["drawn"])
    return template().render(values, docs=[], policy=policy)


def plots_of(names: tuple[str, ...]) -> str:
    """The plots of figures as JSON in a page."""
    return _inside(plots.written(names))


def _inside(made: str) -> str:
    """JSON in a script element, which an end of such an element in it would end."""
    return made.replace("<", "\\u003c")


def script_of(view: View) -> str:
    """The script of a page: the reader's own data are for the free lab, and unknown to programs."""
    return script(LAB if view.is_lab else LESSON)


def index(links: Mapping[str, str]) -> str:
    """A page that lists the lessons and the free lab, at their addresses."""
    return Template(catalog.text("page/index.html"), autoescape=True).render(
        title=TITLE, style=style(), lessons=lessons().values(), links=links, lab=links[LAB_PAGE]
    )


def variables(state: State, view: View, *, bokeh: str, server: bool) -> dict[str, Any]:
    """What the template is filled with, but for `plots`, which are those of the figures in `drawn`.

    Parameters
    ----------
    state : State
        The scene that the page opens with.
    view : View
    bokeh : str
        Script elements that bring BokehJS.
    server : bool
        Whether a session is behind the page.
    """
    chosen, known = view.lesson, exhibits()
    names = view.at_hand(server=True) if server else _fitting(view, state)
    contents = _contents(view.links)
    offered = tuple(catalog.datasets()) if server and not chosen else view.carried(state)
    page = json.dumps(_page(state, view, names, offered, server=server), **plots.COMPACT)
    opening = chosen.stage(view.step).figures if chosen else view.shown
    return {
        "title": view.heading,
        "view": view,
        "lesson": _around(chosen, contents, view.links) if chosen else None,
        "contents": contents,
        "lab_href": view.links.get(LAB_PAGE, ""),
        "figures": [
            {
                "name": n,
                "title": known[n].title,
                "alt": known[n].alt,
                "still": still(n, state) if n in opening else "",
                "later": n not in opening,
                "opens": " ".join(known[n].formulas),
            }
            for n in names
        ],
        "readouts": READOUTS.items(),
        "datasets": [catalog.dataset(name) for name in offered],
        "style": style(is_lab=view.is_lab),
        "icon": palette.icon(),
        "script": script_of(view),
        "bokeh": bokeh,
        "page": _inside(page),
        "drawn": tuple(name for name in names if name in figure_names()),
    }


def _page(
    state: State, view: View, names: tuple[str, ...], offered: tuple[str, ...], *, server: bool
) -> dict[str, Any]:
    """The data that the page's script reads, beside the plots."""
    chosen, known = view.lesson, exhibits()
    return {
        # first, since it is nearest to the same text in the page, which makes the page smaller
        "lesson": _of_lesson(chosen) if chosen else None,
        "server": server,
        "bridged": view.bridged,
        "scene": {name: write(value) for name, value in state.scene.items()},
        "blocks": [controls.block(name) for name in view.carried(state)],
        "datasets": [_listed(name) for name in offered],
        "schema": schema(),
        "catalogue": [exhibit.row() for n, exhibit in known.items() if server or n in names],
        "limits": {"dots": DOTS, "work": MOST_WORK},
        "view": {
            "asked": view.asked,
            "controls": view.controls,
            "hidden": view.hidden,
            "locked": view.locked,
            "theme": view.theme,
            "embed": view.embed,
            "notice": view.notice,
        },
        "share": _choice(view, names, server=server),
    }


def _listed(name: str) -> dict[str, Any]:
    """A data set that the page can open, as far as a figure has to fit it."""
    data = catalog.dataset(name)
    return {"title": data.title, "features": data.d, "samples": data.n}


@cache
def template() -> Template:
    """The page's template."""
    return Template(catalog.text("page/page.html"), autoescape=True)


@cache
def style(*, is_lab: bool = False) -> str:
    """The palette as custom properties, and every style sheet after it, without comments.

    Only the free lab has those of the reader's own data.
    """
    named = catalog.styles()
    chosen = [text for name, text in named.items() if is_lab or name not in OF_LAB]
    sheets = palette.css_variables() + "".join(chosen)
    return INDENT.sub("\n", COMMENT.sub("", sheets))


def _fitting(view: View, state: State) -> tuple[str, ...]:
    """What can show one of the data sets that a page without a server has."""
    carried = [catalog.dataset(name) for name in view.carried(state)]
    at_hand = view.at_hand(server=False)
    return tuple(name for name in at_hand if any(map(exhibits()[name].fits, carried)))


def _choice(view: View, names: tuple[str, ...], *, server: bool) -> dict[str, Any]:
    """What a teacher who shares the page can choose from, and the script for the page around it."""
    shown = tuple(name for name in view.shown if name in names)
    return {
        "all": names,
        "shown": shown,
        "usual": View(lesson=view.lesson).shown if server else shown,
        "host": catalog.text("host.js"),
    }


def _contents(links: Mapping[str, str]) -> list[dict[str, str]]:
    """The lessons that the page can lead to."""
    linked = [each for each in lessons().values() if each.number in links]
    return [
        {"number": each.number, "title": each.title, "hook": each.hook, "href": links[each.number]}
        for each in linked
    ]


def _around(
    lesson: Lesson, contents: list[dict[str, str]], links: Mapping[str, str]
) -> dict[str, Any]:
    """What the page needs of a lesson: its steps, and the lessons before and after it."""
    numbers = [entry["number"] for entry in contents]
    at = numbers.index(lesson.number) if lesson.number in numbers else len(numbers)
    return {
        "number": lesson.number,
        "minutes": lesson.minutes,
        "needs": lesson.needs,
        "can": lesson.can,
        "steps": [
            {
                "number": each.number,
                "title": each.title,
                "html": _linked(_text(lesson, each), links),
                "further": each.further,
                "sources": each.sources,
                "asks": each.question is not None,
            }
            for each in lesson.steps
        ],
        "before": contents[at - 1] if 0 < at < len(contents) else None,
        "after": contents[at + 1] if at + 1 < len(contents) else None,
    }


def _text(lesson: Lesson, step: Step) -> str:
    """A step's text, in which the terms that were explained before can be opened."""
    return prose.kept(glossary.linked(step.html, explained_before(lesson, step)))


def _linked(text: str, links: Mapping[str, str]) -> str:
    """A lesson's text with its links to other lessons, of which those not at hand become words."""
    return LESSON_LINK.sub(
        lambda found: (
            f'<a class="lesson-link" href="{links[found["number"]]}">{found["words"]}</a>'
            if found["number"] in links
            else found["words"]
        ),
        text,
    )


def _of_lesson(lesson: Lesson) -> dict[str, Any]:
    """What the script needs of a lesson: what each step shows and asks, and its terms."""
    steps = [
        {
            "scene": _written(each.scene),
            "opens": each.opens,
            "figures": each.figures,
            "controls": each.controls,
            "readouts": each.readouts,
            "marks": each.marks,
            "move": each.move,
            "question": _asked(each.question) if each.question else None,
            **({"calls": each.calls} if each.calls else {}),
        }
        for each in lesson.steps
    ]
    known = explained_before(lesson, lesson.steps[-1]) | {*lesson.steps[-1].explains}
    terms = {name: glossary.terms()[name].says for name in sorted(known)}
    return {"number": lesson.number, "title": lesson.title, "steps": steps, "terms": terms}


def _asked(question: Question) -> dict[str, Any]:
    """A question, whose next scene is written as an address writes it."""
    then = _written(question.then) if question.then else None
    return {**asdict(question), "then": then}


def _written(scene: Mapping[str, object]) -> dict[str, str]:
    return {name: write(value) for name, value in State.of(scene).scene.items()}
