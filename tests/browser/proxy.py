"""A proxy between a browser and a server, that delays, swallows or refuses what passes."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

REFUSAL = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
PART = 65536  # bytes that are passed on at once


class Proxy:
    """What a test can do to the connections between a page and its server."""

    def __init__(self) -> None:
        self.url = ""
        self.target = ""  # address of the server
        self.refuses_websockets = False
        self.swallows = False  # takes connections and bytes, and passes nothing on
        self.delay = 0.0  # seconds that each part of an answer is held back

    async def serve(self, begun: threading.Event) -> None:
        """Pass on what comes until `end` is called."""
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._pass, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        begun.set()
        await self._ended.wait()
        server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await asyncio.sleep(0.1)  # closed connections end a moment later

    def end(self) -> None:
        """Stop, from any thread."""
        self._loop.call_soon_threadsafe(self._ended.set)

    async def _pass(self, down: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        try:
            head = await down.readuntil(b"\r\n\r\n")
            if self.refuses_websockets and b"upgrade: websocket" in head.lower():
                back.write(REFUSAL)
            else:
                server = urlsplit(self.target)
                up, out = await asyncio.open_connection("127.0.0.1", server.port)
                out.write(head)
                await asyncio.gather(self._copy(down, out, 0), self._copy(up, back, 1))
        except (OSError, asyncio.IncompleteReadError):
            pass  # an end that has gone
        finally:
            back.close()

    async def _copy(self, come: asyncio.StreamReader, go: asyncio.StreamWriter, late: int) -> None:
        try:
            while part := await come.read(PART):
                await asyncio.sleep(self.delay * late)
                if not self.swallows:
                    go.write(part)
                    await go.drain()
        finally:
            go.close()


@contextmanager
def proxied() -> Iterator[Proxy]:
    """Run a proxy until the block ends."""
    proxy, begun = Proxy(), threading.Event()
    thread = threading.Thread(target=lambda: asyncio.run(proxy.serve(begun)), daemon=True)
    thread.start()
    begun.wait()
    try:
        yield proxy
    finally:
        proxy.end()
        thread.join()
