"""Whether probabilities mean what they say."""

import numpy as np
import pytest
from core.strategies import inner_probability, label, probability, weights
from hypothesis import given
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

from logreg_core import Weights, logit, reliability, sample_loss, sigmoid
from logreg_core.calibration import brier_score, correct_base_rate, drift, noise_floor

beliefs = st.lists(st.tuples(probability, label), min_size=1, max_size=40).map(
    lambda pairs: tuple(np.array(column) for column in zip(*pairs, strict=True))
)


@given(beliefs, st.integers(1, 20))
def test_bins_hold_every_sample_once(pairs, bins):
    p, y = pairs
    found = reliability(p, y, bins)
    assert found.n.sum() == len(p)
    assert (found.n * found.mean_p).sum() == pytest.approx(p.sum())
    assert (found.n * found.share).sum() == pytest.approx(y.sum())
    assert np.all((found.low - 1e-12 <= found.mean_p) & (found.mean_p <= found.high + 1e-12))


@given(st.lists(st.tuples(st.integers(0, 999), label), min_size=2, max_size=40))
def test_agrees_with_scikit_learn_away_from_the_edges(pairs):
    p = np.array([(k + 0.5) / 1000 for k, _ in pairs])
    y = np.array([0, 1, *(v for _, v in pairs[2:])])
    share, mean_p = calibration_curve(y, p, n_bins=10)
    found = reliability(p, y, 10)
    np.testing.assert_allclose(found.share, share, atol=1e-14)
    np.testing.assert_allclose(found.mean_p, mean_p, atol=1e-14)


@pytest.mark.parametrize(("p", "low"), [(0.0, 0.0), (0.1, 0.1), (0.5, 0.5), (0.99, 0.9), (1, 0.9)])
def test_a_bin_starts_at_its_lower_edge(p, low):
    assert reliability([p], [1]).low[0] == pytest.approx(low)


@given(beliefs)
def test_brier_score_agrees_with_scikit_learn(pairs):
    p, y = np.append(pairs[0], [0.2, 0.7]), np.append(pairs[1], [0, 1])  # it wants both classes
    assert brier_score(p, y) == pytest.approx(brier_score_loss(y, p), abs=1e-15)


@given(inner_probability, inner_probability, inner_probability)
def test_base_rate_correction_is_bayes(p, trained, actual):
    moved = correct_base_rate(Weights(float(logit(p)), 1.0), trained, actual)
    ones = p * actual / trained
    zeros = (1 - p) * (1 - actual) / (1 - trained)
    assert float(sigmoid(moved.w0)) == pytest.approx(ones / (ones + zeros), rel=1e-9)


@given(weights(d=2), inner_probability)
def test_the_same_base_rate_changes_nothing(w, rate):
    assert correct_base_rate(w, rate, rate) == w


@given(inner_probability, inner_probability)
def test_drift_there_and_back(a, b):
    assert drift(a, b) == -drift(b, a)
    assert float(sigmoid(logit(a) + drift(a, b))) == pytest.approx(b, rel=1e-7)


@given(st.floats(0.001, 0.999))
def test_noise_floor_is_reached_by_saying_one_minus_the_noise(flipped):
    z = float(logit(1 - flipped))
    mean = (1 - flipped) * sample_loss(z, 1) + flipped * sample_loss(z, 0)
    assert noise_floor(flipped) == pytest.approx(float(mean), rel=1e-9)
    assert noise_floor(flipped) == pytest.approx(noise_floor(1 - flipped), rel=1e-12)


@pytest.mark.parametrize("flipped", [0, 1, 5e-324])
def test_no_noise_no_floor(flipped):
    with np.errstate(divide="raise", invalid="raise"):
        assert noise_floor(flipped) == pytest.approx(0, abs=1e-300)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: reliability([1.5], [1]), "p must lie between 0 and 1, got 1.5"),
        (lambda: reliability([np.nan], [1]), "p must lie between 0 and 1, got nan"),
        (lambda: reliability([0.5], [1], bins=0), "bins must be at least 1, got 0"),
        (lambda: brier_score([-0.1], [1]), "p must lie between 0 and 1, got -0.1"),
        (lambda: drift(0, 0.5), "claimed must lie between 0 and 1, both excluded, got 0"),
        (lambda: drift(0.5, 1), "actual must lie between 0 and 1, both excluded, got 1"),
        (lambda: noise_floor(1.1), "flipped must lie between 0 and 1, got 1.1"),
        (lambda: noise_floor(np.nan), "flipped must lie between 0 and 1, got nan"),
    ],
)
def test_refusals_name_the_argument(call, message):
    with pytest.raises(ValueError, match=message):
        call()
