"""The command as it is typed: what it prints, and one line for everything that goes wrong."""

import re
import signal
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from socket import socket
from urllib.request import urlopen

import pytest
from conftest import PATIENCE, SCRIPT, running

from logreg_app import catalog
from logreg_app.document import TITLE

LISTENS = re.compile(r"The page is at (http://\S+:(\d+)/) \(Ctrl\+C stops the server\)\n")


def run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPT, *args], capture_output=True, text=True, timeout=PATIENCE, check=False
    )


def causes(errors: str) -> list[str]:
    """Lines on standard error without the usage that argparse puts before its own."""
    return re.sub(r"\Ausage: .*\n( +.*\n)*", "", errors).splitlines()


@pytest.fixture
def taken() -> Iterator[str]:
    with socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield str(listening.getsockname()[1])


def test_the_version_is_the_packages():
    done = run("--version")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        version("logreg-explorable") + "\n",
        "",
    )


def test_the_data_sets_are_listed_one_a_line():
    done = run("datasets")
    listed = [(line.split()[0], line.split()[1]) for line in done.stdout.splitlines()]
    assert listed == [(name, str(data.n)) for name, data in catalog.datasets().items()]
    assert (done.returncode, done.stderr) == (0, "")


def test_help_names_every_command():
    done = run("--help")
    assert {"serve", "datasets"} <= set(re.findall(r"\w+", done.stdout))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), r"serve,export,datasets"),
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
        (("serve", "--address", "203.0.113.7"), r"Cannot listen at 203\.0\.113\.7.*--address"),
        (("serve", "--address", "2001:db8::7"), r"Cannot listen at 2001:db8::7.*--address"),
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
