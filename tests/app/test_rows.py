"""Rows that come as arrays or as data frames, and fitted models."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC, LinearSVC

from logreg_app.component.fitted import ModelError, check, scene_of
from logreg_app.component.rows import dataset_of
from logreg_core import Dataset, DatasetError, mean_loss
from logreg_core.model import Weights
from logreg_core.newton import newton

COLUMNS = {
    "hours": [1.5, 2.0, 3.25, 4.0],
    "late": [True, False, True, False],
    "name": ["a", "b", "c", "d"],
    "passed": ["no", "yes", "no", "yes"],
}


class Plain:
    """The least that a data frame has."""

    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self._columns = columns
        self.columns = list(columns)

    def __getitem__(self, name: str) -> list[Any]:
        return self._columns[name]


FRAMES = [Plain, pd.DataFrame, pl.DataFrame]


# ---- arrays --------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [list, tuple, np.array, pd.Series, pl.Series])
@pytest.mark.parametrize("labels", [[0, 1, 0], [0.0, 1.0, 0.0], [False, True, False], [-1, 1, -1]])
def test_one_feature_comes_in_any_kind_of_array(given: Callable[..., Any], labels: list[Any]):
    data = dataset_of(given([0.1, 1 / 3, 2.5]), given(labels))
    assert data.x.tolist() == [[0.1], [1 / 3], [2.5]]
    assert data.y.tolist() == [0, 1, 0]
    assert (data.features, data.title) == (("x",), "Your data")


def test_several_features_come_as_rows():
    data = dataset_of([[1, 2], [3, 4], [5, 7]], ["no", "yes", "no"], features=("a", "b"))
    assert data.x.tolist() == [[1, 2], [3, 4], [5, 7]]
    assert (data.features, data.positive) == (("a", "b"), "y = yes")


def test_the_positive_label_can_be_chosen():
    data = dataset_of([1, 2, 3], ["cat", "dog", "cat"], positive="cat")
    assert (data.y.tolist(), data.positive, data.negative) == ([1, 0, 1], "y = cat", "y = dog")


def test_a_dataset_stays_as_it_is():
    data = Dataset([1, 2], [0, 1])
    assert dataset_of(data) is data


# ---- data frames ---------------------------------------------------------------------------------


@pytest.mark.parametrize("frame", FRAMES)
def test_the_numeric_columns_of_a_frame_are_features(frame: type):
    data = dataset_of(frame(COLUMNS), "passed")
    assert data.x.T.tolist() == [[1.5, 2.0, 3.25, 4.0], [1, 0, 1, 0]]
    assert (data.features, data.positive) == (("hours", "late"), "passed = yes")


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("columns", ["hours", ["hours"]])
def test_the_features_of_a_frame_can_be_chosen(frame: type, columns: Any):
    assert dataset_of(frame(COLUMNS), "passed", columns=columns).features == ("hours",)


@pytest.mark.parametrize("frame", FRAMES)
def test_the_labels_of_a_frame_may_stand_beside_it(frame: type):
    data = dataset_of(frame(COLUMNS), [0, 1, 1, 1], columns=["late"])
    assert (data.y.tolist(), data.features) == ([0, 1, 1, 1], ("late",))


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
@pytest.mark.parametrize("kind", ["M8[ns]", "m8[ns]"])
def test_times_are_no_numbers(frame: type, kind: str):
    times = np.arange(4).astype(kind)
    assert dataset_of(frame({"time": times, **COLUMNS}), "passed").features == ("hours", "late")


# ---- what cannot be used -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("x", "y", "options", "sentence"),
    [
        ([1, 2], None, {}, "The labels are missing; give y, one label for each row."),
        ("loans", [0, 1], {}, "A data set has labels already; leave y out."),
        ([1, 2, 3], [0, 1], {}, "There are 3 rows of features and 2 labels; give as many of both."),
        (
            pd.DataFrame({"y": [0, 1]}),
            "y",
            {},
            "There is no feature; give at least one column besi",
        ),
        (
            np.array(["2024-01-05", "2024-01-06"], "M8[ns]"),
            [0, 1],
            {},
            'Row 1: "2024-01-05T00.*" in column "x" is not a',
        ),
        ([1, 2], 7, {}, r"y has shape \(\); it must be \(n,\)."),
        (3, [0, 1], {}, r"x has shape \(\); it must be \(n,\) or \(n, d\), with at least one row."),
        ([[1], [2, 3]], [0, 1], {}, "The rows of x have different lengths; give each as many."),
        ([1, 2], [0, 1], {"features": ("a", "b")}, "features needs 1 different names, got 2."),
        ([1, float("nan")], [0, 1], {}, 'Row 2: "nan" in column "x" is not a finite number'),
        ([1, None], [0, 1], {}, 'Row 2: no value in column "x"; fill it in or drop the row.'),
        ([1, 2e12], [0, 1], {}, 'Row 2: "2000000000000.0" in column "x" is beyond the limit'),
        ([1, 2, 3], [0, 1, 2], {}, 'Row 3: "2" in column "y" is a third label value'),
        ([1, 2], [1, 1], {}, 'Every row has "1" in column "y"; both classes are needed'),
        ([1, 2], [0, 1], {"positive": 2}, 'Column "y" has no "2" to be the positive class'),
        (pd.DataFrame({"a": [], "y": []}), "y", {}, "There are 0 rows; give 1 to 50,000."),
        ([1, 2], [0, None], {}, 'Row 2: no value in column "y"'),
        ([["a", 1], ["b", 2]], [0, 1], {}, 'Row 1: "a" in column "x1" is not a number'),
        (np.zeros(50_001), np.zeros(50_001), {}, "There are 50,001 rows; give 1 to 50,000."),
        (Plain(COLUMNS), "nope", {}, 'There is no column "nope" to choose; there are "hours"'),
        (Plain(COLUMNS), "passed", {"columns": ["x"]}, 'There is no column "x" to choose'),
        (Plain(COLUMNS), "late", {"columns": ["late"]}, '"late" is the label and a feature too'),
        (Plain(COLUMNS), "passed", {"columns": ["name"]}, 'Row 1: "a" in column "name" is not a'),
    ],
)
def test_rows_that_cannot_be_used_are_refused_in_one_sentence(
    x: Any, y: Any, options: dict[str, Any], sentence: str
):
    with pytest.raises(DatasetError, match=sentence):
        dataset_of(x, y, **options)


# ---- fitted models -------------------------------------------------------------------------------

X = np.array([[1.0, 2.0], [2.0, 0.5], [3.0, 3.5], [4.0, 1.0], [5.0, 2.5], [6.0, 4.0]])
Y = np.array([0, 1, 0, 1, 0, 1])


@pytest.mark.parametrize(
    "options",
    [
        {"C": 0.5},
        {"C": 3.0},
        {"C": np.inf},
        {"C": 0.7, "l1_ratio": 0.4, "solver": "saga", "max_iter": 100_000},
        {"C": 0.9, "l1_ratio": 1.0, "solver": "saga", "max_iter": 100_000},
    ],
)
def test_the_weights_of_a_model_are_the_best_under_its_penalty(options: dict[str, Any]):
    model = LogisticRegression(tol=1e-10, **options).fit(X, Y)
    scene, data = scene_of(model, len(Y)), Dataset(X, Y)
    best = newton(data, l1=scene["l1"], l2=scene["l2"]).weights
    assert best is not None
    found = [scene[name] for name in ("w0", "w1", "w2")]
    np.testing.assert_allclose(found, [best.w0, *best.w], rtol=1e-4, atol=1e-6)
    p = model.predict_proba(X)[:, 1]
    loss = -np.mean(np.log(np.where(Y == 1, p, 1 - p)))
    assert mean_loss(data, Weights(found[0], found[1:])) == pytest.approx(loss, rel=1e-12)


def test_the_penalty_may_have_the_name_that_it_had_before():
    model = LogisticRegression(C=2.0).fit(X, Y)
    model.penalty = "l1"
    assert {n: scene_of(model, 10)[n] for n in ("l1", "l2")} == {"l1": 0.05, "l2": 0.0}


def test_a_model_without_a_penalty_opens_without_one():
    model = LogisticRegression(C=2.0).fit(X, Y)
    model.penalty = None  # scikit-learn 1.8 warns of this word and still takes it
    assert {n: scene_of(model, 10)[n] for n in ("l1", "l2")} == {"l1": 0.0, "l2": 0.0}


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        (LogisticRegression(), "The model is not fitted; call fit first."),
        (object(), "The model is of the class object; give a LogisticRegression, such as the last"),
        (LinearSVC().fit(X, Y), "The model is of the class LinearSVC; give a LogisticRegression"),
        (SVC().fit(X, Y), "The model is of the class SVC; give a LogisticRegression"),
        (LogisticRegression().fit(X, [0, 1, 2, 0, 1, 2]), "The model has 3 classes; the page sho"),
        (LogisticRegression().fit(np.eye(6)[:, :5], Y), "The model has 5 features; the page shows"),
        (LogisticRegression(class_weight="balanced").fit(X, Y), "The model weighs its classes; fi"),
    ],
)
def test_a_model_that_the_page_cannot_show_is_refused(model: Any, sentence: str):
    with pytest.raises(ModelError, match=sentence):
        check(model)
