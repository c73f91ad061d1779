"""The command as it is typed: what it prints, and one line for everything that goes wrong."""

import json
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from socket import socket
from urllib.request import urlopen

import pytest
from conftest import PATIENCE, SCRIPT, running

from logreg_app import catalog
from logreg_app.lesson import lessons
from logreg_app.state import SETTINGS, State
from logreg_app.view import THEMES, TITLE

LISTENS = re.compile(r"The page is at (http://\S+:(\d+)/) \(Ctrl\+C stops the server\)\n")


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPT, *args], capture_output=True, text=True, timeout=PATIENCE, check=False
    )


def causes(errors: str) -> list[str]:
    """Lines on standard error without the usage that argparse puts before its own."""
    return re.sub(r"\Ausage: .*\n( +.*\n)*", "", errors).splitlines()


def scene_in(file: Path) -> dict[str, str]:
    """The scene that a file opens with."""
    text = file.read_text("utf-8")
    [raw] = re.findall(r'<script type="application/json" id="page">(.*?)</script', text, re.S)
    return json.loads(raw)["scene"]


@pytest.fixture
def taken() -> Iterator[str]:
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield str(listening.getsockname()[1])


def test_the_data_sets_are_listed_one_a_line():
    done = run("datasets")
    listed = [(line.split()[0], line.split()[1]) for line in done.stdout.splitlines()]
    assert listed == [(name, str(data.n)) for name, data in catalog.datasets().items()]
    assert (done.returncode, done.stderr) == (0, "")


def test_the_lessons_are_listed_one_a_line():
    done = run("lessons")
    assert done.stdout.splitlines() == [f"{n}  {each.title}" for n, each in lessons().items()]
    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_every_command():
    done = run("--help")
    assert {"serve", "export", "lessons", "datasets"} <= set(re.findall(r"\w+", done.stdout))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), r"serve,export,secret,lessons,datasets"),
        (("nope",), r"nope"),
        (("serve", "--nope"), r"--nope"),
        (("serve", "--dataset", "nope"), r"no data set “nope”. Known: loans"),
        (("serve", "--dataset", ""), r"no data set “”. Known: loans"),
        (("serve", "--port", "abc"), r"--port: “abc” is not a port; .*0 to 65535"),
        (("serve", "--port", ""), r"--port: “” is not a port"),
        (("serve", "--port", "70000"), r"“70000” is not a port; .*0 to 65535"),
        (("serve", "--port=-1"), r"“-1” is not a port; .*0 to 65535"),
        (("serve", "--port", "9" * 25), r"“9{20}” is not a port"),
        (("serve", "--port", "٨٠"), r"“٨٠” is not a port"),
        (("serve", "--address", "203.0.113.7"), r"Listening at 203\.0\.113\.7 needs a secret"),
        (
            ("serve", "--allow-origin", "course.example"),
            r"--allow-origin: “course\.example” is not",
        ),
    ],
)
def test_what_cannot_run_says_why_on_one_line(args: tuple[str, ...], says: str):
    done = run(*args)
    assert done.returncode != 0
    assert done.stdout == ""
    [cause] = causes(done.stderr)
    assert re.search(f"^logreg-explorable.*: .*{says}", cause)


def test_a_port_that_is_taken_says_so_on_one_line(taken: str):
    done = run("serve", "--address", "127.0.0.1", "--port", taken)
    assert (done.returncode, done.stdout) == (1, "")
    [cause] = causes(done.stderr)
    assert re.search(f"Port {taken} is in use; .*--port", cause)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=lambda stop: stop.name)
def test_a_free_port_is_found_served_and_left_at_a_signal(stop: signal.Signals):
    with running([str(SCRIPT), "serve", "--port", "0"]) as program:
        said = LISTENS.fullmatch(program.line())
        assert said, program.errors()
        assert int(said[2]) > 0
        with urlopen(said[1], timeout=PATIENCE) as answer:
            assert (answer.status, f"<h1>{TITLE}</h1>" in answer.read().decode()) == (200, True)
        program.process.send_signal(stop)
        assert program.process.wait(timeout=PATIENCE) == 0
        assert "Traceback" not in program.errors()


# ---- export --------------------------------------------------------------------------------------


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "lab.html"


@pytest.fixture(scope="module")
def export_help() -> str:
    return run("export", "--help").stdout


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_an_option(export_help: str, name: str):
    assert f"--{name.replace('_', '-')} " in export_help
    assert State.param[name].label in re.sub(r"\s+", " ", export_help)


@pytest.mark.parametrize(
    ("args", "scene"),
    [
        ((), {"dataset": "loans"}),
        (("--dataset", "exam"), {"dataset": "exam"}),
        (("--w1", "-0.0915", "--steps", "3"), {"dataset": "loans", "w1": "-0.0915", "steps": "3"}),
        (("--w1=-1e-3",), {"dataset": "loans", "w1": "-0.001"}),
        (("--w1", "−0.5"), {"dataset": "loans", "w1": "-0.5"}),
        (("--standardise", "yes", "--l2", "0.5"), {"standardise": "1", "l2": "0.5"}),
        (("--moved", "4:52.5"), {"dataset": "loans", "moved": "4:52.5"}),
        (("--learning-rate", "0.0001"), {"dataset": "loans", "learning_rate": "0.0001"}),
        (("--lesson", "01", "--threshold", "0.75"), {"threshold": "0.75"}),
    ],
    ids=" ".join,
)
def test_options_set_the_scene_of_a_file(out: Path, args: tuple[str, ...], scene: dict[str, str]):
    done = run("export", "--out", str(out), *args)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        rf"{out} has \d\.\d\d MB; it needs no server and no network\.\n", done.stdout
    )
    assert scene_in(out).items() >= scene.items()


@pytest.mark.parametrize("theme", THEMES)
def test_a_file_has_the_theme_and_the_title_that_were_asked_for(out: Path, theme: str):
    title = "Tom & Jerry's <b>"
    assert run("export", "--out", str(out), "--theme", theme, "--title", title).returncode == 0
    text = out.read_text("utf-8")
    assert f'data-theme="{theme}"' in text
    assert "<h1>Tom &amp; Jerry&#39;s &lt;b&gt;</h1>" in text


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--dataset", "nope"), r"no data set “nope”. Known: loans"),
        (("--lesson", "nope"), r"no lesson “nope”. Known: 01"),
        (("--figures", "sigmoid,nope"), r"--figures has no “nope”. Known: sigmoid"),
        (("--hide", "nope"), r"--hide has no “nope”. Known: sigmoid"),
        (("--lock", "nope"), r"--lock has no “nope”. Known: sigmoid"),
        (("--theme", "nope"), r"--theme: .*nope"),
        (("--w0", "x"), r"--w0 is a number, got “x”"),
        (("--threshold", "2"), r"--threshold goes from 0 to 1"),
        (("--learning-rate", "x"), r"--learning-rate is a number, got “x”"),
        (("--cost-fp", "-1"), r"--cost-fp goes from 0"),
        (("--unit", "hartley"), r"--unit is one of nats, bits, got “hartley”"),
        (("--interaction", "1"), r"--interaction needs two features; loans has 1"),
        (("--moved", "9:1"), r"--moved names samples 1 to 6 of loans"),
        (("--moved", "9" * 5000 + ":1"), r"--moved "),
        (("--steps", "1.5"), r"--steps is a whole number"),
        (("--nope",), r"--nope"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)
def test_what_cannot_be_exported_says_why_on_one_line(out: Path, args: tuple[str, ...], says: str):
    done = run("export", "--out", str(out), *args)
    assert (done.returncode != 0, done.stdout, out.exists()) == (True, "", False)
    [cause] = causes(done.stderr)
    assert re.search(f"^logreg-explorable.*: .*{says}", cause)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("there.html", r"there\.html is there already; .*--force"),
        (".", r"is there already"),
        ("nope/lab.html", r"There is no folder .*nope; .*--out"),
        ("x" * 300, r"Cannot write .*--out"),
    ],
    ids=["there", "folder", "no folder", "long"],
)
def test_a_file_that_cannot_be_written_says_why_on_one_line(tmp_path: Path, name: str, says: str):
    (tmp_path / "there.html").write_text("mine", encoding="utf-8")
    done = run("export", "--out", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (1, "")
    [cause] = causes(done.stderr)
    assert re.search(f"^logreg-explorable: .*{says}", cause)
    assert (tmp_path / "there.html").read_text("utf-8") == "mine"
