"""The session behind a page: scenes come up, the numbers that NumPy computed go down."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from bokeh.document import Document
from bokeh.models import ColumnDataSource

from logreg_app import catalog, controls
from logreg_app.scene import parse
from logreg_app.state import State
from logreg_core.frame import PARTS, shows

OF_SAMPLES = ("samples", "rulers_samples")  # tables with a row for each sample that is drawn

Reply = dict[str, Any]


def open_document(doc: Document) -> tuple[ColumnDataSource, ColumnDataSource]:
    """Put a session's two sources into its document.

    `question` is what the browser writes (a number, a scene as a query, and names of tables), and
    `answer` what it hears. There is no plot, so a session costs little.
    """
    # The page goes on by itself; Bokeh would connect again with an old token, and say so.
    doc.config.update(reconnect_session=False, notify_connection_status=False)
    question = ColumnDataSource({"turn": [0], "scene": [""], "tables": [""]}, name="question")
    answer = ColumnDataSource({"answer": [{}]}, name="answer")
    for source in (question, answer):
        doc.add_root(source)
    return question, answer


def state_of(scene: str) -> State:
    """The state of a scene as a query.

    Raises
    ------
    SceneError
        If something in it does not fit.
    """
    state = State()
    state.open(parse(scene))
    return state


def answer_of(state: State, names: Sequence[str]) -> Reply:
    """Those of the named tables that the data set has; of many samples, those that are drawn.

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
    rows = state.rows
    numbers = [np.empty(0)]

    def shape(value: Any, table: str) -> Any:
        column = np.asarray(value)[rows] if table in OF_SAMPLES else np.asarray(value)
        if column.dtype.kind == "U":
            return {"text": column.tolist()}
        numbers.append(column.ravel())
        return column.shape

    shapes = {
        name: {k: shape(column, name) for k, column in getattr(frame, name).items()}
        for name in shown
    }
    flat = np.concatenate(numbers, dtype="<f8")
    return {"shapes": json.dumps(shapes), "numbers": flat.tobytes()}


@lru_cache(maxsize=64)
def block_of(dataset: str) -> str:
    """Words, samples and inputs of a data set as JSON."""
    return json.dumps(controls.block(dataset))
