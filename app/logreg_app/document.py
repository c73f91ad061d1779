"""One document: a reader's state, its sources and figures, and the page's template around them."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from bokeh.document import Document
from jinja2 import Template

from logreg_app import catalog, controls, palette
from logreg_app.figures import figures
from logreg_app.sources import DRAWN, SAID, Sources
from logreg_app.state import State
from logreg_core.dataset import Dataset

TITLE = "Logistic regression you can drag"
SCRIPTS = ("frame.js", "motion.js", "internals.js", "words.js", "explorable.js")
THEMES = ("auto", "light", "dark")
CARDS = ("by-hand", "table")  # parts of the page that are no plots
HIDEABLE = ("title", "formula", "readouts", "dataset", "w0", "w1", "threshold", "reset", "status")


@dataclass(frozen=True)
class View:
    """What a page shows of its state.

    Parameters
    ----------
    title : str
    shown : collection of str, optional
        Names of figures and cards; all if not given.
    hidden : collection of str
        Names of other parts, among HIDEABLE.
    theme : "auto", "light" or "dark"
    notice : str
        One sentence above everything else.
    server : bool
        Whether a server hears what the reader does.
    """

    title: str = TITLE
    shown: Collection[str] | None = None
    hidden: Collection[str] = ()
    theme: str = "auto"
    notice: str = ""
    server: bool = True

    def shows(self, name: str) -> bool:
        """Whether a figure or card is part of the page."""
        return self.shown is None or name in self.shown


def fill(doc: Document, state: State, view: View) -> Sources:
    """Put the page for one state into a document and keep the two in step."""
    sources = Sources()
    shown = {name: module for name, module in figures().items() if view.shows(name)}
    with doc.models.freeze():  # otherwise each root walks all models again
        for figure_name, module in shown.items():
            root = module.build(sources)
            root.name = f"figure-{figure_name}"  # a source may have the same name
            doc.add_root(root)
        for source in sources.by_name.values():
            doc.add_root(source)  # also what no figure holds: the script finds it by name
    _bind(state, sources)
    doc.title = view.title
    doc.template = _template()
    doc.template_variables.update(_variables(shown, state, view))
    return sources


@cache
def _template() -> Template:
    return Template(catalog.text("page.html"), autoescape=True)


def _bind(state: State, sources: Sources) -> None:
    turn = 0

    def show() -> None:
        data = state.data
        sources.write("dataset", _described(data) | {"every": [state.every]})
        sources.name_x(", ".join(filter(None, (data.features[0], data.units[0]))))
        sources.write("controls", controls.columns(state))
        sources.write("settings", controls.settings(state))
        sources.write("data", {"x": data.x[:, 0], "y": data.y})
        sources.update(state.frame, turn, state.every)
        chosen = [] if state.selected is None else [state.selected // state.every]
        if sources["samples"].selected.indices != chosen:
            sources["samples"].selected.indices = chosen

    def heard(_attr: str, _old: object, new: dict[str, list[Any]]) -> None:
        nonlocal turn
        values = {name: column[0] for name, column in new.items() if len(column) == 1}
        asked = values.get("turn")
        turn = asked if isinstance(asked, int) else turn
        state.accept(values)
        if turn != sources.turn:  # nothing changed here, but the browser waits for an answer
            show()
        sources.write("settings", controls.settings(state) | {"turn": [turn]})

    sources.write("settings", {"turn": [turn]})
    show()
    state.on_change(show)
    sources["settings"].on_change("data", heard)
    sources["samples"].selected.on_change("indices", lambda _a, _o, new: state.select(new))


def _described(data: Dataset) -> dict[str, list[Any]]:
    return {
        "name": [data.name],
        "title": [data.title],
        "feature": [data.features[0]],
        "unit": [data.units[0]],
        "positive": [data.positive],
        "negative": [data.negative],
        "source": [data.source],
    }


def _variables(shown: dict[str, ModuleType], state: State, view: View) -> dict[str, Any]:
    return {
        "figures": [{"name": n, "title": m.TITLE, "alt": m.ALT} for n, m in shown.items()],
        "sources": (*DRAWN, *SAID),
        "datasets": catalog.datasets().values() if view.server else [state.data],
        "controls": _rows(controls.columns(state)),
        "view": view,
        "style": palette.css_variables() + catalog.text("explorable.css"),
        "script": "\n".join(catalog.text(name) for name in SCRIPTS),
    }


def _rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
