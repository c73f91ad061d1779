"""One page: the state of one reader, its sources and figures, in the page's template."""

from typing import Any

import panel as pn
from bokeh.document import Document
from bokeh.io import curdoc
from jinja2 import Template

from logreg_app import catalog, controls, palette
from logreg_app.figures import figures
from logreg_app.sources import SAID, Sources
from logreg_app.state import State
from logreg_core.dataset import Dataset

TITLE = "Logistic regression you can drag"
SCRIPTS = ("frame.js", "motion.js", "words.js", "explorable.js")


def page(dataset: str | None = None) -> None:
    """Fill the current document: what `panel serve app` and the server run for every visitor.

    The query's `dataset` goes before the argument.
    """
    name, notice = _asked(pn.state.session_args, dataset or catalog.DEFAULT_DATASET)
    fill(curdoc(), State(dataset=name), notice)


def fill(doc: Document, state: State, notice: str = "") -> Sources:
    """Put the page for one state into a document and keep the two in step."""
    sources = Sources()
    shown = figures()
    for figure_name, module in shown.items():
        root = module.build(sources)
        root.name = f"figure-{figure_name}"  # a source may have the same name
        doc.add_root(root)
    for source_name in SAID:
        doc.add_root(sources[source_name])
    _bind(state, sources)
    doc.title = TITLE
    doc.template = Template(catalog.text("page.html"), autoescape=True)
    doc.template_variables.update(_variables(shown, state, notice))
    return sources


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


def _variables(shown: dict[str, Any], state: State, notice: str) -> dict[str, Any]:
    return {
        "figures": [{"name": n, "title": m.TITLE, "alt": m.ALT} for n, m in shown.items()],
        "sources": SAID,
        "datasets": catalog.datasets().values(),
        "controls": _rows(controls.columns(state)),
        "notice": notice,
        "style": palette.css_variables() + catalog.text("explorable.css"),
        "script": "\n".join(catalog.text(name) for name in SCRIPTS),
    }


def _rows(columns: dict[str, list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _asked(query: dict[str, list[bytes]], otherwise: str) -> tuple[str, str]:
    asked = query.get("dataset", [b""])[0].decode("utf-8", "replace")
    if not asked:
        return otherwise, ""
    try:
        return catalog.dataset(asked).name, ""
    except catalog.UnknownDatasetError as unknown:
        return otherwise, f"{unknown} The page shows {otherwise}."
