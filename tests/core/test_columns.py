"""Tables of columns, ranges and segments."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from logreg_core.frame.columns import clip_segment, columns, per_feature, plot_range, row

coordinate = st.floats(-5, 5)
point = st.tuples(coordinate, coordinate)
BOX = (-1.0, -1.0), (1.0, 1.0)


def test_columns_are_read_only():
    table = columns(x=np.arange(3))
    with pytest.raises(ValueError, match="read-only"):
        table["x"][0] = 1
    with pytest.raises(TypeError):
        table["y"] = 1


def test_a_row_holds_one_of_each():
    assert {name: c.tolist() for name, c in row(a=1.5, b="word").items()} == {
        "a": [1.5],
        "b": ["word"],
    }


@pytest.mark.parametrize(("d", "names"), [(1, ["x"]), (2, ["x1", "x2"]), (3, ["x1", "x2", "x3"])])
def test_names_per_feature(d, names):
    assert list(per_feature("x", np.zeros((2, d)))) == names


@pytest.mark.parametrize(
    ("x", "want"), [([0.0, 10.0], (-1.5, 11.5)), ([3.0], (2.0, 4.0)), ([-2.0, -2.0], (-3.0, -1.0))]
)
def test_plot_range(x, want):
    assert plot_range(np.array(x)) == pytest.approx(want)


@given(point, point, st.floats(0, 1))
def test_a_clipped_segment_is_what_lies_inside(start, end, share):
    cut = clip_segment(start, end, *BOX)
    at = np.add(start, share * np.subtract(end, start))
    if np.all(np.abs(at) < 1):
        assert cut is not None
        first, last = np.array(cut[0]), np.array(cut[1])
        assert np.linalg.norm(at - first) + np.linalg.norm(at - last) == pytest.approx(
            np.linalg.norm(last - first), abs=1e-9
        )
    if cut is not None:
        assert np.all(np.abs(cut) <= 1 + 1e-9)


@pytest.mark.parametrize(
    ("start", "end"), [((2, 0), (3, 0)), ((-3, 2), (3, 2)), ((0, 5), (5, 0)), ((2, 2), (2, 2))]
)
def test_a_segment_that_passes_by(start, end):
    assert clip_segment(start, end, *BOX) is None
