"""A course page on another origin, that shows the explorable in frames."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args: object) -> None:
        """Say nothing."""


class Host:
    """A folder that is served at two origins: a server of the page allows the first."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.allowed = f"http://localhost:{port}"
        self.other = f"http://127.0.0.1:{port}"

    def put(self, name: str, body: str) -> str:
        """Write a page; return its path."""
        head = '<!DOCTYPE html><meta name="viewport" content="width=device-width, initial-scale=1">'
        text = f"{head}<title>Course</title><body>{body}</body>"
        (self.folder / name).write_text(text, encoding="utf-8")
        return f"/{name}"


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    """Serve a folder at a free port until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Host(folder, server.server_port)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
