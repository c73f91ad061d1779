"""One selected sample, marked in every figure, in the table and in the sums by hand."""

from collections.abc import Callable

import pytest
from browser.conftest import Open
from browser.lab import Lab


@pytest.fixture
def lab(shared: Callable[..., Lab]) -> Lab:
    """The page at the opening of the loans; the tests share it."""
    return shared("dataset=loans")


def test_the_costliest_sample_is_selected_on_opening(open_lab: Open) -> None:
    lab = open_lab()
    assert lab.selected() == [3]
    assert lab.text("#by-hand caption") == "Sample 4: income 75 thousand $, y = 0"
    assert "1.364912" in lab.text("#by-hand")


@pytest.mark.parametrize(
    ("figure", "row", "y_column"),
    [("sigmoid", 0, "y"), ("sigmoid", 4, "p"), ("boundary", 1, "y"), ("loss", 2, "loss")],
)
def test_a_tap_selects_everywhere(lab: Lab, figure: str, row: int, y_column: str) -> None:
    if figure == "loss":
        lab.type("w0", "3")  # At the opening weights the dots of y = 1 overlap.
    samples = lab.frame().samples
    x = samples["p" if figure == "loss" else "x"][row]
    lab.tap(figure, float(x), float(samples[y_column][row]))
    assert lab.selected() == [row]
    assert lab.value("sample") == row + 1
    chosen = lab.page.locator("#samples tr[aria-selected=true]")
    assert chosen.count() == 1
    assert lab.text("#by-hand caption").startswith(f"Sample {row + 1}:")


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


def test_of_many_samples_the_drawn_one_is_named_by_its_own_number(open_lab: Open) -> None:
    lab = open_lab("?dataset=rare")
    lab.page.click("#samples tbody tr:nth-child(3)")
    lab.rest()
    row = 2 * lab.state().every
    assert lab.selected() == [2]
    assert lab.value("sample") == row + 1
    x = lab.state().data.x[row, 0]
    assert lab.text("#by-hand caption").startswith(f"Sample {row + 1}: ")
    assert f" {x:.12g}".replace("-", "−") in lab.text("#by-hand caption")
