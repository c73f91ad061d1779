"""While the hand moves the browser draws; when it rests NumPy's numbers stand; no jump back."""

import signal
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from browser.conftest import DESK, Open
from browser.lab import PIXELS, Lab
from browser.truth import agree, close
from conftest import Program, serving
from playwright.sync_api import Browser, WebSocket

DELAY = 300  # So many ms are added to everything that the server says.
REST = 120  # After so many ms without a move the page asks.
MESSAGE = 3  # A message of Bokeh has so many websocket frames: header, metadata, content.

# This notes every value of w1 in the table that the plots draw.
WATCH = """() => {
  const samples = Bokeh.documents.map((doc) => doc.get_model_by_name("samples")).find(Boolean);
  const { w0, w1 } = explorable.now().frame.summary;
  window.drawn = [w1];
  const look = () => drawn.push((samples.data.logit[0] - w0) / samples.data.x[0]);
  samples.change.connect(look);
}"""
HEAR = """() => {
  window.moved = [];
  const hear = (e) => moved.push([Number(e.target.value), e.timeStamp]);
  document.getElementById("w1").addEventListener("input", hear);
}"""
LATE = f"""
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {{
    set onmessage(hear) {{ super.onmessage = (e) => setTimeout(() => hear(e), {DELAY}); }}
  }};
"""


@pytest.fixture
def slow_lab(browser: Browser, base_url: str) -> Iterator[Lab]:
    """The page on a line whose answers come late."""
    page = browser.new_page(viewport=DESK)
    page.add_init_script(LATE)
    yield Lab(page, base_url)
    page.close()


def sent(lab: Lab) -> list[str]:
    """Frames of the websocket that go up from now on, as the page reloads."""
    frames: list[Any] = []

    def hear(socket: WebSocket) -> None:
        socket.on("framesent", lambda payload: frames.append(payload))

    lab.page.on("websocket", hear)
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    lab.rest()
    return frames


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


def test_nothing_goes_up_while_the_hand_moves(lab: Lab) -> None:
    frames = sent(lab)
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


def test_one_question_goes_up_for_one_change_and_none_without(lab: Lab) -> None:
    frames = sent(lab)
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


def test_rows_out_of_sight_are_written_at_rest(open_lab: Open) -> None:
    lab = open_lab("?dataset=two-clouds")
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
def test_plots_look_as_on_a_page_that_opens_there(open_lab: Open, first: str, then: str) -> None:
    lab = open_lab(f"?dataset={first}&figures=sigmoid,loss,boundary,plane,gradient,table")
    lab.drag("w1", 9)
    lab.page.emulate_media(color_scheme="dark")
    lab.choose(then)
    lab.press("w1", "PageUp")
    lab.page.click("#samples tbody tr:nth-child(2)")
    lab.rest()
    fresh = open_lab("?" + lab.page.url.partition("?")[2], color_scheme="dark")
    fresh.rest()
    drawn = [found.page.evaluate(PIXELS) for found in (lab, fresh)]
    assert len(drawn[0]) >= 6
    assert drawn[0] == drawn[1]


def test_a_figure_that_another_data_set_brings_is_drawn_at_once(open_file: Open) -> None:
    lab, fresh = open_file(hash="#dataset=two-clouds"), open_file(hash="#dataset=loans")
    lab.choose("loans")
    drawn = [found.page.evaluate(PIXELS) for found in (lab, fresh)]
    assert len(drawn[0]) == 8
    assert drawn[0] == drawn[1]


def test_a_drag_draws_on_with_the_server_gone(browser: Browser) -> None:
    with serving() as served:
        lab = Lab(browser.new_page(), served.url)
        stop(served)
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
        lab.page.close()


def test_a_data_set_asked_for_as_the_server_goes_is_said(browser: Browser) -> None:
    with serving() as served:
        lab = Lab(browser.new_page(), served.url)
        served.process.send_signal(signal.SIGSTOP)  # Nothing answers from now on.
        lab.page.select_option("#dataset", "exam")
        stop(served)
        lab.page.wait_for_selector("#notice:not([hidden])")
        assert lab.page.input_value("#dataset") == "loans"
        assert "needs the server" in lab.text("#problem")
        lab.page.close()


def stop(served: Program) -> None:
    served.process.send_signal(signal.SIGKILL)
    served.process.wait()
