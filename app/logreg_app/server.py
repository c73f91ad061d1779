"""Serving the page: address, routes, compression, and what leaves the server."""

import errno
import socket
from collections.abc import Callable, Sequence
from typing import Any

from bokeh.server.urls import per_app_patterns
from bokeh.settings import settings
from panel.io.server import Server, get_server
from tornado.web import GZipContentEncoding

from logreg_app import catalog
from logreg_app.embed import (
    AutoloadHandler,
    FileHandler,
    HostHandler,
    PageHandler,
    SocketHandler,
)
from logreg_app.origins import headers, host
from logreg_app.page import page
from logreg_app.view import TITLE

OURS = {r"/?": PageHandler, r"/ws": SocketHandler, r"/autoload.js": AutoloadHandler}
# the list that every application's routes are made from, changed in place as Panel does
per_app_patterns[:] = [(path, OURS.get(path, usual)) for path, usual, *_ in per_app_patterns]


class ServeError(RuntimeError):
    """A server that cannot start; the message says why and what to do."""


def make_server(
    port: int, address: str, *, dataset: str | None = None, allowed: Sequence[str] = ()
) -> Server:
    """Build a server of the page that listens at the address and port (0: any free port).

    The origins in `allowed` may put the page into a frame and connect to it, beside its own.

    Raises
    ------
    ServeError
        If the port is taken or the address is not this machine's.
    """
    # every visitor's document is made by the same code, which the tests check once
    settings.perform_document_validation = False
    try:
        port = port or _free_port(address)
        return get_server(
            {"/": _opening(dataset)},
            port=port,
            address=address,
            title=TITLE,
            transforms=[headers(allowed), GZipContentEncoding],
            extra_patterns=_routes(dataset or catalog.DEFAULT_DATASET),
            allowed_origins=tuple(allowed),
            # otherwise Panel writes the visitor's cookies and headers into the page
            include_headers=[],
            include_cookies=[],
            allow_websocket_origin=[*_origins(port, address), *map(host, allowed)],
        )
    except OSError as error:
        raise ServeError(_why(error, port, address)) from None


def url(server: Server) -> str:
    """Address to open in a browser."""
    host = server.address if server.address not in (None, "", "0.0.0.0", "::") else "localhost"
    return f"http://{f'[{host}]' if ':' in host else host}:{server.port}/"


def _opening(dataset: str | None) -> Callable[[], Any]:
    def opening_page() -> None:
        page(dataset)

    return opening_page


def _routes(dataset: str) -> list[Any]:
    return [(r"/host.js", HostHandler), (r"/scene.html", FileHandler, {"dataset": dataset})]


def _origins(port: int, address: str) -> list[str]:
    # Bokeh's list takes no IPv6 address; it is reached as localhost
    hosts = [host for host in (address, "localhost", "127.0.0.1") if ":" not in host]
    return [f"{host}:{port}" for host in dict.fromkeys(hosts)]


def _free_port(address: str) -> int:
    # chosen here, because Bokeh wants the allowed origins before it knows a port of its own choice
    family = socket.getaddrinfo(address, 0, type=socket.SOCK_STREAM)[0][0]
    with socket.socket(family) as probe:
        probe.bind((address, 0))
        return int(probe.getsockname()[1])


def _why(error: OSError, port: int, address: str) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use; choose another with --port, or --port 0 for any free one."
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights; choose one from 1024 with --port."
    return f"Cannot listen at {address}:{port} ({error.strerror}); choose another --address."
