"""One visitor's page and the session behind it: scenes come up, frames go down."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import bokeh
import numpy as np
import panel as pn
from bokeh.document import Document
from bokeh.io import curdoc
from bokeh.models import ColumnDataSource

from logreg_app import catalog, controls
from logreg_app.document import template, variables
from logreg_app.scene import parse
from logreg_app.sentences import SceneError
from logreg_app.state import State
from logreg_app.view import View, view_of
from logreg_core.frame import PARTS, shows

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
            return  # the page's own script asks for all three
        try:
            state.open(parse(str(asked["scene"])))
        except SceneError:
            return  # this is not from the page either, which asks for scenes that fit
        reply = {"turn": asked["turn"], **answer_of(state, str(asked["tables"]).split(","))}
        if state.dataset not in sent:
            sent.add(state.dataset)
            reply["block"] = json.dumps(controls.block(state.dataset))
        answer.data = {"answer": [reply]}

    question.on_change("data", hear)
    for source in (question, answer):
        doc.add_root(source)
    doc.title = view.heading
    doc.template = template()
    doc.template_variables.update(variables(state, view, bokeh=SCRIPT, server=True))


def answer_of(state: State, names: Sequence[str]) -> dict[str, str | bytes]:
    """Those of the named tables that the data set has; of many samples, every so many.

    Returns
    -------
    dict
        `shapes`, JSON: the shape of each column, or {"text": its words}; `numbers`: the float64 of
        all columns, one after the other. Bokeh would walk every number of a list, and send every
        array as two messages.
    """
    drawn = catalog.dataset(state.dataset).d  # a product of two features is not counted
    shown = tuple(name for name in names if name in PARTS and shows(name, drawn))
    frame = state.frame_of(shown)
    every = dict.fromkeys(("samples", "rulers_samples"), state.every)
    numbers = [np.empty(0)]

    def shape(value: Any, step: int) -> Any:
        column = np.asarray(value)
        if column.dtype.kind == "U":
            return {"text": column[::step].tolist() if column.ndim else value}
        column = column[::step] if column.ndim else column
        numbers.append(column.ravel())
        return column.shape

    shapes = {
        name: {k: shape(column, every.get(name, 1)) for k, column in getattr(frame, name).items()}
        for name in shown
    }
    flat = np.concatenate(numbers, dtype="<f8")
    return {"shapes": json.dumps(shapes), "numbers": flat.tobytes()}
