"""The component by itself on a page, for `panel serve app` on one's own machine."""

import logging
from collections.abc import Mapping
from functools import cache
from typing import Any

import panel as pn

from logreg_app.component.explorable import Explorable
from logreg_app.state import SETTINGS
from logreg_app.view import TITLE

log = logging.getLogger("bokeh.logreg")  # below a logger that `panel serve` writes out
WORDS, LISTS = ("lesson", "theme"), ("figures", "hide", "lock")  # beside the settings of a scene


def page() -> None:
    """Fill the current document for a visitor, with what the query asks for."""
    tell_strangers()
    arguments = pn.state.session_args or {}
    query = {name: values[-1].decode("utf-8", "replace") for name, values in arguments.items()}
    shown(query).servable(title=TITLE)


def shown(query: Mapping[str, str]) -> Explorable | pn.pane.Str:
    """The component that a query asks for, or the sentence that says why there is none."""
    try:
        return Explorable(**asked(query))
    except (ValueError, LookupError) as problem:
        return pn.pane.Str(str(problem))


def asked(query: Mapping[str, str]) -> dict[str, Any]:
    """What of a query the component can be asked for; what else stands there is not heard."""
    words = {n: query[n] for n in (*SETTINGS, *WORDS) if n in query}
    return words | {n: query[n].split(",") for n in LISTS if n in query}


@cache
def tell_strangers() -> None:
    """Say once that this server is not for strangers, and which one is."""
    log.warning(
        "This server is for development: it takes whatever a visitor sends. "
        "Serve strangers with `logreg-explorable serve`, see docs/serving.md."
    )
