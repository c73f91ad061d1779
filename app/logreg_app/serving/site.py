"""The page's addresses, each with what answers there; everything else is not found."""

from collections.abc import Mapping
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.iostream import IOStream
from tornado.web import Application, RequestHandler

from logreg_app.serving import files, health, pages, questions
from logreg_app.serving.handler import Missing, headers
from logreg_app.serving.shared import Shared
from logreg_app.serving.sockets import SocketHandler

HANDLERS: Mapping[str, type[RequestHandler]] = {
    "/": pages.PageHandler,
    "/token": pages.TokenHandler,
    "/ws": SocketHandler,
    "/question": questions.QuestionHandler,
    "/static/js/bokeh.min.js": files.BokehHandler,
    "/scene.html": files.FileHandler,
    "/host.js": files.HostHandler,
    "/autoload.js": files.AutoloadHandler,
    "/liveness": health.LivenessHandler,
    "/readiness": health.ReadinessHandler,
}
LIMITS = {
    "max_header_size": 16_384,
    "max_body_size": 16_384,
    "max_buffer_size": 131_072,
    "body_timeout": 5,
    "idle_connection_timeout": 20,  # seconds; also for headers that come in bits
    "decompress_request": False,
}
MOST_MESSAGE = 16_384  # bytes of a websocket's message; a question is shorter
PING = 30  # seconds; who does not answer until the next one has gone


class Site(Application):
    """The page and its sessions."""

    def __init__(self, shared: Shared) -> None:
        super().__init__(
            shared=shared,
            transforms=[headers(shared.options.allow_origin)],
            log_function=lambda _handler: None,  # an access log would hold addresses of readers
            websocket_max_message_size=MOST_MESSAGE,
            websocket_ping_interval=PING,
            websocket_ping_timeout=PING,
        )

    def find_handler(self, request: HTTPServerRequest, **_kwargs: Any) -> Any:
        """What answers a request: only the page's own addresses, letter for letter."""
        return self.get_handler_delegate(request, HANDLERS.get(request.path, Missing))


class Door(HTTPServer):
    """Takes connections, but only so many that have not become a reader's."""

    def initialize(self, *args: Any, most: int, **kwargs: Any) -> None:  # type: ignore[override]
        """Take the largest number of connections, beside what Tornado takes."""
        super().initialize(*args, **kwargs)
        self._most, self._open = most, 0

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Begin with a connection, or end it at once."""
        if self._open >= self._most:
            stream.close()
            return
        self._open += 1
        super().handle_stream(stream, address)

    def on_close(self, server_conn: object) -> None:
        """Count a connection that has ended, or become a websocket."""
        self._open -= 1
        super().on_close(server_conn)
