"""While the hand moves the browser draws; when it rests NumPy's numbers stand; no jump back."""

import signal
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from browser.lab import Lab
from conftest import Program, serving
from playwright.sync_api import Browser, Route

DELAY = 300  # ms added to everything the server says

# every value of w1 that stands in the summary after each painted frame
WATCH = """() => {
  const summary = Bokeh.documents[0].get_model_by_name("summary");
  window.painted = [];
  const look = () => {
    const w1 = summary.data.w1[0];
    if (window.painted.at(-1) !== w1) window.painted.push(w1);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
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
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(LATE)
    yield Lab(page, base_url)
    page.close()


def test_every_value_of_a_drag_is_drawn_by_the_browser(lab: Lab) -> None:
    lab.page.evaluate("""() => {
      window.moved = [];
      const hear = (e) => moved.push(Number(e.target.value));
      document.getElementById("w1").addEventListener("input", hear);
    }""")
    lab.page.evaluate("""() => {
      const summary = Bokeh.documents[0].get_model_by_name("summary");
      window.drawn = [];
      summary.properties.data.change.connect(() => drawn.push(summary.data.w1[0]));
    }""")
    lab.drag("w1", 60, steps=40)
    moved, drawn = lab.page.evaluate("() => [moved, drawn]")
    assert len(moved) > 10
    assert [v for v in moved if v not in drawn] == []


def test_only_the_value_goes_up_and_only_at_rest(open_lab: Callable[..., Lab]) -> None:
    lab = open_lab()
    lab.page.evaluate("""() => {
      window.sent = [];
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function (m) { sent.push(String(m)); return send.call(this, m); };
    }""")
    lab.drag("w1", 60, steps=40)
    changes = [m for m in lab.page.evaluate("() => sent") if '"kind":"' in m]
    # at the release, and where a slow machine makes the hand seem to rest on its way
    assert 1 <= len(changes) <= 10
    assert [c for c in changes if '"kind":"ColumnsPatched"' not in c or len(c) > 400] == []


def test_numpys_numbers_stand_at_rest(lab: Lab) -> None:
    lab.drag("w1", 17)
    frame = lab.frame()
    np.testing.assert_array_equal(lab.numbers("samples", "loss"), frame.samples["loss"])
    assert lab.numbers("summary", "mean_loss") == [frame.summary["mean_loss"]]


def test_nothing_jumps_back_while_answers_are_late(slow_lab: Lab) -> None:
    lab = slow_lab
    lab.page.evaluate(WATCH)
    box = lab.slider("w1").bounding_box()
    assert box is not None
    x, y = box["x"] + 40, box["y"] + box["height"] / 2
    lab.page.mouse.move(x, y)
    for start in (0, 40, 80):  # three drags to the right, each begun before the last one's answer
        lab.page.mouse.down()
        lab.page.mouse.move(x + start + 40, y, steps=8)
        lab.page.mouse.up()
        lab.page.wait_for_timeout(60)
    lab.rest()
    painted = lab.page.evaluate("() => painted")
    assert len(painted) > 10
    assert painted[1:] == sorted(painted[1:])  # always to the right, never back
    frame = lab.frame()
    np.testing.assert_array_equal(lab.numbers("samples", "p"), frame.samples["p"])


def test_a_drag_draws_on_with_the_server_gone(browser: Browser) -> None:
    with serving() as served:
        lab = Lab(browser.new_page(), served.url)
        stop(served)
        lab.page.wait_for_selector("#notice:not([hidden])")
        assert "out of reach" in lab.text("#notice")
        box = lab.slider("w0").bounding_box()
        assert box is not None
        lab.page.mouse.move(box["x"] + 60, box["y"] + box["height"] / 2)
        lab.page.mouse.down()
        lab.page.mouse.move(box["x"] + 90, box["y"] + box["height"] / 2, steps=5)
        lab.page.mouse.up()
        lab.page.wait_for_selector("#status[aria-busy=false]")
        expected = lab.frame().samples["loss"]
        np.testing.assert_allclose(lab.numbers("samples", "loss"), expected, rtol=1e-12)
        assert lab.text("#mean-loss") != "0.310898"
        lab.page.click("#samples tbody tr:nth-child(2)")
        assert lab.selected() == [1]
        lab.page.select_option("#dataset", "exam")
        assert "needs the server" in lab.text("#problem")
        assert lab.page.input_value("#dataset") == "loans"
        assert [c for c in lab.complaints if "cannot send" in c] == []
        lab.page.close()


def stop(served: Program) -> None:
    served.process.send_signal(signal.SIGKILL)
    served.process.wait()


def test_the_undocumented_names_of_bokeh_are_still_there(lab: Lab) -> None:
    lab.page.wait_for_selector("body[data-hastened]")
    assert lab.page.get_attribute("body", "data-hastened") == "4"  # plots painted in every frame


def test_without_these_names_the_page_still_draws(browser: Browser, base_url: str) -> None:
    page = browser.new_page()
    page.route("**/bokeh.min.js*", without_throttle)
    lab = Lab(page, base_url)
    assert lab.page.get_attribute("body", "data-hastened") == "0"
    lab.drag("w1", 20)
    frame = lab.frame()
    np.testing.assert_array_equal(lab.numbers("samples", "p"), frame.samples["p"])
    page.close()


def without_throttle(route: Route) -> None:
    """BokehJS with the name that the page checks for moved elsewhere."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("throttled_paint", "moved_paint"))
