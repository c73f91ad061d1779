"""Whether best weights exist: against linear programming, and every claim by its certificate."""

import numpy as np
import pytest
from core.strategies import datasets
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from logreg_core import Dataset, separability
from logreg_core.separability import _directions

COLLINEAR = [[0.1, 0.3], [0.2, 0.6], [0.3, 0.9], [0.1, 0.5], [0.3, 0.2]]


def by_linear_programming(data):
    """How many samples a direction takes off the fence, at most one logit each."""
    rows = np.column_stack([np.ones(data.n), data.x]) * data.sign[:, np.newaxis]
    n, k = rows.shape
    found = linprog(
        np.concatenate([np.zeros(k), -np.ones(n)]),
        A_ub=np.hstack([-rows, np.eye(n)]),
        b_ub=np.zeros(n),
        bounds=[(-1e5, 1e5)] * k + [(0, 1)] * n,
    )
    off = -found.fun
    return "none" if off < 1e-6 else "complete" if off > n - 1e-6 else "quasi"


def random_set(seed):
    """Small sets on a grid, so that touching, repeated and constant features are common."""
    rng = np.random.default_rng(seed)
    n, d = rng.integers(2, 25), rng.integers(1, 5)
    reach = rng.integers(1, 6)
    x = rng.integers(-reach, reach + 1, size=(n, d)) * rng.choice([1.0, 0.1])
    if seed % 7 == 0 and d > 1:
        x[:, 1] = x[:, 0]
    if seed % 11 == 0:
        x[:, 0] = 3.0
    noise = rng.choice([0.0, 0.3, 1.0]) * rng.normal(size=n)
    return Dataset(x, x @ rng.integers(-2, 3, size=d) + noise > 0)


@pytest.mark.parametrize(
    ("x", "y", "kind"),
    [
        ([25, 32, 45, 75, 95, 110], [1, 1, 1, 0, 0, 0], "complete"),
        ([-3, -2, -1, 0, 1, 2, 3], [0, 0, 0, 0, 1, 1, 1], "complete"),
        ([1, 2, 2, 3], [0, 0, 1, 1], "quasi"),
        ([1, 2, 2, 3], [1, 1, 0, 0], "quasi"),
        ([2, 2, 3], [0, 1, 1], "quasi"),
        ([1, 2, 3, 4], [0, 1, 0, 1], "none"),
        ([3, 3, 3], [0, 1, 1], "none"),
        ([3], [1], "complete"),
        ([1, 2, 3], [0, 0, 0], "complete"),
        ([[1, 1], [1, -1], [-1, 1], [-1, -1]], [1, 0, 0, 1], "none"),
        ([[1, 1], [1, -1], [-1, 1], [-1, -1]], [1, 1, 1, 0], "complete"),
        ([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 0, 1, 0], "complete"),
        ([[0, 0], [0, 0], [1, 5], [2, -5]], [0, 1, 1, 1], "quasi"),
        (COLLINEAR, [0, 1, 0, 1, 0], "quasi"),
        ([[1, 7], [2, 7], [3, 7], [4, 7]], [0, 1, 0, 1], "none"),
        ([[1, 1], [2, 2], [3, 3], [4, 4]], [0, 0, 1, 1], "complete"),
        ([[1, 1], [2, 2], [2, 2], [4, 4]], [0, 0, 1, 1], "quasi"),
        ([[0], [1e-13], [1e12]], [0, 1, 1], "complete"),
    ],
)
def test_known_cases(x, y, kind):
    assert separability(Dataset(x, y)).kind == kind


@pytest.mark.parametrize("seed", range(500))
def test_agrees_with_linear_programming(seed):
    data = random_set(seed)
    assert separability(data).kind == by_linear_programming(data)


@given(datasets(max_n=8, both=True, values=st.integers(-3, 3).map(float)))
def test_the_interval_test_and_the_search_agree_on_one_feature(data):
    assert separability(data).kind == _directions(data).kind


@given(datasets(d=2, max_n=12, values=st.integers(-3, 3).map(float)))
def test_the_direction_separates(data):
    kind, direction = separability(data)
    margin = data.sign * (direction[0] + data.x @ direction[1:])
    assert {
        "complete": margin.min() > 0,
        "quasi": margin.min() >= -1e-12 and margin.max() > 1e-3,
        "none": direction == (0.0, 0.0, 0.0),
    }[kind]


@given(
    datasets(d=2, max_n=12, values=st.integers(-3, 3).map(float)),
    st.sampled_from([0.5, 3.0, -2.0]),
    st.integers(-5, 5),
)
def test_units_and_the_naming_of_classes_do_not_matter(data, scale, shift):
    kind = separability(data).kind
    assert separability(Dataset(data.x * scale + shift, data.y)).kind == kind
    assert separability(Dataset(data.x[::-1, ::-1], 1 - data.y[::-1])).kind == kind


@pytest.mark.parametrize("gap", [1e-3, 1e-6, 1e-9, 1e-12])
@pytest.mark.parametrize("kind", ["complete", "none"])
def test_classes_that_miss_each_other_by_a_hair(gap, kind):
    rng = np.random.default_rng(3)
    x = rng.normal(size=(60, 2))
    distance = x @ [0.6, 0.8]
    x += np.outer(np.sign(distance) * gap, [0.6, 0.8])
    y = distance > 0
    if kind == "none":
        y = np.where(np.abs(distance) < np.sort(np.abs(distance))[6], ~y, y)
    assert separability(Dataset(x, y)).kind == kind


@pytest.mark.parametrize(
    ("labels", "kind"),
    [("overlapping", "none"), ("complete", "complete"), ("touching", "quasi")],
)
def test_many_samples(labels, kind):
    rng = np.random.default_rng(5)
    x = rng.normal(size=(3000, 3)).round(1)
    side = x[:, 0] - 0.5
    y = {
        "overlapping": side + rng.normal(size=3000) > 0,
        "complete": side > 0,
        "touching": np.where(side == 0, rng.random(3000) < 0.5, side > 0),
    }[labels]
    assert separability(Dataset(x, y)).kind == kind


def test_no_floating_point_warning():
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        separability(Dataset([[1, 1], [1, -1], [-1, 1], [-1, -1]], [1, 1, 1, 0]))
