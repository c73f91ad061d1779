"""Data sets in every form, and what a state holds, for the tests of what a reader sets."""

from logreg_app import catalog
from logreg_app.state import SETTINGS, State
from logreg_core.frame import PARTS, shows
from logreg_core.model import Weights

NAMES = list(catalog.datasets())
TWO = [name for name in NAMES if catalog.dataset(name).d == 2]
FORMS = [(name, s, p) for name in NAMES for s in (0, 1) for p in ((0, 1) if name in TWO else (0,))]


def opened(form: tuple) -> State:
    """A data set (name, standardise, interaction) as it opens."""
    return State.of(dict(zip(("dataset", "standardise", "interaction"), form, strict=True)))


def everything(state: State) -> dict[str, object]:
    """The value of every setting."""
    return {name: getattr(state, name) for name in SETTINGS}


def flat(weights: Weights) -> tuple[float, ...]:
    """The weights as (w0, w1, ...)."""
    return weights.w0, *weights.w


def all_parts(state: State) -> tuple[str, ...]:
    """Names of the tables that the data set has."""
    d = catalog.dataset(state.dataset).d
    return tuple(name for name in PARTS if shows(name, d))
