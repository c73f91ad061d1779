"""The component in a foreign Panel app, and in a notebook of a real Jupyter server."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from socket import socket
from time import sleep
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from conftest import PATIENCE, Program, running
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

SCRIPTS = Path(sys.executable).parent
FOREIGN = Path(__file__).parents[1] / "sites" / "foreign.py"
CELLS = (
    "import panel as pn\npn.extension(inline=True)\nfrom logreg_app import Explorable",
    "lab = Explorable('loans', figures='sigmoid', height=700)\nlab",
    "lab.threshold = 0.25\nlab.w1",
)


@pytest.fixture(scope="module")
def free_port() -> Callable[[], str]:
    def find() -> str:
        with socket() as probe:
            probe.bind(("127.0.0.1", 0))
            return str(probe.getsockname()[1])

    return find


@pytest.fixture(scope="module")
def app(free_port: Callable[[], str]) -> Iterator[str]:
    """Address of the foreign app."""
    port = free_port()
    command = ["panel", "serve", str(FOREIGN), "--port", port, "--address", "127.0.0.1"]
    origin = ["--allow-websocket-origin", f"127.0.0.1:{port}"]
    with running([str(SCRIPTS / command[0]), *command[1:], *origin]) as program:
        yield listening(f"http://127.0.0.1:{port}/foreign", program)


@pytest.fixture(scope="module")
def notebook(free_port: Callable[[], str], tmp_path_factory: pytest.TempPathFactory):
    """A notebook on disk, and its address in a Jupyter server."""
    folder, port = tmp_path_factory.mktemp("notebook"), free_port()
    file = folder / "lab.ipynb"
    file.write_text(json.dumps(notebook_of(*CELLS)), encoding="utf-8")
    options = ["--no-browser", f"--port={port}", "--ServerApp.ip=127.0.0.1", "--allow-root"]
    options += ["--IdentityProvider.token=secret"]
    with running([str(SCRIPTS / "jupyter-lab"), *options], cwd=folder) as program:
        yield file, listening(f"http://127.0.0.1:{port}/doc/tree/lab.ipynb?token=secret", program)


def notebook_of(*cells: str) -> dict:
    code = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = [{**code, "id": f"cell-{i}", "source": cell} for i, cell in enumerate(cells)]
    return {
        **{"cells": made, "metadata": {"kernelspec": python}},
        **{"nbformat": 4, "nbformat_minor": 5},
    }


def listening(url: str, program: Program) -> str:
    """The address, as soon as the program there listens."""
    for _ in range(PATIENCE * 10):
        assert program.process.poll() is None, program.errors()
        try:
            with urlopen(url, timeout=PATIENCE):
                return url
        except URLError:
            sleep(0.1)
    raise AssertionError(f"Nothing at {url}:\n{program.errors()}")


@pytest.fixture(scope="module")
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a fresh profile; the tests fail if a script there raises."""
    raised: list[str] = []

    def open_page(url: str) -> Page:
        page = browser.new_context(viewport={"width": 1000, "height": 900}).new_page()
        page.on("pageerror", lambda error: raised.append(str(error)))
        page.goto(url)
        return page

    yield open_page
    assert raised == []


@pytest.fixture(scope="module")
def foreign(visit: Callable[[str], Page], app: str) -> Page:
    """The foreign app, dark, which all of its tests share: to open it takes seconds."""
    page = visit(f"{app}?theme=dark")
    frame_of(page, 1)
    return page


def frame_of(page: Page, which: int = 0) -> FrameLocator:
    """A frame with a page that is drawn; one that is out of sight is not."""
    page.locator("iframe[sandbox]").nth(which).scroll_into_view_if_needed()
    frame = page.frame_locator("iframe[sandbox]").nth(which)
    frame.locator("body[data-ready=true]").wait_for()
    return frame


def drag(page: Page, frame: FrameLocator, name: str, by: int) -> None:
    """Drag a slider by some pixels, in small moves, and let it go."""
    box = frame.locator(f"#{name}").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by, y, steps=20)
    page.mouse.up()


def number(frame: FrameLocator, name: str) -> str:
    """What stands in the number box of a setting."""
    return frame.locator(f"#{name}-number").input_value().replace("−", "-")


# ---- a foreign Panel app -------------------------------------------------------------------------


def test_a_drag_moves_the_parameters_what_hangs_on_them_and_nothing_else(foreign: Page) -> None:
    loans, mine = frame_of(foreign), frame_of(foreign, 1)
    before = numbers(mine)
    drag(foreign, loans, "w0", 40)
    expect(said(foreign, numbers(loans))).to_contain_text(loans.locator("#mean-loss").inner_text())
    assert numbers(mine) == before


def test_undo_on_the_page_goes_to_python(foreign: Page) -> None:
    loans = frame_of(foreign)
    before = numbers(loans)
    drag(foreign, loans, "w0", -30)
    expect(said(foreign, before)).to_be_hidden()
    loans.get_by_role("button", name="Undo").click()
    expect(said(foreign, before)).to_be_visible()


def test_what_python_sets_moves_the_page_and_no_other(foreign: Page) -> None:
    before = numbers(frame_of(foreign))
    mine = frame_of(foreign, 1)
    foreign.locator(".noUi-handle").press("ArrowRight")
    expect(mine.locator("#threshold-number")).to_have_value("0.75")
    assert numbers(frame_of(foreign)) == before


def test_python_can_hold_the_hand_back_and_both_end_at_the_same_value(foreign: Page) -> None:
    foreign.locator("input[type=checkbox]").check()
    loans = frame_of(foreign)
    drag(foreign, loans, "w1", -80)
    expect(loans.locator("#w1-number")).to_have_value("−0.1")
    expect(said(foreign, numbers(loans))).to_be_visible()


def test_a_stranger_is_not_heard(foreign: Page) -> None:
    frame = frame_of(foreign)
    before = numbers(frame)
    data = {"type": "logreg-explorable.scene", "scene": {"w0": "99"}}
    foreign.evaluate("(data) => postMessage(data, '*')", data)
    inside = foreign.locator("iframe[sandbox]").first.element_handle().content_frame()
    inside.evaluate("(data) => postMessage(data, '*')", data)
    drag(foreign, frame, "threshold", 20)
    assert numbers(frame)[0] == before[0]
    expect(said(foreign, before)).to_be_visible()


def test_the_page_has_the_colours_and_the_height_that_fit_the_app(foreign: Page) -> None:
    root = frame_of(foreign).locator("html")
    expect(root).to_have_css("color-scheme", "dark")
    foreign.locator("fast-switch").click()
    expect(root).to_have_css("color-scheme", "light")
    height = root.locator("body").bounding_box()["height"]
    outside = foreign.locator("iframe[sandbox]").first.bounding_box()
    assert outside["height"] == pytest.approx(height, abs=2)


def test_another_data_set_opens_in_the_frame(foreign: Page) -> None:
    foreign.get_by_role("button", name="Exam").click()
    expect(foreign.frame_locator("iframe[sandbox]").first.locator("#dataset")).to_have_value("exam")
    exam = frame_of(foreign)
    drag(foreign, exam, "w0", 20)
    expect(said(foreign, numbers(exam))).to_be_visible()


def numbers(frame: FrameLocator) -> list[str]:
    """What stands in the number boxes of the weights."""
    return [number(frame, name) for name in ("w0", "w1")]


def said(page: Page, weights: list[str]) -> Locator:
    """The app's own text about these weights."""
    return page.get_by_text("w0 = {}, w1 = {},".format(*weights))


# ---- a notebook ----------------------------------------------------------------------------------


def test_a_notebook_shows_it_and_both_sides_move(visit, notebook: tuple[Path, str]) -> None:
    file, url = notebook
    page = visit(url)
    run(page, 0)
    run(page, 1)
    lab = frame_of(page)
    drag(page, lab, "w1", 30)
    w1 = number(lab, "w1")
    result = page.locator(".jp-OutputArea-executeResult").last
    for _ in range(PATIENCE):  # The kernel takes what the hand has set between two cells.
        run(page, 2)
        if w1 in result.inner_text():
            break
    expect(result).to_contain_text(w1)
    expect(frame_of(page).locator("#threshold-number")).to_have_value("0.25")
    page.keyboard.press("Control+s")
    expect(page.locator(".jp-mod-dirty")).to_have_count(0)
    shown = json.loads(file.read_text("utf-8"))["cells"][1]["outputs"]
    assert 400_000 < len(json.dumps(shown)) < 700_000  # The page stands in the file, once.


def run(page: Page, which: int) -> None:
    """Run a cell of the notebook, and wait until it has run."""
    page.get_by_text("| Idle").wait_for(timeout=PATIENCE * 1000)
    cell = page.locator(".jp-Notebook .jp-CodeCell").nth(which)
    cell.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    prompt = re.compile(r"\[\d+\]:")
    expect(cell.locator(".jp-InputPrompt")).to_have_text(prompt, timeout=PATIENCE * 1000)
