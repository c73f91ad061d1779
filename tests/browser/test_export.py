"""One HTML file: no server, no network, the same page."""

import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from browser.lab import Lab
from conftest import SCRIPT
from playwright.sync_api import Browser

from logreg_app.palette import DARK


@pytest.fixture
def exported(tmp_path: Path) -> Callable[..., str]:
    """Make a file with the command; return its address."""

    def make(*options: str) -> str:
        out = tmp_path / "lab.html"
        subprocess.run([SCRIPT, "export", "--out", out, *options], check=True, capture_output=True)
        return out.as_uri()

    return make


@pytest.fixture
def open_file(browser: Browser, exported: Callable[..., str]) -> Callable[..., Lab]:
    """Open an exported file in a browser whose network is off."""

    def open_it(*options: str) -> Lab:
        context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
        lab = Lab(context.new_page(), exported(*options))
        assert lab.complaints == []
        assert [url for url in lab.requests if not url.startswith(("file:", "data:"))] == []
        return lab

    return open_it


def close_to_the_core(lab: Lab) -> None:
    frame = lab.frame()
    for column in ("logit", "odds", "p", "loss", "residual"):
        np.testing.assert_allclose(
            lab.numbers("samples", column), frame.samples[column], rtol=1e-12, atol=1e-300
        )
    assert lab.text("#mean-loss") == f"{frame.summary['mean_loss']:.6f}"


def test_the_file_opens_and_follows_the_hand_without_a_network(open_file) -> None:
    lab = open_file()
    assert lab.text("#mean-loss") == "0.310898"
    lab.drag("w1", -20)
    lab.drag("threshold", 20)
    lab.press("w0", "PageUp")
    close_to_the_core(lab)
    assert lab.text("#status").startswith("w₀ = 8.32, ")
    lab.page.click("#samples tbody tr:nth-child(2)")
    assert lab.selected() == [1]
    lab.type("w0", "abc")
    assert "is not a number" in lab.text("#problem")
    lab.page.click("#reset")
    lab.rest()
    assert lab.text("#mean-loss") == "0.310898"


def test_options_set_the_scene(open_file) -> None:
    lab = open_file(
        *("--dataset", "seven-points", "--w0", "-1", "--w1", "2.7", "--threshold", "0.4"),
        *("--figures", "sigmoid,by-hand", "--hide", "threshold,dataset", "--theme", "dark"),
        *("--title", "Seven points & more"),
    )
    assert [lab.value(c) for c in ("w0", "w1", "threshold")] == [-1.0, 2.7, 0.4]
    close_to_the_core(lab)
    assert lab.page.title() == lab.text("h1") == "Seven points & more"
    assert lab.page.locator(".card").count() == 2
    assert lab.page.get_by_role("slider").count() == 2
    assert not lab.page.locator("#dataset").is_visible()
    background = (
        "() => getComputedStyle(document.documentElement).getPropertyValue('--page').trim()"
    )
    assert lab.page.evaluate(background) == DARK["page"]


def test_a_sandboxed_frame_runs_it(browser: Browser, exported, tmp_path: Path) -> None:
    exported()
    host = tmp_path / "host.html"
    host.write_text(
        '<iframe sandbox="allow-scripts" src="lab.html" width="900" height="700"></iframe>'
    )
    page = browser.new_context(offline=True).new_page()
    page.goto(host.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("#status[aria-busy=false]").wait_for()
    frame.get_by_label("Coefficient w₁").press("ArrowRight")
    assert frame.locator("#w1-number").input_value() == "−0.0935"
    page.context.close()


def test_the_file_is_small(exported, tmp_path: Path) -> None:
    exported()
    packed = gzip.compress((tmp_path / "lab.html").read_bytes())
    assert len(packed) <= 520_000


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--dataset", "nope"], "There is no data set “nope”. Known: loans, "),
        (["--w0", "200"], "--w0 must lie between -20 and 20, got 200."),
        (["--threshold", "nan"], "--threshold must lie between 0 and 1, got nan."),
        (["--figures", "sigmoid,nope"], "--figures has no “nope”. Known: sigmoid, loss, boundary"),
        (["--hide", "nope"], "--hide has no “nope”. Known: title, "),
        (["--out", "missing/lab.html"], "There is no folder missing; make it, or choose another"),
        (
            ["--out", "there.html"],
            "there.html is there already; choose another --out, or add --force.",
        ),
        (
            ["--out", "folder", "--force"],
            "Cannot write folder (Is a directory); choose another --out.",
        ),
    ],
)
def test_what_cannot_be_made_says_why(tmp_path: Path, options: list[str], sentence: str) -> None:
    (tmp_path / "there.html").write_text("mine")
    (tmp_path / "folder").mkdir()
    ran = subprocess.run(
        [SCRIPT, "export", "--out", "lab.html", *options],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"logreg-explorable: {sentence}")
    assert ran.stderr.count("\n") == 1
    assert (tmp_path / "there.html").read_text() == "mine"
    assert not (tmp_path / "lab.html").exists()


def test_panel_is_not_loaded_for_a_file() -> None:
    code = "import sys, logreg_app.export; sys.exit('panel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
