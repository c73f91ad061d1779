"""The component without a browser: parameters, what is told of them, and what is heard."""

import gc
import json
import subprocess
import sys
import zlib
from base64 import b64decode
from typing import Any

import numpy as np
import panel as pn
import pytest
from sklearn.linear_model import LogisticRegression

from logreg_app import Explorable, catalog
from logreg_app.lesson import UnknownLessonError, lesson
from logreg_app.sentences import SceneError
from logreg_app.state import SETTINGS, State
from logreg_core import Dataset, DatasetError
from logreg_core.frame import PARTS, shows

X, Y = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0, 1, 0, 1, 0, 1]
DIM = {"figures": "sigmoid"}  # one figure makes a page in a tenth of the time


def told(lab: Explorable) -> dict[str, Any]:
    """What the page has been told."""
    return json.loads(lab.__panel__().told)


def page(lab: Explorable) -> str:
    """The page as it stands in the frame."""
    return zlib.decompress(b64decode(lab.__panel__().page)).decode()


def say(lab: Explorable, turn: int, **settings: str) -> None:
    """Set something as a hand on the page does."""
    heard, scene = told(lab)["turn"], {**told(lab)["scene"], **settings}
    at = dict.fromkeys(settings, turn)
    pane = lab.__panel__()
    pane.said = json.dumps({"turn": turn, "heard": heard, "scene": scene, "at": at})


@pytest.fixture
def lab() -> Explorable:
    return Explorable("loans", **DIM)


# ---- parameters ----------------------------------------------------------------------------------


def test_every_setting_is_a_parameter_and_no_other_list_names_them(lab: Explorable):
    assert set(SETTINGS) <= set(lab.param)


def test_what_is_set_is_told_once(lab: Explorable):
    lab.threshold = 0.25
    assert told(lab)["scene"]["threshold"] == "0.25"
    assert told(lab)["at"] == {"threshold": 1}
    lab.threshold = 0.25
    assert told(lab)["turn"] == 1


def test_several_settings_are_told_at_once(lab: Explorable):
    lab.param.update(w0=1, w1=-0.5)
    assert (told(lab)["turn"], told(lab)["at"]) == (1, {"w0": 1, "w1": 1})


def test_watchers_and_functions_that_are_bound_hear_of_both_sides(lab: Explorable):
    heard: list[float] = []
    lab.param.watch(lambda event: heard.append(event.new), "w1")
    text = pn.bind(lambda w1, t: f"{w1} at {t}", lab.param.w1, lab.param.threshold)
    lab.w1 = -0.5
    say(lab, 1, w1="-0.25", threshold="0.75")
    assert heard == [-0.5, -0.25]
    assert text() == "-0.25 at 0.75"


def test_watchers_hear_of_a_whole_scene_at_once(lab: Explorable):
    heard: list[set[str]] = []
    lab.param.watch(lambda *events: heard.append({e.name for e in events}), list(SETTINGS))
    lab.open({"dataset": "loans", "w0": 1, "steps": 3})
    assert heard == [{"w0", "steps"}]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("w0", "x", "w0 is a number, got “x”."),
        ("w0", float("nan"), "w0 is a number, got “nan”."),
        ("w2", 1, "w2 belongs to another data set; loans has no such feature."),
        ("threshold", 2, "threshold goes from 0 to 1, got 2."),
        ("sample", 99, "sample goes from 0 to 6, got 99."),
        ("steps", 1.5, "steps is a whole number, got “1.5”."),
        ("interaction", True, "interaction needs two features; loans has 1."),
        ("dataset", "nope", "dataset is one of loans, "),
        ("moved", {9: (1.0,)}, "moved names samples 1 to 6 of loans"),
        ("unit", "miles", "unit is one of nats, bits, got “miles”."),
    ],
)
def test_a_wrong_value_is_refused_before_anything_moves(
    lab: Explorable, name: str, value: Any, sentence: str
):
    before = lab.scene
    with pytest.raises(SceneError, match=sentence):
        setattr(lab, name, value)
    assert (lab.scene, told(lab)["turn"]) == (before, 0)


def test_another_data_set_opens_in_a_new_page(lab: Explorable):
    lab.cost_fp = 5
    before = page(lab)
    lab.dataset = "exam"
    assert lab.scene == {"dataset": "exam", "cost_fp": 5}  # the costs stay, as on the page
    assert page(lab) != before
    assert told(lab)["scene"]["dataset"] == "exam"


def test_a_product_comes_and_goes_with_its_weight():
    lab = Explorable("two-clouds", figures="plane")
    lab.interaction = True
    lab.w3 = 0.5
    assert len(lab.weights.w) == 3
    lab.interaction = False
    assert (len(lab.weights.w), lab.w3) == (2, 0)
    assert "w3" not in told(lab)["scene"]


def test_data_and_frame_are_those_of_the_present_scene(lab: Explorable):
    lab.param.update(moved={4: (52.5,)}, threshold=0.25)
    assert lab.data.x[3, 0] == 52.5
    assert lab.frame.summary["threshold"] == 0.25
    np.testing.assert_array_equal(lab.frame.samples["x"], lab.data.x[:, 0])


@pytest.mark.parametrize("name", ["loans", "two-clouds", "churn"])
def test_the_frame_has_every_table_that_the_data_can_show(name: str):
    frame = Explorable(name, figures="table").frame
    parts = [part for part in PARTS if shows(part, catalog.dataset(name).d)]
    assert [part for part in parts if not len(getattr(frame, part))] == []
    assert set(PARTS) <= set(dir(frame))


def test_the_frame_has_no_other_table(lab: Explorable):
    with pytest.raises(AttributeError, match='There is no table "nope"; there are samples, '):
        _ = lab.frame.nope


def test_panel_makes_widgets_of_the_parameters(lab: Explorable):
    form = pn.Param(lab.param, parameters=["threshold", "steps", "unit", "standardise"])
    form[1].value = 0.75
    assert lab.threshold == 0.75


# ---- the hand ------------------------------------------------------------------------------------


def test_what_a_hand_sets_is_not_told_back(lab: Explorable):
    say(lab, 1, w1="-0.25")
    assert (lab.w1, told(lab)["turn"]) == (-0.25, 0)


def test_what_a_hand_leaves_keeps_all_digits():
    lab = Explorable("loans", w0=1 / 3, **DIM)
    say(lab, 1, w1="-0.25")
    assert lab.w0 == 1 / 3


def test_a_watcher_that_holds_a_value_back_is_told(lab: Explorable):
    lab.param.watch(lambda event: setattr(lab, "w1", max(event.new, -0.1)), "w1")
    say(lab, 1, w1="-0.5")
    assert lab.w1 == -0.1
    assert (told(lab)["heard"], told(lab)["scene"]["w1"]) == (1, "-0.1")


@pytest.mark.parametrize(
    "message",
    [
        "",
        "[]",
        '{"turn":1,"heard":0,"scene":{"w0":"1e999"},"at":{"w0":1}}',
        '{"turn":1,"heard":0,"scene":{"__class__":"1"},"at":{"__class__":1}}',
        '{"turn":1,"heard":0,"scene":{"dataset":"own"},"at":{"dataset":1}}',
        '{"turn":1,"heard":0,"scene":{"w9":"1"},"at":{"w9":1}}',
    ],
)
def test_what_does_not_fit_is_not_heard(lab: Explorable, message: str):
    before = lab.scene
    lab.__panel__().said = message
    assert lab.scene == before
    say(lab, 2, w1="-0.25")
    assert lab.w1 == -0.25


# ---- what it opens with --------------------------------------------------------------------------


def test_it_opens_with_a_scene_and_a_view():
    lab = Explorable("exam", w0=-1.5, lock="w1", hide=["reset"], theme="dark", height=500)
    data = json.loads(page(lab).partition('id="page">')[2].partition("</script>")[0])
    assert data["scene"] == {"dataset": "exam", "w0": "-1.5"}
    assert (data["view"]["locked"], data["view"]["hidden"]) == (["w1"], ["reset"])
    assert (data["view"]["theme"], data["bridged"], data["server"]) == ("dark", True, False)
    assert lab.__panel__().fixed == 500


@pytest.mark.parametrize("number", ["03", "3", 3])
def test_it_opens_a_lesson_as_the_lesson_does(number: Any):
    lab = Explorable(lesson=number)
    assert lab.scene == State.of(lesson("03").stage(1).scene).scene
    assert lesson("03").title in page(lab)


@pytest.mark.parametrize(
    ("options", "error", "sentence"),
    [
        ({"dataset": "nope"}, SceneError, "dataset is one of loans, "),
        ({"w9": 1}, SceneError, "There is no setting “w9”."),
        ({"lesson": "99"}, UnknownLessonError, "There is no lesson “99”."),
        (
            {"figures": "nope"},
            SceneError,
            "There is nothing called “nope” to show; choose among ",
        ),
        (
            {"hide": ["nope"]},
            SceneError,
            "There is nothing called “nope” to hide; choose among ",
        ),
        (
            {"lock": "nope"},
            SceneError,
            "There is nothing called “nope” to lock; choose among ",
        ),
        ({"theme": "pink"}, SceneError, "theme is one of auto, light, dark, got “pink”."),
        ({"dataset": [[1] * 5, [2] * 5], "y": [0, 1]}, DatasetError, "The data set has 5 features"),
    ],
)
def test_it_refuses_what_there_is_not(options: dict[str, Any], error: type, sentence: str):
    with pytest.raises(error, match=sentence):
        Explorable(**options)


# ---- own data ------------------------------------------------------------------------------------


def test_components_with_different_data_do_not_disturb_each_other():
    one, two = Explorable(X, Y, **DIM), Explorable([7, 8, 9], [1, 0, 1], title="Mine", **DIM)
    assert (one.data.n, two.data.n) == (6, 3)
    assert one.dataset != two.dataset
    assert [lab.data.title for lab in (one, two)] == ["Your data", "Mine"]
    assert "Mine" not in page(one)
    two.w1 = 3
    assert told(one)["turn"] == 0


def test_a_page_does_not_open_the_data_of_another_by_name(lab: Explorable):
    other = Explorable(X, Y, **DIM)
    say(lab, 1, dataset=other.dataset)
    assert lab.dataset == "loans"


def test_the_same_data_are_held_once_and_no_longer_than_they_are_used():
    data = Dataset([1.5, 2.5], [0, 1], name="held")
    one, two = catalog.hold(data), catalog.hold(Dataset([1.5, 2.5], [0, 1], name="held"))
    name = one.name
    assert one is two
    assert name not in catalog.datasets()
    assert catalog.knows(name)
    del one, two
    gc.collect()
    assert not catalog.knows(name)


def test_other_words_or_numbers_are_other_data():
    names = {
        catalog.hold(Dataset(x, y, title=title)).name
        for x, y, title in [((1, 2), (0, 1), "a"), ((1, 2), (1, 0), "a"), ((1, 2), (0, 1), "b")]
    }
    assert len(names) == 3


def test_a_fitted_model_opens_with_its_weights_and_its_penalty():
    x = np.array(X)[:, np.newaxis]
    model = LogisticRegression(C=0.5).fit(x, ["yes" if y else "zero" for y in Y])
    lab = Explorable.of(model, x, ["yes" if y else "zero" for y in Y], **DIM)
    p = model.predict_proba(x)[:, list(model.classes_).index("zero")]
    assert lab.data.positive == "y = zero"  # the class whose probability the weights give
    np.testing.assert_allclose(lab.frame.samples["p"], p, rtol=1e-12)
    assert (lab.l1, lab.l2) == (0, pytest.approx(1 / (0.5 * len(Y))))


def test_classes_that_are_other_numbers_are_called_classes():
    x = np.arange(8.0)[:, np.newaxis]
    y = np.array([2, 2, 4, 2, 4, 2, 4, 4])  # as the breast cancer data of Wisconsin have it
    model = LogisticRegression().fit(x, y)
    lab = Explorable.of(model, x, y, **DIM)
    assert (lab.data.positive, lab.data.negative) == ("y = class 4", "y = class 2")
    assert lab.frame.summary["correct"] == (model.predict(x) == y).sum()


# ---- what it costs -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "others"),
    [
        ("logreg_app.cli", {"panel", "pandas", "polars", "sklearn"}),
        ("logreg_app.component.explorable", {"pandas", "polars", "sklearn", "IPython"}),
    ],
)
def test_a_module_does_without_others(module: str, others: set[str]):
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], timeout=60, check=True, capture_output=True, text=True
    )
    assert others & set(done.stdout.split()) == set()


def test_a_page_takes_a_third_of_its_length_in_a_notebook(lab: Explorable):
    assert len(lab.__panel__().page) < 650_000 < len(page(lab)) / 2
