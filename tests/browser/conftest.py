"""Real Chromium on a served page, or on one in a file."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Playwright, ViewportSize, sync_playwright

from browser.chromium import find
from browser.lab import Lab
from logreg_app.cli import main

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
    # With more room a page that has just opened is not swept at once. It lives for a second or two,
    # in which to optimise its code takes more time than that earns.
    "--js-flags=--min-semi-space-size=64 --initial-heap-size=512"
    " --invocation-count-for-maglev=1000 --invocation-count-for-turbofan=20000",
]
DESK = {"width": 1280, "height": 900}
# A page with one plot takes two thirds of the time of the usual one.
ONE_PLOT = "figures=sigmoid,table"
# What a page has kept is forgotten with it.
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"
Open = Callable[..., Lab]


class Pages:
    """Pages that tests take and give back.

    Each is as a new one when it is taken; to open an address on it takes half the time. What cannot
    be taken back, such as a script that is added to a page, is for a page of one's own.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.free: dict[str, list[Page]] = {}
        self.kinds: dict[Page, str] = {}

    def take(
        self,
        *,
        viewport: Any = DESK,
        color_scheme: Any = "light",
        reduced_motion: Any = "no-preference",
        offline: bool = False,
        **options: Any,
    ) -> Page:
        """A page of a context with these options, the named ones of which can change later."""
        kind = repr(options)
        free = self.free.setdefault(kind, [])
        page = free.pop() if free else self.browser.new_context(**options).new_page()
        self.kinds[page] = kind
        page.set_viewport_size(viewport)
        page.emulate_media(media="null", color_scheme=color_scheme, reduced_motion=reduced_motion)
        page.context.set_offline(offline)
        return page

    def give_back(self, page: Page) -> None:
        """Keep a page without what a test has left on it and in its context."""
        try:
            for other in page.context.pages:
                if other is not page:
                    other.close()
            page.mouse.up()
            page.mouse.move(0, 0)
            page.evaluate(FORGET)
            page.context.clear_cookies()
            page.goto("about:blank")
        except Error:  # The page has crashed, or it stands where nothing can be forgotten.
            page.context.close()
        else:
            self.free[self.kinds[page]].append(page)


def launch(playwright: Playwright, *flags: str) -> Browser:
    """Start the browser of this machine."""
    path = find(playwright.chromium.executable_path)
    assert path, "The browser tests need Chromium or Google Chrome; `make chromium` installs it."
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


# While the browser is open its event loop runs, and the tests in other folders need a loop of their
# own; so it is closed after the last test in this one.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()


@pytest.fixture(scope="package")
def pages(chromium: Browser) -> Pages:
    return Pages(chromium)


@pytest.fixture(scope="module")
def browser(chromium: Browser, pages: Pages) -> Iterator[Browser]:
    """The browser, in which the tests of a module find no page of others."""
    yield chromium
    kept = {page.context for free in pages.free.values() for page in free}
    for context in chromium.contexts:
        if context not in kept:
            context.close()


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Make a file with the command, once for each list of options."""

    @cache
    def make(*options: str) -> Path:
        out = tmp_path_factory.mktemp("export") / "lab.html"
        assert main(["export", "--out", str(out), *options]) == 0
        return out

    return make


@pytest.fixture
def opened(pages: Pages) -> Iterator[Open]:
    """Open an address as in a fresh profile; an error or a warning of a page fails the test."""
    labs: list[Lab] = []

    def open_page(url: str, **context: Any) -> Lab:
        labs.append(Lab(pages.take(**context), url))
        return labs[-1]

    yield open_page
    complaints = [c for lab in labs for c in lab.complaints]
    for lab in labs:
        lab.leave()
        pages.give_back(lab.page)
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
        view: str = ONE_PLOT,
        way: str = "served",
        size: ViewportSize | None = None,
        **context: Any,
    ) -> Lab:
        lab = standing(way, view, **context)
        used.append(lab)
        lab.page.set_viewport_size(size or context.get("viewport", DESK))
        lab.page.emulate_media(
            color_scheme=context.get("color_scheme", "light"),
            reduced_motion=context.get("reduced_motion", "no-preference"),
        )
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
