"""The figures of a page as one Bokeh document in JSON, without data; the page fills it in."""

import json
from functools import lru_cache
from types import ModuleType
from typing import Any

from bokeh.core.json_encoder import serialize_json
from bokeh.document import Document

from logreg_app.figures import figures
from logreg_app.sources import Sources

COMPACT: dict[str, Any] = {"allow_nan": False, "separators": (",", ":")}  # of JSON in a page


def plots(names: tuple[str, ...]) -> dict[str, Any]:
    """Document and roots of some figures.

    Parameters
    ----------
    names : tuple of str
        Names of figures.

    Returns
    -------
    dict
        `doc`, the document as JSON, whose first roots are the sources; `roots`, figure name to the
        id of its root; `ranges`, `axes` and `by_loss` as in the figures' modules.
    """
    return json.loads(written(names))


def written(names: tuple[str, ...]) -> str:
    """The same as JSON text; built once, since it depends on nothing else."""
    return _written(names).decode()


@lru_cache(maxsize=40)  # the lessons', the lab's, and some that an address asks for
def _written(names: tuple[str, ...]) -> bytes:
    """As bytes it takes a tenth of the memory that the dict would take."""
    chosen = {name: figures()[name] for name in names}
    sources, doc = Sources(), Document()
    built = {name: module.build(sources) for name, module in chosen.items()}
    with doc.models.freeze():  # otherwise Bokeh walks all models again for each root
        for root in (*sources.by_name.values(), *sources.ranges.values(), *built.values()):
            doc.add_root(root)
    made = {
        "doc": json.loads(serialize_json(doc.to_json(deferred=False))),
        "roots": {name: root.id for name, root in built.items()},
        "ranges": _all(chosen, "RANGES"),
        "axes": _all(chosen, "AXES"),
        "by_loss": _all(chosen, "BY_LOSS"),
    }
    return json.dumps(made, **COMPACT).encode()


def _all(chosen: dict[str, ModuleType], constant: str) -> dict[str, Any]:
    """What one constant of the figures' modules says, put together."""
    return {k: v for module in chosen.values() for k, v in getattr(module, constant, {}).items()}
