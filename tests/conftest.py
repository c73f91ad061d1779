"""A running server of the page, for every test that needs one."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import Any, NamedTuple, TextIO

import pytest

from logreg_app import catalog
from logreg_app.cli import main

SCRIPT = Path(sys.executable).with_name("logreg-explorable")
LONGEST = {"browser", "test_packaging.py"}  # folder and file whose tests take longest
PATIENCE = 60  # seconds until a server that does not start, answer or end is given up


@dataclass
class Program:
    """A program that runs, what it says, and, if it is a server of the page, its address."""

    process: subprocess.Popen[str]
    log: TextIO
    url: str = ""

    def line(self) -> str:
        """Next line on standard output; empty if the program ends or says nothing."""
        timer = Timer(PATIENCE, self.process.kill)
        timer.start()
        try:
            return self.process.stdout.readline()
        finally:
            timer.cancel()

    def errors(self) -> str:
        """All that stands on standard error so far."""
        self.log.seek(0)
        return self.log.read()


@contextmanager
def serving(*args: str, script: Path = SCRIPT, **options: Any) -> Iterator[Program]:
    """Run `logreg-explorable serve` at a free port until the block ends.

    `options` go to `subprocess.Popen`, such as `cwd`.
    """
    with running([str(script), "serve", "--port", "0", *args], **options) as program:
        said = program.line()
        found = re.search(r"http://\S+", said)
        if not found:
            pytest.fail(f"The server said {said!r} and\n{program.errors()}")
        program.url = found[0]
        yield program


@contextmanager
def running(command: list[str], **options: Any) -> Iterator[Program]:
    """Run a command in a process group of its own that is gone when the block ends."""
    # in append mode, so that reading moves nothing for the writer
    with TemporaryFile("a+") as log:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            start_new_session=True,
            **options,
        )
        try:
            yield Program(process, log)
        finally:
            _stop(process)


@pytest.fixture(scope="session")
def base_url() -> Iterator[str]:
    """Address of a server that runs as long as the tests do."""
    with serving() as served:
        yield served.url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the longest files begin first, so that the processes end at about the same time."""
    items.sort(key=lambda item: LONGEST.isdisjoint(item.path.parts))


class Done(NamedTuple):
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def as_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what a test adds to the catalog: other tests go over every data set.

    What was made of a data set is kept by its name, so each test names its data anew.
    """
    monkeypatch.setattr(catalog, "_added", {})


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run `logreg-explorable` in this process, where it takes no time to start."""

    def run(*args: str) -> Done:
        try:
            code = main(args)
        except SystemExit as ended:  # This is how argparse ends.
            code = ended.code
        return Done(code, *capsys.readouterr())

    return run


def _stop(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
