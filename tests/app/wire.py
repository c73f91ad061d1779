"""A client of the server, byte by byte: what the page sends, or whatever else."""

import base64
import json
import os
import re
import socket
import struct
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any, Self
from urllib.parse import urlsplit

from app.answers import unpacked

PATIENCE = 20  # seconds until a server that does not answer is given up
TEXT, BYTES, CLOSE, PING, PONG = 1, 2, 8, 9, 10
READY = (
    '{"events":[{"kind":"MessageSent","msg_type":"bokeh_event","msg_data":'
    '{"type":"event","name":"document_ready","values":{"type":"map"}}}]}'
)


def request(url: str, head: str, body: bytes = b"") -> bytes:
    """All that a server answers to one request as text, until it closes or says no more."""
    with connected(url) as wire:
        wire.sendall(head.encode("latin-1") + body)
        parts = []
        try:
            while part := wire.recv(65536):
                parts.append(part)
                wire.settimeout(2)  # a connection that stays open says no more
        except (TimeoutError, ConnectionError):
            pass
    return b"".join(parts)


def get(url: str, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> bytes:
    """The whole answer to a request, head and body; the connection closes after it."""
    given = {"Host": urlsplit(url).netloc, "Connection": "close"}
    if body:
        given["Content-Length"] = str(len(body))
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    return request(url, f"{method} {path} HTTP/1.1\r\n{lines}\r\n", body)


def status(answer: bytes) -> int:
    """Status of an answer; 0 if the connection was closed without one."""
    found = re.match(rb"HTTP/1\.[01] (\d{3})", answer)
    return int(found[1]) if found else 0


def token(url: str, query: str = "") -> str:
    """A new token of a session."""
    return get(url, f"/token{query}").rpartition(b"\r\n\r\n")[2].decode()


@contextmanager
def connected(url: str) -> Iterator[socket.socket]:
    """A connection of its own."""
    address = urlsplit(url)
    with socket.create_connection((address.hostname, address.port), timeout=PATIENCE) as wire:
        yield wire


class Visitor:
    """A websocket of the page, or of somebody who pretends to be one."""

    def __init__(self, url: str, *, token_: str | None = None, query: str = "", **headers: str):
        address = urlsplit(url)
        self.wire = socket.create_connection((address.hostname, address.port), timeout=PATIENCE)
        self.wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.rest, self.turn, self.closed = b"", 0, None
        given = {
            "Host": address.netloc,
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(bytes(16)).decode(),
            "Sec-WebSocket-Protocol": f"bokeh, {token(url, query) if token_ is None else token_}",
            "Origin": f"http://{address.netloc}",
        } | {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items())
        self.wire.sendall(f"GET /ws HTTP/1.1\r\n{lines}\r\n".encode("latin-1"))
        self.head = self._until(b"\r\n\r\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wire.close()

    @property
    def status(self) -> int:
        """Status of the handshake: 101 opens it."""
        return status(self.head)

    def frame(self, opcode: int, data: bytes, first: int = 0x80, *, masked: bool = True) -> None:
        """Send one frame; `first` has its bits beside the opcode."""
        size = len(data)
        mask = os.urandom(4) if masked else b""
        long = 126 if size < 65536 else 127
        length = size if size < 126 else long
        more = b"" if size < 126 else struct.pack("!H" if long == 126 else "!Q", size)
        body = bytes(b ^ mask[i % 4] for i, b in enumerate(data)) if masked else data
        head = bytes([first | opcode, (0x80 if masked else 0) | length])
        self.wire.sendall(head + more + mask + body)

    def send(self, *texts: str) -> None:
        """Send texts, each as a message."""
        for text in texts:
            self.frame(TEXT, text.encode("utf-8", "surrogatepass"))

    def open(self) -> Self:
        """Do what the page does at first: hear the greeting, pull the document, be ready."""
        assert self.status == 101, self.head
        assert self.message()[0]["msgtype"] == "ACK"
        self.pull()
        self.send(header("PATCH-DOC"), "{}", READY)
        return self

    def pull(self) -> None:
        """Ask for the document, and note what its question is called."""
        self.send(header("PULL-DOC-REQ"), "{}", "{}")
        document = self.message()[2]["doc"]
        self.question = document["roots"][0]["id"]

    def ask(self, scene: str, *tables: str) -> dict[str, Any]:
        """Answer to a question, its tables as the browser reads them."""
        self.put(scene, *tables)
        return self.answer()

    def put(self, scene: str, *tables: str) -> None:
        """Ask, and do not wait for the answer."""
        self.turn += 1
        content = changed(self.question, self.turn, scene, ",".join(tables))
        self.send(header("PATCH-DOC"), "{}", content)

    def answer(self) -> dict[str, Any]:
        """The next answer that comes down."""
        _, _, content, numbers = self.message()
        [[_, [found]]] = content["events"][0]["data"]["entries"]
        reply = dict(found["entries"]) | {"numbers": numbers}
        return reply | {"frame": unpacked(reply)}

    def message(self) -> list[Any]:
        """The next message of Bokeh's: header, metadata, content, and a buffer if it has one."""
        header, metadata, content = (json.loads(self.data()) for _ in range(3))
        buffers = [(self.data(), self.data())[1] for _ in range(header.get("num_buffers", 0))]
        return [header, metadata, content, *buffers]

    def data(self) -> bytes:
        """The next text or bytes; pings are answered, and an end raises EOFError."""
        while True:
            opcode, data = self.next_frame()
            if opcode in (TEXT, BYTES):
                return data
            if opcode == PING:
                self.frame(PONG, data)
            if opcode == CLOSE:
                self.closed = struct.unpack("!H", data[:2])[0] if data else 1005
                raise EOFError(self.closed)

    def next_frame(self) -> tuple[int, bytes]:
        """Opcode and data of the next frame."""
        first, length = self._take(2)
        size = {126: "!H", 127: "!Q"}.get(length)
        if size:
            [length] = struct.unpack(size, self._take(struct.calcsize(size)))
        return first & 15, self._take(length)

    def end(self) -> int:
        """Wait until the server ends the connection; the code that it gives, or 1006 for none."""
        try:
            while True:
                self.data()
        except (EOFError, ConnectionError):
            return self.closed or 1006

    def _take(self, count: int) -> bytes:
        while len(self.rest) < count:
            part = self.wire.recv(65536)
            if not part:
                raise EOFError
            self.rest += part
        taken, self.rest = self.rest[:count], self.rest[count:]
        return taken

    def _until(self, end: bytes) -> bytes:
        while end not in self.rest:
            part = self.wire.recv(65536)
            if not part:
                break
            self.rest += part
        head, _, self.rest = self.rest.partition(end)
        return head


@contextmanager
def visitors(url: str, count: int) -> Iterator[list[Visitor]]:
    """So many readers, until the block ends."""
    with ExitStack() as stack:
        yield [stack.enter_context(Visitor(url)).open() for _ in range(count)]


def header(kind: str) -> str:
    """Header of a message as BokehJS writes it."""
    return f'{{"msgid":"{os.urandom(16).hex().upper()}","msgtype":"{kind}"}}'


def changed(model: str, turn: int, scene: str, tables: str) -> str:
    """Content of a change of the question as BokehJS writes it."""
    entries = [["turn", [turn]], ["scene", [scene]], ["tables", [tables]]]
    new = {"type": "map", "entries": entries}
    event = {"kind": "ModelChanged", "model": {"id": model}, "attr": "data", "new": new}
    return json.dumps({"events": [event]}, separators=(",", ":"))
