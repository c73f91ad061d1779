"""Every Hypothesis strategy of the core's tests."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from logreg_core import Dataset, Weights

any_logit = st.floats(allow_nan=False, allow_infinity=False)
everyday_logit = st.floats(-800, 800)
label = st.integers(0, 1)
probability = st.floats(0, 1)
inner_probability = st.floats(1e-9, 1 - 1e-9)
weight = st.floats(-10, 10)
cost = st.floats(0.01, 100)

# Whole numbers, so that ties and touching classes are as frequent as in data that people type.
feature_value = st.integers(-20, 20).map(float)


@st.composite
def datasets(draw, *, min_n=2, max_n=20, d=1, both=False, values=feature_value):
    """Data sets of small whole numbers; `both` asks for samples of both classes."""
    n = draw(st.integers(max(min_n, 2 if both else 1), max_n))
    x = draw(hnp.arrays(np.float64, (n, d), elements=values))
    y = draw(hnp.arrays(np.int64, n, elements=label))
    if both:
        y[0], y[1] = 0, 1
    return Dataset(x, y)


@st.composite
def weights(draw, d=1, value=weight):
    """An intercept and d coefficients."""
    return Weights(draw(value), [draw(value) for _ in range(d)])


@st.composite
def scored(draw, *, min_n=2, max_n=30, both=True):
    """Logits with many ties, and their labels."""
    n = draw(st.integers(min_n, max_n))
    z = draw(hnp.arrays(np.float64, n, elements=st.integers(-5, 5).map(float)))
    y = draw(hnp.arrays(np.int64, n, elements=label))
    if both:
        y[0], y[1] = 0, 1
    return z, y
