"""Real Chromium on a served page, or on one in a file."""

import json
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from browser.chromium import find
from browser.lab import Lab
from conftest import SCRIPT
from playwright.sync_api import Browser, Playwright, ViewportSize, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The address bar has two pages of its own that every window loads anew; without them a page
    # costs half as much.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
]
DESK = {"width": 1280, "height": 900}
Open = Callable[..., Lab]


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start the browser of this machine."""
    path = find(playwright.chromium.executable_path)
    assert path, "The browser tests need Chromium or Google Chrome; `make chromium` installs it."
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


# Each module has its own browser: while one is open its event loop runs, and the tests of other
# modules need an event loop of their own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Make a file with the command, once for each list of options."""

    @cache
    def make(*options: str) -> Path:
        out = tmp_path_factory.mktemp("export") / "lab.html"
        subprocess.run([SCRIPT, "export", "--out", out, *options], check=True, capture_output=True)
        return out

    return make


@pytest.fixture
def opened(browser: Browser) -> Iterator[Open]:
    """Open an address in a fresh profile; the test fails if a page logs an error or a warning."""
    labs: list[Lab] = []

    def open_page(url: str, **context: Any) -> Lab:
        lab = Lab(browser.new_context(**{"viewport": DESK, **context}).new_page(), url)
        labs.append(lab)
        return lab

    yield open_page
    complaints = [c for lab in labs for c in lab.complaints]
    for lab in labs:
        lab.page.context.close()
    assert complaints == []


@pytest.fixture
def open_lab(opened: Open, base_url: str) -> Open:
    """Open the served page with a query."""
    return lambda query="", **context: opened(base_url + query, **context)


@pytest.fixture(scope="module")
def standing(browser: Browser, request: pytest.FixtureRequest) -> Callable[..., Lab]:
    """Open a view, `served` or in a `file`, once for all tests of a module and each context."""
    ways = {
        "served": lambda: f"{request.getfixturevalue('base_url')}?",
        "file": lambda: f"{request.getfixturevalue('exported')().as_uri()}#",
    }

    @cache
    def open_once(way: str, view: str, context: str) -> Lab:
        options = {"viewport": DESK, "offline": way == "file", **json.loads(context)}
        return Lab(browser.new_context(**options).new_page(), ways[way]() + view)

    return lambda way, view, **context: open_once(way, view, json.dumps(context, sort_keys=True))


@pytest.fixture
def shared(standing: Callable[..., Lab]) -> Iterator[Callable[..., Lab]]:
    """Open a scene on a page that stands already, which takes a tenth of the time of a new page.

    The tests of a module share a page for each `view`, the part of the address that says what the
    page shows, and for each context; `size` is that of its window. What the tests before left open
    is closed. Once the page logs an error or a warning, each test that uses it fails.
    """
    used: list[Lab] = []

    def show(
        scene: str = "dataset=loans",
        view: str = "",
        way: str = "served",
        size: ViewportSize | None = None,
        **context: Any,
    ) -> Lab:
        lab = standing(way, view, **context)
        used.append(lab)
        lab.page.set_viewport_size(size or context.get("viewport", DESK))
        lab.page.emulate_media(color_scheme=context.get("color_scheme", "light"))
        lab.tidy()
        lab.show(scene)
        return lab

    yield show
    assert [c for lab in used for c in lab.complaints] == []


@pytest.fixture
def open_file(opened: Open, exported: Callable[..., Path]) -> Open:
    """Open an exported file with what follows #, in a browser whose network is off."""

    def open_it(*options: str, hash: str = "") -> Lab:
        lab = opened(exported(*options).as_uri() + hash, offline=True)
        assert [url for url in lab.requests if not url.startswith(("file:", "data:"))] == []
        return lab

    return open_it


@pytest.fixture
def open_scene(request: pytest.FixtureRequest) -> Callable[[str, str], Lab]:
    """Open a scene, `served` or in a `file`."""
    ways = {
        "served": lambda query: request.getfixturevalue("open_lab")(f"?{query}"),
        "file": lambda query: request.getfixturevalue("open_file")(hash=f"#{query}"),
    }
    return lambda way, query: ways[way](query)


@pytest.fixture
def lab(open_lab: Open) -> Lab:
    return open_lab()
