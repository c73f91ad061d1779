"""A lesson as a student walks it: on and back, drag, answer wrong and right, come back later.

What a step can do is tried on `small.md`, a lesson of the tests that has every kind of question.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser.conftest import DESK
from browser.lab import PIXELS, PLACE, Lab
from logreg_app.export import page as page_of
from logreg_app.lesson import Lesson, lessons, parse
from logreg_app.state import State
from logreg_app.view import View

SMALL = (Path(__file__).parent / "small.md").read_text(encoding="utf-8")
# This takes a page that stands back to a step as its address opens it, in a fresh profile.
BEGIN = """(step) => {
  for (const each of document.querySelectorAll("dialog[open]")) each.close();
  localStorage.clear();
  for (const each of document.querySelectorAll("form.question")) each.reset();
  sessionStorage.clear();
  history.replaceState({ step }, "", `#step=${step}`);
  dispatchEvent(new PopStateEvent("popstate", { state: { step } }));
  explorable.show({});
  document.activeElement.blur();
}"""
COPY = ["clipboard-read", "clipboard-write"]
Open = Callable[..., Lab]


@pytest.fixture(scope="module")
def small() -> Lesson:
    return parse("42-small.md", SMALL)


@pytest.fixture(scope="module")
def small_file(small: Lesson, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("small") / "small.html"
    out.write_text(page_of(State.of(small.scene), View(lesson=small)), encoding="utf-8")
    return out


@pytest.fixture
def open_small(opened: Open, small_file: Path) -> Open:
    """Open a step of the small lesson, in a fresh profile and without motion."""

    def open_it(step: int = 1, more: str = "", **context) -> Lab:
        query = f"#step={step}{more}"
        return opened(small_file.as_uri() + query, **{"reduced_motion": "reduce", **context})

    return open_it


@pytest.fixture(scope="module")
def standing_small(browser: Browser, small_file: Path) -> Lab:
    """The small lesson on one page for all tests of the module, without motion."""
    context = browser.new_context(viewport=DESK, reduced_motion="reduce", permissions=COPY)
    return Lab(context.new_page(), small_file.as_uri())


@pytest.fixture
def turned(standing_small: Lab) -> Iterator[Callable[..., Lab]]:
    """Turn the page that stands to a step of the small lesson, as if that had been opened.

    Once the page logs an error or a warning, each test that uses it fails.
    """

    def turn(step: int = 1) -> Lab:
        standing_small.page.mouse.up()  # A test that failed may have left it down.
        standing_small.page.emulate_media(reduced_motion="reduce")
        standing_small.page.evaluate(BEGIN, step)
        standing_small.rest()
        return standing_small

    yield turn
    assert standing_small.complaints == []


def step_of(lab: Lab) -> int:
    return int(lab.page.get_attribute("body", "data-step") or 0)


def form(lab: Lab) -> Locator:
    return lab.page.locator(".step:visible form.question")


def commit(lab: Lab, text: str | None = None, choice: str | None = None) -> str:
    """Enter an answer, commit to it, and return what the card says."""
    if text is not None:
        form(lab).locator("input, textarea").fill(text)
    if choice is not None:
        form(lab).locator(f"input[value={choice}]").check()
    form(lab).get_by_role("button", name="Commit").click()
    lab.rest()
    return said(lab)


def said(lab: Lab) -> str:
    return " ".join(form(lab).locator(".reveal").inner_text().split())


def live(lab: Lab, place: str) -> str:
    return lab.page.locator(f'.step:visible [data-live="{place}"]').inner_text()


def reload(lab: Lab) -> None:
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    lab.rest()


# ---- the lessons of the product ------------------------------------------------------------------


def test_the_lessons_lead_from_one_to_the_next(open_lab: Open) -> None:
    lab = open_lab("?lesson=01")
    lab.page.get_by_role("link", name="Next lesson").click()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.text("h1") == lessons()["02"].title
    lab.page.locator(".contents summary").click()
    lab.page.get_by_role("link", name="The free lab").click()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.text("h1") == "Logistic regression you can drag"


def test_a_figure_that_comes_with_a_step_shows_the_data_of_now(open_lab: Open) -> None:
    # The ravine is away until step 8 opens, and its map changes before.
    wanted = open_lab("?lesson=05&step=8", reduced_motion="reduce").page.evaluate(PIXELS)
    lab = open_lab("?lesson=05&step=6", reduced_motion="reduce")
    lab.click("next")
    lab.click("next")
    assert step_of(lab) == 8
    lab.page.wait_for_function(f"(wanted) => ({PIXELS})().join() === wanted", arg=",".join(wanted))


def test_an_unknown_lesson_says_which_there_are(open_lab: Open) -> None:
    lab = open_lab("?lesson=77")
    assert "There is no lesson “77”" in lab.text("#notice")
    assert "01, 02" in lab.text("#notice")


# ---- from step to step ---------------------------------------------------------------------------


def test_back_next_and_the_arrow_keys_turn_a_step(open_small: Open) -> None:
    lab = open_small()
    assert (step_of(lab), lab.text("#count")) == (1, "Step 1 of 7")
    assert lab.page.locator("#back").is_disabled()
    lab.click("next")
    assert (step_of(lab), lab.text("#count")) == (2, "Step 2 of 7")
    lab.click("back")
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("ArrowRight")
    assert step_of(lab) == 3
    lab.page.keyboard.press("ArrowLeft")
    assert step_of(lab) == 2
    form(lab).locator("input").press("ArrowLeft")  # moves within the box
    assert step_of(lab) == 2


@pytest.mark.parametrize(
    ("touches", "step"), [((300, 100), 2), ((300, 280), 1), ((100, 300), 1)], ids=str
)
def test_a_swipe_on_the_text_turns_a_step(
    turned: Open, touches: tuple[int, int], step: int
) -> None:
    lab = turned()
    lab.page.evaluate(
        """([from, to]) => {
          const walk = document.getElementById("walk");
          const at = { identifier: 1, target: walk, clientY: 9 };
          const touch = (clientX) => [new Touch({ ...at, clientX })];
          walk.dispatchEvent(new TouchEvent("touchstart", { touches: touch(from) }));
          walk.dispatchEvent(new TouchEvent("touchend", { changedTouches: touch(to) }));
        }""",
        touches,
    )
    assert step_of(lab) == step


@pytest.mark.parametrize("way", ["served", "file"])
def test_an_address_opens_a_step(open_lab: Open, open_small: Open, way: str) -> None:
    lab = open_lab("?lesson=03&step=3") if way == "served" else open_small(3)
    assert step_of(lab) == 3
    lab.click("next")
    assert "step=4" in lab.page.url
    reload(lab)
    assert step_of(lab) == 4


def test_the_browsers_own_back_goes_a_step_back(turned: Open) -> None:
    lab = turned()
    lab.click("next", "next")
    lab.page.go_back()
    lab.page.wait_for_selector("body[data-step='2']")
    lab.page.go_back()
    lab.page.wait_for_selector("body[data-step='1']")
    lab.rest()
    lab.drag("w0", 20)  # writes the address anew
    assert re.findall(r"step=[23]", lab.page.url) == []
    reload(lab)
    assert step_of(lab) == 1


@pytest.mark.parametrize("step", ["0", "99", "x"])
def test_a_step_that_there_is_not_opens_one_that_there_is(open_small: Open, step: str) -> None:
    lab = open_small(step)
    assert 1 <= step_of(lab) <= 7
    assert lab.page.locator(".step:visible").count() == 1


def test_a_step_shows_its_own_stage(turned: Open) -> None:
    lab = turned()

    def stage() -> tuple[list[str], list[str], list[str]]:
        shown = lab.page.locator(".figures > :visible").all()
        sliders = lab.page.locator(".controls input[type=range]:visible").all()
        numbers = lab.page.locator("[data-readout]:visible").all()
        return (
            [str(each.get_attribute("data-part")) for each in shown],
            [str(each.get_attribute("id")) for each in sliders],
            [str(each.get_attribute("data-readout")) for each in numbers],
        )

    first = (["sigmoid", "boundary"], ["w0", "w1", "threshold"], ["mean-loss", "boundary"])
    assert stage() == first
    assert lab.page.locator(".controls .marked").get_attribute("data-control") == "w1"
    lab.click("next", "next", "next")
    assert stage() == (["sigmoid"], [], [])
    assert lab.page.locator(".marked").count() == 0


def test_a_step_with_a_scene_opens_it_and_another_keeps_the_readers_weights(
    turned: Open,
) -> None:
    lab = turned()
    assert lab.value("w0") == 8
    lab.type("w0", "7")
    lab.click("next")
    assert lab.value("w0") == 7
    lab.click("back")
    assert lab.value("w0") == 8


def test_a_link_in_the_text_opens_its_scene(turned: Open) -> None:
    lab = turned()
    lab.page.click(".scene-link")
    lab.rest()
    assert lab.value("threshold") == 0.75
    assert step_of(lab) == 1


@pytest.mark.parametrize(("motion", "travels"), [("no-preference", True), ("reduce", False)])
def test_the_change_of_scene_is_seen_unless_less_motion_is_asked_for(
    turned: Open, motion: str, travels: bool
) -> None:
    lab = turned()
    lab.page.emulate_media(reduced_motion=motion)
    watched = lab.page.evaluate(
        """async () => {
          const seen = new Set();
          document.querySelector(".scene-link").click();
          for (let i = 0; i < 60; i++) {
            seen.add(document.getElementById("threshold").value);
            await new Promise(requestAnimationFrame);
          }
          return seen.size;
        }"""
    )
    assert (watched > 2) == travels
    assert lab.value("threshold") == 0.75


# ---- the text answers the hand -------------------------------------------------------------------


def test_live_numbers_follow_a_slider(turned: Open) -> None:
    lab = turned()
    assert (live(lab, "boundary"), live(lab, "p[4]")) == ("85.1", "0.72")
    lab.type("w0", "9.4")
    assert (live(lab, "boundary"), live(lab, "w0")) == ("100.0", "9.40")
    assert live(lab, "p[4]") == f"{lab.table('samples')['p'][3]:.2f}"


def test_a_handle_in_the_text_is_dragged_and_moved_by_keys(turned: Open) -> None:
    lab = turned()
    handle = lab.page.locator(".handle")
    box = handle.bounding_box()
    assert box is not None
    lab.page.mouse.move(box["x"] + 20, box["y"] + 8)
    lab.page.mouse.down()
    lab.page.mouse.move(box["x"] + 50, box["y"] + 8, steps=5)
    assert lab.value("w0") > 8
    lab.page.mouse.up()
    dragged = lab.value("w0")
    handle.press("ArrowLeft")
    lab.rest()
    assert lab.value("w0") == pytest.approx(dragged - lab.input("w0")["step"])
    assert step_of(lab) == 1
    assert handle.get_attribute("aria-valuetext") == live(lab, "w0")


def test_a_live_number_opens_its_exact_value_and_closes(turned: Open) -> None:
    lab = turned()
    number = lab.page.locator('[data-live="boundary"]')
    number.click()
    assert f"exactly {lab.table('summary')['boundary']:.10f}"[:14] in lab.text("#tip")
    assert number.get_attribute("aria-expanded") == "true"
    number.click()
    assert lab.page.locator("#tip").is_hidden()
    lab.page.click('[data-live="p[4]"]')
    lab.rest()
    assert lab.selected() == [3]
    lab.page.get_by_role("button", name="Close the explanation").click()
    assert lab.page.locator("#tip").is_hidden()
    assert lab.page.evaluate("() => document.activeElement.dataset.live") == "p[4]"


def test_a_term_opens_once_it_was_explained(turned: Open) -> None:
    lab = turned(2)
    lab.page.click('[data-term="odds"]')
    assert "compare the chance" in lab.text("#tip")
    lab.click("next")
    assert lab.page.locator("#tip").is_hidden()


# ---- questions -----------------------------------------------------------------------------------


def test_a_slip_has_a_hint_and_a_second_try_and_every_attempt_is_handed_in(
    turned: Open,
) -> None:
    lab = turned(2)
    assert "first" in commit(lab)
    assert "Divide one weight by the other. Try once more." in commit(lab, "3")
    assert lab.text("#boundary") == "?"
    assert form(lab).locator("input").is_enabled()
    answered = commit(lab, "-85,1")
    assert "The sign is another." in answered
    assert "The answer: 85.1." in answered
    assert "It is minus one weight over the other." in answered
    assert lab.value("threshold") == 0.75
    form(lab).get_by_role("button", name="Try again").click()
    assert "Right." in commit(lab, "8/0.094")
    handed = lab.page.evaluate("() => localStorage.getItem('logreg-explorable/answers')")
    assert handed.count('"entered"') == 3
    lab.click("next", "next", "next", "next", "next")
    lab.page.click("#copy-answers")
    lab.page.get_by_text("Copied.").wait_for()
    text = lab.page.evaluate("() => navigator.clipboard.readText()")
    assert re.findall(r"(wrong|right) \(", text) == ["wrong", "wrong", "right"]


def test_what_waits_and_is_covered_comes_with_the_answer(turned: Open) -> None:
    lab = turned(2)
    assert lab.page.locator("#w0").is_disabled()
    assert lab.page.locator("#held").is_visible()
    assert lab.page.locator("#numbers-open").is_disabled()
    assert lab.text("#boundary") == "?"
    commit(lab, "85.1")
    assert lab.page.locator("#w0").is_enabled()
    assert lab.page.locator("#held").is_hidden()
    assert lab.page.locator("#numbers-open").is_enabled()
    assert lab.text("#boundary") != "?"


def test_a_choice_has_a_reply_and_a_second_try(turned: Open) -> None:
    lab = turned(3)
    assert commit(lab, choice="up") == "Not so. It falls. Try once more."
    assert "Right. The answer: down. The coefficient is below 0." in commit(lab, choice="down")


def test_a_place_is_dragged_and_the_true_one_glides_in(turned: Open) -> None:
    lab = turned(4)
    mark = lab.page.locator(".spot.guess")
    assert mark.get_attribute("aria-valuenow") == "60"
    box = mark.bounding_box()
    assert box is not None
    x, _ = lab.page.evaluate(PLACE, ["sigmoid", 85, 0.5])
    y = box["y"] + box["height"] / 2
    lab.page.mouse.move(box["x"] + box["width"] / 2, y)
    lab.page.mouse.down()
    lab.page.mouse.move(x, y, steps=5)
    lab.page.mouse.up()
    assert float(str(mark.get_attribute("aria-valuenow"))) == pytest.approx(85, abs=1)
    assert lab.page.locator(".spot.truth").count() == 0
    assert "Right." in commit(lab)
    truth = lab.page.locator(".spot.truth")
    assert float(str(truth.get_attribute("aria-valuenow"))) == pytest.approx(85.1, abs=0.1)


def test_the_true_place_is_marked_after_a_reload_and_in_another_window(open_small: Open) -> None:
    lab = open_small(4)
    commit(lab, "85")
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    truth = lab.page.locator(".spot.truth")
    for width in (1280, 700):
        lab.page.set_viewport_size({"width": width, "height": 900})
        lab.rest()
        value = float(str(truth.get_attribute("aria-valuenow")))
        assert value == pytest.approx(85.1, abs=0.1)
        x, _ = lab.page.evaluate(PLACE, ["sigmoid", value, 0.5])
        box = truth.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] / 2 == pytest.approx(x, abs=1)


def test_a_place_is_moved_by_keys_and_its_number_can_be_typed(turned: Open) -> None:
    lab = turned(4)
    mark = lab.page.locator(".spot.guess")
    mark.press("ArrowRight")
    mark.press("ArrowUp")
    mark.press("ArrowLeft")
    assert form(lab).locator("input").input_value() == "61"
    assert "It is further right." in commit(lab, "70")
    assert "Right." in commit(lab, "85")
    mark.press("ArrowRight")
    assert form(lab).locator("input").input_value() == "85"


def test_samples_are_picked_until_there_are_enough(turned: Open) -> None:
    lab = turned(5)
    lab.tap("sigmoid", 25, 1)
    assert "Right. The answer: up. Its label is 1. Now pick another sample." in commit(
        lab, choice="up"
    )
    lab.page.locator("#samples tbody tr").nth(5).click()
    answered = commit(lab, choice="up")
    assert "Not so." in answered
    assert "It is a 0." in answered
    assert "Its label is 0." in answered
    assert form(lab).locator("input").first.is_disabled()


def test_own_words_stand_beside_a_model_answer(turned: Open) -> None:
    lab = turned(6)
    assert commit(lab) == "Write a sentence of your own first."
    assert "One good answer: Because the score is straight." in commit(lab, "Because <b>so</b>.")
    assert form(lab).locator(".verdict").count() == 0


def test_a_later_step_speaks_of_an_answer(turned: Open) -> None:
    lab = turned(2)
    commit(lab, "85.1")
    lab.click("next", "next", "next", "next")
    assert live(lab, "answer(where)") == "85.1"


def test_a_reload_keeps_the_step_the_answers_and_what_is_half_typed(turned: Open) -> None:
    lab = turned(2)
    commit(lab, "3")
    form(lab).locator("input").fill("85")
    reload(lab)
    assert step_of(lab) == 2
    assert "Divide one weight" in said(lab)
    assert form(lab).locator("input").input_value() == "85"
    commit(lab, "85.1")
    reload(lab)
    assert "Right." in said(lab)
    assert form(lab).locator("input").is_disabled()


def test_a_half_chosen_answer_survives_a_reload_and_the_next_try_begins_without_one(
    turned: Open,
) -> None:
    lab = turned(3)
    form(lab).locator("input[value=up]").check()
    reload(lab)
    assert form(lab).locator("input:checked").get_attribute("value") == "up"
    commit(lab, choice="down")
    form(lab).get_by_role("button", name="Try again").click()
    reload(lab)
    assert said(lab) == ""
    assert form(lab).locator("input:checked").count() == 0


def test_the_focus_is_on_what_is_revealed_and_then_back_in_the_entry(turned: Open) -> None:
    lab = turned(2)
    commit(lab, "85.1")
    focused = "() => document.activeElement.className || document.activeElement.name"
    assert lab.page.evaluate(focused) == "reveal"
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Enter")
    assert lab.page.evaluate(focused) in ("number", "answer")


def test_the_answers_of_a_lesson_are_cleared_when_asked_twice(turned: Open) -> None:
    lab = turned(2)
    other = f'{{"02/q": {{"entered": "a", {ENTRY}}}}}'
    lab.page.evaluate("(held) => localStorage.setItem('logreg-explorable/answers', held)", other)
    commit(lab, "85.1")
    lab.click("next", "next", "next", "next", "next")
    clear = lab.page.locator("#clear-answers")
    clear.press("Enter")
    assert clear.inner_text() == "Clear this lesson's answers?"
    clear.press("Escape")
    assert clear.inner_text() == "Clear my answers"
    clear.click()
    clear.click()
    assert lab.page.get_by_text("Cleared.").is_visible()
    stored = lab.page.evaluate("() => localStorage.getItem('logreg-explorable/answers')")
    assert list(json.loads(stored)) == ["02/q"]


ENTRY = '"right": true, "at": "2031-05-06T07:08:09Z", "asked": "", "shown": ""'
DAMAGED = {
    "not JSON": "{",
    "nothing": "null",
    "a number": "7",
    "a list": "[1]",
    "an empty entry": '{"42/where": null, "42/which": {}}',
    "a choice where a number is asked for": f'{{"42/where": {{"entered": "a", {ENTRY}}}}}',
}


@pytest.mark.parametrize("held", DAMAGED.values(), ids=DAMAGED)
def test_a_lesson_goes_on_where_the_kept_answers_are_damaged(turned: Open, held: str) -> None:
    lab = turned(2)
    lab.page.evaluate("(held) => localStorage.setItem('logreg-explorable/answers', held)", held)
    reload(lab)
    assert said(lab) == ""
    assert "Right." in commit(lab, "85.1")


# ---- the drawer, and a step on another page ------------------------------------------------------


def test_the_drawer_has_all_numbers_and_gives_them_back(turned: Open) -> None:
    lab = turned()
    lab.click("numbers-open")
    dialog = lab.page.locator("#numbers")
    assert dialog.locator("#samples tbody tr").count() == 6
    assert dialog.locator("#samples").is_visible()
    assert dialog.locator("[data-readout]:visible").count() == 5
    lab.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(dialog.locator("#samples")).to_have_count(0)  # its closing is told a little later
    expect(lab.page.locator("[data-readout]:visible")).to_have_count(2)
    assert lab.page.locator("#samples").is_hidden()
    lab.click("numbers-open")
    assert dialog.locator("#samples tbody tr").count() == 6
    lab.click("numbers-close")
    expect(dialog).to_be_hidden()


def test_a_step_stands_embedded(open_small: Open) -> None:
    lab = open_small(2, "&embed=1", viewport={"width": 700, "height": 560})
    assert step_of(lab) == 2
    assert lab.page.locator("#figure-sigmoid").is_visible()
    assert "Right." in commit(lab, "85.1")
    assert lab.page.evaluate("() => document.scrollingElement.scrollHeight <= innerHeight")


def test_a_step_calls_a_control_by_its_own_name(open_lab: Open) -> None:
    lab = open_lab("?lesson=07&step=5")
    assert commit(lab, "14") != ""
    assert lab.page.inner_text("label[for=threshold]") == "Chance of fraud p"
    lab.type("threshold", "a third")
    assert lab.text("#problem").endswith(
        "Chance of fraud p stays at 0.3; type one such as 0.25 or 1/4."
    )
    lab.click("next")
    lab.click("next")
    assert lab.page.inner_text("label[for=threshold]") == "Decision threshold t"
