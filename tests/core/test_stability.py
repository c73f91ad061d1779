"""Digits of a training path that hold, held to paths whose learning rate is a rounding off."""

import numpy as np
import pytest
from core.data import read

from logreg_core import Dataset, Settings, Weights, compute_frame, descend, newton, standardise
from logreg_core.frame.scene import shown_steps
from logreg_core.stability import (
    bounces,
    digits_that_hold,
    gradient_rounding,
    model_that_holds,
    nudged,
)

LOANS = read("loans")


def start(data):
    return Weights(0, [0] * data.d)


def claimed(data, rate, steps, **rates):
    """Losses at the steps that are shown, and the digits of them that are said to hold."""
    way, other = (descend(d, start(d), rate, steps, **rates) for d in (data, nudged(data)))
    shown = shown_steps(steps)
    losses = way.mean_loss[shown]
    return losses, digits_that_hold(shown, losses, other.mean_loss[shown])


@pytest.mark.parametrize("by", [2e-16, -2e-16, 1e-15])
@pytest.mark.parametrize(
    ("data", "rate", "steps"),
    [
        (LOANS, 0.1, 1000),
        (LOANS, 0.01, 10_000),
        (LOANS, 0.005, 1000),
        (LOANS, 0.0007, 2000),
        (read("two-clouds"), 20.0, 1000),
        (read("overlap"), 5.0, 1000),
        (standardise(LOANS)[0], 20.0, 1000),
    ],
    ids=["loans-0.1", "loans-0.01", "loans-0.005", "loans", "clouds", "overlap", "standardised"],
)
def test_a_rounding_of_the_learning_rate_changes_no_digit_that_holds(data, rate, steps, by):
    losses, digits = claimed(data, rate, steps)
    other = descend(data, start(data), rate * (1 + by), steps).mean_loss[shown_steps(steps)]
    # half a digit is left to chance: a digit may turn where the number lies at its edge
    assert np.all(
        (digits == 0) | (np.abs(other - losses) <= np.abs(losses) * 10.0 ** (0.5 - digits))
    )


@pytest.mark.parametrize(
    ("data", "rate", "steps", "digits"),
    [
        (LOANS, 0.1, 1000, 0),
        (LOANS, 0.01, 10_000, 0),
        (LOANS, 0.0007, 10_000, 12),
        (LOANS, 0.0015, 1000, 12),
        (standardise(LOANS)[0], 4.0, 10_000, 12),
        (read("overlap"), 0.13, 1000, 12),
    ],
)
def test_digits_of_the_loss_at_the_end(data, rate, steps, digits):
    assert claimed(data, rate, steps)[1][-1] == digits


def test_a_path_that_has_settled_has_its_digits_back():
    steps = np.arange(8)
    other = np.array([1, 1.5, 1, 1, 1, 1, 1, 1])
    assert digits_that_hold(steps, np.ones(8), other).tolist() == [12, 0, 0, 0, 12, 12, 12, 12]


def test_nothing_holds_of_a_number_that_is_tiny_beside_its_distance():
    found = digits_that_hold(np.arange(2), np.array([1, 1e-308]), np.array([1.0, 2]))
    assert found.tolist() == [12, 0]


def test_paths_that_meet_by_chance_get_nothing_back():
    other = np.array([1, 2, 1, 2, 1])
    assert digits_that_hold(np.arange(5), np.ones(5), other).tolist() == [12, 0, 0, 0, 0]


@pytest.mark.parametrize(("rate", "bouncing"), [(0.0007, False), (0.0015, False), (0.1, True)])
def test_steps_that_are_too_long_bounce(rate, bouncing):
    assert bounces(np.arange(301), descend(LOANS, Weights(0, 0), rate, 300).mean_loss) == bouncing


@pytest.mark.parametrize(("rate", "now"), [(0.1, [0, 0, 428, 1]), (0.0007, [12, 12, 1000, 0])])
def test_the_frame_says_what_holds(rate, now):
    path, shadow = (
        descend(data, Weights(0, 0), rate, 1000).weights for data in (LOANS, nudged(LOANS))
    )
    parts = ("history", "history_now")
    settings = Settings(Weights(*path[-1]), parts=parts, path=path, shadow=shadow)
    frame = compute_frame(LOANS, settings)
    assert frame.history["digits_loss"][-1] == now[0]
    assert frame.history["digits_w1"][0] == 12
    assert [column.tolist()[0] for column in frame.history_now.values()] == now


@pytest.mark.parametrize(
    ("data", "start", "rate", "steps"),
    [
        (LOANS, (0, 0), 0.1, 420),
        (LOANS, (0, 0), 0.1, 350),
        (LOANS, (8.12, -0.094), 0.1, 40),
        (read("overlap"), (0, 0), 5.0, 60),
    ],
)
@pytest.mark.parametrize("by", [2e-16, -3e-16])
def test_a_rounding_of_the_learning_rate_changes_no_decimal_of_a_logit_that_holds(
    data, start, rate, steps, by
):
    way, shadow, other = (
        descend(d, Weights(*start), r, steps).weights
        for d, r in ((data, rate), (nudged(data), rate), (data, rate * (1 + by)))
    )
    shown = shown_steps(steps)
    digits, decimals = model_that_holds(data, shown, way[shown], shadow[shown])
    far = np.abs(logits_of(data, way[shown]) - logits_of(data, other[shown])).max(axis=1)
    assert np.any((decimals > 0) & (decimals < 12))
    # where all 12 digits of a large logit hold, it has fewer decimals, yet more than a page shows
    assert np.all((decimals == 0) | (far <= 10.0 ** -np.minimum(decimals, 9)))
    weights = np.abs(other - way)[shown]
    assert np.all(
        (digits[:, None] == 0) | (weights <= np.abs(way[shown]) * 10.0 ** -digits[:, None])
    )


def logits_of(data, rows):
    return rows[:, :1] + rows[:, 1:] @ data.x.T


def test_weights_that_settle_at_0_keep_their_decimals():
    rows, others = np.array([[1, 1.0], [1e-17, 0.0]]), np.array([[1, 1.0], [-3e-15, 0.0]])
    digits, decimals = model_that_holds(LOANS, np.arange(2), rows, others)
    assert digits.tolist() == decimals.tolist() == [12, 12]


def test_a_weight_that_is_noise_beside_the_others_costs_no_digits():
    rows, others = np.array([[0, 1.0], [1e-17, 1.0]]), np.array([[0, 1.0], [-3e-15, 1.0]])
    digits, decimals = model_that_holds(LOANS, np.arange(2), rows, others)
    assert digits.tolist() == decimals.tolist() == [12, 12]


def test_without_a_second_path_all_digits_hold():
    path = np.array([[0.0, 0.0], [1.0, 1.0]])
    frame = compute_frame(LOANS, Settings(Weights(1, 1), parts=("history_now",), path=path))
    assert frame.history_now["digits"].tolist() == [12]


SOLVED = [
    "calibration",
    "challenger",
    "exam",
    "island",
    "monthly",
    "noisy-labels",
    "overlap",
    "rare",
    "twins",
    "two-clouds",
    "xor",
]


@pytest.mark.parametrize("form", [lambda data: data, lambda data: standardise(data)[0]])
@pytest.mark.parametrize("name", SOLVED)
def test_the_gradient_at_the_best_weights_is_shown_as_zero(name, form):
    data = form(read(name))
    best = newton(data).weights
    parts = ("summary", "gradient_now")
    frame = compute_frame(data, Settings(best, parts=parts))
    names = [f"grad_w{j}" for j in range(1 + data.d)]
    assert [frame.summary[column] for column in names] == [0] * len(names)
    assert [frame.gradient_now[column][0] for column in names] == [0] * len(names)
    assert frame.gradient_now["residual_sum"][0] == 0


@pytest.mark.parametrize("name", SOLVED)
def test_a_gradient_that_means_something_stays(name):
    data = read(name)
    best = newton(data).weights
    size = np.abs(data.x).max()
    off = Weights(best.w0 + 1e-9, best.w)
    frame = compute_frame(data, Settings(off, parts=("summary",)))
    assert 0 < frame.summary["grad_w0"] < 1e-9
    assert np.all(gradient_rounding(data, off) < 1e-12 * (1 + size) ** 2)


def test_nudged_data_keep_their_labels_and_hardly_move():
    data = nudged(Dataset([[1.0, 0.0], [-3.0, 2.0]], [0, 1]))
    np.testing.assert_allclose(data.x, [[1, 0], [-3, 2]], rtol=1e-13)
    assert data.y.tolist() == [0, 1]
