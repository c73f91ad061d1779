"""The menu of figures in the free lab: what a reader ticks is drawn, stays, and can be shared."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, expect

from browser.conftest import Open
from browser.lab import Lab
from browser.truth import agree

# This ticks the figures that the page opens with, and no others.
USUAL = """() => {
  const { shown } = explorable.now().page.share;
  const boxes = [...document.querySelectorAll("#figures input")];
  for (const isTicked of [true, false])
    for (const box of boxes)
      if (box.checked !== isTicked && shown.includes(box.value) === isTicked) box.click();
}"""


@pytest.fixture
def usual(shared: Open) -> Open:
    """Open a scene on a page that stands already, with the figures of a page without an address."""

    def show(scene: str = "dataset=loans", **options: Any) -> Lab:
        lab = shared(**{"view": "", **options})
        lab.page.evaluate(USUAL)
        lab.show(scene)
        assert figures_of(lab) is None
        return lab

    return show


def box(lab: Lab, title: str) -> Locator:
    return lab.page.locator("#figures").get_by_role("checkbox", name=title, exact=True)


def figures_of(lab: Lab) -> str | None:
    parts = urlsplit(lab.page.url)
    return parse_qs(parts.query or parts.fragment).get("figures", [None])[0]


def canvases(lab: Lab, name: str) -> int:
    return lab.page.locator(f"#figure-{name} canvas").count()  # this looks into shadow roots too


def unfold(lab: Lab) -> None:
    lab.page.get_by_text("Figures", exact=True).click()


@pytest.mark.parametrize("way", ["served", "file"])
def test_a_ticked_figure_is_drawn_and_survives_a_reload(open_scene, way: str) -> None:
    lab = open_scene(way, "dataset=loans")
    assert canvases(lab, "surface") == 0  # what is hidden costs nothing
    assert "surface" not in lab.page.evaluate("() => Object.keys(explorable.now().frame)")
    unfold(lab)
    box(lab, "Loss surface").check()
    box(lab, "Decision boundary").uncheck()
    expect(lab.page.locator("#figure-surface canvas").first).to_be_visible()
    lab.rest()
    lab.drag("w1", 10)
    assert figures_of(lab) == "sigmoid,loss,surface,by-hand,table"
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert canvases(lab, "surface") > 0
    expect(lab.page.locator("#figure-boundary")).to_be_hidden()
    unfold(lab)
    expect(box(lab, "Loss surface")).to_be_checked()


def test_training_comes_with_a_figure_that_shows_it(usual: Open) -> None:
    lab = usual()
    expect(lab.page.locator("#learning_rate")).to_have_count(0)
    unfold(lab)
    box(lab, "Training so far").check()
    box(lab, "Loss surface").check()
    expect(lab.page.locator("#figure-surface canvas").first).to_be_visible()
    lab.page.keyboard.press("Escape")
    lab.click("ten")
    assert lab.value("steps") == 10
    agree(lab)
    unfold(lab)
    box(lab, "Training so far").uncheck()
    box(lab, "Loss surface").uncheck()
    expect(lab.page.locator("#learning_rate")).to_have_count(0)
    assert figures_of(lab) is None


def test_the_menu_works_by_keyboard(usual: Open) -> None:
    lab = usual()
    lab.page.get_by_text("Figures", exact=True).focus()
    for key in ("Enter", "Tab", "Space"):
        lab.page.keyboard.press(key)
    expect(lab.page.locator("#figure-line canvas").first).to_be_visible()
    assert str(figures_of(lab)).startswith("line,sigmoid,")
    lab.page.keyboard.press("Escape")
    expect(lab.page.locator("#figures")).to_be_hidden()


@pytest.mark.parametrize(
    ("dataset", "title", "why"),
    [
        ("loans", "Decision boundary in the plane", "This figure shows two features"),
        ("two-clouds", "Probability", "This figure shows one feature"),
    ],
)
def test_what_cannot_show_the_data_says_why(
    usual: Open, dataset: str, title: str, why: str
) -> None:
    lab = usual(f"dataset={dataset}")
    unfold(lab)
    expect(box(lab, title)).to_be_disabled()
    expect(box(lab, title)).not_to_be_checked()
    expect(lab.page.locator("#figures li").filter(has_text=title).last).to_contain_text(why)


def test_the_share_dialog_begins_with_the_figures_of_the_menu(usual: Open) -> None:
    lab = usual()
    unfold(lab)
    box(lab, "Calibration").check()
    lab.page.click("#share-open")
    expect(lab.page.locator("#share").get_by_label("Calibration", exact=True)).to_be_checked()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_menu_stands_in_the_window(usual: Open, width: int) -> None:
    lab = usual(size={"width": width, "height": 740})
    unfold(lab)
    place = lab.page.locator("#figures").bounding_box()
    assert place
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= width
    assert place["y"] + place["height"] <= 740


@pytest.mark.parametrize(("query", "is_first"), [("", True), ("?dataset=loans&w0=1", False)])
def test_a_first_visit_shows_where_the_lessons_begin(
    open_lab: Open, query: str, *, is_first: bool
) -> None:
    lab = open_lab(query)
    begin = lab.page.locator("#welcome")
    expect(begin).to_be_visible(visible=is_first)
    if is_first:
        begin.get_by_role("link", name="Begin with lesson 01").click()
        expect(lab.page.locator("#step-1")).to_be_visible()
