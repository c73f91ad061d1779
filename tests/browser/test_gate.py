"""The gate takes all that the real page sends, and the server has all that it asks for."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import serving
from playwright.sync_api import WebSocket

from browser.conftest import Pages
from browser.lab import Lab
from logreg_app.lesson import Lesson, lessons
from logreg_app.scene import parse
from logreg_app.serving.gate import Gate, Pull, Question
from logreg_app.serving.site import HANDLERS

PAGES = ["", "?dataset=two-clouds&figures=plane,surface,gradient,history,table", "?embed=1"]
Seen = tuple[Lab, list[Any], set[str]]
See = Callable[[str], Seen]
CALLED_BY_HAND = {"/token", "/question", "/host.js", "/autoload.js", "/liveness", "/readiness"}


@pytest.fixture
def seen(pages: Pages) -> Iterator[Callable[[str], Seen]]:
    """Open an address; the page, the frames that it sends and the paths that it asks for."""
    with ExitStack() as stack:

        def open_page(url: str) -> Seen:
            frames: list[Any] = []
            paths: set[str] = set()
            page = pages.take()
            hears = {
                "websocket": lambda socket: hear(socket, frames, paths),
                "request": lambda request: paths.add(urlsplit(request.url).path),
            }
            for event, each in hears.items():
                page.on(event, each)
                stack.callback(page.remove_listener, event, each)
            lab = Lab(page, url)
            stack.callback(pages.give_back, page)
            stack.callback(lab.leave)
            return lab, frames, paths

        yield open_page


def hear(socket: WebSocket, frames: list[Any], paths: set[str]) -> None:
    paths.add(urlsplit(socket.url).path)
    socket.on("framesent", lambda frame: frames.append(frame))


def moving(lesson: Lesson) -> str:
    """The first step of a lesson with a slider that does not wait for an answer."""
    sliders = {"w", "w0", "w1", "x", "x1", "threshold"}
    open_steps = (step for step in lesson.steps if step.question is None)
    step = next(step for step in open_steps if sliders.intersection(step.controls))
    return f"?lesson={lesson.number}&step={step.number}"


@pytest.mark.parametrize("query", [*PAGES, *map(moving, lessons().values())])
def test_all_that_a_page_sends_passes_the_gate(seen: See, base_url: str, query: str):
    lab, frames, _ = seen(base_url + query)
    lab.page.keyboard.press("Tab")
    for slider in lab.page.locator("input[type=range]:visible:enabled").all()[:4]:
        slider.press("ArrowRight")
        lab.rest()
    gate = Gate()
    took = [came for frame in frames if (came := gate.take(frame))]
    assert [type(came) for came in took[:2]] == [Pull, Question]
    assert len(took) > 2


SCENE = (
    "dataset=exam&standardise=1&moved=4:2.5;7:-0.25&w1=1e-7&learning_rate=0.5&steps=20&unit=bits"
)


def test_a_long_scene_and_another_data_set_pass_the_gate(seen: See, base_url: str):
    lab, frames, _ = seen(f"{base_url}?{SCENE}&figures=sigmoid,table")
    lab.page.select_option("#dataset", "loans")
    lab.rest()
    gate = Gate()
    scenes = [came.scene for frame in frames if isinstance(came := gate.take(frame), Question)]
    assert parse(scenes[0]) == parse(SCENE)
    assert scenes[-1].startswith("dataset=loans&")


def test_the_page_asks_for_the_servers_addresses_and_no_other(seen: See, base_url: str):
    _, _, paths = seen(base_url)
    assert paths == set(HANDLERS) - CALLED_BY_HAND - {"/scene.html"}


def test_no_page_is_refused(seen: See):
    with serving() as served:
        lab, _, _ = seen(served.url)
        lab.drag("w1", 20)
        assert served.errors() == ""
