"""The lab in a real browser: what a student drags, types and reads agrees with the core."""

import numpy as np
import pytest
from browser.lab import LABELS, Lab

OPENING = [
    "25 1 5.770000 320.537733 0.996890 1 right 0.003115 −0.003110",
    "32 1 5.112000 166.002027 0.994012 1 right 0.006006 −0.005988",
    "45 1 3.890000 48.910887 0.979964 1 right 0.020239 −0.020036",
    "75 0 1.070000 2.915379 0.744597 1 wrong 1.364912 0.744597",
    "95 0 −0.810000 0.444858 0.307890 0 right 0.368011 0.307890",
    "110 0 −2.220000 0.108609 0.097969 0 right 0.103106 0.097969",
]
CONTROLS = ("w0", "w1", "threshold")
DRAWN = ("logit", "odds", "p", "predicted", "correct", "loss", "residual")


def agree(lab: Lab) -> None:
    """Every number the page holds is the core's, to the last bit that JSON carries."""
    frame = lab.frame()
    for column in DRAWN:
        np.testing.assert_array_equal(lab.numbers("samples", column), frame.samples[column])
    np.testing.assert_array_equal(lab.numbers("curve", "p"), frame.curve["p"])
    assert lab.text("#mean-loss") == f"{frame.summary['mean_loss']:.6f}".replace("-", "−")
    assert lab.text("#accuracy") == f"{frame.summary['correct']} of {frame.summary['n']}"


def test_opens_on_the_loans_with_their_exact_trace(lab: Lab) -> None:
    assert [" ".join(row) for row in lab.table()] == OPENING
    assert lab.text("#mean-loss") == "0.310898"
    assert lab.text("#accuracy") == "5 of 6"
    assert lab.text("#boundary") == "86.382979"
    assert lab.text("#odds-ratio") == "0.910283"
    assert lab.text("#gradient") == "(0.186887, 15.783327)"
    assert [lab.value(c) for c in CONTROLS] == [8.12, -0.094, 0.5]
    assert [lab.box(c).input_value() for c in CONTROLS] == [
        "8.12",
        "−0.094",
        "0.5",
    ]
    agree(lab)


@pytest.mark.parametrize("control", CONTROLS)
@pytest.mark.parametrize("pixels", [-30, 25])
def test_a_drag_moves_everything(lab: Lab, control: str, pixels: float) -> None:
    before = lab.value(control)
    lab.drag(control, pixels)
    assert np.sign(lab.value(control) - before) == np.sign(pixels)
    assert lab.slider(control).input_value() == lab.box(control).input_value().replace("−", "-")
    agree(lab)


@pytest.mark.parametrize(
    ("key", "steps"), [("ArrowRight", 1), ("ArrowLeft", -1), ("PageUp", 10), ("PageDown", -10)]
)
@pytest.mark.parametrize("control", CONTROLS)
def test_keys_move_by_steps(lab: Lab, control: str, key: str, steps: int) -> None:
    before, step = lab.value(control), lab.numbers("controls", "step")
    lab.press(control, key)
    size = step[CONTROLS.index(control)]
    assert lab.value(control) == pytest.approx(before + steps * size, rel=1e-12)
    agree(lab)


@pytest.mark.parametrize(("key", "end"), [("Home", "low"), ("End", "high")])
def test_home_and_end_reach_the_bounds(lab: Lab, key: str, end: str) -> None:
    lab.press("w1", key)
    assert lab.value("w1") == lab.numbers("controls", end)[1]
    agree(lab)


def test_a_drag_redraws_while_it_moves(lab: Lab) -> None:
    lab.page.evaluate("""() => {
      window.seen = [];
      const summary = Bokeh.documents[0].get_model_by_name("summary");
      summary.properties.data.change.connect(() => window.seen.push(summary.data.w1[0]));
    }""")
    box = lab.slider("w1").bounding_box()
    assert box is not None
    lab.page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + 120, box["y"] + box["height"] / 2, steps=20)
    lab.page.wait_for_function("() => window.seen.length >= 5")  # the button is still down
    lab.page.mouse.up()


def test_figures_are_built_once(lab: Lab) -> None:
    roots = "[...document.querySelectorAll('.root > *')]"
    lab.page.evaluate(f"() => {roots}.forEach((el) => el.kept = true)")
    lab.drag("w0", 40)
    lab.page.select_option("#dataset", "seven-points")
    lab.rest()
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
    ],
)
def test_a_typed_number_is_kept_exactly(lab: Lab, text: str, value: float) -> None:
    lab.type("w0", text)
    assert lab.value("w0") == value
    assert lab.text("#problem") == ""
    agree(lab)


@pytest.mark.parametrize(
    ("control", "text", "sentence"),
    [
        ("w0", "abc", "“abc” is not a number: {}; type a number from −20 to 20."),
        ("w0", "", "The box is empty: {}; type a number from −20 to 20."),
        ("w0", "200", "200 is out of range: {}; w₀ goes from −20 to 20."),
        ("w1", "1e999", "1e999 is out of range: {}; w₁ goes from −0.5 to 0.5."),
        ("threshold", "-0.1", "-0.1 is out of range: {}; t goes from 0 to 1."),
        ("threshold", "½", "“½” is not a number: {}; type a number from 0 to 1."),
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


def test_the_next_good_move_clears_the_complaint(lab: Lab) -> None:
    lab.type("w0", "abc")
    lab.press("w0", "ArrowRight")
    assert lab.text("#problem") == ""


def test_reset_returns_the_opening_values_exactly(lab: Lab) -> None:
    lab.type("w0", "8.1234567")
    lab.drag("w1", 30)
    lab.drag("threshold", 30)
    lab.page.click("#reset")
    lab.rest()
    assert [lab.value(c) for c in CONTROLS] == [8.12, -0.094, 0.5]
    agree(lab)


def test_another_data_set_brings_its_own_ranges_and_numbers(lab: Lab) -> None:
    lab.page.get_by_label("Data set").select_option("seven-points")
    lab.rest()
    assert lab.text("#mean-loss") == "0.299355"
    assert lab.text("#gradient") == "(0.037028, −0.304171)"
    assert lab.text("#boundary") == "0.285714"
    assert lab.numbers("controls", "high") == [10.0, 5.0, 1.0]
    lab.drag("w1", 20)
    agree(lab)


@pytest.mark.parametrize(
    ("entries", "words", "column_x"),
    [
        ({"threshold": "0"}, "3 of 6 right, no boundary, t = 0 predicts 1 everywhere.", "nan"),
        ({"threshold": "1"}, "3 of 6 right, no boundary, t = 1 predicts 0 everywhere.", "nan"),
        ({"w1": "0"}, "no boundary, w₁ = 0 predicts 1 everywhere.", "nan"),
        ({"w1": "0", "w0": "-1"}, "no boundary, w₁ = 0 predicts 0 everywhere.", "nan"),
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
    for control, text in entries.items():
        lab.type(control, text)
    assert words in lab.text("#status")
    assert lab.source("boundary")["x"][0].lower().startswith(column_x)
    agree(lab)


# ---- one selected sample ------------------------------------------------------------------------
def test_the_costliest_sample_is_selected_on_opening(lab: Lab) -> None:
    assert lab.selected() == [3]
    assert lab.text("#by-hand caption") == "Sample 4: income 75 thousand $, y = 0"
    assert "1.364912" in lab.text("#by-hand")


@pytest.mark.parametrize(
    ("figure", "row", "y_column"),
    [("sigmoid", 0, "y"), ("sigmoid", 4, "p"), ("boundary", 1, "y"), ("loss", 2, "loss")],
)
def test_a_tap_selects_everywhere(lab: Lab, figure: str, row: int, y_column: str) -> None:
    if figure == "loss":
        lab.type("w0", "3")  # at the opening weights the dots of y = 1 lie on each other
    samples = lab.frame().samples
    x = samples["p" if figure == "loss" else "x"][row]
    lab.tap(figure, float(x), float(samples[y_column][row]))
    assert lab.selected() == [row]
    chosen = lab.page.locator("#samples tr[aria-selected=true]")
    assert chosen.count() == 1
    assert lab.text("#by-hand caption").startswith(f"Sample {lab.selected()[0] + 1}:")


def test_rows_select_by_click_and_keys(lab: Lab) -> None:
    lab.page.click("#samples tbody tr:nth-child(1)")
    assert lab.selected() == [0]
    lab.page.keyboard.press("ArrowDown")
    lab.page.keyboard.press("ArrowDown")
    assert lab.selected() == [2]
    lab.page.keyboard.press("End")
    assert lab.selected() == [5]
    lab.page.keyboard.press("Escape")
    assert lab.selected() == []
    lab.rest()
    assert "Choose a sample" in lab.text("#by-hand")


def test_a_selection_survives_a_drag(lab: Lab) -> None:
    lab.page.click("#samples tbody tr:nth-child(5)")
    lab.drag("w0", -20)
    assert lab.selected() == [4]
    value = lab.frame().samples["loss"][4]
    assert f"{value:.6f}" in lab.text("#by-hand")
