"""What a step speaks of is in sight: its text, its first figure and its first control."""

from collections.abc import Callable
from typing import Any

import pytest
from browser.lab import Lab

from logreg_app.lesson import Lesson, Step, lessons

SIZES = {"laptop": (1280, 800), "phone": (360, 740), "low": (740, 360), "frame": (700, 560)}
WITH_TEXT = ("laptop", "phone")  # Elsewhere the text may scroll beside what stays in sight.

MEASURE = """(name) => {
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
  const walk = document.getElementById("walk");
  const strip = document.querySelector(".figures");
  const first = strip.querySelector(`[data-part="${name}"]`);
  const movable = [...document.querySelectorAll(".controls :is(input, select, button):enabled")]
    .find((each) => each.checkVisibility());
  return {
    hidden: walk.scrollHeight - walk.clientHeight,
    page: document.scrollingElement.scrollHeight - innerHeight,
    figure: share(first, box(strip)),
    control: movable ? share(movable, frame) : null,
    controlName: movable?.id || movable?.textContent || "",
  };
}"""


def out_of_sight(found: dict[str, Any], step: Step, *, with_text: bool) -> list[str]:
    """A sentence for all that a reader of the step would have to scroll to."""
    said = []
    if with_text and found["hidden"] > 2:
        said.append(f"its text hides {found['hidden']} px")
    if found["page"] > 2:
        said.append(f"the page scrolls by {found['page']} px")
    if found["figure"] < 0.9:
        said.append(f"{found['figure']:.0%} of the figure {step.figures[0]} is in sight")
    if found["control"] is not None and found["control"] < 0.99:
        said.append(f"{found['control']:.0%} of {found['controlName']} is in sight")
    return [f"step {step.number}: {each}" for each in said]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lesson", lessons().values(), ids=lessons())
def test_every_step_is_in_sight(open_lab: Callable[..., Lab], lesson: Lesson, size: str) -> None:
    width, height = SIZES[size]
    embed = "" if size in WITH_TEXT else "&embed=1"
    lab = open_lab(
        f"?lesson={lesson.number}{embed}",
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    failures = []
    for step in lesson.steps:
        go_to(lab, step.number)
        found = lab.page.evaluate(MEASURE, step.figures[0])
        failures += out_of_sight(found, step, with_text=size in WITH_TEXT)
    assert "\n".join(failures) == ""


def go_to(lab: Lab, number: int) -> None:
    """Walk on to a step with Next."""
    while int(lab.page.get_attribute("body", "data-step") or 0) < number:
        lab.page.click("#next")
    lab.page.evaluate("() => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 30)))")
