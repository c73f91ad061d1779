"""The scene of one reader: fitted bounds, exact opening values, and what a browser may change."""

from itertools import permutations
from math import inf, isfinite, nan, nextafter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logreg_app import catalog
from logreg_app.state import INPUTS, STEPS, WEIGHTS, State

NAMES = list(catalog.datasets())
PAIRS = list(permutations(NAMES, 2))
HOSTILE = {
    "text": "1",
    "empty": "",
    "true": True,
    "false": False,
    "nan": nan,
    "inf": inf,
    "-inf": -inf,
    "too large": 1e9,
    "too small": -1e9,
    "list": [0.25],
    "none": None,
    "complex": 0.25j,
    "bytes": b"1",
    "dict": {"value": 0.25},
    "huge int": 10**400,
    "-huge int": -(10**400),
}


@pytest.fixture(params=NAMES)
def state(request: pytest.FixtureRequest) -> State:
    return State(request.param)


def inputs(state: State) -> dict[str, float]:
    return {name: getattr(state, name) for name in INPUTS}


def fitted(state: State) -> dict[str, tuple]:
    return {name: (state.param[name].bounds, state.param[name].step) for name in INPUTS}


def everything(state: State) -> tuple:
    return state.dataset, inputs(state), fitted(state), state.selected


# ---- fitted to the data set ----------------------------------------------------------------------


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_weight_goes_as_far_down_as_up_in_steps_of_a_thousandth(state: State, weight: str):
    (low, high), step = fitted(state)[weight]
    assert low == -high < 0
    assert step == high / STEPS


@pytest.mark.parametrize("weight", WEIGHTS)
def test_a_bound_is_one_digit_1_2_or_5_and_zeros(state: State, weight: str):
    high = state.param[weight].bounds[1]
    lead, power = f"{high:.15e}".split("e")
    assert float(lead) in (1, 2, 5)
    assert high == float(f"{lead[0]}e{power}")


def test_the_steepest_slope_is_ten_per_standard_deviation_rounded_up(state: State):
    needed = max(10 / np.std(state.data.x), abs(state.opening["w1"]))
    assert 1 - 1e-12 <= state.param.w1.bounds[1] / needed <= 2.5


def test_the_intercept_moves_the_boundary_over_the_data_at_half_that_slope(state: State):
    half = 5 / np.std(state.data.x)
    furthest = abs(np.mean(state.data.x)) + 2 * np.std(state.data.x)
    needed = max(half * furthest, abs(state.opening["w0"]))
    assert 1 - 1e-12 <= state.param.w0.bounds[1] / needed <= 2.5


@pytest.mark.parametrize(
    ("name", "w0", "w1"),
    [("loans", (20.0, 0.02), (0.5, 0.0005)), ("seven-points", (10.0, 0.01), (5.0, 0.005))],
)
def test_bounds_and_steps_of_the_shipped_data_sets(name: str, w0: tuple, w1: tuple):
    assert fitted(State(name)) == {
        "w0": ((-w0[0], w0[0]), w0[1]),
        "w1": ((-w1[0], w1[0]), w1[1]),
        "threshold": ((0.0, 1.0), 0.01),
    }


def test_two_readers_do_not_share_bounds():
    loans, seven = State("loans"), State("seven-points")
    assert fitted(loans) == fitted(State("loans")) != fitted(seven)


def test_opening_values_are_the_data_sets_own_whatever_the_step(state: State):
    assert tuple(inputs(state).values()) == (*state.data.opening, 0.5)


@pytest.mark.parametrize(
    ("name", "opening"), [("loans", (8.12, -0.094, 0.5)), ("seven-points", (-0.2, 0.7, 0.5))]
)
def test_opening_values_of_the_shipped_data_sets(name: str, opening: tuple):
    assert tuple(inputs(State(name)).values()) == opening


def test_the_sample_with_the_largest_loss_is_selected_at_opening(state: State):
    loss = state.frame.samples["loss"]
    assert loss[state.selected] == loss[:: state.every].max()


def test_a_page_without_a_wish_opens_the_catalogs_first():
    assert State().dataset == catalog.DEFAULT_DATASET == NAMES[0]


# ---- another data set ----------------------------------------------------------------------------


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_another_data_set_resets_and_refits_everything(before: str, after: str):
    state = State(before)
    state.accept({"w0": 0.125, "w1": 0.0625, "threshold": 0.75})
    state.select([state.data.n - 1])
    state.accept({"dataset": after})
    assert everything(state) == everything(State(after))


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_another_data_set_is_shown_once_and_whole(before: str, after: str):
    state, shown = State(before), []
    state.select([state.data.n - 1])
    state.on_change(lambda: shown.append(everything(state)))
    state.accept({"dataset": after})
    assert shown == [everything(State(after))]


@pytest.mark.parametrize("name", ["nope", "", "LOANS", "../loans", 1, None, ["loans"], b"loans"])
def test_an_unknown_data_set_changes_nothing(state: State, name: object):
    before = everything(state)
    state.accept({"dataset": name})
    assert everything(state) == before


def test_the_data_set_in_use_may_come_with_every_change(state: State):
    state.accept({"dataset": state.dataset, "w0": 0.125})
    assert state.w0 == 0.125


# ---- what a browser may set ----------------------------------------------------------------------


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_a_value_that_cannot_be_taken_leaves_the_old_one(state: State, name: str, value: object):
    state.accept({name: 0.25})
    before = everything(state)
    state.accept({name: value})
    assert everything(state) == before


@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize(("end", "beyond"), [(0, -inf), (1, inf)], ids=["low", "high"])
def test_a_bound_itself_is_taken_and_its_neighbour_beyond_is_not(
    state: State, name: str, end: int, beyond: float
):
    bound = state.param[name].bounds[end]
    state.accept({name: bound})
    state.accept({name: nextafter(bound, beyond)})
    assert getattr(state, name) == bound


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_a_good_value_is_taken_beside_a_bad_one(state: State, value: object):
    state.accept({"w0": value, "w1": 0.0625})
    assert inputs(state) == {**state.opening, "w1": 0.0625}


@pytest.mark.parametrize("name", ["selected", "name", "data", "frame", "_open", "__class__", ""])
def test_an_unknown_name_changes_nothing(state: State, name: str):
    before, attributes = everything(state), set(vars(state))
    state.accept({name: 0})
    assert (everything(state), set(vars(state))) == (before, attributes)


@pytest.mark.parametrize("value", [0.1 + 0.2, 1 / 3, 1e-300, 5e-324, 0])
def test_a_value_is_kept_exactly_whatever_the_step(state: State, value: float):
    state.accept({"w0": value})
    assert state.w0 == value


@pytest.mark.parametrize(
    ("values", "calls"),
    [
        ({"w0": 0.125}, 1),
        ({"w0": 0.125, "w1": 0.0625}, 1),
        ({"w0": 0.125, "w1": 0.0625, "threshold": 0.75}, 1),
        ({"threshold": 0.5}, 0),
        ({"w0": nan, "w1": "1"}, 0),
        ({"nope": 1}, 0),
        ({}, 0),
    ],
)
def test_what_changes_together_is_shown_once(state: State, values: dict, calls: int):
    shown = []
    state.on_change(lambda: shown.append(inputs(state)))
    state.accept(values)
    assert shown == [{**state.opening, **values}] * calls


# ---- the selected sample -------------------------------------------------------------------------


@pytest.mark.parametrize("indices", [[], [-1], [1000], [10**30]])
def test_an_index_that_is_no_sample_selects_none(state: State, indices: list[int]):
    state.select(indices)
    assert state.selected is None


def test_the_index_after_the_last_sample_selects_none(state: State):
    state.select([state.data.n])
    assert state.selected is None


@pytest.mark.parametrize("row", [0, -1])
def test_a_sample_is_selected_by_row_and_only_one(state: State, row: int):
    dots = range(0, state.data.n, state.every)
    state.select([range(len(dots))[row], 1])
    assert state.selected == dots[row]


@pytest.mark.parametrize(("name", "every"), [("loans", 1), ("drift-after", 3), ("rare", 20)])
def test_at_most_two_hundred_and_fifty_samples_are_drawn(name: str, every: int):
    assert State(name).every == every


def test_a_selection_is_no_change_of_an_input(state: State):
    shown = []
    state.on_change(lambda: shown.append(1))
    state.select([0])
    assert shown == []


# ---- any sequence of values ----------------------------------------------------------------------

VALUES = st.one_of(
    st.floats(),
    st.floats(-20, 20),
    st.floats(0, 1),
    st.integers(),
    st.booleans(),
    st.none(),
    st.text(max_size=5),
    st.lists(st.floats(), max_size=2),
)
MESSAGES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(INPUTS, VALUES),
        "dataset": st.sampled_from(NAMES) | VALUES,
        "selected": VALUES,
        "nope": VALUES,
    },
)
INDICES = st.lists(st.integers(), max_size=2)


@settings(deadline=None)
@given(st.lists(st.tuples(MESSAGES, INDICES), max_size=8))
def test_after_any_messages_the_state_is_valid(messages: list[tuple[dict, list[int]]]):
    state = after(messages)
    assert state.dataset in NAMES
    assert state.selected is None or 0 <= state.selected < state.data.n
    assert [name for name in INPUTS if not valid(state, name)] == []
    assert isfinite(state.frame.summary["mean_loss"])


def after(messages: list[tuple[dict, list[int]]]) -> State:
    state = State()
    for values, indices in messages:
        state.accept(values)
        state.select(indices)
    return state


def valid(state: State, name: str) -> bool:
    value, (low, high) = getattr(state, name), state.param[name].bounds
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and isfinite(value) and low <= value <= high
