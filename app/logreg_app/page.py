"""The page and its session in one Bokeh document, for `panel serve app` on one's own machine."""

import logging
from collections.abc import Mapping
from functools import cache
from typing import Any

from bokeh.document import Document
from bokeh.io import curdoc

from logreg_app import catalog
from logreg_app.document import template, variables
from logreg_app.sentences import SceneError
from logreg_app.serving.pages import SCRIPT
from logreg_app.serving.session import answer_of, block_of, open_document, state_of
from logreg_app.state import State
from logreg_app.view import View, view_of

log = logging.getLogger("bokeh.logreg")  # below a logger that `panel serve` writes out


def page(dataset: str | None = None) -> None:
    """Fill the current document for a visitor; the query's `dataset` goes before the argument."""
    tell_strangers()
    doc = curdoc()
    request = getattr(doc.session_context, "request", None)
    query = {
        name: values[-1].decode("utf-8", "replace")
        for name, values in (request.arguments if request else {}).items()
    }
    view, state = view_of(query, dataset or catalog.DEFAULT_DATASET)
    fill(doc, state, view)


@cache
def tell_strangers() -> None:
    """Say once that this server is not for strangers, and which one is."""
    log.warning(
        "This server is for development: it takes whatever a visitor sends. "
        "Serve strangers with `logreg-explorable serve`, see docs/serving.md."
    )


def fill(doc: Document, state: State, view: View) -> None:
    """Put the page and its session into a document; a question is answered at once."""
    question, answer = open_document(doc)
    sent = set(view.carried(state))

    def hear(_attr: str, _old: object, new: Mapping[str, list[Any]]) -> None:
        asked = {name: column[0] for name, column in new.items() if len(column)}
        if not {"turn", "scene", "tables"} <= asked.keys():
            return  # the page's own script asks for all three
        try:
            found = state_of(str(asked["scene"]))
        except SceneError:
            return  # this is not from the page either, which asks for scenes that fit
        reply = {"turn": asked["turn"], **answer_of(found, str(asked["tables"]).split(","))}
        if found.dataset not in sent:
            sent.add(found.dataset)
            reply["block"] = block_of(found.dataset)
        answer.data = {"answer": [reply]}

    question.on_change("data", hear)
    doc.title = view.heading
    doc.template = template()
    doc.template_variables.update(variables(state, view, bokeh=SCRIPT, server=True))
