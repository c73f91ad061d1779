"""A page that loses its server goes on, says so, and is back by itself with all its inputs."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from conftest import Program, serving
from playwright.sync_api import Browser

from browser.conftest import Open, Pages
from browser.lab import Lab
from browser.proxy import Proxy, proxied
from browser.truth import agree
from logreg_app.scene import parse

NOTICE = 3000  # ms until a page says that its server does not answer
BACK = 10_000  # ms until it is back, once the server is
SAYS = "The server does not answer. Everything here works without it"
# This drags the coefficient for 1,300 ms without a pause in which the hand would rest. A busy
# machine changes nothing: the timer of the next move is always due before that of a rest.
DRAG = """async () => {
  let shown = 0;
  const replace = history.replaceState.bind(history);
  history.replaceState = (...given) => { shown += 1; replace(...given); };
  const slider = document.getElementById("w1");
  const began = performance.now();
  for (let i = 0; performance.now() - began < 1300; i++) {
    slider.value = -0.2 + 0.001 * (i % 50);
    slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await new Promise((go) => setTimeout(go, 20));
  }
  history.replaceState = replace;
  return [shown, location.search, (performance.now() - began) / 1000];
}"""
# The address is the scene with this coefficient and no other.
SHOWN = """(w1) => {
  const { figures, ...scene } = Object.fromEntries(new URLSearchParams(location.search));
  return JSON.stringify(scene) === JSON.stringify({ dataset: "loans", w1: String(w1) });
}"""


class Away:
    """A page, and how its server goes away and comes back."""

    def __init__(self, lab: Lab, proxy: Proxy, server: Program, start: Callable[[], Program]):
        self.lab, self.proxy, self.server, self.start = lab, proxy, server, start

    def kill(self) -> None:
        self.server.process.kill()
        self.server.process.wait()

    def start_anew(self) -> None:
        self.proxy.target = self.start().url

    def swallow(self) -> None:
        self.proxy.swallows = True

    def pass_on(self) -> None:
        self.proxy.swallows = False

    def go_offline(self) -> None:
        self.lab.page.context.set_offline(True)

    def go_online(self) -> None:
        self.lab.page.context.set_offline(False)


@pytest.fixture(scope="module")
def proxy() -> Iterator[Proxy]:
    with proxied() as running:
        yield running


@pytest.fixture(scope="module")
def start(proxy: Proxy) -> Iterator[Callable[[], Program]]:
    """Start a server behind the proxy; each has a secret of its own."""
    with ExitStack() as stack:
        origin = proxy.url.rstrip("/")
        yield lambda: stack.enter_context(serving("--allow-origin", origin))


@pytest.fixture(scope="module")
def first(proxy: Proxy, start: Callable[[], Program]) -> Program:
    """The server behind the proxy, until it is killed and another one takes its place."""
    program = start()
    proxy.target = program.url
    return program


@pytest.fixture(scope="module")
def behind(browser: Browser, proxy: Proxy, first: Program) -> Lab:
    """One page behind the proxy for all tests of the module: it is back by itself after each."""
    assert proxy.target == first.url
    return Lab(browser.new_page(), f"{proxy.url}?figures=sigmoid,loss,table")


@pytest.fixture
def away(behind: Lab, proxy: Proxy, first: Program, start: Callable[[], Program]) -> Iterator[Away]:
    behind.show("dataset=loans")
    it = Away(behind, proxy, first, start)
    yield it
    # A test that failed may have left the server away.
    it.pass_on()
    it.go_online()
    proxy.delay = 0.0


def wait_for_notice(lab: Lab, *, shown: bool, within: int) -> None:
    seen = f"() => document.getElementById('notice').hidden === {str(not shown).lower()}"
    lab.page.wait_for_function(seen, timeout=within)


def move(lab: Lab, times: int = 1) -> float:
    """Let the hand move and rest, without waiting for an answer; the coefficient then."""
    for _ in range(times):
        lab.slider("w1").press("PageUp")
    return lab.value("w1")


# Each way has a data set that the page, which stands, has not been given before.
WAYS = [
    ("swallow", "pass_on", "exam"),
    ("go_offline", "go_online", "seven-points"),
    ("kill", "start_anew", "rare"),
]


@pytest.mark.parametrize(("go", "come", "other"), WAYS, ids=[go for go, _, _ in WAYS])
def test_a_page_says_that_its_server_is_lost_and_is_back_by_itself(
    away: Away, go: str, come: str, other: str
):
    lab = away.lab
    lab.page.evaluate("() => { window.sameFor = 'the whole test'; }")
    getattr(away, go)()
    move(lab)
    wait_for_notice(lab, shown=True, within=NOTICE)
    assert lab.text("#notice").startswith(SAYS)
    here = move(lab)
    lab.page.wait_for_function(SHOWN, arg=here)
    lab.page.select_option("#dataset", other)
    assert lab.text("#problem").startswith("The data set stays as it is")
    getattr(away, come)()
    wait_for_notice(lab, shown=False, within=BACK)
    lab.rest()
    assert lab.value("w1") == here
    agree(lab)
    lab.choose(other)
    assert lab.value("dataset") == other
    assert lab.page.evaluate("window.sameFor") == "the whole test"
    assert not lab.page.locator("#notice").is_visible()


@pytest.mark.usefixtures("first")
def test_where_websockets_are_refused_nobody_can_tell(
    pages: Pages, proxy: Proxy, request: pytest.FixtureRequest
):
    proxy.refuses_websockets = True
    request.addfinalizer(lambda: setattr(proxy, "refuses_websockets", False))
    lab = Lab(pages.take(), proxy.url)
    lab.drag("w1", 20)
    agree(lab)
    lab.choose("exam")
    agree(lab)
    assert not lab.page.locator("#notice").is_visible()
    assert f"{proxy.url}question" in lab.requests
    lab.page.context.close()


def test_answers_that_come_three_seconds_late_do_not_replace_newer_scenes(away: Away):
    lab = away.lab
    away.proxy.delay = 3.0
    move(lab)
    wait_for_notice(lab, shown=True, within=NOTICE)
    here = move(lab, 2)
    wait_for_notice(lab, shown=False, within=BACK)
    away.proxy.delay = 0.0
    lab.rest()
    assert lab.value("w1") == here
    agree(lab)


# ---- what was entered ----------------------------------------------------------------------------


def test_what_is_dragged_is_in_the_address_before_the_hand_rests(shared: Open):
    lab = shared(view="figures=sigmoid")
    shown, query, seconds = lab.page.evaluate(DRAG)
    assert 1 <= shown <= 1 + 2 * seconds
    w1 = float(parse(query[1:])["w1"])
    assert -0.2 <= w1 <= -0.15


@pytest.mark.parametrize("key", ["Enter", "Tab"])
def test_a_half_typed_number_survives_a_reload(open_lab: Open, key: str):
    lab = open_lab("?figures=sigmoid")
    lab.box("w0").fill("7.2")
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.value("w0") == 8.12
    assert lab.box("w0").input_value() == "7.2"
    lab.box("w0").press(key)
    lab.rest()
    assert lab.value("w0") == 7.2
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert lab.page.evaluate("document.activeElement === document.body")
