"""One HTML file: no server, no network, the same page."""

import gzip
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Done
from playwright.sync_api import Browser, expect

from browser.conftest import Open
from browser.truth import close
from logreg_app.figures import figures
from logreg_app.palette import DARK


def test_the_file_opens_and_follows_the_hand_without_a_network(open_file: Open) -> None:
    lab = open_file()
    assert lab.text("#mean-loss") == "0.310898"
    lab.drag("w1", -20)
    lab.drag("threshold", 20)
    lab.press("w0", "PageUp")
    close(lab, "samples", "curve", "boundary")
    assert lab.text("#status").startswith("w₀ = 8.32, ")
    lab.page.click("#samples tbody tr:nth-child(2)")
    assert lab.selected() == [1]
    lab.type("w0", "abc")
    assert "is not a number" in lab.text("#problem")
    lab.click("reset")
    assert lab.text("#mean-loss") == "0.310898"


def test_a_file_trains_as_the_core_does(open_file: Open) -> None:
    lab = open_file("--figures", ",".join(figures()))
    lab.click("ten", "ten", "step")
    assert lab.value("steps") == 21
    close(lab, "samples", "history", "gradient", "path", "surface_now", "decision", "evidence")


def test_options_set_the_scene(open_file: Open) -> None:
    lab = open_file(
        *("--dataset", "seven-points", "--w0", "-1", "--w1", "2.7", "--threshold", "0.4"),
        *("--figures", "sigmoid,by-hand", "--hide", "threshold,dataset", "--theme", "dark"),
        *("--title", "Seven points & more", "--lock", "w1"),
    )
    assert [lab.value(c) for c in ("w0", "w1", "threshold")] == [-1.0, 2.7, 0.4]
    close(lab, "samples", "curve")
    assert lab.page.title() == lab.text("h1") == "Seven points & more"
    assert lab.page.locator(".card").count() == 2
    assert lab.page.get_by_role("slider").count() == 2
    assert not lab.page.locator("#dataset").is_visible()
    assert lab.slider("w1").is_disabled()
    assert lab.box("w1").is_disabled()
    assert lab.slider("w0").is_enabled()
    background = (
        "() => getComputedStyle(document.documentElement).getPropertyValue('--page').trim()"
    )
    assert lab.page.evaluate(background) == DARK["page"]


def test_reset_returns_to_the_files_own_opening(open_file: Open) -> None:
    lab = open_file("--w0", "3", "--threshold", "0.4")
    lab.drag("w0", 30)
    lab.click("reset")
    assert [lab.value(c) for c in ("w0", "w1", "threshold")] == [3.0, -0.094, 0.4]


def test_a_sandboxed_frame_runs_it(
    browser: Browser, exported: Callable[..., Path], tmp_path: Path
) -> None:
    host = tmp_path / "host.html"
    source = exported().as_uri()
    host.write_text(
        f'<iframe sandbox="allow-scripts" src="{source}" width="900" height="700"></iframe>'
    )
    page = browser.new_context(offline=True).new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(host.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("#status[aria-busy=false]").wait_for()
    frame.get_by_label("Coefficient w₁", exact=True).press("ArrowRight")
    expect(frame.locator("#w1-number")).to_have_value("−0.0935")
    page.wait_for_timeout(300)  # The page replaces its address where that is allowed.
    assert complaints == []
    page.context.close()


@pytest.mark.parametrize("shown", [(), ("--figures", ",".join(figures()))], ids=["lab", "all"])
def test_the_file_is_small(exported: Callable[..., Path], shown: tuple[str, ...]) -> None:
    assert len(gzip.compress(exported(*shown).read_bytes())) <= 520_000


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--dataset", "nope"], "There is no data set “nope”. Known: loans, "),
        (["--w0", "2e9"], "--w0 goes from −1000000000 to 1000000000, got 2000000000."),
        (["--threshold", "nan"], "--threshold is a number, got “nan”."),
        (["--steps", "1.5"], "--steps is a whole number, got “1.5”."),
        (["--unit", "bans"], "--unit is one of nats, bits, got “bans”."),
        (["--figures", "sigmoid,nope"], "--figures has no “nope”. Known: line, curve, sigmoid"),
        (["--hide", "nope"], "--hide has no “nope”. Known: "),
        (["--lock", "nope"], "--lock has no “nope”. Known: "),
        (["--lesson", "77"], "There is no lesson “77”. Known: "),
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
def test_what_cannot_be_made_says_why(
    command: Callable[..., Done],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    options: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.html").write_text("mine")
    (tmp_path / "folder").mkdir()
    ran = command("export", "--out", "lab.html", *options)
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"logreg-explorable: {sentence}")
    assert ran.stderr.count("\n") == 1
    assert (tmp_path / "there.html").read_text() == "mine"
    assert not (tmp_path / "lab.html").exists()


def test_panel_is_not_loaded_for_a_file() -> None:
    code = "import sys, logreg_app.export; sys.exit('panel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
