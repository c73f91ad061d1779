"""The data sets that come with the package: readable, described, and what they claim to be."""

import numpy as np
import pytest
from core.data import FOLDER, NAMES, read
from make_datasets import DATASETS, made

from logreg_core import Settings, Weights, compute_frame, newton, separability
from logreg_core.link import logit, sigmoid


@pytest.mark.parametrize("name", DATASETS)
def test_the_script_makes_the_same_bytes(name):
    assert (FOLDER / f"{name}.csv").read_bytes() == made(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_data_set_says_what_it_is(name):
    data = read(name)
    assert data.title != name
    assert data.source
    assert len(data.features) == data.d
    assert min(data.counts) > 0


@pytest.mark.parametrize("name", NAMES)
def test_every_data_set_opens(name):
    data = read(name)
    frame = compute_frame(data, Settings(Weights(data.opening[0], data.opening[1:])))
    assert frame.summary["n"] == data.n


@pytest.mark.parametrize(
    ("name", "n", "d", "ones", "kind"),
    [
        ("loans", 6, 1, 3, "complete"),
        ("seven-points", 7, 1, 3, "complete"),
        ("challenger", 23, 1, 7, "none"),
        ("exam", 20, 1, 10, "none"),
        ("churn", 8, 4, 4, "complete"),
        ("xor", 4, 2, 2, "none"),
        ("overlap", 60, 1, 28, "none"),
        ("two-clouds", 120, 2, 60, "none"),
        ("rare", 5000, 1, 46, "none"),
        ("noisy-labels", 200, 1, 100, "none"),
        ("monthly", 120, 2, 91, "none"),
        ("twins", 100, 2, 50, "none"),
        ("island", 80, 2, 49, "none"),
        ("drift-before", 600, 1, 315, "none"),
        ("drift-after", 600, 1, 195, "none"),
        ("calibration", 4000, 1, 2001, "none"),
    ],
)
def test_size_and_separability(name, n, d, ones, kind):
    data = read(name)
    assert (data.n, data.d, data.counts[1]) == (n, d, ones)
    assert separability(data).kind == kind


@pytest.mark.parametrize(
    ("name", "truth"),
    [
        ("overlap", (-6, 1.2)),
        ("two-clouds", (0, 2, 1.2)),
        ("rare", (-5.5, 1.3)),
        ("monthly", (-1.3, 0.12, 0.4)),
        ("twins", (-2.5, 0.08, 0.08)),
        ("island", (-5, 0, 1)),
        ("drift-before", (0, 1)),
        ("drift-after", (float(logit(0.6) - logit(0.8)), 1)),
        ("calibration", (0, 1)),
    ],
)
def test_the_optimum_is_near_the_weights_that_made_the_data(name, truth):
    found = newton(read(name))
    away = np.subtract((found.weights.w0, *found.weights.w), truth)
    assert np.all(np.abs(away) < 2.5 * np.array(found.standard_errors))


def test_one_in_ten_of_the_noisy_labels_is_wrong():
    data = read("noisy-labels")
    assert np.mean(data.x[:, 0] != data.y) == 0.1


def test_the_best_model_of_the_noisy_labels_says_what_the_noise_leaves():
    best = newton(read("noisy-labels")).weights
    assert np.allclose(sigmoid(best.w0 + best.w[0] * np.array([0, 1])), [0.1, 0.9])


def test_signals_that_say_the_same_can_get_opposite_signs():
    assert np.prod(newton(read("twins")).weights.w) < 0
