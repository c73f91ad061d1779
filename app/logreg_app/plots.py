"""The figures of a page as one Bokeh document in JSON, without data; the page fills it in."""

import json
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from bokeh.core.json_encoder import serialize_json
from bokeh.core.serialization import Serializer
from bokeh.document import Document
from bokeh.model import Model

from logreg_app.figures import figures
from logreg_app.sources import Sources

COMPACT: dict[str, Any] = {"allow_nan": False, "separators": (",", ":")}  # of JSON in a page


class Drawn(NamedTuple):
    """A figure that is built.

    Attributes
    ----------
    id : str
        Of its root.
    text : str
        The root as JSON, which names what it shares with other figures by their ids.
    shared : tuple of Model
    """

    id: str
    text: str
    shared: tuple[Model, ...]


def plots(names: tuple[str, ...]) -> dict[str, Any]:
    """Document and roots of some figures.

    Parameters
    ----------
    names : tuple of str
        Names of figures.

    Returns
    -------
    dict
        `doc`, the document as JSON, whose first roots are what figures share; `roots`, figure name
        to the id of its root; `ranges`, `axes` and `by_loss` as in the figures' modules.
    """
    return json.loads(written(names))


def written(names: tuple[str, ...]) -> str:
    """The same as JSON text."""
    chosen = {name: figures()[name] for name in names}
    drawn = {name: _drawn(name) for name in names}
    shared = dict.fromkeys(model for each in drawn.values() for model in each.shared)
    roots = ",".join((*map(_shared_text, shared), *(each.text for each in drawn.values())))
    about = {
        "roots": {name: each.id for name, each in drawn.items()},
        "ranges": _all(chosen, "RANGES"),
        "axes": _all(chosen, "AXES"),
        "by_loss": _all(chosen, "BY_LOSS"),
    }
    doc = f'{_empty_document()[:-1]},"roots":[{roots}]}}'
    return f'{{"doc":{doc},{json.dumps(about, **COMPACT)[1:]}'


@cache
def _drawn(name: str) -> Drawn:
    """A figure by its name; built once, since it depends on nothing else."""
    sources = _sources()
    root = figures()[name].build(sources)
    reached = root.references()
    shared = tuple(model for model in sources.models() if model in reached)
    return Drawn(root.id, _text(root, shared), shared)


@cache
def _sources() -> Sources:
    """What all figures are built on."""
    return Sources()


@cache
def _shared_text(model: Model) -> str:
    return _text(model, ())


def _text(root: Model, shared: tuple[Model, ...]) -> str:
    """A model as JSON, in which shared ones are only named."""
    made = Serializer(references=set(shared), deferred=False).encode(root)
    return json.dumps(json.loads(serialize_json(made)), **COMPACT)


@cache
def _empty_document() -> str:
    """A document without roots as JSON."""
    made = json.loads(serialize_json(Document().to_json(deferred=False)))
    del made["roots"]
    return json.dumps(made, **COMPACT)


def _all(chosen: dict[str, ModuleType], constant: str) -> dict[str, Any]:
    """What one constant of the figures' modules says, put together."""
    return {k: v for module in chosen.values() for k, v in getattr(module, constant, {}).items()}
