"""The shipped files for those who run a server: nginx, systemd, a container."""

import argparse
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from configparser import ConfigParser
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from app.wire import Visitor, get, status, visitors
from conftest import PATIENCE, Program, running, serving

from logreg_app.serving.options import OPTIONS, OptionError, add_options, options_of

DEPLOY = Path(__file__).parents[2] / "deploy"
SECRET = "a-secret-of-more-than-32-letters-for-the-tests"
READERS = 30

# what Debian's own configuration has around a file of conf.d, without root's paths
AROUND = """
daemon off; worker_processes 1; pid {folder}/pid; error_log stderr;
events {{ worker_connections 1024; }}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  include {folder}/site.conf;
}}
"""


def nginx() -> str:
    """Path of nginx."""
    path = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert path, "This test needs nginx; `make nginx` installs it."
    return path


@contextmanager
def in_front(folder: Path, port: int, *servers: str) -> Iterator[str]:
    """The shipped configuration with other ports, before some servers, until the block ends."""
    site = (DEPLOY / "nginx.conf").read_text("utf-8")
    line = re.compile(r"    server 127\.0\.0\.1:\d+( .*;).*\n")
    options = line.search(site)[1]
    lines = "".join(f"    server {urlsplit(url).netloc}{options}\n" for url in servers)
    site = line.sub("", site).replace("    zone logreg", f"{lines}    zone logreg")
    site = re.sub(r"listen 80;", f"listen 127.0.0.1:{port};", site)
    (folder / "site.conf").write_text(site, encoding="utf-8")
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
    command = [nginx(), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    url = f"http://127.0.0.1:{port}/"
    with running(command) as program:
        wait_for(lambda: answers(url), program)
        yield url


def wait_for(condition, program: Program) -> None:
    for _ in range(PATIENCE * 10):
        if condition():
            return
        assert program.process.poll() is None, program.errors()
        time.sleep(0.1)
    raise AssertionError(program.errors())


def answers(url: str) -> bool:
    try:
        return status(get(url, "/host.js")) == 200
    except OSError:
        return False


@contextmanager
def balanced(folder: Path) -> Iterator[tuple[str, list[Program]]]:
    """Address of nginx in front of three servers with one secret, and the three."""
    port = int(subprocess.check_output(["python3", "-c", FREE]))
    environ = {**os.environ, "LOGREG_SECRET": SECRET, "LOGREG_ADDRESS": "127.0.0.1"}
    environ["LOGREG_ALLOW_ORIGIN"] = f"http://127.0.0.1:{port}"
    with ExitStack() as stack:
        servers = [stack.enter_context(serving(env=environ)) for _ in range(3)]
        url = stack.enter_context(in_front(folder, port, *(each.url for each in servers)))
        yield url, servers


class Three:
    """Three servers behind one address; two tests kill one of them each."""

    def __init__(self, url: str, servers: list[Program]) -> None:
        self.url, self.servers = url, servers

    @property
    def alive(self) -> list[Program]:
        return [each for each in self.servers if each.process.poll() is None]

    def kill_one(self) -> None:
        one = self.alive[0]
        one.process.send_signal(signal.SIGKILL)
        one.process.wait()


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    with balanced(tmp_path_factory.mktemp("three")) as (url, servers):
        yield Three(url, servers)


FREE = "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"


def connections(program: Program) -> int:
    """Websockets that a server has."""
    found = 0
    for each in Path(f"/proc/{program.process.pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # A file may be closed while the others are read.
            found += os.readlink(each).startswith("socket:")
    return found


def test_any_server_answers_any_page(three: Three):
    servers = three.alive
    before = [connections(each) for each in servers]
    with visitors(three.url, READERS) as found:
        assert [asked(each) for each in found] == [True] * READERS
        after = [connections(each) for each in servers]
    shares = [now - then for now, then in zip(after, before, strict=True)]
    assert min(shares) > READERS / len(servers) / 2  # although all come from one address


def test_a_server_that_is_killed_costs_its_readers_a_new_connection(three: Three):
    with visitors(three.url, READERS) as found:
        three.kill_one()
        lost = sum(not asked(each) for each in found)
    assert 0 < lost < READERS
    began = time.monotonic()
    with visitors(three.url, lost) as back:
        assert [asked(each) for each in back] == [True] * lost
    assert time.monotonic() - began < 10


def asked(visitor: Visitor) -> bool:
    try:
        return visitor.ask("dataset=loans", "summary")["frame"]["summary"]["w0"] == 8.12
    except (EOFError, OSError):
        return False


def test_plain_questions_go_on_while_a_server_is_killed(three: Three):
    url = three.url
    body = b'{"scene":"dataset=loans","tables":"summary"}'
    three.kill_one()
    codes = [status(get(url, "/question", "POST", body, Origin=url.rstrip("/"))) for _ in range(20)]
    assert codes == [200] * 20


def test_a_class_behind_one_address_is_not_slowed_down(three: Three):
    assert [status(get(three.url, "/host.js")) for _ in range(300)] == [200] * 300


@pytest.mark.parametrize("path", ["/components/x", "/metadata", "/numbers"])
def test_what_the_page_does_not_use_is_not_found(three: Three, path: str):
    assert status(get(three.url, path)) == 404


# ---- systemd and container -----------------------------------------------------------------------


def test_the_unit_is_a_valid_one(tmp_path: Path):
    unit = (DEPLOY / "logreg.service").read_text("utf-8")
    parsed = ConfigParser(interpolation=None)
    parsed.optionxform = str
    parsed.read_string(unit)
    assert parsed.sections() == ["Unit", "Service", "Install"]
    command = parsed["Service"]["ExecStart"]
    assert command == "/opt/logreg/bin/logreg-explorable serve --workers 2"
    if systemd := shutil.which("systemd-analyze"):  # a container has none
        file = tmp_path / "logreg.service"
        file.write_text(unit.replace(command, "/bin/true"), "utf-8")
        done = subprocess.run(
            [systemd, "verify", file], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


INSTRUCTIONS = ("FROM", "COPY", "RUN", "USER", "ENV", "EXPOSE", "HEALTHCHECK", "CMD")


def test_the_container_file_says_what_the_command_needs():
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert [line.split()[0] for line in lines] == list(INSTRUCTIONS)
    named = set(re.findall(r"LOGREG_\w+", text))
    assert named <= {option.variable for option in OPTIONS}
    assert "USER 65534:65534" in lines  # nobody


def test_the_containers_command_asks_for_a_secret():
    parser = argparse.ArgumentParser()
    add_options(parser)
    with pytest.raises(OptionError, match="needs a secret"):
        options_of(parser.parse_args([]), {"LOGREG_ADDRESS": "0.0.0.0"})
