"""While the hand moves the browser draws; when it rests NumPy's numbers stand; no jump back."""

import signal
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from conftest import serving
from playwright.sync_api import Browser, WebSocket

from browser.conftest import DESK, Open
from browser.lab import PIXELS, Lab
from browser.truth import agree, close

DELAY = 300  # So many ms are added to everything that the server says.
REST = 120  # After so many ms without a move the page asks.
MESSAGE = 3  # A message of Bokeh has so many websocket frames: header, metadata, content.

# This notes every value of w1 in the table that the plots draw.
WATCH = """() => {
  const samples = Bokeh.documents.map((doc) => doc.get_model_by_name("samples")).find(Boolean);
  const { w0, w1 } = explorable.now().frame.summary;
  window.drawn = [w1];
  const { slope } = window;
  if (slope) samples.change.disconnect(slope);
  window.slope = () => drawn.push((samples.data.logit[0] - w0) / samples.data.x[0]);
  samples.change.connect(window.slope);
}"""
HEAR = """() => {
  window.moved = [];
  const hear = (e) => moved.push([Number(e.target.value), e.timeStamp]);
  document.getElementById("w1").oninput = hear;
}"""
LATE = f"""
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {{
    set onmessage(hear) {{ super.onmessage = (e) => setTimeout(() => hear(e), {DELAY}); }}
  }};
"""


@pytest.fixture(scope="module")
def line(browser: Browser, base_url: str) -> tuple[Lab, list[Any]]:
    """A page for the tests of this module, and the frames of its websocket that have gone up."""
    frames: list[Any] = []

    def hear(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: frames.append(payload))

    page = browser.new_page(viewport=DESK)
    page.on("websocket", hear)
    return Lab(page, base_url), frames


@pytest.fixture
def lab(line: tuple[Lab, list[Any]]) -> Iterator[Lab]:
    """The page at the opening of the loans; the tests share it."""
    lab, _ = line
    lab.show("dataset=loans")
    yield lab
    assert lab.complaints == []


@pytest.fixture(scope="module")
def late_page(browser: Browser, base_url: str) -> Lab:
    page = browser.new_page(viewport=DESK)
    page.add_init_script(LATE)
    return Lab(page, base_url)


@pytest.fixture
def slow_lab(late_page: Lab) -> Iterator[Lab]:
    """The page on a line whose answers come late; the tests share it."""
    late_page.show("dataset=loans")
    yield late_page
    assert late_page.complaints == []


@pytest.fixture(scope="module")
def gone(browser: Browser) -> tuple[Lab, Lab]:
    """Two pages whose server is gone; the second one had asked for a data set before."""
    with serving() as served:
        context = browser.new_context(viewport=DESK)
        drawn, asked = (Lab(context.new_page(), served.url) for _ in range(2))
        served.process.send_signal(signal.SIGSTOP)  # Nothing answers from now on.
        asked.page.select_option("#dataset", "exam")
        served.process.send_signal(signal.SIGKILL)
        served.process.wait()
        return drawn, asked


@pytest.fixture(scope="module")
def pictures(browser: Browser, base_url: str) -> Callable[[str], list[str]]:
    """Pictures of the plots on a dark page that opens at an address, once for each."""

    @cache
    def take(query: str) -> list[str]:
        page = browser.new_page(viewport=DESK, color_scheme="dark")
        lab = Lab(page, f"{base_url}?{query}")
        lab.rest()
        found = page.evaluate(PIXELS)
        assert lab.complaints == []
        page.close()
        return found

    return take


def pauses(times: list[float]) -> int:
    """How often a slow machine made the hand seem to rest on its way."""
    return sum(b - a >= REST for a, b in pairwise(times))


def test_every_value_of_a_drag_is_drawn_by_the_browser(lab: Lab) -> None:
    lab.page.evaluate(HEAR)
    lab.page.evaluate(WATCH)
    lab.drag("w1", 60, steps=40)
    moved, drawn = lab.page.evaluate("() => [moved.map(([value]) => value), drawn]")
    assert len(moved) > 10
    drawn = [round(value, 9) for value in drawn]
    assert [v for v in moved if v not in drawn] == []


def test_a_drag_redraws_while_it_moves(lab: Lab) -> None:
    lab.page.evaluate(WATCH)
    lab.grab("w1", 60, steps=20)
    lab.page.wait_for_function("() => drawn.length >= 5")  # The button is still down.
    lab.page.mouse.up()
    lab.rest()
    assert lab.value("w1") > -0.094


def test_nothing_goes_up_while_the_hand_moves(lab: Lab, line: tuple[Lab, list[Any]]) -> None:
    _, frames = line
    lab.page.evaluate(HEAR)
    before = len(frames)
    lab.grab("w1", 60, steps=40)
    during = len(frames) - before
    times = lab.page.evaluate("() => moved.map(([, time]) => time)")
    assert len(times) > 10
    assert during <= MESSAGE * pauses(times)
    lab.page.mouse.up()
    lab.rest()
    assert len(frames) > before


def test_one_question_goes_up_for_one_change_and_none_without(
    lab: Lab, line: tuple[Lab, list[Any]]
) -> None:
    _, frames = line
    before = len(frames)
    lab.page.wait_for_timeout(1000)
    assert len(frames) == before
    lab.press("w1", "ArrowRight")
    asked = frames[before:]
    assert len(asked) == MESSAGE
    assert '"kind":"ModelChanged"' in str(asked[-1])
    assert "dataset=loans&w1=-0.0935" in str(asked[-1])
    assert sum(map(len, asked)) < 800


def test_numpys_numbers_stand_at_rest(lab: Lab) -> None:
    lab.drag("w1", 17)
    agree(lab)


def test_rows_out_of_sight_are_written_at_rest(lab: Lab) -> None:
    lab.show("dataset=two-clouds")
    before = lab.trace()
    lab.drag("w1", 17)
    assert len(before) == 50
    assert [row for row, old in zip(lab.trace(), before, strict=True) if row == old] == []


def test_nothing_jumps_back_while_answers_are_late(slow_lab: Lab) -> None:
    lab = slow_lab
    lab.page.evaluate(WATCH)
    x, y = lab.thumb("w1")
    lab.page.mouse.move(x, y)
    for start in (0, 40, 80):  # Each drag begins before the last answer.
        lab.page.mouse.down()
        for step in range(1, 11):
            lab.page.mouse.move(x + start + 4 * step, y)
            lab.page.wait_for_timeout(DELAY / 8)
        lab.page.mouse.up()
    lab.rest()
    assert len(set(rightwards(lab))) > 10
    agree(lab)


def test_an_answer_that_another_question_has_overtaken_is_not_drawn(slow_lab: Lab) -> None:
    lab = slow_lab
    lab.page.evaluate(WATCH)
    for _ in range(6):  # Each key asks at once, before the last answer.
        lab.slider("w1").press("ArrowRight")
        lab.page.wait_for_timeout(DELAY / 3)
    lab.rest()
    assert len(set(rightwards(lab))) == 7
    agree(lab)


def rightwards(lab: Lab) -> list[float]:
    """Every value of w1 that was drawn: always to the right, never back."""
    drawn = [round(value, 9) for value in lab.page.evaluate("() => drawn")]
    assert drawn == sorted(drawn)
    return drawn


@pytest.mark.parametrize(
    ("first", "then"),
    [("two-clouds", "loans"), ("loans", "two-clouds"), ("seven-points", "loans")],
)
def test_plots_look_as_on_a_page_that_opens_there(
    open_lab: Open, pictures: Callable[[str], list[str]], first: str, then: str
) -> None:
    lab = open_lab(f"?dataset={first}&figures=sigmoid,loss,boundary,plane,gradient,table")
    lab.drag("w1", 9)
    lab.page.emulate_media(color_scheme="dark")
    lab.choose(then)
    lab.press("w1", "PageUp")
    lab.page.click("#samples tbody tr:nth-child(2)")
    lab.rest()
    drawn = lab.page.evaluate(PIXELS)
    assert len(drawn) >= 6
    assert drawn == pictures(lab.page.url.partition("?")[2])


def test_a_figure_that_another_data_set_brings_is_drawn_at_once(open_file: Open) -> None:
    lab, fresh = open_file(hash="#dataset=two-clouds"), open_file(hash="#dataset=loans")
    lab.choose("loans")
    drawn = [found.page.evaluate(PIXELS) for found in (lab, fresh)]
    assert len(drawn[0]) == 8
    assert drawn[0] == drawn[1]


def test_a_drag_draws_on_with_the_server_gone(gone: tuple[Lab, Lab]) -> None:
    lab, _ = gone
    lab.page.wait_for_selector("#notice:not([hidden])")
    assert "Everything here works without it" in lab.text("#notice")
    lab.grab("w0", 30)
    lab.page.mouse.up()
    lab.page.wait_for_function(
        "() => !document.querySelector('#status').textContent.startsWith('w₀ = 8.12')"
    )
    close(lab, "samples", "curve", "loss_curve")
    assert lab.text("#mean-loss") != "0.310898"
    lab.page.click("#samples tbody tr:nth-child(2)")
    assert lab.selected() == [1]
    lab.page.select_option("#dataset", "exam")
    assert "needs the server" in lab.text("#problem")
    assert lab.page.input_value("#dataset") == "loans"
    assert [c for c in lab.complaints if "cannot send" in c] == []


def test_a_data_set_asked_for_as_the_server_goes_is_said(gone: tuple[Lab, Lab]) -> None:
    _, lab = gone
    lab.page.wait_for_selector("#notice:not([hidden])")
    assert lab.page.input_value("#dataset") == "loans"
    assert "needs the server" in lab.text("#problem")
