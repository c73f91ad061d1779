"""What can be set, described for the page: kind, words, range and opening value of each input."""

from functools import lru_cache
from math import ceil, floor, log10
from typing import Any

import numpy as np
import param

from logreg_app import catalog
from logreg_app.forms import derived
from logreg_app.opening import opening_values
from logreg_app.settings import Scale
from logreg_app.state import KINDS, WEIGHTS
from logreg_core.dataset import Dataset
from logreg_core.features import spread
from logreg_core.hessian import learning_rate_limit
from logreg_core.separability import separability
from logreg_core.walk import FURTHEST

Row = dict[str, Any]
STEPS = 1000  # steps of a weight's slider from zero to either end
DECADES = 3  # powers of ten on the learning rate's slider to either side of the stable limit
FEATURES = "x"  # stands for one slider for each feature of the chosen sample: they set `moved`


def groups() -> dict[str, list[str]]:
    """Names of every control by the heading it stands under, in the order of the page."""
    found: dict[str, list[str]] = {}
    for name, kind in KINDS.items():
        if kind.group:
            found.setdefault(kind.group, []).append(FEATURES if name == "moved" else name)
    return found


@lru_cache(maxsize=64)
def inputs(name: str, standardised: bool = False, product: bool = False) -> dict[str, Row]:
    """Inputs of a data set in one form, by name.

    Each has label (word and symbol), opening value and kind: range, log, check, choice or count. A
    slider has low, high and step; one with a log scale has zero: whether 0 comes below its low end.
    """
    data = derived(name, standardised, product)
    opening, fitted = opening_values(name, standardised, product), _fitted(data)
    left_out = {"moved", *WEIGHTS[data.d + 1 :]}
    if catalog.dataset(name).d != 2:
        left_out.add("interaction")
    named = words_of_product(data.d) if product else {}
    return {
        n: (named.get(n) or words(kind))
        | {"opening": opening.get(n, kind.default)}
        | _control(kind, fitted.get(n))
        for n, kind in KINDS.items()
        if kind.group and n not in left_out
    }


def _fitted(data: Dataset) -> dict[str, Scale]:
    """The sliders that a data set gives their ends, by name."""
    limit = floor(log10(learning_rate_limit(data)))
    rate = Scale("log", float(f"1e{limit - DECADES}"), float(f"1e{limit + DECADES}"))
    reaches = dict(zip(WEIGHTS, weight_reach(data), strict=False))
    weights = {n: Scale("range", -reach, reach, step=reach / STEPS) for n, reach in reaches.items()}
    return {**weights, "learning_rate": rate}


def _control(kind: param.Parameter, fitted: Scale | None) -> Row:
    if scale := fitted or kind.scale:
        return slider(scale)
    options = {"options": list(kind.objects)} if kind.kind == "choice" else {}
    return {"kind": kind.kind, **options}


def slider(scale: Scale) -> Row:
    """A scale as the page reads it."""
    ends = {"kind": scale.kind, "low": scale.low, "high": scale.high}
    return ends | ({"zero": scale.zero} if scale.kind == "log" else {"step": scale.step})


def words(kind: param.Parameter) -> Row:
    """The label of a setting, split into its word and, where it ends in one, its symbol."""
    label = str(kind.label)
    word, _, symbol = label.rpartition(" ")
    if not word or (symbol.isascii() and len(symbol) > 1):
        word, symbol = label, ""
    return {"label": label, "word": word, "symbol": symbol}


def words_of_product(d: int) -> dict[str, Row]:
    """Words of the weight on the product of the first two features, which is the last of d."""
    symbol = str(KINDS[WEIGHTS[d]].label).rpartition(" ")[2]
    word = "Coefficient of x₁x₂,"
    return {WEIGHTS[d]: {"label": f"{word} {symbol}", "word": word, "symbol": symbol}}


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
    # a feature without negative values gets none on its slider
    floor_at = 0.0 if low >= 0 else low - room
    return words | {"low": max(low - room, floor_at), "high": high + room, "step": step}


def weight_reach(data: Dataset) -> tuple[float, ...]:
    """Largest intercept and coefficients that a slider offers, rounded up to 1, 2 or 5 and zeros.

    In standard deviations of x that is a slope of ten, steep enough to look like a step, and an
    intercept that moves the boundary over the whole plot at half that slope.
    """
    mean, sd = spread(data.x)
    reach = (10 + 5 * float(np.max(np.abs(mean) / sd)), *(10 / sd).tolist())
    ends = (_round_up(max(r, abs(o))) for r, o in zip(reach, data.opening, strict=True))
    return tuple(min(end, FURTHEST) for end in ends)


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
        "shows": raw.shows,
        "sliders": features(name),
        "named": raw.named,
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
