"""For readers who use keys, menus close and every focus stop has a name."""

import pytest
from browser.conftest import Open
from browser.lab import Lab

LESSON = "?lesson=03"
# what stands on the page for each stop of the Tab key: the name that a screen reader computes
STOPS = """() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((at) => [at,
    ...(at.shadowRoot ? all(at.shadowRoot) : [])]);
  return all(document).filter((at) => at.tabIndex >= 0 && at.checkVisibility()
    && !(at instanceof HTMLIFrameElement));
}"""
NAMELESS = f"""() => ({STOPS})().filter((at) => !(at.ariaLabel || at.labels?.length
  || at.getAttribute('aria-labelledby') || at.textContent.trim())).map((at) => at.outerHTML)"""


def is_open(lab: Lab) -> bool:
    return lab.page.evaluate("() => document.querySelector('.contents details').open")


def test_the_menu_closes_on_escape_and_gives_the_focus_back(open_lab: Open) -> None:
    lab = open_lab(LESSON)
    lab.page.click(".contents summary")
    lab.page.keyboard.press("Tab")
    assert is_open(lab)
    lab.page.keyboard.press("Escape")
    assert not is_open(lab)
    assert lab.page.evaluate("() => document.activeElement.localName") == "summary"


def test_the_menu_closes_on_a_press_outside_and_not_on_one_inside(open_lab: Open) -> None:
    lab = open_lab(LESSON)
    lab.page.click(".contents summary")
    lab.page.locator(".contents ol").click(position={"x": 2, "y": 2})
    assert is_open(lab)
    lab.page.mouse.click(5, 500)
    assert not is_open(lab)


@pytest.mark.parametrize("query", ["?figures=sigmoid,loss,surface,history,plane", LESSON])
def test_every_focus_stop_has_a_name(open_lab: Open, query: str) -> None:
    lab = open_lab(query)
    assert lab.page.evaluate(f"() => ({STOPS})().length") > 10
    assert lab.page.evaluate(NAMELESS) == []
