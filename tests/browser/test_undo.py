"""Undo and redo as a hand does it: buttons, keys, and what is one change."""

from collections.abc import Callable

import pytest

from browser.conftest import Open
from browser.lab import Lab
from browser.truth import agree

SHOWN = "figures=surface,history"
START = "dataset=loans&w0=1&w1=0.02&learning_rate=0.0005"
CHANGES: dict[str, Callable[[Lab], object]] = {
    "drag": lambda lab: lab.drag("w0", 25),
    "held key": lambda lab: hold(lab, "w0", "ArrowRight"),
    "page key": lambda lab: lab.press("w0", "PageUp"),
    "type": lambda lab: lab.type("w1", "-0.05"),
    "reset": lambda lab: lab.click("reset"),
    "data set": lambda lab: lab.choose("two-clouds"),
    "surface": lambda lab: lab.tap("surface", 3, 0.05),
    "training": lambda lab: lab.click("ten"),
}
ENABLED = "() => ['undo', 'redo'].map((id) => !document.getElementById(id).disabled)"


@pytest.fixture
def lab(shared: Callable[..., Lab]) -> Lab:
    """The page at the start of a training; the tests share it, with the changes made before."""
    return shared(START, SHOWN)


def hold(lab: Lab, name: str, key: str) -> None:
    """Hold a key on a slider until it has repeated some times."""
    lab.slider(name).focus()
    for _ in range(5):
        lab.page.keyboard.down(key)
    lab.page.keyboard.up(key)
    lab.rest()


def key(lab: Lab, keys: str) -> None:
    lab.page.keyboard.press(keys)
    lab.rest()


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_one_undo_takes_a_change_back_and_a_redo_makes_it_again(lab: Lab, change) -> None:
    before = lab.scene()
    change(lab)
    after = lab.scene()
    assert after != before
    lab.click("undo")
    assert lab.scene() == before
    assert lab.page.evaluate(ENABLED)[1] is True
    agree(lab)
    lab.click("redo")
    assert lab.scene() == after
    assert lab.page.evaluate(ENABLED) == [True, False]
    agree(lab)


def test_a_pause_in_a_drag_is_no_end_of_it(lab: Lab) -> None:
    before = lab.scene()
    lab.grab("w0", 20)
    lab.page.wait_for_timeout(400)
    lab.page.mouse.move(lab.thumb("w0")[0] + 20, lab.thumb("w0")[1])
    lab.page.mouse.up()
    lab.rest()
    lab.click("undo")
    assert lab.scene() == before


def test_a_run_is_one_change(lab: Lab) -> None:
    before = lab.scene()
    lab.page.click("#run")
    lab.page.wait_for_function("() => explorable.now().scene.steps >= 5")
    lab.click("run", "undo")
    assert lab.scene() == before


@pytest.mark.parametrize("change", ["data set", "training", "type", "surface"])
def test_a_change_during_a_run_is_undone_without_the_run(lab: Lab, change: str) -> None:
    before = lab.scene()
    lab.page.click("#run")
    lab.page.wait_for_function("() => explorable.now().scene.steps >= 5")
    CHANGES[change](lab)
    if change == "type":  # The sliders take the run's last weights over.
        assert lab.scene()["steps"] == 0
    lab.click("undo")
    assert lab.scene()["steps"] >= 5
    assert {**lab.scene(), "steps": 0} == before
    lab.click("undo")
    assert lab.scene() == before


def test_undo_during_a_run_ends_it_where_it_began(lab: Lab) -> None:
    lab.click("step")
    lab.page.click("#run")
    lab.page.wait_for_function("() => explorable.now().scene.steps >= 5")
    lab.click("undo")
    assert lab.text("#run") == "Run"
    assert lab.value("steps") == 1


@pytest.mark.parametrize("modifier", ["Control", "Meta"])
def test_keys_undo_and_redo_and_the_page_says_where_it_stands(lab: Lab, modifier: str) -> None:
    first = lab.text("#status")
    lab.drag("w0", 25)
    second = lab.text("#status")
    key(lab, f"{modifier}+z")
    assert lab.text("#status") == first
    key(lab, f"{modifier}+Shift+z")
    assert lab.text("#status") == second != first


def test_a_text_box_undoes_its_own_typing(lab: Lab) -> None:
    lab.drag("w0", 25)
    scene = lab.scene()
    lab.box("w1").press("9")
    key(lab, "Control+z")
    assert lab.scene() == scene


def test_the_keyboard_stays_on_the_buttons_at_either_end(open_lab: Open) -> None:
    lab = open_lab("?figures=sigmoid")
    assert lab.page.evaluate(ENABLED) == [False, False]
    lab.drag("w0", 25)
    assert lab.page.evaluate(ENABLED) == [True, False]
    lab.page.press("#undo", "Enter")
    assert lab.page.evaluate(ENABLED) == [False, True]
    assert lab.page.evaluate("() => document.activeElement.id") == "redo"
    lab.page.press("#redo", "Enter")
    assert lab.page.evaluate("() => document.activeElement.id") == "undo"


@pytest.mark.parametrize("way", ["hide", "lock"])
def test_a_teacher_takes_undo_away(open_lab: Open, way: str) -> None:
    lab = open_lab(f"?{way}=undo&figures=sigmoid")
    lab.drag("w0", 25)
    scene = lab.scene()
    key(lab, "Control+z")
    assert lab.scene() == scene
    assert lab.page.is_visible("#undo") == (way == "lock")
    assert lab.page.is_disabled("#undo")


def test_a_scene_of_a_lesson_is_undone_with_its_data_set(open_lab: Open) -> None:
    lab = open_lab("?lesson=06&step=6", reduced_motion="reduce")
    before = lab.scene()
    lab.page.locator("a.scene-link:visible").click()
    lab.rest()
    assert lab.scene() != before
    lab.click("undo")
    assert lab.scene() == before
