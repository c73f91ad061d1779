"""Whether probabilities mean what they say."""

import numpy as np
import pytest
from core.strategies import label, probability
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from sklearn.calibration import calibration_curve

from logreg_core import reliability
from logreg_core.calibration import wilson

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


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_of_a_share_agrees_with_scipy(counted):
    found = binomtest(*counted).proportion_ci(0.95, method="wilson")
    low, high = wilson(*counted)
    np.testing.assert_allclose((low, high), (found.low, found.high), atol=1e-12)


def test_the_interval_of_none_and_of_all_ends_at_0_and_1():
    low, high = wilson([0, 50], [50, 50])
    assert (low[0], high[1]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: reliability([1.5], [1]), "p must lie between 0 and 1, got 1.5"),
        (lambda: reliability([np.nan], [1]), "p must lie between 0 and 1, got nan"),
        (lambda: reliability([0.5], [1], bins=0), "bins must be at least 1, got 0"),
        (lambda: reliability([-0.1], [1]), "p must lie between 0 and 1, got -0.1"),
    ],
)
def test_refusals_name_the_argument(call, message):
    with pytest.raises(ValueError, match=message):
        call()
