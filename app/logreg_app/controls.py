"""What can be set, described for the page: kind, words, range and opening value of each input."""

from functools import lru_cache
from math import ceil, floor, log10
from typing import Any

import numpy as np
import param

from logreg_app.forms import derived
from logreg_app.opening import opening_values
from logreg_app.state import SETTINGS, WEIGHTS, State
from logreg_core.dataset import Dataset
from logreg_core.features import spread
from logreg_core.hessian import learning_rate_limit
from logreg_core.separability import separability

STEPS = 1000  # slider steps from zero to either end
GROUPS = {
    "Model": (*WEIGHTS, "threshold"),
    "Chosen sample": ("x",),
    "Training": ("learning_rate", "steps", "standardise", "interaction", "l1", "l2"),
    "Costs": ("cost_fp", "cost_fn"),
    "Loss": ("unit", "loss"),
}
"""Every control by the heading it stands under; `x` stands for the chosen sample's features."""

Row = dict[str, Any]
UNSEEN = ("dataset", "moved", "sample")  # set elsewhere on the page
PENALTIES = (0.001, 10.0)
COSTS = (0.0, 100.0)
DECADES = 3  # of the stable limit, that the slider of the learning rate covers


@lru_cache(maxsize=64)
def inputs(name: str, standardised: bool = False, product: bool = False) -> dict[str, Row]:
    """Inputs of a data set in one form, by name.

    Each has label (word and symbol), opening value and kind: range, log, check, choice or count. A
    slider has low, high and step; one with a log scale has zero: whether 0 comes below its low end.
    """
    data = derived(name, standardised, product)
    opening = opening_values(name, standardised, product)
    scales = _scales(data)
    unseen = (*UNSEEN, *WEIGHTS, *(() if derived(name).d == 2 else ("interaction",)))
    names = (n for n in SETTINGS if n in scales or n not in unseen)
    return {
        n: _words(str(State.param[n].label))
        | {"opening": opening.get(n, State.param[n].default)}
        | (scales.get(n) or _kind(State.param[n]))
        for n in names
    }


def _scales(data: Dataset) -> dict[str, Row]:
    """The sliders of a data set, by name."""
    reaches = dict(zip(WEIGHTS, weight_reach(data), strict=False))
    limit = floor(log10(learning_rate_limit(data)))
    rate = {"low": float(f"1e{limit - DECADES}"), "high": float(f"1e{limit + DECADES}")}
    penalty = {"kind": "log", "low": PENALTIES[0], "high": PENALTIES[1], "zero": True}
    cost = {"kind": "range", "low": COSTS[0], "high": COSTS[1], "step": 1.0}
    return {
        **{
            name: {"kind": "range", "low": -reach, "high": reach, "step": reach / STEPS}
            for name, reach in reaches.items()
        },
        "threshold": {"kind": "range", "low": 0.0, "high": 1.0, "step": 0.01},
        "learning_rate": {"kind": "log", **rate, "zero": False},
        "l1": penalty,
        "l2": penalty,
        "cost_fp": cost,
        "cost_fn": cost,
    }


def _kind(parameter: param.Parameter) -> Row:
    if isinstance(parameter, param.Selector):
        return {"kind": "choice", "options": list(parameter.objects)}
    return {"kind": "check" if isinstance(parameter, param.Boolean) else "count"}


def _words(label: str) -> Row:
    """Split a label into its word and, where it ends in one, its symbol."""
    word, _, symbol = label.rpartition(" ")
    if not word or (symbol.isascii() and len(symbol) > 1):
        word, symbol = label, ""
    return {"label": label, "word": word, "symbol": symbol}


@lru_cache(maxsize=64)
def features(name: str) -> list[Row]:
    """One slider for each feature of the chosen sample: its word, unit, range and step."""
    data = derived(name)
    return [_feature(data, j) for j in range(data.d)]


def _feature(data: Dataset, j: int) -> Row:
    x = data.x[:, j]
    whole = bool(np.all(x == np.round(x)))
    low, high = float(np.min(x)), float(np.max(x))
    label = ", ".join(filter(None, (data.features[j], data.units[j])))
    words = {"label": label, "word": data.features[j], "symbol": "", "kind": "range"}
    if set(np.unique(x)) <= {0.0, 1.0}:
        return words | {"low": 0.0, "high": 1.0, "step": 1.0}
    if low == high:
        low, high = min(0.0, 2 * low), max(0.0, 2 * low)
        return words | {"low": low, "high": high, "step": _round_up((high - low) / 200)}
    step = _round_up((high - low) / 200) if not whole else max(1.0, _round_up((high - low) / 200))
    room = ceil((high - low) / 2 / step) * step
    floor_at = 0.0 if low >= 0 else low - room  # what has no negative values gets none
    return words | {"low": max(low - room, floor_at), "high": high + room, "step": step}


def weight_reach(data: Dataset) -> tuple[float, ...]:
    """Largest intercept and coefficients that a slider offers, rounded up to 1, 2 or 5 and zeros.

    In standard deviations of x that is a slope of ten, steep enough to look like a step, and an
    intercept that moves the boundary over the whole plot at half that slope.
    """
    mean, sd = spread(data.x)
    reach = (10 + 5 * float(np.max(np.abs(mean) / sd)), *(10 / sd).tolist())
    return tuple(_round_up(max(r, abs(o))) for r, o in zip(reach, data.opening, strict=True))


def _round_up(value: float) -> float:
    power = floor(log10(value))
    lead = next(m for m in (1, 2, 5, 10) if value <= m * 10.0**power * (1 + 1e-12))
    # through decimal text, so that a step such as 0.0005 is the nearest double and not a sum
    return float(f"{lead}e{power}")


@lru_cache(maxsize=64)
def block(name: str) -> Row:
    """Everything about a data set that the page needs: words, samples and inputs in every form."""
    raw = derived(name)
    forms = [(s, p) for s in (False, True) for p in ((False, True) if raw.d == 2 else (False,))]
    return {
        "name": name,
        "title": raw.title,
        "features": raw.features,
        "units": raw.units,
        "positive": raw.positive,
        "negative": raw.negative,
        "source": raw.source,
        "x": raw.x.T.tolist(),
        "y": raw.y.tolist(),
        "sliders": features(name),
        "forms": {f"{s:d}{p:d}": _form(name, s, p) for s, p in forms},
    }


@lru_cache(maxsize=64)
def _form(name: str, standardised: bool, product: bool) -> Row:
    data = derived(name, standardised, product)
    return {
        "inputs": inputs(name, standardised, product),
        "sample": opening_values(name, standardised, product)["sample"],
        "separable": "no" if (kind := separability(data).kind) == "none" else kind,
    }
