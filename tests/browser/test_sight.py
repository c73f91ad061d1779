"""What a step speaks of is in sight: its text, its first figure and its first control.

What is pressed or dragged is as large as a hand needs it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from browser.lab import SAID, Lab
from logreg_app.lesson import Lesson, Step, lessons

# What fits into a low window of a laptop fits into 1280 x 800 too.
LAPTOP, PHONE = {"width": 1280, "height": 650}, {"width": 360, "height": 740}
LOW, FRAME = {"width": 740, "height": 360}, {"width": 700, "height": 560}
PAIRS = {"page": (LAPTOP, PHONE), "frame": (LOW, FRAME)}
"""The size of the window on the way to the lesson's end, and on the way back."""

# Plots take the room that the page gives them, so that what is in sight is the same without them.
WITHOUT_PLOTS = ".plot > .root { display: none }"
BUTTONS = {"fit", "reset"}  # controls that stand apart from the sliders
OPTIONAL = " optional"  # The title of an optional step ends like this.

# A word of a sentence has its height; around it a finger has some more room.
PRESSED = "button:not(.term, .live), select, summary, .turn, .begin, .number, label:has(input)"

MEASURE = """([name, buttons, pressed]) => {
  const { innerWidth, innerHeight } = window;
  const box = (element) => element?.getBoundingClientRect();
  const inside = (r, o) => {
    const across = Math.min(r.right, o.right) - Math.max(r.left, o.left);
    const down = Math.min(r.bottom, o.bottom) - Math.max(r.top, o.top);
    return Math.max(0, across) * Math.max(0, down);
  };
  const frame = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const share = (element, hole) => {
    const r = box(element);
    const area = r ? r.width * r.height : 0;
    return area ? Math.min(inside(r, frame), inside(r, hole)) / area : 0;
  };
  const seen = (selector) =>
    [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const named = (each) => each.id || each.outerHTML;
  const walk = document.getElementById("walk");
  const strip = document.querySelector(".figures");
  const first = strip.querySelector(`[data-part="${name}"]`);
  const parts = [first, ...first.querySelectorAll(".plot")];
  const [movable] = seen(".controls :is(input, select, button):enabled");
  return {
    hidden: walk.scrollHeight - walk.clientHeight,
    page: document.scrollingElement.scrollHeight - innerHeight,
    figure: Math.min(...parts.map((each) => share(each, box(strip)))),
    control: movable ? share(movable, frame) : null,
    cut: seen(".controls input.number")
      .filter((each) => each.scrollWidth > each.clientWidth + 1) // both are rounded
      .map((each) => `${each.id}, ${each.value}`),
    short: seen("input[type=range]").filter((each) => box(each).width < 140).map(named),
    low: matchMedia("(pointer: coarse)").matches
      ? seen(pressed).filter((each) => box(each).height < 40).map(named) : [],
    away: buttons.filter((id) => share(document.getElementById(id), frame) < 0.99),
    controlName: movable?.id || movable?.textContent || "",
  };
}"""


def out_of_sight(lab: Lab, step: Step, *, with_text: bool) -> list[str]:
    """A sentence for all that a reader of the step would have to scroll to."""
    buttons = [] if step.question else sorted(BUTTONS.intersection(step.controls))
    found = lab.page.evaluate(MEASURE, [step.figures[0], buttons, PRESSED])
    said = []
    if with_text and found["hidden"] > 2:
        said.append(f"its text hides {found['hidden']} px")
    if found["page"] > 2:
        said.append(f"the page scrolls by {found['page']} px")
    if found["figure"] < 0.9:
        said.append(f"{found['figure']:.0%} of the figure {step.figures[0]} is in sight")
    if found["control"] is not None and found["control"] < 0.99:
        said.append(f"{found['control']:.0%} of {found['controlName']} is in sight")
    said += [f"the button is not in sight: {each}" for each in found["away"]]
    said += [f"a number does not fit into its box: {each}" for each in found["cut"]]
    said += [f"the track of a slider is short: {each}" for each in found["short"]]
    said += [f"a finger needs 40 px of height: {each}" for each in found["low"]]
    width = (lab.page.viewport_size or {})["width"]
    return [f"step {step.number} at {width} px: {each}" for each in said]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("lesson", lessons().values(), ids=lessons())
def test_a_lesson_is_walked_to_its_end_and_back_with_every_step_in_sight(
    open_lab: Callable[..., Lab], lesson: Lesson, pair: str
) -> None:
    on, back = PAIRS[pair]
    query = f"?lesson={lesson.number}{'&embed=1' if pair == 'frame' else ''}"
    lab = open_lab(query, viewport=on, reduced_motion="reduce")
    lab.page.add_style_tag(content=WITHOUT_PLOTS)
    titles, failures = [], []
    for step in lesson.steps:
        if step.number > 1:
            lab.page.keyboard.press("ArrowRight")
        wait(lab)
        titles.append(lab.text(".step:visible h2").removesuffix(OPTIONAL))
        # On a phone held sideways the text may scroll beside what stays in sight.
        failures += out_of_sight(lab, step, with_text=on is not LOW)
    lab.click("next")
    assert titles == [step.title for step in lesson.steps]
    assert lab.page.locator(".step:visible .can li").all_inner_texts() == list(lesson.can)
    assert lab.page.locator("#next").is_disabled()
    lab.page.set_viewport_size(back)
    with pointing(lab, finger=back is PHONE):
        for step in reversed(lesson.steps):
            lab.page.keyboard.press("ArrowLeft")
            wait(lab)
            failures += out_of_sight(lab, step, with_text=True)
    assert "\n".join(failures) == ""
    assert lab.text("#problem") == ""


@contextmanager
def pointing(lab: Lab, *, finger: bool) -> Iterator[None]:
    """Let a finger be the page's pointer, or a mouse; afterwards it is a mouse again."""
    client = lab.page.context.new_cdp_session(lab.page)
    try:
        client.send("Emulation.setTouchEmulationEnabled", {"enabled": finger})
        assert lab.page.evaluate("() => matchMedia('(pointer: coarse)').matches") == finger
        yield
    finally:
        client.detach()


def go_to(lab: Lab, number: int) -> None:
    """Walk on to a step with Next."""
    while int(lab.page.get_attribute("body", "data-step") or 0) < number:
        lab.page.click("#next")
    wait(lab)


def wait(lab: Lab) -> None:
    """Let the page lay out the step, and bring its first figure in sight."""
    lab.page.evaluate(SAID)
