"""A page that loses its server goes on, says so, and is back by itself with all that was entered."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from browser.conftest import Open
from browser.lab import Lab
from browser.proxy import Proxy, proxied
from browser.truth import agree
from conftest import Program, serving
from playwright.sync_api import Browser

NOTICE = 3000  # ms until a page says that its server does not answer
BACK = 10_000  # ms until it is back, once the server is
SAYS = "The server does not answer. Everything here works without it"
COUNT = """() => {
  window.before = location.href;
  window.shown = 0;
  const replace = history.replaceState.bind(history);
  history.replaceState = (...given) => { window.shown += 1; replace(...given); };
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
    return start()


@pytest.fixture
def away(
    browser: Browser, proxy: Proxy, first: Program, start: Callable[[], Program]
) -> Iterator[Away]:
    proxy.target = first.url
    page = browser.new_page()
    yield Away(Lab(page, proxy.url), proxy, first, start)
    page.context.close()


def wait_for_notice(lab: Lab, *, shown: bool, within: int) -> None:
    seen = f"() => document.getElementById('notice').hidden === {str(not shown).lower()}"
    lab.page.wait_for_function(seen, timeout=within)


def move(lab: Lab, times: int = 1) -> float:
    """Let the hand move and rest, without waiting for an answer; the coefficient then."""
    for _ in range(times):
        lab.slider("w1").press("PageUp")
    return lab.value("w1")


WAYS = [("swallow", "pass_on"), ("go_offline", "go_online"), ("kill", "start_anew")]


@pytest.mark.parametrize(("go", "come"), WAYS, ids=[go for go, _ in WAYS])
def test_a_page_says_that_its_server_is_lost_and_is_back_by_itself(away: Away, go: str, come: str):
    lab = away.lab
    lab.page.evaluate("() => { window.sameFor = 'the whole test'; }")
    getattr(away, go)()
    move(lab)
    wait_for_notice(lab, shown=True, within=NOTICE)
    assert lab.text("#notice").startswith(SAYS)
    here = move(lab)
    lab.page.select_option("#dataset", "exam")
    assert lab.text("#problem").startswith("The data set stays as it is")
    getattr(away, come)()
    wait_for_notice(lab, shown=False, within=BACK)
    lab.rest()
    assert lab.value("w1") == here
    agree(lab)
    lab.choose("exam")
    assert lab.value("dataset") == "exam"
    assert lab.page.evaluate("window.sameFor") == "the whole test"
    assert not lab.page.locator("#notice").is_visible()
