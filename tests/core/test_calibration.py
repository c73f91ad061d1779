"""Whether probabilities mean what they say."""

import numpy as np
import pytest
from core.strategies import label, probability
from hypothesis import given
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve

from logreg_core import reliability

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
