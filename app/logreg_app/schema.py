"""What the browser needs to read a scene and a view as Python does: one schema, emitted once."""

from typing import Any

import param

from logreg_app import controls
from logreg_app.scene import FORMER, NO, NUMBER, ROW, YES
from logreg_app.sentences import PROBLEMS, TOLERATED
from logreg_app.state import KINDS, STRUCTURE
from logreg_app.view import THEMES, VIEW, known_parts
from logreg_core.words import DIGITS


def schema() -> dict[str, Any]:
    """Everything that may stand in an address, ready for JSON.

    Returns
    -------
    dict
        `settings`, name to kind (check, choice, number, count, moved), label with its word and
        symbol, default, bounds (an open end is null: the number of samples), options, group, scale
        (as of an input; null where the data set gives it or it has none) and kept (whether it stays
        when another data set opens), in the order of an address. `structure`, names of those that
        give the data set its form. `former`, older name of a setting to today's. `groups`, heading
        to names of controls. `patterns` of a number and of a sample's number, without regard to
        case. `yes`, `no`, what a check may say. `digits` of a written number. `view`, what else an
        address can say: names, themes, and parts that can be hidden and locked. `problems` and
        `tolerated`, as in `sentences`.
    """
    return {
        "settings": {name: _row(kind) for name, kind in KINDS.items()},
        "structure": STRUCTURE,
        "former": FORMER,
        "groups": controls.groups(),
        "patterns": {"number": NUMBER, "row": ROW},
        "yes": YES,
        "no": NO,
        "digits": DIGITS,
        "view": {"names": VIEW, "themes": THEMES, "parts": known_parts()},
        "problems": PROBLEMS,
        "tolerated": TOLERATED,
    }


def _row(kind: param.Parameter) -> dict[str, Any]:
    return {
        "kind": kind.kind,
        **controls.words(kind),
        "default": kind.default,
        "bounds": getattr(kind, "bounds", None),
        "options": list(kind.objects) if kind.kind == "choice" else None,
        "group": kind.group,
        "scale": controls.slider(kind.scale) if kind.scale else None,
        "kept": kind.kept,
    }
