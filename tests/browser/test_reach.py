"""For readers who use keys, menus close and every focus stop has a name."""

import pytest

from browser.conftest import Open
from browser.lab import Lab

LESSON = "lesson=03"
LAB = "figures=sigmoid,loss,surface,history,plane,table"
# what stands on the page for each stop of the Tab key: the name that a screen reader computes
STOPS = """() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((at) => [at,
    ...(at.shadowRoot ? all(at.shadowRoot) : [])]);
  return all(document).filter((at) => at.tabIndex >= 0 && at.checkVisibility()
    && !(at instanceof HTMLIFrameElement));
}"""
NAMELESS = f"""() => ({STOPS})().filter((at) => !(at.ariaLabel || at.labels?.length
  || at.getAttribute('aria-labelledby') || at.textContent.trim())).map((at) => at.outerHTML)"""


# buttons and links whose spoken name does not begin with the words on them; arrows are no words
UNLIKE = """() => [...document.querySelectorAll('[aria-label]')]
  .filter((at) => at.matches('button, a') && at.textContent.trim().length > 1
    && !at.ariaLabel.toLowerCase().startsWith(at.textContent.trim().toLowerCase()))
  .map((at) => at.outerHTML)"""
# how often each live region of the page changes
HEAR = """() => {
  window.spoken = [];
  const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], output';
  for (const at of document.querySelectorAll(`:is(${live}):not([aria-live=off])`)) {
    const hear = () => spoken.push(at.textContent);
    new MutationObserver(hear).observe(at, { childList: true, characterData: true, subtree: true });
  }
}"""


def is_open(lab: Lab) -> bool:
    return lab.page.evaluate("() => document.querySelector('.contents details').open")


def test_the_menu_closes_on_escape_and_gives_the_focus_back(shared: Open) -> None:
    lab = shared(view=LESSON)
    lab.page.click(".contents summary")
    lab.page.keyboard.press("Tab")
    assert is_open(lab)
    lab.page.keyboard.press("Escape")
    assert not is_open(lab)
    assert lab.page.evaluate("() => document.activeElement.localName") == "summary"


def test_the_menu_closes_on_a_press_outside_and_not_on_one_inside(shared: Open) -> None:
    lab = shared(view=LESSON)
    lab.page.click(".contents summary")
    lab.page.locator(".contents ol").click(position={"x": 2, "y": 2})
    assert is_open(lab)
    lab.page.mouse.click(5, 500)
    assert not is_open(lab)


def test_a_run_speaks_once_when_it_stops(shared: Open) -> None:
    lab = shared("dataset=loans&w0=0&w1=0&learning_rate=0.001", LAB)
    assert lab.text("#status") != ""  # It speaks of the scene that has opened, and then rests.
    lab.page.evaluate(HEAR)
    lab.page.click("#run")
    lab.page.wait_for_function("() => explorable.now().path.length > 30")
    assert lab.page.evaluate("() => spoken") == []
    lab.page.click("#run")
    said = lab.text("#status")
    assert said.startswith("After ")
    assert lab.page.evaluate("() => spoken") == [said]


@pytest.mark.parametrize("view", [LAB, LESSON])
def test_a_spoken_name_begins_with_the_words_that_stand_there(shared: Open, view: str) -> None:
    assert shared(view=view).page.evaluate(UNLIKE) == []


@pytest.mark.parametrize("view", [LAB, LESSON])
def test_every_focus_stop_has_a_name(shared: Open, view: str) -> None:
    lab = shared(view=view)
    assert lab.page.evaluate(f"() => ({STOPS})().length") > 10
    assert lab.page.evaluate(NAMELESS) == []
