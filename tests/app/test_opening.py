"""How a data set opens: its own weights, a stable learning rate, its costliest sample chosen."""

import pytest
from app.scenes import FORMS, everything, flat, opened
from hypothesis import given
from hypothesis import strategies as st

from logreg_app.opening import opening_values, round_down
from logreg_app.state import SETTINGS, WEIGHTS, State
from logreg_core.hessian import learning_rate_limit


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("loans", {"w0": 8.12, "w1": -0.094, "learning_rate": 0.0005, "sample": 4}),
        ("seven-points", {"w0": -0.2, "w1": 0.7, "learning_rate": 1.0, "sample": 4}),
    ],
)
def test_opening_values_of_the_shipped_data_sets(name: str, opening: dict[str, float]):
    assert opening_values(name) == opening
    usual = {n: State.param[n].default for n in SETTINGS}
    assert everything(State(name)) == {**usual, "dataset": name, **opening}


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_the_weights_open_as_the_data_set_says(form: tuple):
    state = opened(form)
    assert flat(state.weights) == flat(state.start)
    # to the digits that an address holds
    assert flat(state.start) == tuple(float(f"{w:.12g}") for w in state.data.opening)
    assert state.names == WEIGHTS[: state.data.d + 1]


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_the_learning_rate_opens_stable_and_no_tenth_of_what_would_be(form: tuple):
    state = opened(form)
    limit = learning_rate_limit(state.data)
    assert limit / 5.001 < state.learning_rate <= limit / 2


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_the_costliest_sample_that_is_drawn_opens_chosen(form: tuple):
    state = opened(form)
    loss = state.frame_of(("samples",)).samples["loss"]
    assert (state.sample - 1) % state.every == 0
    assert loss[state.sample - 1] == loss[:: state.every].max()


@given(st.floats(1e-300, 1e300))
def test_rounding_down_keeps_a_digit_of_1_2_or_5(value: float):
    down = round_down(value)
    assert f"{down:.0e}"[0] in "125"
    assert float(f"{down:.0e}") == down
    assert value / 2.5 * (1 - 1e-9) <= down <= value * (1 + 1e-9)
