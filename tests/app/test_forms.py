"""A data set in a form: samples moved, then the product added, then all of it standardised."""

import numpy as np
import pytest
from app.scenes import NAMES, TWO, everything, flat

from logreg_app import catalog
from logreg_app.forms import DOTS, derived, every_of, rows_of
from logreg_app.state import State
from logreg_core.dataset import Dataset
from logreg_core.descent import mean_loss
from logreg_core.features import interaction, standardise


@pytest.mark.parametrize("name", NAMES)
def test_a_data_set_as_it_is_is_the_catalogs(name: str):
    assert State(name).data is derived(name) is catalog.dataset(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_standardised_data_set_is_the_cores_and_the_same_model(name: str):
    state, raw = State.of({"dataset": name, "standardise": True}), State(name)
    twin, scale = standardise(catalog.dataset(name))
    np.testing.assert_array_equal(state.data.x, twin.x)
    assert flat(state.weights) == pytest.approx(flat(scale.to_standardised(raw.weights)), rel=1e-11)
    loss = mean_loss(raw.data, raw.weights)
    assert mean_loss(state.data, state.weights) == pytest.approx(loss, rel=1e-11)


@pytest.mark.parametrize("name", TWO)
def test_the_product_is_a_third_feature(name: str):
    state = State.of({"dataset": name, "interaction": True})
    np.testing.assert_array_equal(state.data.x, interaction(catalog.dataset(name)).x)
    assert state.names == ("w0", "w1", "w2", "w3")


@pytest.mark.parametrize("name", TWO)
def test_the_product_is_made_first_and_standardised_then(name: str):
    state = State.of({"dataset": name, "interaction": True, "standardise": True})
    twin, _ = standardise(interaction(catalog.dataset(name)))
    np.testing.assert_array_equal(state.data.x, twin.x)


def test_a_moved_sample_moves_and_no_other():
    moved = State.of({"moved": "4:52.5"}).data.x[:, 0].tolist()
    assert moved == [25, 32, 45, 52.5, 95, 110]
    assert catalog.dataset("loans").x[3, 0] == 75


def test_a_moved_sample_is_moved_before_all_else():
    state = State.of({"dataset": "xor", "moved": "1:2,3", "interaction": 1, "standardise": 1})
    raw = catalog.dataset("xor").x.copy()
    raw[0] = 2, 3
    expected = np.column_stack([raw, raw[:, 0] * raw[:, 1]])
    expected = (expected - expected.mean(axis=0)) / expected.std(axis=0)
    np.testing.assert_allclose(state.data.x, expected, rtol=0, atol=1e-12)


def test_a_moved_sample_keeps_the_opening_of_its_data_set():
    moved, raw = everything(State.of({"moved": "4:52.5"})), everything(State())
    assert moved == {**raw, "moved": {4: (52.5,)}}


@pytest.mark.parametrize(
    "values",
    [{4: (52.5,)}, {4: [52.5]}, {"4": [52.5]}, {4: 52.5}],
    ids=["tuple", "list", "text", "number"],
)
def test_moved_samples_may_come_as_values(values: dict):
    assert State.of({"moved": values}).data.x[3, 0] == 52.5


@pytest.mark.parametrize(("name", "every"), [("loans", 1), ("drift-after", 3), ("rare", 20)])
def test_at_most_two_hundred_and_fifty_samples_are_drawn(name: str, every: int):
    assert State(name).every == every_of(catalog.dataset(name)) == every


@pytest.mark.parametrize("n", [1, DOTS, DOTS + 1, 2 * DOTS, 2 * DOTS + 1, 99_999])
def test_so_many_samples_are_drawn_as_fit(n: int):
    every = every_of(Dataset(np.arange(n), np.arange(n) % 2))
    assert len(range(0, n, every)) <= DOTS
    assert every == 1 or len(range(0, n, every - 1)) > DOTS


@pytest.mark.parametrize(
    ("sample", "rows"), [(0, [0, 2, 4]), (1, [0, 2, 4]), (5, [0, 2, 4]), (4, [0, 2, 4, 3])]
)
def test_the_chosen_sample_is_drawn_beside_every_so_many(
    monkeypatch: pytest.MonkeyPatch, sample: int, rows: list[int]
):
    monkeypatch.setattr("logreg_app.forms.DOTS", 3)
    assert rows_of(Dataset(np.arange(6), np.arange(6) % 2), sample) == rows
