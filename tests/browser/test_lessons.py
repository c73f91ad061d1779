"""Each lesson as a student goes through it: read, drag, answer wrong, answer right, come back."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from math import isclose
from pathlib import Path

import pytest
from browser.lab import Lab
from playwright.sync_api import Browser, Locator

from logreg_app.lesson import Question, lessons

LESSONS = list(lessons().values())
ALL = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
QUESTIONS = pytest.mark.parametrize(
    ("number", "question"),
    [(lesson.number, question) for lesson in LESSONS for question in lesson.questions],
    ids=lambda value: value.id if isinstance(value, Question) else value,
)
Open = Callable[..., Lab]


@pytest.fixture(scope="module")
def file_of(browser: Browser, exported: Callable[..., Path]) -> Iterator[Callable[[str], Lab]]:
    """A lesson's file, opened once for all its questions; nothing may have complained."""
    context = browser.new_context(offline=True)
    open_once = cache(lambda number: Lab(context.new_page(), exported("--lesson", number).as_uri()))
    yield open_once
    context.close()


def card(lab: Lab, question: Question) -> Locator:
    return lab.page.locator(f"#question-{question.id}")


def enter(lab: Lab, question: Question, answer: float | str) -> None:
    """Enter an answer and commit to it."""
    form = card(lab, question)
    if question.kind == "choice":
        form.locator(f"input[value='{answer}']").check()
    else:
        form.locator("input").fill(repr(float(answer)))
    form.get_by_role("button", name="Commit").click()


def wrong_answer(question: Question) -> float | str:
    """An answer that a reader might give: another choice, a usual slip, or far off."""
    if question.kind == "choice":
        return next(choice.key for choice in question.choices if choice.key != question.answer)
    return question.slips[0].value if question.slips else float(question.answer) + 1000


def given_away(lab: Lab, question: Question) -> list[str]:
    """Numbers on the page that are the question's answer, at the scene that it speaks of."""
    link = card(lab, question).get_by_role("link", name="Show this scene")
    link.click() if link.count() else lab.click("reset")
    lab.rest()
    lab.text("#status")  # Once it has spoken, nothing on the page moves any more.
    figures = lab.page.locator(".figure:visible").all()
    names = [str(figure.get_attribute("data-part")) for figure in figures]
    texts = [
        lab.text(".prose"),
        lab.text(".stage"),
        *(text for name in names for text in lab.drawn(name)),
    ]
    found = re.findall(r"[-−]?\d+\.\d+", " ".join(texts))
    answer = question.answer if question.kind == "number" else float("nan")
    unasked = [text.replace("−", "-") for text in found if text not in question.ask]
    near = [text for text in unasked if isclose(float(text), answer, rel_tol=1e-3)]
    return [text for text in near if len(text.strip("-0.")) > 2]


def verdict(lab: Lab, question: Question) -> str:
    return card(lab, question).locator(".verdict").inner_text()


@ALL
def test_a_lesson_opens_moves_and_leads_to_its_scenes(open_lab: Open, lesson) -> None:
    lab = open_lab(f"?lesson={lesson.number}")
    assert lab.text("h1") == lesson.title
    assert lab.page.locator(".contents a[aria-current=page]").count() == 1
    assert {"dataset": lesson.scene["dataset"]}.items() <= lab.scene().items()
    for name in lesson.figures:  # Each one that fits has a place.
        shown = lab.page.locator(f"#figure-{name}, .card:has(#{name}), .card:has(#samples)")
        assert shown.count() > 0, name
    assert len(lab.text(".prose").split()) > 50
    dragging_moves_the_numbers(lab)
    assert scene_links_that_lead_elsewhere(lab) == []
    assert lab.text("#problem") == ""


def dragging_moves_the_numbers(lab: Lab) -> None:
    first = lab.page.locator(".controls input[type=range]:enabled").first
    before = lab.text("#status")
    lab.drag(str(first.get_attribute("id")), 25)
    assert lab.text("#status") != before
    lab.click("reset")
    assert lab.text("#status") == before


def scene_links_that_lead_elsewhere(lab: Lab) -> list[str]:
    """Click every link to a scene; name the settings that then are not what its address says."""
    links, wrong = lab.page.locator("a.scene-link"), []
    for i in range(links.count()):
        links.nth(i).click()
        lab.rest()
        query = str(links.nth(i).get_attribute("href"))[1:]
        asked = dict(part.split("=", 1) for part in query.split("&"))
        scene = lab.scene()
        plain = {k: v for k, v in asked.items() if k in ("dataset", "threshold", "steps", "l2")}
        wrong += [k for k, v in plain.items() if str(scene[k]) != v and float(scene[k]) != float(v)]
    return wrong


@QUESTIONS
def test_a_question_is_answered_wrong_then_right(
    file_of: Callable[[str], Lab], number: str, question: Question
) -> None:
    lab = file_of(number)
    assert given_away(lab, question) == []
    enter(lab, question, wrong_answer(question))
    assert verdict(lab, question) == "Not so."
    reveal = card(lab, question).locator(".reveal")
    if question.kind == "number":
        assert question.shown in reveal.inner_text()
    if question.slips:
        usual = lab.page.evaluate(
            "(h) => Object.assign(document.createElement('p'), {innerHTML: h}).innerText",
            question.slips[0].says,
        )
        assert usual in reveal.inner_text()
    reveal.get_by_role("button", name="Try again").click()
    assert reveal.inner_text() == ""
    enter(lab, question, question.answer)
    assert verdict(lab, question) == "Right."
    numbers = [c for c in question.covers if isinstance(c.value, float)]
    assert bool(given_away(lab, question)) == bool(numbers)  # now it stands there
    assert lab.complaints == []


def test_nothing_is_revealed_before_an_answer(open_lab: Open) -> None:
    lab = open_lab("?lesson=02")
    question = lessons()["02"].questions[0]
    card(lab, question).get_by_role("button", name="Commit").click()
    assert card(lab, question).locator(".verdict").count() == 0
    assert "first" in card(lab, question).locator(".reveal").inner_text()


def test_what_a_question_asks_for_is_covered_until_an_answer(open_lab: Open) -> None:
    lab = open_lab("?lesson=01")
    question = lessons()["01"].questions[0]

    def covered() -> bool:
        shown = lab.text("#boundary"), lab.text("#status"), *lab.drawn("sigmoid")
        there = [question.shown in text or "86.38" in text for text in shown]
        return lab.page.locator("#asked").is_visible() and not any(there)

    assert covered()
    lab.drag("w0", -30)  # another number is no answer
    assert lab.text("#boundary") != "?"
    lab.click("reset")
    assert covered()
    lab.page.get_by_role("button", name="asked in question 1").click()
    lab.page.keyboard.type("86.4")
    lab.page.keyboard.press("Enter")
    lab.rest()
    assert verdict(lab, question) == "Right."
    assert lab.text("#boundary") == question.shown
    assert "86.38" in lab.drawn("sigmoid")
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.text("#boundary") == question.shown
    card(lab, question).get_by_role("button", name="Try again").click()
    lab.rest()
    assert covered()


def test_answers_survive_a_reload_and_can_be_copied_and_cleared(open_lab: Open) -> None:
    lab = open_lab("?lesson=03", permissions=["clipboard-read", "clipboard-write"])
    right, wrong = lessons()["03"].questions[:2]
    enter(lab, right, right.answer)
    enter(lab, wrong, wrong_answer(wrong))
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert [verdict(lab, q) for q in (right, wrong)] == ["Right.", "Not so."]
    lab.page.click("#copy-answers")
    lab.page.get_by_text("Copied.").wait_for()
    text = lab.page.evaluate("() => navigator.clipboard.readText()")
    assert [text.count(word) for word in ("Lesson 03", ": right (", ": wrong (")] == [2, 1, 1]
    lab.page.dblclick("#clear-answers")  # asks only
    assert lab.page.locator(".reveal .verdict").count() == 2
    lab.page.click("#clear-answers")
    assert lab.page.locator(".reveal .verdict").count() == 0
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.page.locator(".reveal .verdict").count() == 0


def test_answers_are_cleared_after_a_question_and_those_of_another_lesson_stay(
    open_lab: Open,
) -> None:
    lab = open_lab("?lesson=03")
    question = lessons()["03"].questions[0]
    kept = f'{{"02/q": {{"entered": "a", {ENTRY}}}}}'
    lab.page.evaluate("(held) => localStorage.setItem('logreg-explorable/answers', held)", kept)
    enter(lab, question, question.answer)
    clear = lab.page.locator("#clear-answers")
    clear.press("Enter")
    assert clear.inner_text() == "Clear this lesson's answers?"
    clear.press("Escape")
    assert clear.inner_text() == "Clear"
    clear.click()
    lab.page.focus("#copy-answers")
    assert clear.inner_text() == "Clear"
    assert verdict(lab, question) == "Right."
    clear.click()
    clear.click()
    assert lab.page.get_by_text("Cleared.").is_visible()
    assert lab.page.locator(".reveal .verdict").count() == 0
    stored = lab.page.evaluate("() => localStorage.getItem('logreg-explorable/answers')")
    assert list(json.loads(stored)) == ["02/q"]


def test_every_attempt_is_handed_in_also_after_a_reload(open_lab: Open) -> None:
    lab = open_lab("?lesson=03", permissions=["clipboard-read", "clipboard-write"])
    question = lessons()["03"].questions[0]
    enter(lab, question, wrong_answer(question))
    card(lab, question).get_by_role("button", name="Try again").click()
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert card(lab, question).locator(".verdict").count() == 0
    enter(lab, question, question.answer)
    lab.page.click("#copy-answers")
    lab.page.get_by_text("Copied.").wait_for()
    text = lab.page.evaluate("() => navigator.clipboard.readText()")
    assert re.findall(r"Lesson 03|: (?:right|wrong) \(", text) == [
        *("Lesson 03", ": wrong (", ": right ("),
    ]


def focused(lab: Lab) -> str:
    return lab.page.evaluate(
        "() => document.activeElement.className || document.activeElement.name"
    )


def test_the_focus_is_on_what_is_revealed_and_then_back_in_the_entry(open_lab: Open) -> None:
    lab = open_lab("?lesson=03")
    question = lessons()["03"].questions[0]
    enter(lab, question, question.answer)
    assert focused(lab) == "reveal"
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Enter")  # Try again
    assert focused(lab) in ("number", "answer")


def test_what_is_half_typed_survives_a_reload_until_it_is_committed(open_lab: Open) -> None:
    lab = open_lab("?lesson=03")
    typed, chosen = (
        next(q for q in lessons()["03"].questions if q.kind == kind)
        for kind in ("number", "choice")
    )
    key = chosen.choices[-1].key
    card(lab, typed).locator("input").fill("1/11")
    card(lab, chosen).locator(f"input[value='{key}']").check()
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert card(lab, typed).locator("input").input_value() == "1/11"
    assert card(lab, chosen).locator("input:checked").get_attribute("value") == key
    card(lab, typed).get_by_role("button", name="Commit").click()
    card(lab, typed).get_by_role("button", name="Try again").click()
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert card(lab, typed).locator("input").input_value() == ""


ENTRY = '"right": true, "at": "2031-05-06T07:08:09Z", "asked": "", "shown": ""'
DAMAGED = {
    "not JSON": "{",
    "nothing": "null",
    "a number": "7",
    "a list": "[1]",
    "an empty entry": '{"03/costliest": null, "03/pull": {}}',
    "a choice where a number is asked for": f'{{"03/costliest": {{"entered": "a", {ENTRY}}}}}',
}


@pytest.mark.parametrize("held", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_lesson_goes_on_where_the_kept_answers_are_damaged(open_lab: Open, held: str) -> None:
    lab = open_lab("?lesson=03")
    question = lessons()["03"].questions[0]
    assert question.id == "costliest"
    lab.page.evaluate("(held) => localStorage.setItem('logreg-explorable/answers', held)", held)
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]", timeout=10_000)
    assert card(lab, question).locator(".verdict").count() == 0
    enter(lab, question, question.answer)
    assert verdict(lab, question) == "Right."


def test_the_lessons_lead_from_one_to_the_next(open_lab: Open) -> None:
    lab = open_lab("?lesson=01")
    lab.page.get_by_role("link", name="Next lesson").click()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.text("h1") == lessons()["02"].title
    lab.page.locator(".contents summary").click()
    lab.page.get_by_role("link", name="The free lab").click()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.text("h1") == "Logistic regression you can drag"


def test_an_unknown_lesson_says_which_there_are(open_lab: Open) -> None:
    lab = open_lab("?lesson=77")
    assert "There is no lesson “77”" in lab.text("#notice")
    assert "01, 02" in lab.text("#notice")


def test_moving_a_loan_makes_the_best_weights_finite(open_lab: Open) -> None:
    lab = open_lab("?lesson=06")
    assert "no best weights exist" in lab.text("#optimum")
    lab.type("x1", "40")
    assert "Best weights" in lab.text("#optimum")
    lab.click("fit")
    assert lab.table("summary")["mean_loss"] == pytest.approx(lab.table("optimum")["mean_loss"][0])


def test_without_an_optimum_the_weights_grow_with_the_logarithm_of_the_steps(
    open_lab: Open,
) -> None:
    lab = open_lab("?lesson=06&steps=1000")
    ten_times = lab.table("history")["weight_norm"][-1]
    lab.click("tenfold")
    grown = lab.table("history")["weight_norm"][-1] - ten_times
    assert lab.text("#steps") == "10000 steps"
    assert 3 < grown < 6
    assert "Size of the weights now" in lab.text("#optimum")
