"""Signs and null spaces hold exactly, also where floats are at a loss."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from logreg_core.exact import combine, fractions, null_space, signs

rows = hnp.arrays(
    np.float64,
    st.tuples(st.integers(1, 8), st.integers(1, 4)),
    elements=st.integers(-30, 30).map(lambda v: v / 10),
)


def dot(row, direction):
    return sum((a * b for a, b in zip(fractions(row), direction, strict=True)), Fraction(0))


@pytest.mark.parametrize(
    ("row", "direction", "want"),
    [
        ([0.1, 0.2, 0.3], [1, 1, -1], 0),
        ([0.1 + 0.2, 0.3], [1, -1], 0),
        ([1e200, 1e200], [1e200, -1e200], 0),
        ([1e-200, 1e-200], [1e-200, 0], 1),
        ([1.0, 1e-15], [-1, 1000], -1),
        ([1.0, 1e-15], [-1, 1e15], 0),
        ([1.0, 1e-15], [-1, 1.1e15], 1),
    ],
)
def test_signs_where_floats_cancel(row, direction, want):
    assert signs(np.array([row]), fractions(direction)).tolist() == [want]


@given(rows, st.data())
def test_signs_are_exact(table, data):
    direction = fractions([data.draw(st.integers(-9, 9)) / 7 for _ in range(table.shape[1])])
    want = [int(np.sign(dot(row, direction))) for row in table]
    assert signs(table, direction).tolist() == want


@given(rows)
def test_null_space_is_orthogonal_and_complete(table):
    vectors = null_space(table)
    assert all(dot(row, v) == 0 for row in table for v in vectors)
    assert len(vectors) == table.shape[1] - np.linalg.matrix_rank(table, tol=1e-9)


@given(rows)
def test_combining_keeps_the_free_entries(table):
    vectors = null_space(table)
    first = np.array([float(v) for v in vectors[0]]) if vectors else np.zeros(table.shape[1])
    combined = combine(vectors, first)
    assert all(dot(row, combined) == 0 for row in table)
    np.testing.assert_allclose([float(v) for v in combined], first, atol=1e-12)
