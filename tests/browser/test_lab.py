"""The lab in a real browser: what a student drags, types and reads agrees with the core."""

from collections.abc import Callable

import numpy as np
import pytest

from browser.conftest import Open
from browser.lab import LABELS, Lab
from browser.truth import agree
from logreg_app import catalog
from logreg_app.figures import figures
from logreg_app.state import State

OPENING = [
    "25 1 5.770000 320.537733 0.996890 1 right 0.003115 −0.003110 −0.077751",
    "32 1 5.112000 166.002027 0.994012 1 right 0.006006 −0.005988 −0.191614",
    "45 1 3.890000 48.910887 0.979964 1 right 0.020239 −0.020036 −0.901607",
    "75 0 1.070000 2.915379 0.744597 1 wrong 1.364912 0.744597 55.844769",
    "95 0 −0.810000 0.444858 0.307890 0 right 0.368011 0.307890 29.249597",
    "110 0 −2.220000 0.108609 0.097969 0 right 0.103106 0.097969 10.776568",
]
CONTROLS = ("w0", "w1", "threshold")


@pytest.fixture
def lab(shared: Callable[..., Lab]) -> Lab:
    """The page at the opening of the loans; the tests share it."""
    return shared("dataset=loans")


def test_opens_on_the_loans_with_their_exact_trace(open_lab: Open) -> None:
    lab = open_lab()
    assert [" ".join(row) for row in lab.trace()] == OPENING
    assert lab.text("#mean-loss") == "0.310898"
    assert lab.text("#accuracy") == "5 of 6"
    assert lab.text("#boundary") == "86.382979"
    assert lab.text("#odds-ratio") == "0.910283"
    assert lab.text("#gradient") == "(0.186887, 15.783327)"
    assert [lab.value(c) for c in CONTROLS] == [8.12, -0.094, 0.5]
    assert [lab.box(c).input_value() for c in CONTROLS] == ["8.12", "−0.094", "0.5"]
    agree(lab)


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("pixels", [-30, 25])
def test_a_drag_moves_everything(lab: Lab, control: str, pixels: float) -> None:
    before = lab.value(control)
    lab.drag(control, pixels)
    assert np.sign(lab.value(control) - before) == np.sign(pixels)
    assert lab.slider(control).input_value() == lab.box(control).input_value().replace("−", "-")
    agree(lab)


@pytest.mark.parametrize("dataset", catalog.datasets())
def test_every_data_set_agrees(shared: Callable[..., Lab], dataset: str) -> None:
    lab = shared(f"dataset={dataset}", view="")
    agree(lab)
    lab.press("w1", "PageUp")
    assert lab.value("dataset") == dataset
    agree(lab)


@pytest.mark.parametrize(
    "scene",
    [
        "dataset=loans&w0=1&learning_rate=0.001&steps=300&loss_function=squared&unit=bits",
        "dataset=challenger&w0=15.0429&w1=-0.232163&cost_fp=3&l1=0.1",
        "dataset=churn&standardise=1&l2=0.1&steps=12",
    ],
)
def test_every_table_agrees(shared: Callable[..., Lab], scene: str) -> None:
    shown = ",".join((*figures(), "by-hand", "table", "counts"))
    agree(shared(scene, f"figures={shown}"))


def test_no_key_is_lost_to_the_one_after_it(lab: Lab) -> None:
    before, step = lab.value("w1"), lab.input("w1")["step"]
    lab.slider("w1").focus()
    for key in ("PageUp", "ArrowRight", "PageUp", "ArrowLeft", "ArrowRight", "PageDown"):
        lab.page.keyboard.press(key)
    lab.rest()
    assert lab.value("w1") == pytest.approx(before + 11 * step)


@pytest.mark.parametrize(
    ("key", "steps"), [("ArrowRight", 1), ("ArrowLeft", -1), ("PageUp", 10), ("PageDown", -10)]
)
@pytest.mark.parametrize("control", CONTROLS)
def test_keys_move_by_steps(lab: Lab, control: str, key: str, steps: int) -> None:
    before, size = lab.value(control), lab.input(control)["step"]
    lab.press(control, key)
    assert lab.value(control) == pytest.approx(before + steps * size, rel=1e-12)
    agree(lab)


@pytest.mark.parametrize(("key", "end"), [("Home", "low"), ("End", "high")])
def test_home_and_end_reach_the_bounds(lab: Lab, key: str, end: str) -> None:
    lab.press("w1", key)
    assert lab.value("w1") == lab.input("w1")[end]
    agree(lab)


def test_figures_are_built_once(shared: Callable[..., Lab]) -> None:
    lab = shared(view="")
    roots = "[...document.querySelectorAll('section:not([hidden]) .root > *')]"
    lab.page.evaluate(f"() => {roots}.forEach((el) => el.kept = true)")
    lab.drag("w0", 40)
    lab.choose("seven-points")
    assert lab.page.evaluate(f"() => {roots}.map((el) => el.kept === true)") == [True, True, True]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8.1234567", 8.1234567),
        ("−3", -3.0),
        ("-3", -3.0),
        ("8,5", 8.5),
        ("1e-3", 0.001),
        (".5", 0.5),
        ("- 1/3", -0.333333333333),
        ("1 000", 1000.0),
        ("21.806", 21.806),
        ("3.14159265358979", 3.14159265359),  # An address carries so many digits.
    ],
)
def test_a_typed_number_is_kept_exactly(lab: Lab, text: str, value: float) -> None:
    lab.type("w0", text)
    assert lab.value("w0") == value
    assert lab.text("#problem") == ""
    agree(lab)


def test_a_value_beyond_the_slider_stays_in_reach_of_the_keys(lab: Lab) -> None:
    lab.type("w0", "21.806")
    assert lab.slider("w0").input_value() == "20"  # The slider stands at its end.
    lab.box("w0").press("ArrowUp")
    lab.rest()
    assert lab.value("w0") == 21.82
    lab.press("w0", "ArrowDown")
    assert lab.value("w0") == 21.8
    agree(lab)


@pytest.mark.parametrize(
    ("control", "text", "sentence"),
    [
        ("w0", "abc", "“abc” is not a number: {}; type one such as 0.25 or 1/4."),
        ("w0", "", "The box is empty: {}."),
        ("w0", "2e9", "2e9 is out of range: {}; w₀ goes from −1000000000 to 1000000000."),
        ("w1", "1,000", "“1,000” can mean 1 or 1000: {}; type the one you mean."),
        ("w1", "nan", "“nan” is not a number: {}; type one such as 0.25 or 1/4."),
        ("threshold", "1.01", "1.01 is out of range: {}; t goes from 0 to 1."),
        ("threshold", "½", "“½” is not a number: {}; type one such as 0.25 or 1/4."),
    ],
)
def test_a_wrong_entry_is_named_and_changes_nothing(
    lab: Lab, control: str, text: str, sentence: str
) -> None:
    before = lab.value(control)
    lab.type(control, text)
    kept = f"{before:g}".replace("-", "−")
    assert lab.text("#problem") == sentence.format(f"{LABELS[control]} stays at {kept}")
    assert lab.value(control) == before
    assert lab.box(control).input_value() == kept
    agree(lab)


@pytest.mark.parametrize(
    "press",
    [
        lambda lab: lab.page.check("#standardise"),
        lambda lab: lab.click("reset"),
        lambda lab: lab.drag("threshold", 30),
        lambda lab: lab.page.tap("#standardise"),
    ],
    ids=["check", "button", "slider", "finger"],
)
def test_the_press_that_ends_a_wrong_entry_leaves_its_sentence(shared, press) -> None:
    lab = shared("dataset=loans&w0=1", has_touch=True)
    lab.box("w0").fill("1,000")
    press(lab)
    lab.rest()
    assert lab.value("w0") != 1000
    assert lab.text("#problem").startswith("“1,000” can mean 1 or 1000: Intercept w₀ stays at 1;")
    lab.press("threshold", "ArrowRight")
    assert lab.text("#problem") == ""


def test_the_next_good_move_clears_the_complaint(lab: Lab) -> None:
    lab.type("w0", "abc")
    lab.press("w0", "ArrowRight")
    assert lab.text("#problem") == ""


def test_reset_returns_the_opening_values_exactly(lab: Lab) -> None:
    lab.type("w0", "8.1234567")
    lab.drag("w1", 30)
    lab.drag("threshold", 30)
    lab.click("reset")
    assert [lab.value(c) for c in CONTROLS] == [8.12, -0.094, 0.5]
    agree(lab)


def test_another_data_set_brings_its_own_ranges_and_numbers(lab: Lab) -> None:
    lab.choose("seven-points")
    assert lab.text("#mean-loss") == "0.299355"
    assert lab.text("#gradient") == "(0.037028, −0.304171)"
    assert lab.text("#boundary") == "0.285714"
    highs = [lab.input(c)["high"] for c in CONTROLS]
    assert [float(lab.slider(c).get_attribute("max")) for c in CONTROLS] == highs
    lab.drag("w1", 20)
    agree(lab)


def test_another_number_of_features_brings_its_own_controls_and_plots(
    shared: Callable[..., Lab],
) -> None:
    lab = shared(view="")
    lab.choose("two-clouds")
    assert lab.slider("w2").is_visible()
    shown = lab.page.locator(".figure:not([hidden], .gone)").evaluate_all(
        "(all) => all.map((el) => el.id)"
    )
    assert shown == ["figure-loss", "figure-plane"]
    agree(lab)
    lab.choose("loans")
    assert lab.slider("w2").count() == 0
    assert lab.text("#mean-loss") == "0.310898"
    agree(lab)


@pytest.mark.parametrize(
    ("entries", "words", "column_x"),
    [
        (
            {"threshold": "0"},
            "3 of 6 right, no boundary, because t = 0 predicts 1 everywhere.",
            "nan",
        ),
        (
            {"threshold": "1"},
            "3 of 6 right, no boundary, because t = 1 predicts 0 everywhere.",
            "nan",
        ),
        ({"w1": "0"}, "no boundary, because w₁ = 0 predicts 1 everywhere.", "nan"),
        ({"w1": "0", "w0": "-1"}, "no boundary, because w₁ = 0 predicts 0 everywhere.", "nan"),
        (
            {"w1": "-0.001"},
            "boundary at x = 8120.000000, right of the plot, predicted 1 to the left.",
            "nan",
        ),
        (
            {"w1": "0.094"},
            "boundary at x = −86.382979, left of the plot, predicted 1 to the right.",
            "nan",
        ),
        ({"threshold": "0.75"}, "6 of 6 right, boundary at x = 74.695614", "74.6956"),
    ],
)
def test_edges_are_drawn_and_said(
    lab: Lab, entries: dict[str, str], words: str, column_x: str
) -> None:
    lab.set(entries)
    assert words in lab.text("#status")
    assert repr(lab.source("boundary")["x"][0]).startswith(column_x)
    agree(lab)


# ---- a careless hand -----------------------------------------------------------------------------


@pytest.mark.parametrize("last", ["Enter", "Tab"])
def test_a_second_key_before_the_page_is_drawn_takes_nothing_back(
    shared: Callable[..., Lab], last: str
):
    lab = shared("dataset=exam")
    assert lab.scene()["w0"] != 7
    # Both keys come within one frame, as a bouncing key sends them.
    lab.page.evaluate(
        """(last) => {
          const box = document.getElementById("w0-number");
          box.focus();
          box.value = "7";
          const enter = { key: "Enter", bubbles: true, cancelable: true };
          box.dispatchEvent(new KeyboardEvent("keydown", enter));
          if (last === "Enter") box.dispatchEvent(new KeyboardEvent("keydown", enter));
          else box.dispatchEvent(new Event("change", { bubbles: true }));
        }""",
        last,
    )
    lab.rest()
    assert lab.scene()["w0"] == 7
    assert lab.page.input_value("#w0-number") == "7"


@pytest.mark.parametrize("dataset", ["loans", "two-clouds"])
def test_the_focus_stays_on_a_control_that_is_made_anew(shared: Callable[..., Lab], dataset: str):
    lab = shared(f"dataset={dataset}")
    lab.page.focus("#standardise")
    lab.page.keyboard.press("Space")
    lab.rest()
    assert lab.scene()["standardise"] is True
    assert lab.page.evaluate("() => document.activeElement.id") == "standardise"


def test_a_refused_number_does_not_take_a_click_on_reset_along(shared: Callable[..., Lab]):
    lab = shared("dataset=exam&w0=2")
    lab.page.fill("#w0-number", "abc")
    lab.page.click("#reset", delay=80)  # the sentence comes while the button is down
    lab.rest()
    assert lab.scene()["w0"] == State("exam").w0
