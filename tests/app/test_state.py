"""The scene of one reader: how a data set opens, what may be set, and what follows from it."""

from itertools import permutations
from math import inf, isfinite, nan

import pytest
from app.scenes import NAMES, TWO, all_parts, everything
from hypothesis import example, given, settings
from hypothesis import strategies as st

from logreg_app import catalog
from logreg_app.scene import SceneError, query
from logreg_app.state import SETTINGS, WEIGHTS, State

PAIRS = list(permutations(["loans", "rare", "churn", "xor"], 2))
BOUNDS = {n: b for n in SETTINGS if (b := getattr(State.param[n], "bounds", None))}
OF_LOANS = {**BOUNDS, "sample": (0, catalog.dataset("loans").n)}


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
    state = State(name)
    problems = state.accept({"dataset": name, "moved": moved, "standardise": standardised})
    assert [p for p in problems if p.startswith("moved ")] == problems != []
    assert state.moved == {}
    assert isfinite(state.frame_of(("summary",)).summary["mean_loss"])


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TWO])
def test_only_two_features_have_a_product(name: str):
    state = State()
    d = catalog.dataset(name).d
    assert state.accept({"dataset": name, "interaction": True}) == [
        f"interaction needs two features; {name} has {d}."
    ]
    assert (state.dataset, state.interaction) == (name, False)


# ---- what may be set -----------------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_another_data_set_opens_as_if_it_were_the_first(before: str, after: str):
    state = State(before)
    state.accept({"dataset": before, "w0": 1, "threshold": 0.75, "moved": {}, "unit": "bits"})
    assert state.accept({"dataset": after}) == []
    assert everything(state) == everything(State(after))


def test_what_a_scene_does_not_name_is_as_the_data_set_opens():
    state = State()
    state.accept({"dataset": "loans", "w0": 1, "steps": 5, "moved": "4:52.5"})
    assert state.accept({"w1": 0.5}) == []
    assert everything(state) == {**everything(State()), "w1": 0.5}


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 1e-300, 5e-324, -0.0])
def test_a_value_is_kept_exactly(value: float):
    assert State.of({"w0": value}).w0 == value


@pytest.mark.parametrize("name", [n for n in BOUNDS if n not in ("w2", "w3", "w4")])
@pytest.mark.parametrize("end", [0, 1], ids=["low", "high"])
def test_a_bound_is_taken_and_what_lies_beyond_becomes_the_bound(name: str, end: int):
    state, bound = State("loans"), OF_LOANS[name][end]
    beyond = bound + (-1, 1)[end] * max(1, abs(bound))
    values = {"cost_fp": 1, "cost_fn": 1, name: bound}
    assert state.accept(values) == []
    [problem] = state.accept({**values, name: beyond})
    assert problem.startswith(f"{name} goes from ")
    assert getattr(state, name) == bound


@pytest.mark.parametrize("name", BOUNDS)
@pytest.mark.parametrize(
    "value", ["x", "", nan, inf, -inf, None, True, [0.25], 0.25j, b"1", {"a": 1}, 10**400], ids=repr
)
def test_a_value_that_cannot_be_taken_is_named_and_changes_nothing(name: str, value: object):
    state = State()
    [problem] = state.accept({name: value})
    assert problem.startswith(f"{name} is a number")
    assert everything(state) == everything(State())


@pytest.mark.parametrize("value", ["x", inf, None, "1e400"], ids=repr)
def test_a_good_value_is_taken_beside_a_bad_one(value: object):
    state = State()
    assert len(state.accept({"w0": value, "w1": 0.0625, "nope": 1})) == 2
    assert everything(state) == {**everything(State()), "w1": 0.0625}


@pytest.mark.parametrize("name", ["selected", "name", "data", "frame", "_open", "__class__", ""])
def test_an_unknown_name_is_named_and_changes_nothing(name: str):
    state = State()
    attributes = set(vars(state))
    assert state.accept({name: 0}) == [f"There is no setting “{name}”."]
    assert (everything(state), set(vars(state))) == (everything(State()), attributes)


@pytest.mark.parametrize("name", ["w2", "w3", "w4"])
def test_a_weight_without_a_feature_is_named_and_changes_nothing(name: str):
    state = State("loans")
    [problem] = state.accept({name: 1})
    assert name in problem
    assert everything(state) == everything(State("loans"))


@pytest.mark.parametrize("name", ["nope", "", "LOANS", "../loans", 1, None, ["loans"], b"loans"])
def test_an_unknown_data_set_is_named_and_the_page_keeps_its_own(name: object):
    state = State("exam")
    [problem] = state.accept({"dataset": name})
    assert problem.startswith(f"dataset is one of {', '.join(NAMES)}, got “")
    assert everything(state) == everything(State("exam"))


def test_two_costs_of_zero_would_decide_nothing():
    state = State()
    [problem] = state.accept({"cost_fp": 0, "cost_fn": 0})
    assert problem.startswith("cost_fp and cost_fn are both 0")
    assert (state.cost_fp, state.cost_fn) == (1, 1)


@pytest.mark.parametrize("costs", [{"cost_fp": 0}, {"cost_fn": 0}, {"cost_fp": 0, "cost_fn": 5}])
def test_one_cost_may_be_zero(costs: dict[str, float]):
    assert {name: getattr(State.of(costs), name) for name in costs} == costs


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"nope": 1}, "There is no setting “nope”."),
        ({"w0": "x"}, "w0 is a number, got “x”."),
        ({"threshold": 2}, "threshold goes from 0 to 1; 2 became 1."),
        ({"sample": 7}, "sample goes from 0 to 6; 7 became 6."),
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
    one.accept({"w0": 1.5, "moved": "4:52.5"})
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
        {"dataset": "exam", "l1": 0.5, "l2": 0.25, "cost_fp": 0.0, "loss": "squared"},
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

NUMBERS = st.floats(-20, 20) | st.floats(-1e9, 1e9) | st.sampled_from([0.0, 1.0, -1.0, 1e-300])
POINTS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=4).map(tuple)
FITTING = {
    **dict.fromkeys((*WEIGHTS, "threshold", "l1", "l2", "cost_fp", "cost_fn"), NUMBERS),
    "learning_rate": st.floats(1e-6, 10),
    "steps": st.integers(0, 40),
    "sample": st.integers(0, 300),
    "standardise": st.booleans(),
    "interaction": st.booleans(),
    "moved": st.dictionaries(st.integers(1, 8), POINTS, max_size=3),
    "unit": st.sampled_from(["nats", "bits"]),
    "loss": st.sampled_from(["cross-entropy", "squared"]),
}
ANYTHING = st.text(max_size=8) | st.floats() | st.integers() | st.booleans() | st.none()
SMALL = st.sampled_from([name for name in NAMES if catalog.dataset(name).n < 150])
SCENES = st.fixed_dictionaries({"dataset": SMALL}, optional=FITTING)
GARBAGE = st.fixed_dictionaries(
    {}, optional={**dict.fromkeys(SETTINGS, ANYTHING), "dataset": SMALL | ANYTHING, "no": ANYTHING}
)


@settings(deadline=None)
@given(SCENES)
@example({"dataset": "xor", "w1": 1e9, "w2": 1e-300})  # a boundary that crosses x1 far away
def test_everything_can_be_shown_of_any_scene(scene: dict):
    state = State()
    state.accept(scene)
    frame = state.frame_of(all_parts(state))
    assert isfinite(frame.summary["mean_loss"])
    assert len(frame.samples["p"]) == len(state.data.y)


@settings(deadline=None)
@given(SCENES)
def test_the_scene_of_a_state_gives_the_same_state(scene: dict):
    state = State()
    state.accept(scene)
    assert everything(State.of(state.scene)) == everything(state)


@settings(deadline=None)
@given(st.lists(GARBAGE, max_size=4))
def test_after_any_messages_the_state_is_valid(messages: list[dict]):
    state = State()
    said = [state.accept(values) for values in messages]
    assert [line for lines in said for line in lines if not is_sentence(line)] == []
    assert [name for name in BOUNDS if not within(state, name)] == []
    assert state.dataset in NAMES
    assert isfinite(state.frame_of(("summary",)).summary["mean_loss"])


def is_sentence(line: str) -> bool:
    return line.endswith(".") and len(line) < 300


def within(state: State, name: str) -> bool:
    value, (low, high) = getattr(state, name), BOUNDS[name]
    top = state.data.n if name == "sample" else high
    return not isinstance(value, bool) and low <= value <= top
