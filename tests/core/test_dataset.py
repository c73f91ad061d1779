"""Data sets keep what they are given, read-only, and refuse what cannot be used."""

import numpy as np
import pytest

from logreg_core import Dataset, DatasetError


def test_one_feature_becomes_a_column():
    data = Dataset([25, 110], [1, 0])
    assert (data.n, data.d, data.x.shape, data.y.tolist()) == (2, 1, (2, 1), [1, 0])
    assert (data.x.dtype, data.y.dtype) == (np.float64, np.int64)


@pytest.mark.parametrize("field", ["x", "y"])
def test_arrays_are_read_only(field):
    with pytest.raises(ValueError, match="read-only"):
        getattr(Dataset([1, 2], [0, 1]), field)[0] = 1


@pytest.mark.parametrize("field", ["x", "y", "name", "title"])
def test_fields_are_frozen(field):
    with pytest.raises(AttributeError):
        setattr(Dataset([1, 2], [0, 1]), field, None)


def test_the_caller_may_change_his_own_array():
    mine = np.array([1.0, 2.0])
    data = Dataset(mine, [0, 1])
    mine[0] = 9
    assert data.x[0, 0] == 1


@pytest.mark.parametrize(
    "y",
    [
        np.array([0, 1], dtype=np.uint8),
        np.array([False, True]),
        np.array([0.0, 1.0], dtype=np.float16),
        [0, 1],
        (np.int8(0), np.int8(1)),
    ],
)
def test_every_type_of_label(y):
    assert Dataset([1, 2], y).y.tolist() == [0, 1]


def test_words_have_defaults():
    data = Dataset([[1, 2]], [1])
    assert data.features == ("x1", "x2")
    assert data.units == ("", "")
    assert data.opening == (0.0, 0.0, 0.0)
    assert (data.title, data.positive, data.negative) == ("data", "y = 1", "y = 0")


@pytest.mark.parametrize(
    ("x", "y", "code", "message"),
    [
        ([], [], "no_rows", "has no samples"),
        ([1, 2], [1], "shape", r"x has shape \(2,\) and y has shape \(1,\)"),
        (np.zeros((2, 0)), [0, 1], "shape", r"x has shape \(2, 0\)"),
        (np.zeros((2, 1, 1)), [0, 1], "shape", "x must be"),
        ([1, np.nan], [0, 1], "not_finite", "Row 2 of x is not a finite number"),
        ([np.inf, 1], [0, 1], "not_finite", "Row 1 of x"),
        ([1, 2], [0, 2], "label", "labels 0 and 1 only, got 2"),
        ([1, 2], [0, np.nan], "label", "labels 0 and 1 only, got nan"),
    ],
)
def test_refusals_say_what_came_and_what_is_allowed(x, y, code, message):
    with pytest.raises(DatasetError, match=message) as refusal:
        Dataset(x, y)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"features": ("a", "b")}, "features needs 1 entries, got 2"),
        ({"units": ("a", "b")}, "units needs 1 entries, got 2"),
        ({"opening": (1.0,)}, "opening needs 2 entries, got 1"),
    ],
)
def test_words_must_fit_the_features(words, message):
    with pytest.raises(DatasetError, match=message):
        Dataset([1, 2], [0, 1], **words)


@pytest.mark.parametrize(("y", "want"), [([1, 0, 1], (1, 2)), ([0], (1, 0)), ([1, 1], (0, 2))])
def test_counts_are_zeros_then_ones(y, want):
    assert Dataset(np.arange(len(y)), y).counts == want
