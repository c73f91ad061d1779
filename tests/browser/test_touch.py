"""Fingers and small windows: swipes scroll, sliders are long enough, nothing lies behind others.

The steps of lessons are measured where they are walked, in test_sight.py.
"""

from collections.abc import Callable, Iterator

import pytest

from browser.conftest import Open
from browser.lab import THUMB, Lab
from browser.test_sight import PRESSED

Shared = Callable[..., Lab]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LANDSCAPE = {**PHONE, "viewport": {"width": 740, "height": 360}}
LAB = "figures=sigmoid,history,decision&sample=2"
DESK = {"viewport": {"width": 1280, "height": 900}}
SWIPED = "figures=sigmoid,history,table"

TRACKS = """() => [...document.querySelectorAll('input[type=range]')]
  .filter((at) => at.checkVisibility()).map((at) => at.getBoundingClientRect().width)"""
LOW = """(pressed) => [...document.querySelectorAll(pressed)]
  .filter((at) => at.checkVisibility() && at.getBoundingClientRect().height < 40)
  .map((at) => at.outerHTML)"""
# the largest share of a figure that is in the window
SEEN = """() => Math.max(...[...document.querySelectorAll('.plot')]
  .filter((at) => at.checkVisibility() && at.offsetHeight > 0).map((at) => {
    const { top, bottom, height } = at.getBoundingClientRect();
    return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / height;
  }))"""
# whether something else lies over the middle of what has the focus
COVERED = """() => {
  const at = document.activeElement;
  const { left, top, width, height } = at.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + Math.min(height, 300) / 2);
  return at !== document.body && over !== null && !at.contains(over) && !over.contains(at)
    && ![...(at.labels ?? [])].some((label) => label.contains(over));
}"""

KIND = "() => [innerWidth, matchMedia('(pointer: coarse)').matches]"
# This lets the next Tab begin where it does on a page that has just opened.
BEGIN = """() => {
  document.activeElement.blur();
  getSelection().setPosition(document.body, 0);
  scrollTo(0, 0);
}"""


@pytest.fixture
def held(standing: Shared) -> Iterator[Shared]:
    """Show a page that stands in a window, and in that of a phone where a finger points.

    There its parts lie where they lie on a page that opens on a phone.
    """
    used = []

    def hold(view: str, window: dict = PHONE) -> Lab:
        lab = standing("served", view)
        client = lab.page.context.new_cdp_session(lab.page)
        used.append((lab, client))
        if window is not DESK:
            size = {**window["viewport"], "deviceScaleFactor": 1, "mobile": True}
            client.send("Emulation.setDeviceMetricsOverride", size)
            client.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
        lab.rest()
        lab.page.evaluate(BEGIN)
        kind = [window["viewport"]["width"], window is not DESK]
        assert lab.page.evaluate(KIND) == kind
        return lab

    yield hold
    for _, client in used:
        client.detach()  # The window is that of a desk again.
    assert [c for lab, _ in used for c in lab.complaints] == []


def middle(lab: Lab, name: str) -> tuple[float, float]:
    """A place on the slider away from its thumb."""
    x, y = lab.thumb(name)
    box = lab.slider(name).bounding_box()
    assert box is not None
    left, right = box["x"] + 2 * THUMB, box["x"] + box["width"] - 2 * THUMB
    return (left if x - left > right - x else right), y


@pytest.mark.parametrize("name", ["w0", "learning_rate"])
def test_a_swipe_up_that_begins_on_a_slider_scrolls_and_changes_nothing(
    shared: Shared, name: str
) -> None:
    lab = shared(view=SWIPED, **PHONE)
    x, y = middle(lab, name)
    before, top = lab.scene(), lab.page.evaluate("() => scrollY")
    lab.swipe((x, y), (0, -150))
    lab.page.wait_for_function(f"() => scrollY > {top} + 50")
    lab.rest()
    assert lab.scene() == before
    assert float(lab.slider(name).input_value()) == float(
        lab.slider(name).get_attribute("data-value")
    )


def test_a_finger_that_moves_sideways_drags_a_slider(shared: Shared) -> None:
    lab = shared(view=SWIPED, **PHONE)
    x, y = lab.thumb("w0")
    lab.swipe((x, y), (-60, 0))
    lab.rest()
    assert lab.value("w0") < 4


def test_a_tap_on_a_slider_moves_it_there(shared: Shared) -> None:
    lab = shared(view=SWIPED, **PHONE)
    lab.page.touchscreen.tap(*middle(lab, "threshold"))
    lab.rest()
    assert abs(lab.value("threshold") - 0.5) > 0.2


@pytest.mark.parametrize("window", [DESK, PHONE], ids=["desk", "phone"])
def test_no_track_of_a_slider_is_short(held: Shared, window: dict) -> None:
    lab = held(LAB, window)
    assert min(lab.page.evaluate(TRACKS), default=140) >= 140


@pytest.mark.parametrize("view", ["", LAB])
def test_whatever_a_finger_presses_is_40_pixels_high(held: Shared, view: str) -> None:
    assert held(view).page.evaluate(LOW, PRESSED) == []


@pytest.mark.parametrize(
    ("view", "name"), [("", "w1"), ("lesson=04&step=3", "w1"), ("lesson=08&step=2", "x1")]
)
def test_a_phone_on_its_side_sees_a_figure_beside_its_sliders(
    open_lab: Open, view: str, name: str
) -> None:
    lab = open_lab(f"?{view}", **LANDSCAPE)
    lab.slider(name).scroll_into_view_if_needed()
    assert lab.page.evaluate(SEEN) >= 0.6


def test_a_word_of_a_sentence_keeps_its_height_and_opens_beside_it_too(open_lab: Open) -> None:
    lab = open_lab("?lesson=01&step=6", **PHONE)
    word = lab.page.locator(".step:visible .term").first
    box = word.bounding_box()
    assert box is not None
    assert box["height"] < 25  # or the lines of the text would stand apart
    lab.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] - 7)
    lab.page.wait_for_selector(".explanation.tip:visible")


def covered(lab: Lab, key: str) -> list[str]:
    """What is focused and lies behind something, on the way through the page with a key."""
    found = []
    for _ in range(60):
        lab.page.keyboard.press(key)
        if lab.page.evaluate(COVERED):
            found.append(lab.page.evaluate("() => document.activeElement.outerHTML.slice(0, 80)"))
    return found


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_nothing_that_has_the_focus_lies_behind_the_sliders(held: Shared, key: str) -> None:
    assert covered(held("lesson=08"), key) == []
