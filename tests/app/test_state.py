"""The scene of one reader: how a data set opens, what may be set, and what follows from it."""

import re
from itertools import permutations
from math import inf, isfinite, nan

import pytest
from app.scenes import NAMES, TWO, all_parts, everything
from hypothesis import example, given, settings
from hypothesis import strategies as st

from logreg_app import catalog
from logreg_app.scene import query
from logreg_app.sentences import SceneError
from logreg_app.state import SETTINGS, WEIGHTS, State
from logreg_core.words import plain

PAIRS = list(permutations(["loans", "rare", "churn", "xor"], 2))
NUMBERS = [name for name in SETTINGS if State.param[name].kind in ("number", "count")]
OF_LOANS = {n: State.param[n].bounds for n in NUMBERS} | {"sample": (0, catalog.dataset("loans").n)}


def test_a_page_without_a_wish_opens_the_catalogs_first():
    assert State().dataset == catalog.DEFAULT_DATASET == NAMES[0]


@pytest.mark.parametrize(
    ("name", "moved"),
    [
        ("loans", "0:1"),
        ("loans", "7:1"),
        ("loans", "4:1,2"),
        ("xor", "1:1"),
        ("churn", "1:1,2"),
        ("loans", "4:52.5;7:1"),
        ("loans", {4: (nan,)}),
        ("loans", "4:1e308"),
        ("loans", "4:-1e308"),
    ],
)
@pytest.mark.parametrize("standardised", [False, True])
def test_samples_cannot_be_moved_where_the_data_set_ends(
    name: str, moved: object, standardised: bool
):
    with pytest.raises(SceneError, match=r"^moved (names samples|goes from|is a number)"):
        State.of({"dataset": name, "moved": moved, "standardise": standardised})


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TWO])
def test_only_two_features_have_a_product(name: str):
    sentence = f"interaction needs two features; {name} has {catalog.dataset(name).d}."
    with pytest.raises(SceneError, match=sentence):
        State.of({"dataset": name, "interaction": True})


# ---- what may be set -----------------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_another_data_set_opens_as_if_it_were_the_first(before: str, after: str):
    state = State.of({"dataset": before, "w0": 1, "threshold": 0.75, "moved": {}, "unit": "bits"})
    state.open({"dataset": after})
    assert everything(state) == everything(State(after))


def test_what_a_scene_does_not_name_is_as_the_data_set_opens():
    state = State.of({"dataset": "loans", "w0": 1, "steps": 5, "moved": "4:52.5"})
    state.open({"w1": 0.5})
    assert everything(state) == {**everything(State()), "w1": 0.5}


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 1e-300, 5e-324, -0.0])
def test_a_value_is_kept_exactly(value: float):
    assert State.of({"w0": value}).w0 == value


@pytest.mark.parametrize("name", [n for n in OF_LOANS if n not in ("w2", "w3", "w4")])
@pytest.mark.parametrize("end", [0, 1], ids=["low", "high"])
def test_a_bound_is_taken_and_what_lies_beyond_is_refused(name: str, end: int):
    bound = OF_LOANS[name][end]
    beyond = bound + (-1, 1)[end] * max(1, abs(bound))
    values = {"cost_fp": 1, "cost_fn": 1, name: bound}
    assert getattr(State.of(values), name) == bound
    low, high = map(plain, OF_LOANS[name])
    with pytest.raises(SceneError, match=f"^{name} goes from {low} to {high}, got "):
        State.of({**values, name: beyond})


@pytest.mark.parametrize("name", OF_LOANS)
@pytest.mark.parametrize(
    "value", ["x", "", nan, inf, -inf, None, True, [0.25], 0.25j, b"1", {"a": 1}, 10**400], ids=repr
)
def test_a_value_that_cannot_be_taken_is_named_and_changes_nothing(name: str, value: object):
    changes_nothing({"w1": 0.0625, name: value}, f"{name} is a number, got “")


@pytest.mark.parametrize("name", ["selected", "name", "data", "frame", "_open", "__class__", ""])
def test_an_unknown_name_is_named_and_changes_nothing(name: str):
    changes_nothing({"w1": 0.0625, name: 0}, f"There is no setting “{name}”.")


def test_a_setting_opens_by_the_name_that_it_had():
    assert State.of({"loss": "squared"}).loss_function == "squared"


@pytest.mark.parametrize("name", ["w2", "w3", "w4"])
def test_a_weight_without_a_feature_is_named_and_changes_nothing(name: str):
    sentence = f"{name} belongs to another data set; loans has no such feature."
    changes_nothing({"dataset": "loans", name: 1}, sentence)


@pytest.mark.parametrize("name", ["nope", "", "LOANS", "../loans", 1, None, ["loans"], b"loans"])
def test_an_unknown_data_set_is_named_and_changes_nothing(name: object):
    changes_nothing({"dataset": name}, f"dataset is one of {', '.join(NAMES)}, got “")


def test_two_costs_of_zero_would_decide_nothing():
    changes_nothing({"cost_fp": 0, "cost_fn": 0}, "cost_fp and cost_fn are both 0")


def changes_nothing(values: dict, sentence: str) -> None:
    """Opening this is refused with a sentence that begins so, and the scene stays."""
    state = State.of({"dataset": "exam", "w0": 1.5, "steps": 3})
    before, attributes = everything(state), set(vars(state))
    with pytest.raises(SceneError, match=f"^{re.escape(sentence)}"):
        state.open(values)
    assert (everything(state), set(vars(state))) == (before, attributes)


@pytest.mark.parametrize("costs", [{"cost_fp": 0}, {"cost_fn": 0}, {"cost_fp": 0, "cost_fn": 5}])
def test_one_cost_may_be_zero(costs: dict[str, float]):
    assert {name: getattr(State.of(costs), name) for name in costs} == costs


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"nope": 1}, "There is no setting “nope”."),
        ({"w0": "x"}, "w0 is a number, got “x”."),
        ({"threshold": 2}, "threshold goes from 0 to 1, got 2."),
        ({"sample": 7}, "sample goes from 0 to 6, got 7."),
        ({"w0": -2e9}, "w0 goes from −1000000000 to 1000000000, got −2000000000."),
        ({"moved": "4:1e10"}, "moved goes from −1000000000 to 1000000000, got 10000000000."),
        ({"interaction": 1}, "interaction needs two features; loans has 1."),
        ({"moved": "9:1"}, "moved names samples 1 to 6 of loans, 1 value(s) each."),
    ],
)
def test_a_scene_that_does_not_fit_is_refused_with_the_first_sentence(values: dict, says: str):
    with pytest.raises(SceneError) as refused:
        State.of({**values, "steps": -1})
    assert str(refused.value) == says


def test_two_readers_share_nothing():
    one, other = State(), State()
    one.open({"w0": 1.5, "moved": "4:52.5"})
    assert everything(other) == everything(State())


# ---- the scene -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_scene_of_an_opening_names_the_data_set_alone(name: str):
    assert State(name).scene == {"dataset": name}


@pytest.mark.parametrize(
    "scene",
    [
        {"dataset": "loans", "w1": -0.0915, "steps": 1},
        {"dataset": "loans", "standardise": True},
        {"dataset": "loans", "standardise": True, "threshold": 0.75, "unit": "bits"},
        {"dataset": "xor", "interaction": True, "w3": -4.0},
        {"dataset": "loans", "moved": {4: (52.5,)}, "sample": 0},
        {"dataset": "exam", "l1": 0.5, "l2": 0.25, "cost_fp": 0.0, "loss_function": "squared"},
    ],
    ids=query,
)
def test_the_scene_names_what_differs_and_nothing_else(scene: dict):
    assert State.of(scene).scene == scene


def test_what_was_set_to_its_opening_value_is_not_named():
    assert State.of({"w1": -0.094, "sample": 4, "threshold": 0.5, "standardise": 0}).scene == {
        "dataset": "loans"
    }


# ---- any scene -----------------------------------------------------------------------------------

FAR = st.floats(-20, 20) | st.floats(-1e9, 1e9) | st.sampled_from([0.0, 1.0, -1.0, 1e-300])
STRENGTHS = st.floats(0, 20) | st.floats(0, 1e3) | st.sampled_from([0.0, 1.0, 1e-300])
POINTS = st.floats(-1e6, 1e6)
ANYTHING = st.text(max_size=8) | st.floats() | st.integers() | st.booleans() | st.none()
SMALL = [name for name in NAMES if catalog.dataset(name).n < 150]
GARBAGE = st.fixed_dictionaries({}, optional=dict.fromkeys((*SETTINGS, "no"), ANYTHING))


@st.composite
def scenes(draw: st.DrawFn) -> dict[str, object]:
    """Any scene of a small data set."""
    data = catalog.dataset(draw(st.sampled_from(SMALL)))
    product = data.d == 2 and draw(st.booleans())
    moved = st.dictionaries(st.integers(1, data.n), st.tuples(*[POINTS] * data.d), max_size=3)
    fitting = {
        **dict.fromkeys(WEIGHTS[: 1 + data.d + product], FAR),
        **dict.fromkeys(("l1", "l2", "cost_fp"), STRENGTHS),
        "cost_fn": STRENGTHS.filter(bool),
        "threshold": st.floats(0, 1),
        "learning_rate": st.floats(1e-6, 10),
        "steps": st.integers(0, 40),
        "sample": st.integers(0, data.n),
        "standardise": st.booleans(),
        "moved": moved,
        "unit": st.sampled_from(["nats", "bits"]),
        "loss_function": st.sampled_from(["cross-entropy", "squared"]),
    }
    scene = draw(st.fixed_dictionaries({}, optional=fitting))
    return {"dataset": data.name, "interaction": product, **scene}


@settings(deadline=None)
@given(scenes())
@example({"dataset": "xor", "w1": 1e9, "w2": 1e-300})  # a boundary that crosses x1 far away
def test_everything_can_be_shown_of_any_scene(scene: dict):
    state = State.of(scene)
    frame = state.frame_of(all_parts(state))
    assert isfinite(frame.summary["mean_loss"])
    assert len(frame.samples["p"]) == len(state.data.y)


@settings(deadline=None)
@given(scenes())
def test_the_scene_of_a_state_gives_the_same_state(scene: dict):
    state = State.of(scene)
    assert everything(State.of(state.scene)) == everything(state)


@settings(deadline=None)
@given(scenes(), GARBAGE)
def test_anything_is_opened_or_refused_with_one_sentence(scene: dict, garbage: dict):
    state = State.of(scene)
    said = sentence_of(state, scene | garbage)
    assert said == "" or (said.endswith(".") and len(said) < 300)
    assert [name for name in OF_LOANS if not within(state, name)] == []
    assert isfinite(state.frame_of(("summary",)).summary["mean_loss"])


def sentence_of(state: State, values: dict) -> str:
    """The sentence with which values are refused, or nothing."""
    try:
        state.open(values)
    except SceneError as refused:
        return str(refused)
    return ""


def within(state: State, name: str) -> bool:
    value, (low, high) = getattr(state, name), State.param[name].bounds
    top = state.data.n if name == "sample" else high
    return not isinstance(value, bool) and low <= value <= top
