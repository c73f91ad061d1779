"""A server of the page: where it listens, its processes, and how it begins and ends."""

import asyncio
import errno
import gc
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

import tornado
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from logreg_app.serving import files, log, workers
from logreg_app.serving.counts import Counts
from logreg_app.serving.health import MonitorHandler
from logreg_app.serving.options import Options
from logreg_app.serving.pages import page_of
from logreg_app.serving.shared import Shared
from logreg_app.serving.site import LIMITS, Door, Site

BACKLOG = 512  # connections that wait to be taken, as when a class opens a link
TORNADO = (6, 5, 3)  # comes with Bokeh, which takes older ones with CVE-2025-67725 as well
MOST_IDLE = 100  # connections, where there is room for one reader
FILES = 200  # that are open beside the readers' connections
BESIDE = 2  # connections for each reader that there is room for, beside the reader's websocket


class ServeError(RuntimeError):
    """A server that cannot start; the message says why and what to do."""


class Listening:
    """The sockets of a server, which all its processes share."""

    def __init__(self, options: Options) -> None:
        self.sockets = _bound(options.port, options.address, "--port")
        self.port = int(self.sockets[0].getsockname()[1])
        self.options = replace(options, port=self.port)
        self.monitor = _bound(options.monitor, "127.0.0.1", "--monitor") if options.monitor else []

    @property
    def url(self) -> str:
        """Address to open in a browser."""
        address = self.options.address
        name = "localhost" if address in ("", "0.0.0.0", "::") else address
        return f"http://{f'[{name}]' if ':' in name else name}:{self.port}/"


def run(options: Options, begun: Callable[[str], None]) -> None:
    """Serve until a signal ends it; `begun` is told the address.

    Raises
    ------
    ServeError
        If a port is taken, the address is not this machine's, or Tornado is too old.
    """
    if tornado.version_info < TORNADO:
        raise ServeError(
            f"Tornado {tornado.version} has known holes; pip install 'tornado>=6.5.3' mends them."
        )
    log.begin()
    _allow_files(FILES + (1 + BESIDE) * options.readers)
    listening, counts = Listening(options), Counts(options.workers)
    if options.workers > 1:
        _freeze()  # which also keeps it shared between the processes
        workers.keep(
            options.workers,
            lambda worker: serve(listening, counts, worker),
            lambda: begun(listening.url),
        )
    else:
        serve(listening, counts, 0, begun)


def serve(
    listening: Listening,
    counts: Counts,
    worker: int = 0,
    begun: Callable[[str], None] = lambda _url: None,
) -> None:
    """Serve in this process until a signal ends it."""
    counts.begin(worker)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(listening, Shared(listening.options, counts), begun))


async def _serve(listening: Listening, shared: Shared, begun: Callable[[str], None]) -> None:
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # on Windows, where Ctrl+C raises an error
            loop.add_signal_handler(each, ended.set)
    door = Door(Site(shared), most=MOST_IDLE + BESIDE * listening.options.readers, **LIMITS)
    door.add_sockets(listening.sockets)
    if listening.monitor:
        monitor = HTTPServer(Application([(r"/numbers", MonitorHandler)], counts=shared.counts))
        monitor.add_sockets(listening.monitor)
    begun(listening.url)
    _freeze()
    warming = asyncio.create_task(_warm(shared))
    await ended.wait()
    warming.cancel()
    door.stop()


async def _warm(shared: Shared) -> None:
    """Make what all readers share before the first one asks for it: the figures take longest."""
    await page_of(shared, {})
    await shared.workshop.do(files.prepare)
    _freeze()


def _allow_files(count: int) -> None:
    """Let this process have a file for each connection, as far as the system lets it."""
    with suppress(ImportError):  # on Windows, which has no such limit
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = count if hard == resource.RLIM_INFINITY else min(count, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


def _freeze() -> None:
    """Let later collections of garbage walk only what came after, so that they are short."""
    gc.collect()
    gc.freeze()


def _bound(port: int, address: str, option: str) -> Sequence[socket.socket]:
    try:
        return bind_sockets(port, address, backlog=BACKLOG)
    except OSError as error:
        raise ServeError(_why(error, port, address, option)) from None


def _why(error: OSError, port: int, address: str, option: str) -> str:
    if error.errno == errno.EADDRINUSE:
        free = ", or --port 0 for any free one" if option == "--port" else ""
        return f"Port {port} is in use; choose another with {option}{free}."
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights; choose one from 1024 with {option}."
    return f"Cannot listen at {address}:{port} ({error.strerror}); choose another --address."
