"""The model with `fit` and `predict`: right on every input, or one clear sentence."""

import pickle
import re
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from logreg_core import Dataset, LogisticRegression, TrainingWarning, Weights, gradient, newton
from logreg_core.features import standardise
from logreg_core.walk import FURTHEST

INCOME = [25.0, 32.0, 45.0, 75.0, 95.0, 110.0]
MIXED = [1, 1, 0, 1, 0, 0]  # no income separates them
EVEN = {"learning_rate": 1.0, "epochs": 200, "standardise": True}


def fitted(x=INCOME, y=MIXED, **parameters) -> LogisticRegression:
    return LogisticRegression(**(EVEN | parameters)).fit(x, y)


def quietly(x, y, **parameters) -> LogisticRegression:
    """A fitted model whose warning is not the matter of the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", TrainingWarning)
        return fitted(x, y, **parameters)


# ---- what it is ----------------------------------------------------------------------------------


@pytest.mark.parametrize("l2", [0.0, 0.2])
@pytest.mark.parametrize("scaled", [False, True])
def test_it_arrives_at_the_best_weights(l2: float, scaled: bool):
    x = np.array(INCOME) / 50 - 1
    model = fitted(x, MIXED, epochs=3000, l2=l2, standardise=scaled)
    data = Dataset(x, MIXED)
    best = newton(standardise(data)[0] if scaled else data, l2=l2).weights
    np.testing.assert_allclose(
        [model.weights_.w0, *model.weights_.w], [best.w0, *best.w], rtol=1e-6
    )


@pytest.mark.parametrize("scaled", [False, True])
def test_coefficients_are_those_of_the_features_as_given(scaled: bool):
    model = fitted(standardise=scaled, learning_rate=1.0 if scaled else 0.001)
    x = np.array([[-5.0], [60.0], [1000.0]])
    z = x @ model.coef_.T + model.intercept_
    assert (model.coef_.shape, model.intercept_.shape) == ((1, 1), (1,))
    np.testing.assert_allclose(model.decision_function(x), z[:, 0], rtol=1e-12)


@pytest.mark.parametrize("weights", [None, [0.5, -2.0], [0.0, 0.0]])
@pytest.mark.parametrize("l2", [0.0, 0.7])
def test_the_gradient_is_the_slope_of_the_loss_beside_it(weights: list | None, l2: float):
    model = fitted(l2=l2, epochs=3)
    at = np.array(model.history_.weights[-1] if weights is None else weights)
    _, slope = model.loss_and_grad(INCOME, MIXED, weights)
    step = 1e-6
    rises = [
        (
            model.loss_and_grad(INCOME, MIXED, at + step * way)[0]
            - model.loss_and_grad(INCOME, MIXED, at - step * way)[0]
        )
        / (2 * step)
        for way in np.eye(2)
    ]
    np.testing.assert_allclose(slope, rises, rtol=1e-6, atol=1e-9)


def test_the_history_is_the_way_from_zero():
    model = fitted(epochs=5)
    weights, loss = model.history_.weights, model.history_.mean_loss
    assert (weights.shape, loss.shape) == ((6, 2), (6,))
    assert weights[0].tolist() == [0.0, 0.0]
    assert loss[0] == pytest.approx(np.log(2))
    data = standardise(Dataset(INCOME, MIXED))[0]
    np.testing.assert_array_equal(weights[1], -gradient(data, Weights(0.0, 0.0)))
    assert np.all(np.diff(loss) < 0)
    assert model.loss_and_grad(INCOME, MIXED)[0] == pytest.approx(loss[-1], rel=1e-15)


def test_no_epochs_leave_even_odds():
    assert fitted(epochs=0).predict_proba([1, 2]).tolist() == [[0.5, 0.5], [0.5, 0.5]]


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [(0.0, [1, 1, 1]), (0.5, [1, 1, 0]), (0.8, [1, 0, 0]), (1, [0, 0, 0])],
)
def test_the_threshold_is_that_of_the_positive_class(threshold: float, expected: list):
    model = fitted()
    x = [25, 60, 110]
    assert model.predict(x, threshold).tolist() == expected
    assert (model.predict_proba(x)[:, 1] >= threshold).astype(int).tolist() == expected


def test_a_tie_at_the_threshold_goes_to_the_positive_class():
    assert fitted(epochs=0).predict([1, 2]).tolist() == [1, 1]


def test_the_score_is_the_share_that_is_right():
    assert fitted().score(INCOME, MIXED) == pytest.approx(4 / 6)


# ---- inputs of every kind ------------------------------------------------------------------------

KINDS = {
    "whole numbers": (0, 1),
    "signed": (-1, 1),
    "decimals": (0.5, 2.5),
    "bool": (False, True),
    "words": ("no", "yes"),
    "bytes": (b"n", b"y"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [list, np.array, lambda v: np.array(v, dtype=object)])
def test_labels_may_be_of_any_kind(kind: str, make):
    pair = KINDS[kind]
    y = make([pair[label] for label in MIXED])
    model = fitted(INCOME, y)
    assert model.classes_.tolist() == list(pair)
    assert model.predict([25, 110]).tolist() == [pair[1], pair[0]]
    assert model.score(INCOME, y) == pytest.approx(4 / 6)


def frozen(x: np.ndarray) -> np.ndarray:
    x.flags.writeable = False
    return x


ROWS = np.array(INCOME)[:, np.newaxis]


@pytest.mark.parametrize(
    "x",
    [
        INCOME,
        ROWS.tolist(),
        ROWS.astype(np.float32),
        ROWS.astype(np.int16),
        ROWS.astype(object),
        np.asfortranarray(ROWS),
        frozen(ROWS.copy()),
        np.repeat(ROWS, 2, axis=1)[:, ::2],
    ],
    ids=["flat", "list", "float32", "int16", "object", "fortran", "read-only", "strided"],
)
def test_rows_may_be_of_any_kind(x):
    model, same = fitted(x), fitted()
    assert model.history_.weights.tobytes() == same.history_.weights.tobytes()
    assert model.predict_proba(x).tobytes() == same.predict_proba(INCOME).tobytes()


def test_what_is_given_stays_as_it_is():
    x, y = ROWS.copy(), np.array(MIXED)
    fitted(x, y).predict(x)
    np.testing.assert_array_equal(x, ROWS)
    np.testing.assert_array_equal(y, MIXED)


@pytest.mark.parametrize("scaled", [False, True])
@pytest.mark.parametrize("size", [1e-300, 1e-10, 1e12, 1e100])
def test_features_of_any_size_give_finite_numbers(size: float, scaled: bool):
    x = size * ROWS / 110
    model = quietly(x, MIXED, standardise=scaled)
    probabilities = model.predict_proba([[0.0], [size], [-size]])
    assert np.isfinite(model.history_.weights).all()
    assert np.isfinite(probabilities).all()
    np.testing.assert_allclose(probabilities.sum(axis=1), 1.0, rtol=1e-15)


def test_a_far_row_has_a_certain_probability():
    model = fitted(1e-300 * ROWS, MIXED)
    assert model.predict_proba([[1e100], [-1e100]]).tolist() == [[1.0, 0.0], [0.0, 1.0]]


@pytest.mark.parametrize("scaled", [False, True])
def test_a_constant_feature_does_no_harm(scaled: bool):
    x = np.column_stack([ROWS / 50 - 1, np.full(6, 3.0)])
    model = fitted(x, MIXED, standardise=scaled, learning_rate=0.1, epochs=5000)
    alone = fitted(ROWS / 50 - 1, MIXED, standardise=scaled, epochs=5000)
    np.testing.assert_allclose(model.predict_proba(x), alone.predict_proba(x[:, :1]), atol=1e-6)


@given(
    hnp.arrays(np.float64, (7, 2), elements=st.floats(-1e100, 1e100)),
    st.floats(1e-9, 1e9),
    st.floats(0, 1e6),
    st.booleans(),
)
def test_any_rows_and_parameters_give_finite_numbers(x, rate: float, l2: float, scaled: bool):
    y = [0, 1, 0, 1, 1, 0, 1]
    model = quietly(x, y, learning_rate=rate, l2=l2, epochs=20, standardise=scaled)
    loss, slope = model.loss_and_grad(x, y)
    assert np.isfinite(model.predict_proba(x)).all()
    assert np.isfinite(model.history_.weights).all()
    assert not np.isnan(loss)
    assert not np.isnan(slope).any()
    assert model.verdict_


# ---- what it says --------------------------------------------------------------------------------

SETTLED = r"^The steps have settled at the best weights\.$"
SEPARATED = r"^The classes are separated: .* Only with an l2 above 0 are there best weights\."
TOUCH = r"^The classes only touch: .* Only with an l2"
BOUNCE = r"^The steps do not settle, as the loss still rises and falls; choose a .* below 8\."
GONE = r"^The weights grew too large after step \d+, and the steps ended; choose .* below 0\.00"
MORE = r"^The steps have not arrived: the loss can still fall by about 0\.1\d; take more of them\.$"
FIVE = [0, 1, 2, 3, 4]

SAYS = [
    ("settled", INCOME, MIXED, {}, SETTLED, False),
    ("penalty", INCOME, [1, 1, 1, 0, 0, 0], {"l2": 0.1}, r"best weights under this pen", False),
    ("more", INCOME, MIXED, {"epochs": 1}, MORE, False),
    ("separated", INCOME, [1, 1, 1, 0, 0, 0], {}, SEPARATED, True),
    ("not yet", INCOME, [1, 1, 1, 0, 0, 0], {"epochs": 0}, SEPARATED, True),
    ("long since", INCOME, [1, 1, 1, 0, 0, 0], {"learning_rate": 100.0}, SEPARATED, True),
    ("touch", [1, 2, 2, 3], [0, 0, 1, 1], {}, TOUCH, True),
    ("bounce", INCOME, MIXED, {"learning_rate": 30.0}, BOUNCE, True),
    ("gone", INCOME, MIXED, {"learning_rate": 1e8, "standardise": False}, GONE, True),
]


@pytest.mark.parametrize(
    ("x", "y", "parameters", "says", "warns"), [s[1:] for s in SAYS], ids=[s[0] for s in SAYS]
)
def test_a_plain_word_on_the_outcome(x, y, parameters: dict, says: str, warns: bool):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        model = fitted(x, y, **parameters)
    said = [(w.category, str(w.message)) for w in heard]
    assert said == [(TrainingWarning, model.verdict_)] * warns
    assert re.search(says, model.verdict_)


def test_the_warning_points_at_the_line_that_calls_fit():
    with pytest.warns(TrainingWarning) as heard:
        LogisticRegression().fit([1, 2], [0, 1])
    assert heard[0].filename == __file__


def test_steps_end_before_a_weight_is_too_large():
    model = quietly(INCOME, MIXED, learning_rate=1e8, standardise=False)
    assert len(model.history_.weights) < 201
    assert np.max(np.abs(model.history_.weights)) <= FURTHEST


# ---- what it refuses -----------------------------------------------------------------------------

WRONG = [
    ({"learning_rate": 0}, r"learning_rate must be a finite number above 0, got 0\."),
    ({"learning_rate": -1.0}, r"learning_rate must be a finite number above 0, got -1\.0\."),
    ({"learning_rate": "fast"}, r"learning_rate must be .*, got 'fast'\."),
    ({"learning_rate": None}, r"learning_rate must be .*, got None\."),
    ({"learning_rate": np.nan}, r"learning_rate must be .*, got nan\."),
    ({"epochs": -1}, r"epochs must be a whole number at least 0, got -1\."),
    ({"epochs": 1.5}, r"epochs must be a whole number at least 0, got 1\.5\."),
    ({"l2": -0.1}, r"l2 must be a finite number at least 0, got -0\.1\."),
    ({"l2": np.inf}, r"l2 must be a finite number at least 0, got inf\."),
    ({"x": []}, r"X has shape \(0, 1\); it must have shape \(n, d\)"),
    ({"x": 3}, r"X has shape \(\); it must have shape \(n, d\)"),
    ({"x": np.zeros((6, 0))}, r"X has shape \(6, 0\)"),
    ({"x": np.zeros((6, 2, 2))}, r"X has shape \(6, 2, 2\)"),
    ({"x": [[1], [2, 3]]}, r"X must hold numbers only, in rows of one length\."),
    ({"x": ["25"] * 6}, r"X must hold numbers only"),
    ({"x": [None] * 6}, r"X\[0, 0\] is nan, which is not a finite number; mend it"),
    ({"x": [1j] * 6}, r"X must hold numbers only"),
    ({"x": np.array(["2020"] * 6, dtype="datetime64[Y]")}, r"X must hold numbers only"),
    ({"x": [1, 2, np.nan, 4, 5, 6]}, r"X\[2, 0\] is nan, which is not a finite number; mend it or"),
    ({"x": [1, 2, 3, np.inf, 5, 6]}, r"X\[3, 0\] is inf, which is not a finite number"),
    ({"x": [1, 2, 3, 4, 5, 1e101]}, r"X\[5, 0\] is 1e\+101, which is beyond 1e\+100 .*; use"),
    ({"y": [0, 1]}, r"y has shape \(2,\); it must have shape \(6,\), one label for each row"),
    ({"y": [[1]] * 6}, r"y has shape \(6, 1\); it must have shape \(6,\)"),
    ({"y": [1, 1, None, 1, 0, 0]}, r"y\[2\] is missing; fill it in or leave the row out\."),
    ({"y": [1, 1, np.nan, 1, 0, 0]}, r"y\[2\] is missing"),
    ({"y": [1] * 6}, r"y has one class \(1\); logistic regression needs two\."),
    ({"y": [0, 1, 2, 1, 0, 0]}, r"y has 3 classes \(0, 1, 2\); logistic regression needs two\."),
    ({"y": list("abcdef")}, r"y has 6 classes \(a, b, c, \.\.\.\); logistic"),
    (
        {"y": np.array([1, "a", 1, 1, "a", 1], dtype=object)},
        r"The labels in y .*no common order",
    ),
]


@pytest.mark.parametrize(("given", "says"), WRONG, ids=[f"{i}" for i in range(len(WRONG))])
def test_bad_input_gets_one_sentence(given: dict, says: str):
    with pytest.raises(ValueError, match=f"^{says}"):
        fitted(**({"x": INCOME, "y": MIXED} | given))


def test_a_sparse_matrix_is_named():
    sparse = pytest.importorskip("scipy.sparse").csr_array(ROWS)
    with pytest.raises(ValueError, match=r"sparse matrix; call X\.toarray\(\)"):
        fitted(sparse)


@pytest.mark.parametrize(
    ("use", "says"),
    [
        (lambda m: m.predict([[1, 2]]), r"X has 2 features, but the model was fitted with 1\."),
        (lambda m: m.predict([1], threshold=2), r"threshold"),
        (lambda m: m.loss_and_grad([1], [7]), r"y has the label 7, but the model knows 0 and 1"),
        (lambda m: m.loss_and_grad([1], [1], [0]), r"weights has shape \(1,\); it .*\(2,\)\."),
        (lambda m: m.score([1, 2], [1]), r"y has shape \(1,\); it must have shape \(2,\)"),
        (lambda m: m.set_params(rate=1), r"no parameter 'rate'; known are learning_rate, epochs"),
    ],
    ids=["features", "threshold", "label", "weights", "score", "parameter"],
)
def test_a_fitted_model_refuses_with_one_sentence(use, says: str):
    with pytest.raises(ValueError, match=says):
        use(fitted())


@pytest.mark.parametrize(
    "use",
    [
        lambda m: m.predict([1]),
        lambda m: m.predict_proba([1]),
        lambda m: m.decision_function([1]),
        lambda m: m.score([1], [1]),
        lambda m: m.loss_and_grad([1], [1]),
        lambda m: m.coef_,
    ],
    ids=["predict", "predict_proba", "decision_function", "score", "loss_and_grad", "coef_"],
)
def test_a_model_that_is_not_fitted_says_so(use):
    with pytest.raises(ValueError, match=r"not fitted yet; call fit\(X, y\) first\."):
        use(LogisticRegression())


def test_a_new_model_has_no_coefficients():
    assert not hasattr(LogisticRegression(), "coef_")


# ---- as scikit-learn uses it ---------------------------------------------------------------------


def test_it_says_what_it_was_made_with():
    made = "LogisticRegression(learning_rate=0.5, epochs=9, l2=0.1, standardise=True)"
    model = LogisticRegression(0.5, epochs=9, l2=0.1, standardise=True)
    assert repr(model) == made
    assert model.get_params() == {"learning_rate": 0.5, "epochs": 9, "l2": 0.1, "standardise": True}


def test_it_can_be_pickled():
    model = fitted()
    copy = pickle.loads(pickle.dumps(model))
    assert copy.predict_proba(INCOME).tobytes() == model.predict_proba(INCOME).tobytes()
