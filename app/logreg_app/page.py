"""One visitor's page and the session behind it: scenes come up, frames go down."""

from collections.abc import Mapping, Sequence
from typing import Any

import bokeh
import numpy as np
import panel as pn
from bokeh.document import Document
from bokeh.io import curdoc
from bokeh.models import ColumnDataSource

from logreg_app import catalog, controls
from logreg_app.document import View, template, variables, view_of
from logreg_app.scene import parse
from logreg_app.state import State
from logreg_core.frame import PARTS, shows

SHORT = 64  # rows that go as text; each array would be two messages of its own
SCRIPT = f'<script src="static/js/bokeh.min.js?v={bokeh.__version__}"></script>'
"""Bokeh's own script, from the same server; the path is relative, so that any prefix fits."""


def page(dataset: str | None = None) -> None:
    """Fill the current document: what `panel serve app` and the server run for every visitor.

    The query's `dataset` goes before the argument.
    """
    query = {
        name: values[-1].decode("utf-8", "replace")
        for name, values in pn.state.session_args.items()
    }
    view, state = view_of(query, dataset or catalog.DEFAULT_DATASET)
    fill(curdoc(), state, view)


def fill(doc: Document, state: State, view: View) -> None:
    """Put the page and its session into a document.

    The document holds two sources and no plot: `question`, which the browser writes (a number and
    a scene as a query), and `answer`. So a session costs little, and a message is one event.
    """
    question = ColumnDataSource({"turn": [0], "scene": [""], "tables": [""]}, name="question")
    answer = ColumnDataSource({"answer": [{}]}, name="answer")
    sent = set(view.carried(state))

    def hear(_attr: str, _old: object, new: Mapping[str, list[Any]]) -> None:
        asked = {name: column[0] for name, column in new.items() if len(column)}
        if not {"turn", "scene", "tables"} <= asked.keys():
            return  # not from the page's own script
        state.accept(parse(str(asked["scene"])))
        reply = {"turn": asked["turn"], "frame": columns_of(state, str(asked["tables"]).split(","))}
        if state.dataset not in sent:
            sent.add(state.dataset)
            reply["block"] = controls.block(state.dataset)
        answer.data = {"answer": [reply]}

    question.on_change("data", hear)
    for source in (question, answer):
        doc.add_root(source)
    doc.title = view.heading
    doc.template = template()
    doc.template_variables.update(variables(state, view, bokeh=SCRIPT, server=True))


def columns_of(state: State, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Those of the named tables that the data set has, as the browser takes them.

    Of many samples, every so many.
    """
    drawn = catalog.dataset(state.dataset).d  # a product of two features adds none
    shown = tuple(name for name in names if name in PARTS and shows(name, drawn))
    frame, every = state.frame_of(shown), {"samples": state.every}
    return {
        name: {k: _sent(column, every.get(name, 1)) for k, column in getattr(frame, name).items()}
        for name in shown
    }


def _sent(column: Any, every: int) -> Any:
    if not isinstance(column, np.ndarray):
        return column  # a number or word of the summary
    column = column[::every]
    return column.tolist() if column.size <= SHORT or column.dtype.kind == "U" else column
