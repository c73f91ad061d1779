"""What can be set, as the page is told: fitted to each data set, and around its opening values."""

import json
from itertools import chain

import numpy as np
import pytest
from app.scenes import FORMS, NAMES, TWO, opened

from logreg_app import catalog
from logreg_app.controls import STEPS, block, features, groups, inputs, weight_reach
from logreg_app.forms import derived
from logreg_app.opening import opening_values
from logreg_app.state import SETTINGS, STRUCTURE, WEIGHTS, State
from logreg_core.dataset import Dataset
from logreg_core.hessian import learning_rate_limit
from logreg_core.separability import separability

KINDS = {"range", "log", "check", "choice", "count"}
SLIDERS = [
    (*form, n)
    for form in FORMS
    for n, row in inputs(*form).items()
    if row["kind"] in ("range", "log")
]
FEATURES = [(name, j) for name in NAMES for j in range(catalog.dataset(name).d)]


@pytest.fixture(params=FORMS, ids=str)
def form(request: pytest.FixtureRequest) -> tuple:
    return request.param


def is_round(value: float, leads: str = "125") -> bool:
    lead, power = f"{value:.15e}".split("e")
    return lead[0] in leads and value == float(f"{lead[0]}e{power}")


# ---- inputs --------------------------------------------------------------------------------------


def test_every_weight_of_the_model_is_an_input_and_no_other(form: tuple):
    assert tuple(n for n in inputs(*form) if n in WEIGHTS) == opened(form).names


def test_an_input_opens_as_the_state_does(form: tuple):
    state = opened(form)
    values = {n: row["opening"] for n, row in inputs(*form).items() if n not in STRUCTURE}
    assert values == {n: getattr(state, n) for n in values}


def test_an_input_has_words_and_a_kind(form: tuple):
    rows = inputs(*form)
    assert {row["kind"] for row in rows.values()} <= KINDS
    assert [n for n, row in rows.items() if not row["word"]] == []
    assert [n for n, r in rows.items() if f"{r['word']} {r['symbol']}".strip() != r["label"]] == []


def test_no_two_inputs_have_the_same_words(form: tuple):
    labels = [row["label"] for row in inputs(*form).values()]
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize(
    ("name", "word", "symbol"),
    [
        ("w0", "Intercept", "w₀"),
        ("w1", "Coefficient", "w₁"),
        ("threshold", "Decision threshold", "t"),
        ("learning_rate", "Learning rate", "η"),
        ("l2", "L2 strength", "λ₂"),
        ("interaction", "Add x₁ × x₂ as a feature", ""),
        ("loss_function", "Loss", ""),
        ("cost_fp", "Cost of a false positive", ""),
    ],
)
def test_a_symbol_stands_apart_from_its_word(name: str, word: str, symbol: str):
    row = inputs("xor")[name]
    assert (row["word"], row["symbol"]) == (word, symbol)


@pytest.mark.parametrize("slider", SLIDERS, ids=str)
def test_a_slider_reaches_its_opening_value_and_stays_in_bounds(slider: tuple):
    *form, name = slider
    row, (low, high) = inputs(*form)[name], State.param[name].bounds
    assert low <= row["low"] < row["high"] <= high
    below = row["opening"] == 0 and row.get("zero", False)
    assert below or row["low"] <= row["opening"] <= row["high"]


@pytest.mark.parametrize("slider", SLIDERS, ids=str)
def test_a_slider_has_a_step_or_decades(slider: tuple):
    *form, name = slider
    row = inputs(*form)[name]
    assert row["kind"] == "log" or 0 < row["step"] <= (row["high"] - row["low"]) / 50
    assert row["kind"] == "range" or row["low"] > 0


def test_only_two_features_have_a_product_to_add(form: tuple):
    assert ("interaction" in inputs(*form)) == (form[0] in TWO)


def test_every_input_stands_under_one_heading(form: tuple):
    grouped = list(chain.from_iterable(groups().values()))
    assert len(grouped) == len(set(grouped))
    assert set(inputs(*form)) <= set(grouped)
    assert set(grouped) <= {*SETTINGS, "x"}


# ---- weights -------------------------------------------------------------------------------------


def test_a_weight_goes_as_far_down_as_up_in_steps_of_a_thousandth(form: tuple):
    rows = [inputs(*form)[n] for n in opened(form).names]
    assert [r for r in rows if not r["low"] == -r["high"] < 0] == []
    assert [r for r in rows if r["step"] != r["high"] / STEPS] == []


def test_a_reach_is_one_digit_1_2_or_5_and_zeros(form: tuple):
    assert [r for r in weight_reach(derived(*form)) if not is_round(r)] == []


def test_the_steepest_slope_is_ten_per_standard_deviation_rounded_up(form: tuple):
    data = derived(*form)
    needed = np.maximum(10 / np.std(data.x, axis=0), np.abs(data.opening[1:]))
    ratio = weight_reach(data)[1:] / needed
    assert np.all((ratio >= 1 - 1e-12) & (ratio <= 2.5))


def test_the_intercept_moves_the_boundary_over_the_data_at_half_that_slope(form: tuple):
    data = derived(*form)
    furthest = np.max(np.abs(data.x.mean(axis=0)) / data.x.std(axis=0)) + 2
    ratio = weight_reach(data)[0] / max(5 * furthest, abs(data.opening[0]))
    assert 1 - 1e-12 <= ratio <= 2.5


@pytest.mark.parametrize(("name", "reach"), [("loans", (20.0, 0.5)), ("seven-points", (10.0, 5.0))])
def test_reach_of_the_shipped_data_sets(name: str, reach: tuple):
    assert weight_reach(catalog.dataset(name)) == reach


def test_the_learning_rates_slider_shows_stable_and_unstable_rates(form: tuple):
    row, limit = inputs(*form)["learning_rate"], learning_rate_limit(derived(*form))
    assert is_round(row["low"], "1")
    assert is_round(row["high"], "1")
    assert row["low"] * 100 < limit < row["high"] / 10


# ---- features of the chosen sample ---------------------------------------------------------------


@pytest.mark.parametrize(("name", "j"), FEATURES)
def test_a_features_slider_holds_every_sample_and_room_beyond(name: str, j: int):
    row, x = features(name)[j], catalog.dataset(name).x[:, j]
    assert row["low"] <= x.min() < x.max() <= row["high"]
    assert row["high"] - row["low"] > np.ptp(x) or {row["low"], row["high"]} == {0, 1}
    assert row["low"] >= 0 or x.min() < 0


@pytest.mark.parametrize(("name", "j"), FEATURES)
def test_a_features_slider_has_its_name_and_unit_and_a_round_step(name: str, j: int):
    row, data = features(name)[j], catalog.dataset(name)
    assert row["word"] == data.features[j]
    assert row["label"] == ", ".join(filter(None, (data.features[j], data.units[j])))
    assert is_round(row["step"])
    assert row["step"] <= (row["high"] - row["low"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("loans", [(0.0, 153.0, 1.0)]), ("xor", [(-2.0, 2.0, 1.0)] * 2)],
)
def test_features_of_the_shipped_data_sets(name: str, expected: list[tuple]):
    assert [(r["low"], r["high"], r["step"]) for r in features(name)] == expected


@pytest.mark.usefixtures("as_shipped")
@pytest.mark.parametrize("value", [0.0, 3.0, -2.5])
def test_a_constant_feature_has_a_slider_too(value: float):
    name = f"constant{value}"  # what is made of a data set is kept by its name
    catalog.add(Dataset([[value, 1], [value, 2], [value, 3]], [0, 1, 1], name=name))
    row = features(name)[0]
    assert row["low"] <= value <= row["high"]
    assert 0 < row["step"] <= row["high"] - row["low"]


# ---- a data set's block --------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_block_has_every_form_of_its_data_set(name: str):
    forms = {"00", "10"} | ({"01", "11"} if name in TWO else set())
    assert set(block(name)["forms"]) == forms


def test_a_form_has_its_inputs_its_chosen_sample_and_whether_it_separates(form: tuple):
    name, standardised, product = form
    found = block(name)["forms"][f"{standardised}{product}"]
    assert found["inputs"] == inputs(*form)
    assert found["sample"] == opening_values(*form)["sample"]
    kind = separability(derived(*form)).kind
    assert found["separable"] == {"none": "no"}.get(kind, kind)


@pytest.mark.parametrize("name", NAMES)
def test_a_block_is_json_with_every_digit_of_the_samples(name: str):
    again, data = json.loads(json.dumps(block(name), allow_nan=False)), catalog.dataset(name)
    np.testing.assert_array_equal(np.transpose(again["x"]), data.x)
    assert again["y"] == data.y.tolist()
    words = ("name", "title", "source", "positive", "negative")
    assert [again[key] for key in words] == [getattr(data, key) for key in words]


@pytest.mark.parametrize("name", NAMES)
def test_a_block_is_made_once(name: str):
    assert block(name) is block(name)
