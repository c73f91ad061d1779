"""What the server answers to those who embed the page: frame, script, connection and file."""

import json
import logging
from collections.abc import Awaitable
from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urlsplit

from bokeh.protocol.message import Message
from bokeh.server.tornado import BokehTornado
from bokeh.server.util import check_allowlist
from panel.io.server import AutoloadJsHandler, DocHandler, WSHandler
from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

from logreg_app import catalog, export
from logreg_app.origins import OriginError, host, origin
from logreg_app.scene import parse
from logreg_app.sentences import SceneError
from logreg_app.view import scene_of, view_of

log = logging.getLogger(__name__)
HEIGHT = 900  # pixels of a frame whose page has not told its height yet
FRAMES = ("iframe", "frame", "embed", "object")


class PageHandler(DocHandler):
    """The page. Where a host may not frame it the browser alone refuses, so the log says it too."""

    def get(self, *args: Any, **kwargs: Any) -> Awaitable[None] | None:
        """Answer with the page of a new session."""
        framing = framed_by(self.request)
        if framing and framing not in self.application.settings["allowed_origins"]:
            tell_refused("frame", framing)
        return super().get(*args, **kwargs)

    def head(self, *_args: Any, **_kwargs: Any) -> None:
        """Answer without a session, which nobody would use."""
        self.set_header("Content-Type", "text/html; charset=utf-8")


class SocketHandler(WSHandler):
    """The connection of a session, from the page's own hosts and the allowed ones."""

    application: BokehTornado

    def open(self) -> None:
        """Send short messages at once; they would wait up to 40 ms for others to go with them."""
        super().open()
        self.set_nodelay(True)

    async def send_message(self, message: Message[Any]) -> None:
        """Send a message, except the OK for a change, which no browser waits for."""
        if message.msgtype != "OK":
            await super().send_message(message)

    def check_origin(self, origin: str) -> bool:
        """Whether a page of this origin may connect."""
        known = list(self.application.websocket_origins)
        if check_allowlist(urlsplit(origin).netloc.lower(), known):
            return True
        tell_refused("connection", origin)
        return False


class AutoloadHandler(AutoloadJsHandler):
    """The script of `bokeh.embed.server_document`, which puts a frame with the page in its place.

    A frame keeps the host's styles and ids apart from the page's and loads nothing from elsewhere.
    """

    def set_default_headers(self) -> None:
        """Let any page read the script, because it holds nothing of a visitor."""
        super().set_default_headers()
        self.set_header("Access-Control-Allow-Origin", self.request.headers.get("Origin", "*"))

    async def get(self, *_args: Any, **_kwargs: Any) -> None:
        """Answer with the script for one element."""
        asker = self.request.headers.get("Origin")
        refused = bool(asker) and not self._allows(str(asker))
        if refused:
            tell_refused("frame", str(asker))
        frame = self._frame() | {"refused": refused, "height": HEIGHT}
        self.set_header("Content-Type", "application/javascript; charset=utf-8")
        self.write(f"({catalog.text('autoload.js')})({json.dumps(frame)});")
        self.write(catalog.text("host.js"))

    def _allows(self, asker: str) -> bool:
        own = host(asker) == self.request.host
        return own or asker in self.application.settings["allowed_origins"]

    def _frame(self) -> dict[str, Any]:
        """The element to stand at, the address of the page, and its title."""
        query = parse(self.request.query)
        element = query.get("bokeh-autoload-element")
        url = query.get("bokeh-absolute-url") or query.get("bokeh-app-path", "/")
        if not element or not url.startswith(("http://", "https://", "/")):
            raise HTTPError(400, reason="Use the script that bokeh.embed.server_document gives")
        scene = {k: v for k, v in query.items() if not k.startswith("bokeh-") and k != "resources"}
        view, _ = view_of(scene, catalog.DEFAULT_DATASET)
        src = f"{url}?{urlencode({**scene, 'embed': '1'}, safe=':;,')}"
        return {"element": element, "src": src, "title": view.heading}


class HostHandler(RequestHandler):
    """The script that a host loads once, so that its frames are as high as what is in them."""

    def get(self) -> None:
        """Answer with the script."""
        self.head()
        self.write(catalog.text("host.js"))

    def head(self) -> None:
        """Answer with its type."""
        self.set_header("Content-Type", "application/javascript; charset=utf-8")
        self.set_header("Cross-Origin-Resource-Policy", "cross-origin")


class FileHandler(RequestHandler):
    """The scene of the query as one file that needs no server."""

    def initialize(self, dataset: str) -> None:
        """Take the data set that the page opens with."""
        self.dataset = dataset

    def get(self) -> None:
        """Answer with the file, for download."""
        query = parse(self.request.query)
        view, opening = view_of(query, self.dataset)
        try:
            state = scene_of(query, opening)
        except SceneError as problem:
            self.set_status(400)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.write(str(problem))
            return
        if state.data.n > export.LARGEST:
            raise HTTPError(413, reason=f"A file holds at most {export.LARGEST} samples")
        carried = () if view.lesson else export.small()
        view = replace(view, datasets=carried, links={}, embed=False, notice="")
        name = f"lesson-{view.lesson.number}" if view.lesson else state.dataset
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="logreg-{name}.html"')
        self.write(export.page(state, view))


def framed_by(request: HTTPServerRequest) -> str:
    """Origin of the page that shows this one in a frame; empty if none does or none is named."""
    sent = request.headers
    # over plain HTTP a browser does not say what it asks for; embed then stands for a frame
    usage = sent.get("Sec-Fetch-Dest", "iframe" if "embed=" in request.query else "document")
    if usage not in FRAMES or sent.get("Sec-Fetch-Site") == "same-origin":
        return ""
    named = urlsplit(sent.get("Referer", ""))
    return f"{named.scheme}://{named.netloc}" if named.netloc not in ("", request.host) else ""


@lru_cache(maxsize=256)  # so that the log names each host once
def tell_refused(what: str, asker: str) -> None:
    """Say in the log which option would allow what was refused."""
    try:
        option = f"--allow-origin {origin(asker)}"
    except OriginError:
        log.warning(
            "Refused a %s from a page without an address of its own; a frame with a sandbox needs "
            "allow-same-origin, or use the one-file page.",
            what,
        )
    else:
        log.warning("Refused a %s to %s; %s would allow it.", what, origin(asker), option)
