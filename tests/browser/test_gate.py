"""The gate takes all that the real page sends, and the server has all that it asks for."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from browser.lab import Lab
from conftest import serving
from playwright.sync_api import Browser, WebSocket

from logreg_app.lesson import Lesson, lessons
from logreg_app.scene import parse
from logreg_app.serving.gate import Gate, Pull, Question
from logreg_app.serving.site import HANDLERS

PAGES = ["", "?dataset=two-clouds&figures=plane,surface,gradient,history,table", "?embed=1"]
CALLED_BY_HAND = {"/token", "/question", "/host.js", "/autoload.js", "/liveness", "/readiness"}


def seen(browser: Browser, url: str) -> tuple[Lab, list[Any], set[str]]:
    """The page at an address, the frames that it sends and the paths that it asks for."""
    frames: list[Any] = []
    paths: set[str] = set()
    page = browser.new_page()
    page.on("websocket", lambda socket: hear(socket, frames, paths))
    page.on("request", lambda request: paths.add(urlsplit(request.url).path))
    lab = Lab(page, url)
    lab.rest()
    return lab, frames, paths


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
def test_all_that_a_page_sends_passes_the_gate(browser: Browser, base_url: str, query: str):
    lab, frames, _ = seen(browser, base_url + query)
    lab.page.keyboard.press("Tab")
    for slider in lab.page.locator("input[type=range]:visible:enabled").all()[:4]:
        slider.press("ArrowRight")
        lab.rest()
    lab.page.close()
    gate = Gate()
    took = [came for frame in frames if (came := gate.take(frame))]
    assert [type(came) for came in took[:2]] == [Pull, Question]
    assert len(took) > 2


SCENE = (
    "dataset=exam&standardise=1&moved=4:2.5;7:-0.25&w1=1e-7&learning_rate=0.5&steps=20&unit=bits"
)


def test_a_long_scene_and_another_data_set_pass_the_gate(browser: Browser, base_url: str):
    lab, frames, _ = seen(browser, f"{base_url}?{SCENE}")
    lab.page.select_option("#dataset", "loans")
    lab.rest()
    lab.page.close()
    gate = Gate()
    scenes = [came.scene for frame in frames if isinstance(came := gate.take(frame), Question)]
    assert parse(scenes[0]) == parse(SCENE)
    assert scenes[-1].startswith("dataset=loans&")


def test_the_page_asks_for_the_servers_addresses_and_no_other(browser: Browser, base_url: str):
    lab, _, paths = seen(browser, base_url)
    lab.page.close()
    assert paths == set(HANDLERS) - CALLED_BY_HAND - {"/scene.html"}


def test_no_page_is_refused(browser: Browser):
    with serving() as served:
        lab, _, _ = seen(browser, served.url)
        lab.drag("w1", 20)
        lab.rest()
        lab.page.close()
        assert served.errors() == ""
