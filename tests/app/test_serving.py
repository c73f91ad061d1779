"""How a server is set up and run: options, secret, cap, processes, health, numbers, log, start."""

import argparse
import asyncio
import gzip
import logging
import os
import re
import signal
import socket
import time
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack
from importlib.metadata import requires, version
from pathlib import Path
from typing import NamedTuple

import pytest
import tornado
from app.wire import Visitor, connected, get, status, token, visitors
from conftest import PATIENCE, SCRIPT, Program, running, serving

from logreg_app.page import tell_strangers
from logreg_app.serving import answers, log, server
from logreg_app.serving.counts import NAMES, Counts
from logreg_app.serving.gate import Question
from logreg_app.serving.options import OPTIONS, OptionError, Options, add_options, options_of
from logreg_app.serving.packing import gzipped, piece
from logreg_app.serving.shared import OTHERS, Shelf

ROOT = Path(__file__).parents[2]
SECRET = "a-secret-of-more-than-32-letters-for-the-tests"
KEEPS = {"LOGREG_SECRET": SECRET}


class Counted(NamedTuple):
    """A server, the port of its numbers, and the seconds that it took to start."""

    program: Program
    port: int
    seconds: float


def options(*args: str, **environ: str) -> Options:
    parser = argparse.ArgumentParser()
    add_options(parser)
    return options_of(parser.parse_args(args), environ)


@pytest.fixture(scope="module")
def small() -> Iterator[Program]:
    """A server for two readers at once."""
    with serving("--readers", "2") as program:
        yield program


@pytest.fixture(scope="module")
def counted() -> Iterator[Counted]:
    """A server with a secret of its own, that tells its numbers."""
    port = free_port()
    with serving("--monitor", str(port), env={**os.environ, **KEEPS}) as program:
        yield Counted(program, port, cpu(program))


@pytest.fixture(scope="module")
def pair() -> Iterator[Counted]:
    """A server of two processes, that tells its numbers."""
    port = free_port()
    with serving("--workers", "2", "--monitor", str(port)) as program:
        yield Counted(program, port, cpu(program))


def cpu(program: Program) -> float:
    """Seconds that a server has worked."""
    fields = Path(f"/proc/{program.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# ---- options -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("option", "variable", "field", "value"),
    [
        (("--port", "80"), {"LOGREG_PORT": "80"}, "port", 80),
        (("--address", "::1"), {"LOGREG_ADDRESS": "::1"}, "address", "::1"),
        (("--dataset", "exam"), {"LOGREG_DATASET": "exam"}, "dataset", "exam"),
        (("--readers", "7"), {"LOGREG_READERS": "7"}, "readers", 7),
        (("--workers", "3"), {"LOGREG_WORKERS": "3"}, "workers", 3),
        (("--monitor", "9000"), {"LOGREG_MONITOR": "9000"}, "monitor", 9000),
        (
            ("--allow-origin", "https://a.example", "http://b.lan:80"),
            {"LOGREG_ALLOW_ORIGIN": "https://a.example,http://b.lan"},
            "allow_origin",
            ("https://a.example", "http://b.lan"),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_option_can_stand_in_the_environment(
    option: tuple[str, ...], variable: dict[str, str], field: str, value: object
):
    assert getattr(options(*option), field) == value
    assert getattr(options(**variable), field) == value
    assert getattr(options(*option, **dict.fromkeys(variable, "nonsense")), field) == value


def test_a_secret_comes_from_a_file_or_the_environment(tmp_path: Path):
    file = tmp_path / "secret"
    file.write_text(f"{SECRET}\n", encoding="utf-8")
    assert options("--secret-file", str(file)).secret == SECRET
    assert options(LOGREG_SECRET=SECRET).secret == SECRET


def test_a_server_for_this_machine_makes_its_secret():
    first, second = options(), options()
    assert len(first.secret) >= 32
    assert first.secret != second.secret


@pytest.mark.parametrize(
    ("args", "environ", "says"),
    [
        (("--address", "0.0.0.0"), {}, 'export LOGREG_SECRET="$(logreg-explorable secret)"'),
        (("--address", "::"), {}, "Listening at :: needs a secret"),
        (("--address", "course.example"), {}, "needs a secret"),
        ((), {"LOGREG_SECRET": "short"}, "The secret has 5 letters and needs 32"),
        (("--secret-file", "/nope"), {}, "--secret-file: cannot read /nope"),
        ((), {"LOGREG_PORT": "x"}, "LOGREG_PORT: “x” is not a port"),
        ((), {"LOGREG_READERS": "0"}, "LOGREG_READERS: “0” is not a number"),
        ((), {"LOGREG_ALLOW_ORIGIN": "nope"}, "LOGREG_ALLOW_ORIGIN: “nope” is not an origin"),
    ],
)
def test_what_cannot_be_says_what_to_do(args: tuple[str, ...], environ: dict, says: str):
    with pytest.raises(OptionError, match=re.escape(says)):
        options(*args, **environ)


def test_the_command_makes_a_secret_that_is_long_enough():
    with running([str(SCRIPT), "secret"]) as program:
        made = program.line().strip()
    assert options("--address", "0.0.0.0", LOGREG_SECRET=made).secret == made


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_the_table_of_the_documentation_has_every_option(option):
    rows = (ROOT / "docs" / "serving.md").read_text("utf-8").splitlines()
    [row] = [row for row in rows if row.startswith(f"| `--{option.name}` |")]
    assert [cell.strip() for cell in row.split("|")[2:4]] == [
        f"`{option.variable}`",
        f"`{option.default}`" if option.default else "",
    ]


# ---- versions ------------------------------------------------------------------------------------

KNOWN_HOLES = {"bokeh": (3, 8, 2), "tornado": (6, 5, 3)}


def numbers(text: str) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", text)[:3])


def test_the_floors_leave_out_versions_with_known_holes():
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    floors = {
        re.match(r"\w+", each)[0]: numbers(re.search(r">=([\d.]+)", each)[1]) for each in listed
    }
    assert floors["bokeh"] >= KNOWN_HOLES["bokeh"][:2]
    assert KNOWN_HOLES["tornado"] <= server.TORNADO


@pytest.mark.parametrize("name", KNOWN_HOLES)
def test_the_installed_versions_have_no_known_hole(name: str):
    assert numbers(version(name)) >= KNOWN_HOLES[name]


def test_tornado_comes_with_bokeh():
    assert [each for each in requires("bokeh") if each.startswith("tornado")] != []


def test_a_tornado_with_known_holes_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tornado, "version_info", (6, 5, 2, 0))
    with pytest.raises(server.ServeError, match=r"pip install 'tornado>=6\.5\.3'"):
        server.run(options(), print)


# ---- a full server -------------------------------------------------------------------------------


def test_above_the_cap_a_page_says_so_and_the_file_is_there(small: Program):
    with Visitor(small.url) as first:
        first.open()
        with Visitor(small.url) as second:
            second.open()
            assert status(get(small.url, "/readiness")) == 503
            page = get(small.url, "/?lesson=03")
            assert status(page) == 503
            seconds = int(re.search(rb"Retry-After: (\d+)", page)[1])
            assert 5 <= seconds <= 20
            assert f'http-equiv="refresh" content="{seconds}"'.encode() in page
            assert b'href="scene.html"' in page
            assert status(get(small.url, "/scene.html?lesson=03")) == 200
            assert status(get(small.url, "/token")) == 503
            assert first.ask("dataset=loans", "summary")["turn"] == 1
        wait_for(lambda: status(get(small.url, "/readiness")) == 200)
        assert status(get(small.url, "/?lesson=03")) == 200


def wait_for(condition) -> None:
    for _ in range(PATIENCE * 10):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("It did not happen in time")


def test_a_token_from_before_the_server_was_full_is_refused(small: Program):
    wait_for(lambda: status(get(small.url, "/readiness")) == 200)
    good = token(small.url)
    with Visitor(small.url) as first, Visitor(small.url) as second:
        first.open()
        second.open()
        with Visitor(small.url, token_=good) as third:
            assert third.status == 503


def test_connections_that_ask_for_nothing_leave_room_for_others(small: Program):
    with ExitStack() as stack:
        idle = [stack.enter_context(connected(small.url)) for _ in range(150)]
        assert idle[-1].recv(1) == b""  # ended at once
        stack.close()
        wait_for(lambda: status(get(small.url, "/liveness")) == 200)


def test_the_server_starts_with_little_work(counted: Counted):
    assert counted.seconds < 1.5


# ---- what takes long -----------------------------------------------------------------------------


def test_an_answer_that_comes_too_late_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(answers, "BUDGET", 0.05)
    monkeypatch.setattr(answers, "_reply_to", lambda *_: time.sleep(0.3) or {})
    asked = Question(5, "dataset=loans&steps=10000", ("summary",))

    async def both():
        maker = answers.Answers(Counts())
        return await maker.answer(asked), await maker.answer(asked)

    late = {"turn": 5, "late": answers.LATE, "shapes": "{}", "numbers": b""}
    assert [answer.reply for answer in asyncio.run(both())] == [late, late]


# ---- processes -----------------------------------------------------------------------------------


def children(pid: int) -> list[int]:
    return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def test_workers_share_a_port_a_secret_and_the_numbers(pair: Counted):
    assert len(children(pair.program.process.pid)) == 2
    wait_for(lambda: monitored(pair.port)["readers"] == 0)
    before = monitored(pair.port)["questions"]
    with visitors(pair.program.url, 8) as found:
        assert [each.ask("dataset=loans", "summary")["turn"] for each in found] == [1] * 8
        now = monitored(pair.port)
        assert (now["readers"], now["questions"] - before) == (8, 8)
    wait_for(lambda: monitored(pair.port)["readers"] == 0)


def test_a_worker_that_is_killed_is_replaced(pair: Counted):
    served = pair.program
    before = children(served.process.pid)
    os.kill(before[0], signal.SIGKILL)
    wait_for(lambda: len(set(children(served.process.pid)) - set(before)) == 1)
    with visitors(served.url, 6) as found:
        assert [each.ask("dataset=loans", "summary")["turn"] for each in found] == [1] * 6
    assert "Worker 1 ended; another takes its place" in served.errors()


def test_workers_end_with_the_command():
    with serving("--workers", "2") as served:
        started = children(served.process.pid)
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(timeout=PATIENCE) == 0
        assert [pid for pid in started if Path(f"/proc/{pid}").exists()] == []


@pytest.mark.parametrize(
    ("secret", "expected"), [(SECRET, 101), (SECRET[::-1], 403)], ids=["one", "two"]
)
def test_a_token_is_good_at_every_server_with_its_secret(
    counted: Counted, secret: str, expected: int
):
    with serving(env={**os.environ, "LOGREG_SECRET": secret}) as other:
        visitor = Visitor(other.url, token_=token(counted.program.url))
        assert visitor.status == expected
        visitor.wire.close()


# ---- health, numbers, log ------------------------------------------------------------------------


def monitored(port: int) -> dict[str, float]:
    text = get(f"http://127.0.0.1:{port}/", "/numbers").rpartition(b"\r\n\r\n")[2].decode()
    rows = (line.removeprefix("logreg_").split() for line in text.splitlines())
    return {name: float(value) for name, value in rows}


@pytest.mark.parametrize(("path", "text"), [("/liveness", b"alive"), ("/readiness", b"ready")])
def test_the_server_says_how_it_is(base_url: str, path: str, text: bytes):
    answer = get(base_url, path)
    assert status(answer) == 200
    assert answer.endswith(b"\r\n\r\n" + text + b"\n")


def test_the_numbers_count_and_only_this_machine_reaches_them(counted: Counted):
    url, port = counted.program.url, counted.port
    before = monitored(port)
    with Visitor(url) as visitor:
        visitor.open().ask("dataset=loans", "summary")
        visitor.send("nonsense")
        visitor.end()
    get(url, "/")
    wait_for(lambda: monitored(port)["readers"] == 0)
    found = monitored(port)
    assert list(found) == list(NAMES)
    more = [found[name] - before[name] for name in ("pages", "questions", "refused")]
    assert more == [1, 1, 1]
    assert 0 < found["seconds"] - before["seconds"] < 1
    assert found["errors"] == found["late"] == 0
    assert status(get(url, "/numbers")) == 404
    listening = Path("/proc/net/tcp").read_text()
    assert f"0100007F:{port:04X} 00000000:0000 0A" in listening
    assert f"00000000:{port:04X} 00000000:0000 0A" not in listening


def said(*records: tuple[str, int, str, tuple]) -> list[str]:
    """Lines of the log, without their time; each record with the second at which it comes."""
    clock = iter([second for _, second, _, _ in records])
    muted, line = log.Muted(lambda: next(clock)), log.Line()
    made = [logging.LogRecord(n, logging.WARNING, "", 0, m, a, None) for n, _, m, a in records]
    return [line.format(record).partition(" ")[2] for record in made if muted.filter(record)]


def test_a_line_of_a_library_has_nothing_of_a_visitor():
    lines = said(("tornado.general", 0, "Malformed request from %s: %r", ("203.0.113.7", "\nx")))
    assert lines == ["WARNING tornado.general: Malformed request from %s: %r"]


def test_the_same_line_is_said_once_in_ten_seconds():
    events = [("logreg", second, "Refused %s", ("a ping",)) for second in (0, 1, 2, 9, 11, 12)]
    assert said(*events) == [
        "WARNING Refused a ping",
        "WARNING Refused a ping [and 3 more]",
    ]


def test_an_error_is_its_kind_and_place():
    with pytest.raises(ValueError, match="visitor") as caught:
        int("what a visitor sent")
    found = log.place_of(caught.value)
    assert re.fullmatch(
        r"ValueError in test_an_error_is_its_kind_and_place, test_serving.py:\d+", found
    )


def test_panel_serve_says_once_that_it_is_for_development(caplog: pytest.LogCaptureFixture):
    with caplog.at_level(logging.WARNING):
        tell_strangers.cache_clear()
        tell_strangers()
        tell_strangers()
    [line] = [record.getMessage() for record in caplog.records]
    assert "for development" in line
    assert "logreg-explorable serve" in line


# ---- what is sent --------------------------------------------------------------------------------


def test_pieces_are_one_gzip_file():
    pieces = [piece("a" * 1000), piece(""), piece("é" * 10)]
    packed = b"".join(gzipped(pieces))
    assert gzip.decompress(packed).decode() == "a" * 1000 + "é" * 10
    assert len(packed) < 100


def test_a_browser_keeps_bokehjs(base_url: str):
    page = gzip.decompress(get(base_url, "/", Accept_Encoding="gzip").partition(b"\r\n\r\n")[2])
    [src] = re.findall(r'src="(static/[^"]+)"', page.decode())
    answer = get(base_url, f"/{src}")
    assert b"immutable" in answer
    etag = re.search(rb'Etag: ("[^"]+")', answer)[1].decode()
    assert status(get(base_url, f"/{src}", If_None_Match=etag)) == 304


def test_each_page_has_a_token_of_its_own(base_url: str):
    found = [re.search(rb'data-token="([^"]+)"', get(base_url, "/"))[1] for _ in range(3)]
    assert len(set(found)) == 3


def test_strangers_push_no_usual_page_out():
    shelf = Shelf()
    pages = {name: ((piece(name),), ()) for name in ("lab", "lesson", *map(str, range(100)))}
    shelf.put((), pages["lab"])
    shelf.put((("lesson", "03"),), pages["lesson"])
    for i in range(100):
        shelf.put((("figures", str(i)),), pages[str(i)])
    assert shelf.get(()) == pages["lab"]
    assert shelf.get((("lesson", "03"),)) == pages["lesson"]
    kept = [i for i in range(100) if shelf.get((("figures", str(i)),))]
    assert kept == list(range(100 - OTHERS, 100))
