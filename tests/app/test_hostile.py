"""Hostile clients: the server lives on, holds nobody up, keeps nothing and says little."""

import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from app.wire import Visitor, connected, get, request, status, token
from conftest import Program, serving

from app import hostile
from logreg_app import catalog
from logreg_app.lesson import lessons

ROUNDS = int(os.environ.get("HOSTILE_ROUNDS", "1"))  # of `make hostile`
MOST_LOG = 1000  # bytes that one client may make the log longer
MOST_MEMORY = 10_000  # kB that one client may make the server larger while it works
MOST_KEPT = 5_000  # kB that stay, after all of them
MOST_CPU = 0.5  # seconds that one message may hold others up
TICK = os.sysconf("SC_CLK_TCK")
HALF = (b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc" + bytes(99))
GOOD = {100, 200, 304, 400, 403, 404, 405, 413, 417, 431, 501, 0}


class Watched:
    """A server, and what a client costs it."""

    def __init__(self, program: Program) -> None:
        self.program, self.url = program, program.url
        self.proc = Path(f"/proc/{program.process.pid}")

    @property
    def cpu(self) -> float:
        """Seconds that the server has worked."""
        fields = (self.proc / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self, name: str = "VmRSS") -> int:
        """kB that the server has in memory, or had at most."""
        return int(re.search(rf"{name}:\s+(\d+)", (self.proc / "status").read_text())[1])

    def kept(self) -> int:
        """kB that stay, the least while readers come: Python drops its garbage now and then."""
        found = []
        for path in hostile.addresses(2000):
            get(self.url, path)
            found.append(self.memory())
        return min(found)

    def rest(self) -> None:
        """Wait until the server has nothing to do."""
        for _ in range(200):
            before = self.cpu
            time.sleep(0.15)
            if self.cpu - before < 0.03:
                return

    def cost(self, attack: object) -> tuple[float, int, int]:
        """CPU seconds, bytes of log, and kB of memory at the peak, of one attack."""
        (self.proc / "clear_refs").write_text("5")  # the peak begins anew
        before = self.cpu, len(self.program.errors()), self.memory()
        attack()
        after = self.cpu, len(self.program.errors()), self.memory("VmHWM")
        cpu, log, peak = (now - then for now, then in zip(after, before, strict=True))
        return cpu, log, peak


@pytest.fixture(scope="module")
def server() -> Iterator[Watched]:
    """A server that has made all that it keeps."""
    with serving() as program:
        watched = Watched(program)
        get(program.url, "/static/js/bokeh.min.js", Accept_Encoding="gzip")
        for path in (*usual(), *usual()):
            get(program.url, path, Accept_Encoding="gzip")
        with Visitor(program.url) as reader:
            reader.open()
            for scene in ("dataset=rare", hostile.HEAVY):
                reader.ask(scene, "summary")
        watched.rest()
        yield watched


def usual() -> list[str]:
    """What readers ask for in a week, so that all rooms for what is kept are full."""
    names = catalog.datasets()
    pages = [f"/?dataset={name}" for name in names] + [f"/?lesson={n}&embed=1" for n in lessons()]
    files = [f"/scene.html?dataset={name}&w0=1" for name in names]
    return [*pages, *files, *(path for seed in range(5) for path in hostile.addresses(1000 + seed))]


@pytest.fixture(scope="module")
def at_first(server: Watched) -> int:
    """kB of memory before the first attack, with what is made once for all readers."""
    for query in ("", "?dataset=rare", *(f"?lesson={number}" for number in lessons())):
        assert status(get(server.url, f"/{query}")) == 200
        assert status(get(server.url, f"/scene.html{query}")) == 200
    return server.kept()


@pytest.fixture(scope="module")
def onlooker(server: Watched) -> Iterator[Visitor]:
    """A reader who looks on."""
    with Visitor(server.url) as visitor:
        yield visitor.open()


@pytest.fixture(scope="module", autouse=True)
def half_open(server: Watched) -> Iterator[list[socket.socket]]:
    """Connections that begin a request and say no more."""
    with ExitStack() as stack:
        wires = [stack.enter_context(connected(server.url)) for _ in range(60)]
        for i, wire in enumerate(wires):
            wire.sendall(HALF[i % len(HALF)])
        yield wires


@pytest.fixture(autouse=True)
def unharmed(server: Watched, at_first: int, onlooker: Visitor) -> Iterator[None]:
    """After each attack the reader is answered, and nothing has failed."""
    assert at_first > 0
    said = len(server.program.errors())
    yield
    assert server.program.process.poll() is None
    assert onlooker.ask("dataset=loans", "summary")["frame"]["summary"]["w0"] == 8.12
    log = server.program.errors()[said:]
    assert [line for line in log.splitlines() if " ERROR " in line] == []
    assert hostile.SECRET not in log


def small(cost: tuple[float, int, int]) -> bool:
    cpu, log, peak = cost
    return cpu < MOST_CPU and log <= MOST_LOG and peak < MOST_MEMORY


# ---- websockets ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", hostile.MESSAGES)
def test_another_message_than_the_pages_ends_its_connection(server: Watched, name: str):
    ended = []

    def attack() -> None:
        with Visitor(server.url) as visitor:
            visitor.open()
            with suppress(ConnectionError):
                for opcode, data, first in hostile.MESSAGES[name]:
                    visitor.frame(opcode, data, first)
            ended.append(visitor.end())

    cost = server.cost(attack)
    assert ended[0] in (1000, 1005, 1006, 1007, 1008, 1009)
    assert small(cost), cost


@pytest.mark.parametrize("name", hostile.TOKENS)
def test_no_connection_opens_for_a_token_of_ones_own(server: Watched, name: str):
    answers = []

    def attack() -> None:
        with Visitor(server.url, token_=hostile.TOKENS[name]) as visitor:
            answers.append(visitor.status)

    cost = server.cost(attack)
    assert answers[0] in (400, 403, 0)
    assert small(cost), cost


@pytest.mark.parametrize("cut", [1, 10, 43, 100])
def test_a_token_with_a_letter_changed_opens_nothing(server: Watched, cut: int):
    good = token(server.url)
    changed = good[:-cut] + ("a" if good[-cut] != "a" else "b") + good[len(good) - cut + 1 :]
    with Visitor(server.url, token_=changed) as visitor:
        # the last letter has bits that base64 leaves out
        assert visitor.status == 403 or cut == 1


def test_a_session_has_one_connection(server: Watched):
    good = token(server.url)
    with Visitor(server.url, token_=good) as first, Visitor(server.url, token_=good) as second:
        first.open()
        assert second.status == 101
        assert second.next_frame() == (hostile.CLOSE, b"\x03\xf0")  # 1008, before a greeting
        assert first.ask("dataset=loans", "summary")["turn"] == 1


def test_a_message_before_the_pull_ends_the_connection(server: Watched):
    with Visitor(server.url) as visitor:
        visitor.send(hostile.HEAD.decode(), "{}", hostile.QUESTION)
        assert visitor.end() == 1008


def test_a_second_pull_ends_the_connection(server: Watched):
    with Visitor(server.url) as visitor, suppress(EOFError):
        visitor.open()
        visitor.send(hostile.header("PULL-DOC-REQ"), "{}", "{}")
        assert visitor.end() == 1008


@pytest.mark.parametrize("name", hostile.FLOODS)
def test_a_flood_holds_nobody_up(server: Watched, onlooker: Visitor, name: str):
    before = len(server.program.errors())
    with Visitor(server.url) as visitor:
        visitor.open()
        visitor.wire.settimeout(3)
        with suppress(TimeoutError, ConnectionError):
            hostile.FLOODS[name](visitor)
        waited = []
        for _ in range(5):
            began = time.monotonic()
            onlooker.ask("dataset=loans", "summary")
            waited.append(time.monotonic() - began)
    # the second best, since a busy machine can hold up any of them
    assert sorted(waited)[1] < MOST_CPU, waited
    assert len(server.program.errors()) - before <= MOST_LOG
    server.rest()


# ---- HTTP ----------------------------------------------------------------------------------------

PATHS = ("/", "/question", "/scene.html", "/ws")
ASKED = {
    **{f"{method} {path}": (method, path, {}) for method in hostile.METHODS for path in PATHS},
    **{f"closed {path}": ("GET", path, {}) for path in hostile.CLOSED},
    **{
        f"{path}?{query[:30]}": ("GET", f"{path}?{query}", {})
        for query in hostile.QUERIES
        for path in ("/", "/scene.html", "/autoload.js")
    },
    **{f"with {name}": ("GET", "/", headers) for name, headers in hostile.HEADS.items()},
    "autoload": ("GET", hostile.AUTOLOAD, {"Origin": "https://other.example"}),
}


@pytest.mark.parametrize("name", ASKED)
def test_an_odd_request_costs_little_and_fails_softly(server: Watched, name: str):
    method, path, headers = ASKED[name]
    answers = []

    def attack() -> None:
        answers.append(get(server.url, path.encode().decode("latin-1"), method, **headers))

    cost = server.cost(attack)
    assert status(answers[0]) in GOOD | ({503} if "figures" in name else set()), answers[0][:200]
    assert small(cost), cost


@pytest.mark.parametrize("path", hostile.CLOSED)
def test_a_closed_address_is_not_found(server: Watched, path: str):
    assert status(get(server.url, path)) in (400, 404)


@pytest.mark.parametrize("name", hostile.RAW)
def test_what_is_no_request_ends_its_connection(server: Watched, name: str):
    answers = []
    cost = server.cost(lambda: answers.append(request(server.url, "", hostile.RAW[name])))
    assert status(answers[0]) in GOOD
    assert small(cost), cost


@pytest.mark.parametrize("body", hostile.BODIES, ids=lambda body: body[:20].decode("latin-1"))
@pytest.mark.parametrize("path", ["/", "/question"])
def test_an_odd_body_is_refused(server: Watched, path: str, body: bytes):
    answer = get(server.url, path, "POST", body, Origin=server.url.rstrip("/"))
    assert status(answer) in (403, 405)


def test_a_large_body_is_refused_before_it_is_read(server: Watched):
    head = "POST /question HTTP/1.1\r\nHost: x\r\nContent-Length: 100000000\r\n\r\n"
    answers = []
    cost = server.cost(lambda: answers.append(request(server.url, head, bytes(100_000))))
    assert status(answers[0]) in (0, 400, 413)
    assert small(cost), cost


@pytest.mark.parametrize("seed", range(10 * ROUNDS))
def test_a_hundred_addresses_that_are_made_up_get_pages(server: Watched, seed: int):
    codes = {status(get(server.url, path)) for path in hostile.addresses(seed)}
    assert codes <= {200, 400, 404}


def test_nothing_of_a_visitor_stands_in_the_page_of_another(server: Watched):
    headers = {"Cookie": f"a={hostile.SECRET}", "User-Agent": hostile.SECRET}
    get(server.url, f"/?lesson={hostile.SECRET}&x={hostile.SECRET}", **headers)
    assert hostile.SECRET.encode() not in get(server.url, "/")
    assert hostile.SECRET.encode() not in get(server.url, "/?lesson=nope", **headers)


# ---- connections ---------------------------------------------------------------------------------


def test_half_a_body_is_not_waited_for(server: Watched):
    head = "POST /question HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
    with connected(server.url) as wire:
        wire.sendall(head.encode())
        assert wire.recv(1000) == b""  # a timeout would raise


def test_half_a_request_is_not_waited_for(half_open: list[socket.socket]):
    assert [wire.recv(1000) for wire in half_open] == [b""] * 60


def test_afterwards_the_memory_is_back(server: Watched, at_first: int):
    server.rest()
    time.sleep(5)  # sessions that nobody has go after two seconds
    assert server.kept() - at_first < MOST_KEPT
