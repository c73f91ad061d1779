"""While a question is open its answer stands nowhere, whatever a reader tries on the page."""

import re
from collections.abc import Callable, Iterator

import pytest

from browser.lab import Lab
from browser.test_sight import go_to
from logreg_app.lesson import Lesson, Question, Step, lessons

NUMBER = re.compile(r"(?<![\d.])-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)")

# This reads what the eye and a screen reader find: text, values, titles; not what is veiled.
READ = """() => {
  const veiled = [...document.querySelectorAll(".veiled")].filter((each) => !each.hidden);
  const told = (name) => [...document.querySelectorAll(`[${name}]`)]
    .filter((each) => each.checkVisibility() && !each.closest(".veiled"))
    .map((each) => each.getAttribute(name));
  for (const each of veiled) each.hidden = true;
  const boxes = [...document.querySelectorAll("input.number")]
    .filter((each) => each.checkVisibility()).map((each) => each.value);
  const found = [document.body.innerText, ...boxes, ...told("title"), ...told("aria-valuetext")];
  for (const each of veiled) each.hidden = false;
  return found.join("\\n");
}"""
IN_SIGHT = """() => [...document.querySelectorAll(".figures .figure[data-part]:not(.veiled)")]
  .filter((each) => each.checkVisibility()).map((each) => each.dataset.part)"""
SLIDERS = ".controls input[type=range]:enabled:visible, .step:visible .handle"
PRESSES = ".controls button:enabled:visible, .buttons button:enabled:visible"
CHECKS = ".controls input[type=checkbox]:enabled:visible"
CHOICES = ".controls select:enabled:visible, .choice select:enabled:visible"
OPENERS = ".step:visible :is(button.live, button.term), .model button.explains:enabled:visible"


def numbers(text: str) -> list[str]:
    return [found.replace(",", "") for found in NUMBER.findall(text.replace("−", "-"))]


def tells(answer: str, written: str) -> bool:
    """Whether a number on the page is the answer, at the answer's digits or with more of them."""
    decimals, more = (len(each.partition(".")[2]) for each in (answer, written))
    near = abs(float(written) - float(answer)) <= 0.5000001 * 10**-decimals
    return more >= decimals and near


def is_trivial(question: Question, answer: str) -> bool:
    """Whether an answer would be found anywhere: it has one digit, or the question names it."""
    asked = numbers(re.sub(r"<[^>]+>", " ", question.ask))
    return len(answer.replace(".", "").lstrip("-0")) < 2 or answer in asked


def given_away(lab: Lab, answer: str) -> list[str]:
    """The lines of text on the page that have the answer."""
    drawn = [text for name in lab.page.evaluate(IN_SIGHT) for text in lab.drawn(name)]
    lines = [*lab.page.evaluate(READ).splitlines(), *drawn]
    return [line for line in lines if any(tells(answer, each) for each in numbers(line))]


def tries(lab: Lab) -> Iterator[str]:
    """Try everything that is offered, one thing after the other; each is named once it is done."""
    yield "at first"
    page = lab.page
    for i in range(page.locator(SLIDERS).count()):
        for key in ("ArrowRight", "Home", "End"):
            page.locator(SLIDERS).nth(i).press(key)
            yield f"after {key} on slider {i + 1}"
    for selector in (CHECKS, PRESSES, OPENERS):
        for i in range(page.locator(selector).count()):
            pressed = page.locator(selector).nth(i)
            if pressed.is_visible() and pressed.is_enabled():
                words = pressed.text_content()
                pressed.click()
                yield f"after a click on “{words}”"
    for i in range(page.locator(CHOICES).count()):
        for option in page.locator(CHOICES).nth(i).locator("option").all():
            page.locator(CHOICES).nth(i).select_option(option.get_attribute("value"))
            yield f"with “{option.text_content()}”"
    if page.locator("#numbers-open").is_enabled():
        page.click("#numbers-open")
        yield "in All numbers"
        page.keyboard.press("Escape")


def attacked(lab: Lab, step: Step, question: Question) -> list[str]:
    """A sentence for everything that gives an answer away."""
    answer = numbers(question.shown)[0]
    if is_trivial(question, answer):
        return []
    said = []
    for done in tries(lab):
        lab.rest()
        said += [
            f"step {step.number}: {text} stands there {done}" for text in given_away(lab, answer)
        ]
    return said


def asks_for_a_number(step: Step) -> bool:
    question = step.question
    return question is not None and question.kind in ("number", "place") and not question.guess


@pytest.mark.parametrize("lesson", lessons().values(), ids=lessons())
def test_no_answer_is_given_away(
    open_lab: Callable[..., Lab], base_url: str, lesson: Lesson
) -> None:
    lab = open_lab(f"?lesson={lesson.number}", reduced_motion="reduce")
    failures = []
    for step in filter(asks_for_a_number, lesson.steps):
        if not step.opens:  # The weights of the attack before must not stay.
            lab.page.goto(f"{base_url}?lesson={lesson.number}&step={step.number}")
            lab.page.wait_for_selector("body[data-ready=true]")
        go_to(lab, step.number)
        assert step.question is not None
        failures += attacked(lab, step, step.question)
    assert "\n".join(dict.fromkeys(failures)) == ""


@pytest.mark.parametrize(
    ("answer", "written", "found"),
    [
        ("0.74", "0.744597", True),
        ("0.74", "0.74", True),
        ("0.74", "0.7", False),
        ("0.74", "0.75", False),
        ("86", "86.4", True),
        ("-0.071", "-0.0714", True),
        ("-0.071", "0.071", False),
    ],
)
def test_an_answer_is_found_with_more_digits(answer: str, written: str, found: bool) -> None:
    assert tells(answer, written) == found
