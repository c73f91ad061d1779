"""The sliders and number boxes, described from the parameters of the state."""

from typing import Any

from logreg_app.state import INPUTS, State


def columns(state: State) -> dict[str, list[Any]]:
    """One row per slider: name, label (its word and symbol), low, high, step and opening value."""
    params = [state.param[name] for name in INPUTS]
    labels = [str(p.label) for p in params]
    return {
        "name": list(INPUTS),
        "label": labels,
        "symbol": [label.split()[-1] for label in labels],
        "word": [" ".join(label.split()[:-1]) for label in labels],
        "low": [float(p.bounds[0]) for p in params],
        "high": [float(p.bounds[1]) for p in params],
        "step": [float(p.step) for p in params],
        "opening": [state.opening[name] for name in INPUTS],
    }


def settings(state: State) -> dict[str, list[Any]]:
    """The current value of every input, in the one row that the browser writes."""
    return {"dataset": [state.dataset], **{name: [getattr(state, name)] for name in INPUTS}}
