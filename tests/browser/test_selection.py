"""One selected sample, marked in every figure, in the table and in the sums by hand."""

from collections.abc import Callable

import pytest

from browser.conftest import Open
from browser.lab import PLACE, Lab
from browser.truth import agree


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
def test_a_tap_selects_everywhere(
    shared: Callable[..., Lab], figure: str, row: int, y_column: str
) -> None:
    lab = shared(view="")
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


def test_a_second_tap_at_once_selects_too(lab: Lab) -> None:
    samples = lab.frame().samples
    places = [
        lab.page.evaluate(PLACE, ["sigmoid", float(samples["x"][row]), float(samples["p"][row])])
        for row in (0, 4, 5)
    ]
    for row, place in zip((0, 4, 5), places, strict=True):
        lab.page.mouse.click(*place)
        assert lab.selected() == [row]


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
    assert "No sample is chosen" in lab.text("#by-hand")


def test_a_selection_survives_a_drag(lab: Lab) -> None:
    lab.page.click("#samples tbody tr:nth-child(5)")
    lab.drag("w0", -20)
    assert lab.selected() == [4]
    value = lab.frame().samples["loss"][4]
    assert f"{value:.6f}" in lab.text("#by-hand")


def test_of_many_samples_the_drawn_one_is_named_by_its_own_number(
    shared: Callable[..., Lab],
) -> None:
    lab = shared("dataset=rare&sample=0")
    lab.page.click("#samples tbody tr:nth-child(3)")
    lab.rest()
    row = 2 * lab.state().every
    assert lab.selected() == [2]
    assert lab.value("sample") == row + 1
    x = lab.state().data.x[row, 0]
    assert lab.text("#by-hand caption").startswith(f"Sample {row + 1}: ")
    assert f" {x:.12g}".replace("-", "−") in lab.text("#by-hand caption")


def chosen(lab: Lab) -> list[str]:
    """Where the chosen row of the table stands among all, and its feature."""
    row = lab.page.locator("#samples tr[aria-selected=true]")
    return [str(row.get_attribute("aria-rowindex")), row.locator("td").first.inner_text()]


def feature(lab: Lab, sample: int) -> str:
    return f"{lab.state().data.x[sample - 1, 0]:.12g}".replace("-", "−")


@pytest.mark.parametrize(("sample", "row"), [(77, 250), (4981, 249), (1241, 62)])
def test_the_chosen_sample_of_a_large_data_set_is_in_the_table(
    shared: Callable[..., Lab], sample: int, row: int
) -> None:
    lab = shared(f"dataset=rare&sample={sample}")
    assert chosen(lab) == [str(row + 2), feature(lab, sample)]
    assert lab.selected() == [row]
    assert lab.text("#by-hand caption").startswith(f"Sample {sample}: ")
    lab.drag("w0", 10)
    agree(lab)
    assert chosen(lab) == [str(row + 2), feature(lab, sample)]


def test_a_large_data_set_opens_with_the_chosen_sample_in_the_table(open_lab: Open) -> None:
    lab = open_lab("?dataset=rare&sample=77")
    assert chosen(lab) == ["252", feature(lab, 77)]
    assert lab.selected() == [250]


def test_keys_lead_to_every_row_of_a_large_data_set(shared: Callable[..., Lab]) -> None:
    lab = shared("dataset=rare&sample=0")
    lab.page.click("#samples tbody tr:nth-child(50)")
    steps = {"ArrowDown": 50, "PageDown": 100, "End": 249, "PageUp": 199, "ArrowUp": 198, "Home": 0}
    found = {}
    for key in steps:
        lab.page.keyboard.press(key)
        lab.rest()
        assert lab.page.evaluate("() => document.activeElement.ariaSelected") == "true"
        found[key] = lab.selected()[0]
        assert chosen(lab) == [str(found[key] + 2), feature(lab, found[key] * 20 + 1)]
    assert found == steps
    assert "rows are dots 1 to 50 of 250" in lab.text("#thinned")


def test_keys_that_come_faster_than_the_page_draws_are_not_lost(
    shared: Callable[..., Lab],
) -> None:
    lab = shared("dataset=rare&sample=0")
    lab.page.click("#samples tbody tr:nth-child(48)")
    for _ in range(6):
        lab.page.keyboard.press("ArrowDown")
    lab.rest()
    assert lab.selected() == [53]


def test_with_no_sample_chosen_no_figure_pretends_that_one_is(open_lab: Open) -> None:
    lab = open_lab("?figures=evidence,by-hand,table&dataset=churn&sample=0")
    assert "No sample is chosen" in lab.text("#by-hand")
    assert "No sample is chosen" in lab.text("#figure-evidence")
    assert not lab.page.is_visible("#plot-evidence")
    lab.page.click("#samples tbody tr:nth-child(1)")
    lab.rest()
    assert lab.page.is_visible("#plot-evidence")
    agree(lab)
    assert "intercept" in lab.drawn("evidence")
