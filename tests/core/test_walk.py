"""Many steps at once come to the digits of one step after the other."""

import numpy as np
import pytest
from core.data import NAMES, read

from logreg_core import Dataset, Weights, standardise, step
from logreg_core.blocks import BLOCK
from logreg_core.features import interaction
from logreg_core.hessian import learning_rate_limit
from logreg_core.walk import walk

CATALOG = {name: read(name) for name in NAMES}
DATASETS = {
    **CATALOG,
    **{f"{name} standardised": standardise(data)[0] for name, data in CATALOG.items()},
    **{f"{name} interaction": interaction(d) for name, d in CATALOG.items() if d.d == 2},
}
PENALTIES = [(0.0, 0.0), (0.05, 0.0), (0.0, 0.3), (0.02, 10.0)]
LOANS = CATALOG["loans"]


def one_by_one(data: Dataset, start: Weights, rate: float, steps: int, **penalties: float | str):
    points = [start]
    for _ in range(steps):
        points.append(step(data, points[-1], rate, **penalties))
    return np.array([(at.w0, *at.w) for at in points])


@pytest.mark.parametrize(("l1", "l2"), PENALTIES)
@pytest.mark.parametrize("share", [0.1, 0.5, 20.0])
@pytest.mark.parametrize("name", DATASETS)
def test_every_digit_is_that_of_single_steps(name: str, share: float, l1: float, l2: float):
    data, penalties = DATASETS[name], {"l1": l1, "l2": l2}
    start, rate = Weights(0.3, [-0.1] * data.d), share * learning_rate_limit(data)
    expected = one_by_one(data, start, rate, 30, **penalties)
    assert walk(data, start, rate, 30, **penalties).tobytes() == expected.tobytes()


@pytest.mark.parametrize("n", [6, BLOCK + 1])
def test_every_digit_down_the_squared_loss(n: int):
    rng = np.random.default_rng(n)
    data, start = Dataset(rng.normal(size=(n, 2)), rng.integers(0, 2, n)), Weights(0, [0.5, -2])
    rates = {"l1": 0.01, "l2": 0.1, "loss": "squared"}
    expected = one_by_one(data, start, 0.7, 5, **rates)
    np.testing.assert_allclose(walk(data, start, 0.7, 5, **rates), expected, rtol=1e-14)


@pytest.mark.parametrize("n", [1, 2, 7, 8, 17, BLOCK, BLOCK + 1])
def test_every_digit_for_few_and_for_many_samples(n: int):
    rng = np.random.default_rng(n)
    data, start = Dataset(rng.normal(size=(n, 2)), rng.integers(0, 2, n)), Weights(0, [0.5, -2])
    expected = one_by_one(data, start, 0.7, 3)
    assert walk(data, start, 0.7, 3).tobytes() == expected.tobytes()


@pytest.mark.parametrize("at", [0, 1, 7, 20])
def test_a_walk_that_goes_on_from_one_of_its_points_is_the_same_walk(at: int):
    whole = walk(LOANS, Weights(8.12, -0.094), 0.01, 20, l1=0.1)
    rest = walk(LOANS, Weights(*whole[at]), 0.01, 20 - at, l1=0.1)
    np.testing.assert_array_equal(rest, whole[at:])


# a penalty that is too strong for the learning rate doubles a weight at each step
@pytest.mark.parametrize("n", [6, BLOCK + 1])
def test_a_walk_ends_before_a_weight_is_too_far(n: int):
    data = Dataset(np.arange(n) % 5, np.arange(n) % 2)
    whole = walk(data, Weights(0, 0.5), 1.0, 1200, l2=3.0)
    found = walk(data, Weights(0, 0.5), 1.0, 1200, l2=3.0, furthest=1e9)
    np.testing.assert_array_equal(found, whole[: len(found)])
    assert np.abs(found).max() <= 1e9 < np.abs(whole[len(found)]).max()
    assert len(whole) < 1200
    assert np.all(np.isfinite(whole))
