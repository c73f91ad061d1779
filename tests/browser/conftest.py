"""Real Chromium on a served page."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from browser.lab import Lab
from playwright.sync_api import Browser, sync_playwright

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """Path of the system's browser."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path, f"The browser tests need one of {', '.join(NAMES)}; `make chromium` installs it."
    return path


# of one module only: while it is open its event loop runs, and tests elsewhere need their own
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_lab(browser: Browser, base_url: str) -> Iterator[Callable[..., Lab]]:
    """Open the page in a fresh profile; the test fails if the page logs an error or a warning."""
    opened: list[Lab] = []

    def open_page(query: str = "", **context: Any) -> Lab:
        context = {"viewport": {"width": 1280, "height": 900}, **context}
        lab = Lab(browser.new_context(**context).new_page(), base_url + query)
        opened.append(lab)
        return lab

    yield open_page
    complaints = [c for lab in opened for c in lab.complaints]
    for lab in opened:
        lab.page.context.close()
    assert complaints == []


@pytest.fixture
def lab(open_lab: Callable[..., Lab]) -> Lab:
    return open_lab()
