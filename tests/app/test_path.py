"""The training path: the core's descent from the scene's weights, kept and extended."""

import numpy as np
import pytest
from app.scenes import NAMES, all_parts, flat

from logreg_app import path
from logreg_app.path import FURTHEST, MOST_STEPS, MOST_WORK
from logreg_app.scene import query
from logreg_app.state import State
from logreg_core.descent import descend
from logreg_core.walk import walk


@pytest.mark.parametrize(
    "scene",
    [
        {"steps": 0},
        {"steps": 7},
        {"steps": 60, "dataset": "seven-points"},
        {"steps": 60, "standardise": True, "learning_rate": 2},
        {"steps": 20, "w0": 1, "w1": 0, "l1": 0.5, "l2": 0.25},
        {"steps": 20, "moved": "4:52.5"},
        {"steps": 20, "dataset": "two-clouds", "interaction": True},
        {"steps": 20, "dataset": "churn"},
    ],
    ids=query,
)
def test_the_path_is_the_cores_descent_from_the_scenes_weights(scene: dict):
    state = State.of(scene)
    rates = {"l1": state.l1, "l2": state.l2}
    whole = descend(state.data, state.start, state.learning_rate, state.steps, **rates)
    np.testing.assert_array_equal(state.path, whole.weights)
    assert flat(state.weights) == tuple(state.path[-1])
    assert state.settings().weights == state.weights
    np.testing.assert_array_equal(state.settings().path, state.path)


def test_another_learning_rate_is_another_path_from_the_same_start():
    one, other = (State.of({"steps": 5, "learning_rate": rate}) for rate in (1e-4, 2e-4))
    assert one.path[0].tolist() == other.path[0].tolist()
    assert not np.any(np.all(one.path[1:] == other.path[1:], axis=1))


def test_a_longer_path_begins_with_the_shorter():
    short, long = (State.of({"steps": steps}).path for steps in (5, 9))
    np.testing.assert_array_equal(long[:6], short)


@pytest.mark.parametrize(
    "changed",
    [{"l1": 0.1}, {"l2": 0.1}, {"moved": "4:52.5"}, {"loss_function": "squared"}],
    ids=query,
)
def test_a_scene_that_changes_the_slope_changes_the_path(changed: dict):
    one, other = State.of({"steps": 5, **changed}).path, State.of({"steps": 5}).path
    assert one[1].tolist() != other[1].tolist()


@pytest.mark.parametrize(
    "changed",
    [{"threshold": 0.75}, {"sample": 1}, {"unit": "bits"}, {"cost_fp": 5}],
    ids=query,
)
def test_a_scene_that_keeps_the_slope_keeps_the_path(changed: dict):
    one, other = State.of({"steps": 5, **changed}).path, State.of({"steps": 5}).path
    assert np.shares_memory(one, other)


@pytest.mark.parametrize(
    ("changed", "shadowed"),
    [
        ({"learning_rate": 0.001577}, False),
        ({"learning_rate": 0.001578}, True),
        ({"learning_rate": 0.0015, "l2": 10}, False),
        ({"learning_rate": 0.0015, "l2": 100}, True),
        ({"learning_rate": 0.001577, "loss_function": "squared"}, True),
    ],
)
def test_a_path_is_run_beside_a_nudged_one_where_a_step_may_magnify_rounding(
    changed: dict, shadowed: bool
):
    shadow = State.of({"steps": 5, **changed}).settings().shadow
    assert (shadow is not None) == shadowed


def test_the_shadow_of_a_path_starts_where_it_does_and_hardly_leaves_it_at_first():
    settings = State.of({"steps": 3, "learning_rate": 0.1}).settings()
    np.testing.assert_allclose(settings.shadow, settings.path, rtol=1e-9)
    assert settings.shadow[0].tolist() == settings.path[0].tolist()
    assert settings.shadow[3].tolist() != settings.path[3].tolist()


@pytest.mark.parametrize("orders", [(9, 5), (5, 9), (5, 6, 7, 30, 2)], ids=str)
def test_a_step_is_computed_once(monkeypatch: pytest.MonkeyPatch, orders: tuple[int, ...]):
    taken = []

    def counted(data, weights, rate, steps, **rest):
        taken.append(steps)
        return walk(data, weights, rate, steps, **rest)

    monkeypatch.setattr(path, "walk", counted)
    w0 = float(np.random.default_rng().normal())  # a start that no other test has
    found = [State.of({"steps": steps, "w0": w0}).path for steps in orders]
    assert [len(each) - 1 for each in found] == list(orders)
    assert sum(taken) == max(orders)


def test_a_path_that_has_ended_is_not_tried_again(monkeypatch: pytest.MonkeyPatch):
    scene = {"learning_rate": 1, "l2": 10, "w1": float(np.random.default_rng().normal())}
    first = State.of({**scene, "steps": 200}).path
    monkeypatch.setattr(path, "walk", None)
    assert len(State.of({**scene, "steps": 5000}).path) == len(first) < 200


def test_a_path_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        State.of({"steps": 3}).path[0] = 1.0


def test_what_is_kept_of_all_readers_paths_is_bounded():
    assert path._kept.cache_info().maxsize == path.KEPT


@pytest.mark.parametrize("name", NAMES)
def test_a_large_data_set_takes_fewer_steps(name: str):
    state = State.of({"dataset": name, "steps": MOST_STEPS, "learning_rate": 1e-9})
    assert len(state.path) - 1 == min(MOST_STEPS, int(MOST_WORK / state.data.n))


# a penalty times a learning rate above 2 doubles a weight at every step until no number is left
DIVERGING = [
    {"learning_rate": 1, "l2": 10, "steps": 5000},
    {"learning_rate": 1e6, "l2": 1e3, "steps": 5000},
    {"learning_rate": 1e6, "l2": 1e3, "steps": 5000, "standardise": True},
    {"dataset": "two-clouds", "learning_rate": 1e3, "l2": 10, "steps": 500, "interaction": True},
    {"dataset": "churn", "learning_rate": 1e3, "l2": 10, "steps": 500},
]


@pytest.mark.parametrize("scene", DIVERGING, ids=query)
def test_training_ends_where_a_weight_is_too_far(scene: dict):
    state = State.of(scene)
    assert len(state.path) <= scene["steps"]
    assert max(map(abs, flat(state.weights))) <= FURTHEST


@pytest.mark.parametrize("scene", DIVERGING, ids=query)
def test_where_training_ends_everything_can_still_be_shown(scene: dict):
    state = State.of(scene)
    assert state.frame_of(all_parts(state)).summary["n"] == state.data.n
