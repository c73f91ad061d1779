"""The page in Firefox and in WebKit, the browser below Safari: `make browsers` runs this file."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browsers.webdriver import Driver, firefox, webkit

from logreg_app.lesson import Lesson, lessons
from logreg_app.state import State

BROWSERS = {"firefox": firefox, "webkit": webkit}
LISTEN = """window.complaints = [];
addEventListener("error", (event) => complaints.push(String(event.message)));
addEventListener("unhandledrejection", (event) => complaints.push(String(event.reason)));"""
HIDDEN = """const walk = document.getElementById("walk");
return walk.scrollHeight - walk.clientHeight;"""


@pytest.fixture(scope="module", params=BROWSERS)
def driver(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driver]:
    with BROWSERS[request.param](tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def open_page(driver: Driver, base_url: str) -> Iterator[Callable[[str], None]]:
    """Open the served page with a query; the test fails if the page has an error."""

    def open_it(query: str = "") -> None:
        driver.go("about:blank")
        driver.go(base_url + query)
        driver.until("document.body.dataset.ready === 'true'")
        driver.js(LISTEN)

    yield open_it
    assert driver.js("return complaints") == []


def scene(driver: Driver) -> dict[str, Any]:
    return driver.js("return explorable.now().scene")


def agree(driver: Driver) -> None:
    """The page shows the mean loss that the core computes for its scene."""
    loss = State.of(scene(driver)).frame_of(("summary",)).summary["mean_loss"]
    driver.until(f"document.getElementById('mean-loss').textContent === '{loss:.6f}'")


def test_keys_numbers_and_the_mouse_move_the_model(
    driver: Driver, open_page: Callable[..., None]
) -> None:
    open_page()
    driver.keys("#w0", "ArrowRight", "PageUp")
    assert scene(driver)["w0"] == 8.34
    agree(driver)
    driver.js("document.getElementById('w0-number').select()")
    driver.keys("#w0-number", "8,5", "Enter")
    assert scene(driver)["w0"] == 8.5
    agree(driver)
    driver.drag("#w1", 60)
    moved = scene(driver)["w1"]
    assert moved > 0
    agree(driver)
    driver.js("document.getElementById('undo').click()")
    assert scene(driver)["w1"] == -0.094
    agree(driver)
    driver.until("location.search.includes('w0=8.5')")


@pytest.mark.parametrize("lesson", lessons().values(), ids=lessons())
def test_a_lesson_is_walked_to_its_end(
    driver: Driver, open_page: Callable[..., None], lesson: Lesson
) -> None:
    open_page(f"?lesson={lesson.number}")
    hidden = []
    for step in lesson.steps:
        driver.until(f"document.body.dataset.step === '{step.number}'")
        hidden.append(driver.js(HIDDEN))
        driver.js("document.getElementById('next').click()")
    assert hidden == [0] * len(lesson.steps)
    driver.until(f"document.body.dataset.step === '{len(lesson.steps) + 1}'")


def test_an_answer_is_judged(driver: Driver, open_page: Callable[..., None]) -> None:
    open_page("?lesson=01&step=4")
    driver.keys(".step:not([hidden]) .question input", "0,27", "Enter")
    said = "document.querySelector('.step:not([hidden]) .reveal').innerText"
    driver.until(f"{said}.includes('Right')")


def test_a_drawer_and_a_dialog_open(driver: Driver, open_page: Callable[..., None]) -> None:
    open_page("?lesson=02&step=3")
    driver.js("document.getElementById('numbers-open').click()")
    driver.until("document.querySelectorAll('#numbers #samples tbody tr').length === 6")
    driver.js("document.querySelector('#numbers').close()")
    driver.js("document.getElementById('share-open').click()")
    driver.until("document.querySelector('#share').open")
