"""One visitor's page: what the query asks for, in the session's document."""

import panel as pn
from bokeh.io import curdoc

from logreg_app import catalog
from logreg_app.document import View, fill
from logreg_app.state import State


def page(dataset: str | None = None) -> None:
    """Fill the current document: what `panel serve app` and the server run for every visitor.

    The query's `dataset` goes before the argument.
    """
    name, notice = _asked(pn.state.session_args, dataset or catalog.DEFAULT_DATASET)
    fill(curdoc(), State(dataset=name), View(notice=notice))


def _asked(query: dict[str, list[bytes]], otherwise: str) -> tuple[str, str]:
    asked = query.get("dataset", [b""])[0].decode("utf-8", "replace")
    if not asked:
        return otherwise, ""
    try:
        return catalog.dataset(asked).name, ""
    except catalog.UnknownDatasetError as unknown:
        return otherwise, f"{unknown} The page shows {otherwise}."
