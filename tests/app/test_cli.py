"""The command as it is typed: what it prints, and one line for everything that goes wrong."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from socket import socket
from types import SimpleNamespace
from urllib.request import urlopen

import pytest
from conftest import PATIENCE, SCRIPT, Done, running

from logreg_app import catalog
from logreg_app.lesson import lessons
from logreg_app.state import SETTINGS, State
from logreg_app.view import THEMES, TITLE

Command = Callable[..., Done]
LISTENS = re.compile(r"The page is at (http://\S+:(\d+)/) \(Ctrl\+C stops the server\)\n")


def run(*args: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a program of its own."""
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


def test_the_data_sets_are_listed_one_a_line(command: Command):
    done = command("datasets")
    listed = [(line.split()[0], line.split()[1]) for line in done.stdout.splitlines()]
    assert listed == [(name, str(data.n)) for name, data in catalog.datasets().items()]
    assert (done.returncode, done.stderr) == (0, "")


def test_the_lessons_are_listed_one_a_line(command: Command):
    done = command("lessons")
    assert done.stdout.splitlines() == [f"{n}  {each.title}" for n, each in lessons().items()]
    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_every_command(command: Command):
    done = command("--help")
    assert {"serve", "export", "lessons", "datasets"} <= set(re.findall(r"\w+", done.stdout))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("args", [("datasets",), ("lessons",), ("--help",)], ids=" ".join)
def test_the_program_says_what_the_command_says(command: Command, args: tuple[str, ...]):
    done = run(*args)
    assert (done.returncode, done.stdout, done.stderr) == command(*args)


def test_the_program_makes_a_secret():
    done = run("secret")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\S{32,}\n", done.stdout)


@pytest.mark.parametrize("args", [("nope",), ("serve", "--dataset", "nope")], ids=" ".join)
def test_the_program_fails_as_the_command_does(command: Command, args: tuple[str, ...]):
    done = run(*args)
    assert (done.returncode, done.stdout) == command(*args)[:2]
    assert causes(done.stderr) == causes(command(*args).stderr)


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a server would start: it would never end."""

    def run(*_args: object) -> None:
        pytest.fail("A server would have started.")

    monkeypatch.setitem(sys.modules, "logreg_app.serving.server", SimpleNamespace(run=run))


@pytest.mark.usefixtures("no_server")
@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), r"serve,export,guide,secret,lessons,datasets"),
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
def test_what_cannot_run_says_why_on_one_line(command: Command, args: tuple[str, ...], says: str):
    done = command(*args)
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


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_an_option(command: Command, name: str):
    said = command("export", "--help").stdout
    assert f"--{name.replace('_', '-')} " in said
    assert State.param[name].label in re.sub(r"\s+", " ", said)


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
def test_options_set_the_scene_of_a_file(
    command: Command, out: Path, args: tuple[str, ...], scene: dict[str, str]
):
    done = command("export", "--out", str(out), *args)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        rf"{out} has \d\.\d\d MB; it needs no server and no network\.\n", done.stdout
    )
    assert scene_in(out).items() >= scene.items()


@pytest.mark.parametrize("theme", THEMES)
def test_a_file_has_the_theme_and_the_title_that_were_asked_for(
    command: Command, out: Path, theme: str
):
    title = "Tom & Jerry's <b>"
    done = command("export", "--out", str(out), "--theme", theme, "--title", title)
    assert done.returncode == 0
    text = out.read_text("utf-8")
    assert f'data-theme="{theme}"' in text
    assert "<h1>Tom &amp; Jerry&#39;s &lt;b&gt;</h1>" in text


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--dataset", "nope"), r"no data set “nope”. Known: loans"),
        (("--lesson", "nope"), r"no lesson “nope”. Known: 01"),
        (("--figures", "sigmoid,nope"), r"--figures has no “nope”. Known: line"),
        (("--hide", "nope"), r"--hide has no “nope”. Known: line"),
        (("--lock", "nope"), r"--lock has no “nope”. Known: line"),
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
def test_what_cannot_be_exported_says_why_on_one_line(
    command: Command, out: Path, args: tuple[str, ...], says: str
):
    done = command("export", "--out", str(out), *args)
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
def test_a_file_that_cannot_be_written_says_why_on_one_line(
    command: Command, tmp_path: Path, name: str, says: str
):
    (tmp_path / "there.html").write_text("mine", encoding="utf-8")
    done = command("export", "--out", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (1, "")
    [cause] = causes(done.stderr)
    assert re.search(f"^logreg-explorable: .*{says}", cause)
    assert (tmp_path / "there.html").read_text("utf-8") == "mine"
