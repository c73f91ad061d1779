"""Many readers at once: how long they wait, what they cost, and what hostile ones do to them."""

import argparse
import asyncio
import gzip
import random
import re
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median

from app.wire import READY, changed, header
from benchmarks.report import times
from conftest import Program, serving
from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

SAID = """## Many readers at once

The readers run on the same machine as the server, and take about as much of it."""
HEAVY = "dataset=loans&steps=10000&learning_rate=0.0001"
TABLES = "samples,summary,optimum,curve,boundary,loss_curve"


class Reader:
    """A page as the server sees it."""

    def __init__(self, url: str) -> None:
        self.url, self.turn = url, 0
        self.socket: WebSocketClientConnection

    async def arrive(self, *, cold: bool = True) -> None:
        """Load the page, open the session, and hear the first answer."""
        page = await fetch(self.url)
        if cold:
            await fetch(f"{self.url}static/js/bokeh.min.js")
        await self.connect(re.search(r'data-token="([^"]+)"', page.decode())[1])
        await self.ask("dataset=loans")

    async def connect(self, token: str) -> None:
        headers = {"Origin": self.url.rstrip("/")}
        request = HTTPRequest(f"ws{self.url[4:]}ws", headers=headers, connect_timeout=60)
        self.socket = await websocket_connect(request, subprotocols=["bokeh", token])
        self.socket.stream.set_nodelay(True)  # Browsers do so too.
        await self.hear()
        await self.send(header("PULL-DOC-REQ"), "{}", "{}")
        self.question = re.search(r'"id":"(p\d+)"[^{]*\{"name":"question"', await self.hear())[1]
        await self.send(header("PATCH-DOC"), "{}", READY)

    async def ask(self, scene: str, tables: str = TABLES) -> float:
        """Seconds until an answer."""
        began = time.monotonic()
        await self.put(scene, tables)
        await self.hear()
        return time.monotonic() - began

    async def put(self, scene: str, tables: str = TABLES) -> None:
        self.turn += 1
        content = changed(self.question, self.turn, scene, tables)
        await self.send(header("PATCH-DOC"), "{}", content)

    async def send(self, *texts: str) -> None:
        for text in texts:
            await self.socket.write_message(text)

    async def hear(self) -> str:
        """Content of the next message."""
        parts = [await self.socket.read_message() for _ in range(3)]
        if None in parts:
            raise ConnectionError(self.socket.close_code)
        for _ in range(2 * int((re.search(r'"num_buffers": (\d+)', str(parts[0])) or [0, 0])[1])):
            await self.socket.read_message()
        return str(parts[2])


async def fetch(url: str) -> bytes:
    # The answer stays compressed on its way, because a browser asks for it so.
    headers = {"Accept-Encoding": "gzip"}
    request = HTTPRequest(
        url, headers=headers, decompress_response=False, request_timeout=60, connect_timeout=60
    )
    answer = await AsyncHTTPClient().fetch(request)
    packed = answer.headers.get("Content-Encoding") == "gzip"
    return gzip.decompress(answer.body) if packed else answer.body


# ---- what the server spends ----------------------------------------------------------------------


def processes(program: Program) -> list[Path]:
    """The server's processes."""
    parent = program.process.pid
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [Path(f"/proc/{number}") for number in (children or [parent])]


def cpu(program: Program) -> float:
    """CPU milliseconds that all processes have used."""
    used = [(p / "stat").read_text().rpartition(")")[2].split()[11:13] for p in processes(program)]
    return sum(10 * int(ticks) for pair in used for ticks in pair)


def memory(program: Program) -> float:
    """MB of all processes, what they share counted once."""
    found = (
        re.search(r"Pss:\s+(\d+)", (p / "smaps_rollup").read_text()) for p in processes(program)
    )
    return sum(int(each[1]) / 1000 for each in found)


async def rested(program: Program) -> None:
    """Wait until the server has nothing to do."""
    before = -100.0
    while cpu(program) - before > 30:
        before = cpu(program)
        await asyncio.sleep(0.5)


def said(name: str, waits: list[float], more: str = "") -> None:
    waits = sorted(waits)
    p95 = waits[int(0.95 * (len(waits) - 1))]
    shown = " | ".join(f"{1000 * wait:.0f}" for wait in (median(waits), p95, waits[-1]))
    print(f"| {name} | {shown} | {more} |", flush=True)


# ---- what is measured ----------------------------------------------------------------------------


PAGES = {
    "a page that others have asked for": "",
    "a page that nobody has asked for": "?dataset=rare&hide=w0,",
    "a scene as a file": "scene.html?w0=",
    "BokehJS": "static/js/bokeh.min.js?v=",
}


async def costs(program: Program, count: int = times(100)) -> None:
    """CPU of the server for one answer of each kind."""
    for name, path in PAGES.items():
        paths = [f"{path}{i}" if path else "" for i in range(count)]
        await fetch(program.url + paths[0])
        before = cpu(program)
        for each in paths:
            await fetch(program.url + each)
        print(f"- {name}: {(cpu(program) - before) / count:.1f} ms of CPU", flush=True)


async def at_once(program: Program, count: int = times(100)) -> list[Reader]:
    """So many readers arrive together."""
    before = cpu(program), memory(program)
    readers = [Reader(program.url) for _ in range(count)]
    began = time.monotonic()

    async def one(reader: Reader) -> float:
        await reader.arrive()
        return time.monotonic() - began

    waits = await asyncio.gather(*map(one, readers))
    each = (cpu(program) - before[0]) / count
    kept = (memory(program) - before[1]) / count
    said(f"{count} arrive at once", list(waits), f"{each:.1f} ms CPU, {kept:.2f} MB a reader")
    return readers


async def dragging(program: Program, readers: list[Reader], seconds: float = times(20)) -> None:
    """All of them drag and rest: a question every two seconds or so, none at the same time."""
    end, waits, before = time.monotonic() + seconds, [], cpu(program)

    async def one(reader: Reader) -> None:
        make = random.Random(id(reader))
        while True:
            await asyncio.sleep(make.uniform(0.5, 3.5))
            if time.monotonic() > end:
                return
            waits.append(await reader.ask(f"dataset=loans&w1={make.uniform(-0.2, 0.2):.4g}"))

    await asyncio.gather(*map(one, readers))
    each = (cpu(program) - before) / max(len(waits), 1)
    said(
        f"{len(readers)} drag and rest", waits, f"{each:.1f} ms CPU a question, {len(waits)} asked"
    )


async def come_and_go(program: Program, count: int = times(1000)) -> None:
    """Readers who stay for one answer."""
    await rested(program)
    before, waits = memory(program), []
    for _ in range(count // 20):
        readers = [Reader(program.url) for _ in range(20)]
        began = time.monotonic()
        await asyncio.gather(*(reader.arrive(cold=False) for reader in readers))
        waits.append(time.monotonic() - began)
        for reader in readers:
            reader.socket.close()
    await asyncio.sleep(6)
    said(f"{count} come and go", waits, f"{memory(program) - before:+.1f} MB afterwards")


async def flood(reader: Reader, scene: str) -> None:
    """Ask without waiting, and read all that comes."""

    async def read() -> None:
        while await reader.socket.read_message() is not None:
            pass

    reading = asyncio.create_task(read())
    for i in range(10**9):
        await reader.put(f"{scene}&w0={i % 1000 / 100}")
        await asyncio.sleep(0.01)
    await reading


async def reload(path: str, url: str) -> None:
    """Load an address again and again, as fast as it comes."""
    for i in range(10**9):
        await fetch(f"{url}{path}{i}")


ATTACKS: dict[str, Callable[[str, Reader], Awaitable[None]]] = {
    "ten train 10,000 steps": lambda _url, reader: flood(reader, HEAVY),
    "ten ask about 5,000 samples": lambda _url, reader: flood(reader, "dataset=rare"),
    "ten load new pages": lambda url, _reader: reload("?hide=w0,", url),
    "ten load new files": lambda url, _reader: reload("scene.html?w0=", url),
}


async def under_attack(program: Program, name: str, seconds: float = times(10)) -> None:
    """One reader asks and opens pages while ten do their worst."""
    looker, ten = Reader(program.url), [Reader(program.url) for _ in range(10)]
    for reader in (looker, *ten):
        await reader.arrive(cold=False)
    tasks = [asyncio.create_task(ATTACKS[name](program.url, reader)) for reader in ten]
    end, answers, pages = time.monotonic() + seconds, [], []
    while time.monotonic() < end:
        answers.append(await looker.ask(f"dataset=loans&w0={len(answers)}"))
        began = time.monotonic()
        await fetch(program.url)
        pages.append(time.monotonic() - began)
        await asyncio.sleep(0.1)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for reader in (looker, *ten):
        reader.socket.close()
    said(f"answer while {name}", answers)
    said(f"page while {name}", pages)
    await rested(program)


async def measure(program: Program) -> None:
    AsyncHTTPClient.configure(None, max_clients=400)
    await fetch(program.url)
    await rested(program)
    await costs(program)
    print("\n| ms | median | p95 | longest | |\n|---|---|---|---|---|")
    readers = await at_once(program)
    more = [Reader(program.url) for _ in range(times(200))]
    for i in range(0, len(more), 20):
        await asyncio.gather(*(reader.arrive(cold=False) for reader in more[i : i + 20]))
    await dragging(program, [*readers, *more])
    for reader in (*readers, *more):
        reader.socket.close()
    await come_and_go(program)
    for name in ATTACKS:
        await under_attack(program, name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", nargs="+", default=["1", "2"])
    asked = parser.parse_args()
    print(SAID)
    for workers in asked.workers:
        print(f"\n### Processes: {workers}\n", flush=True)
        with serving("--workers", workers) as program:
            try:
                asyncio.run(measure(program))
            finally:
                print(program.errors(), end="")


if __name__ == "__main__":
    main()
