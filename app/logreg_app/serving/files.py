"""What stands beside the page: BokehJS, the scripts for hosts, and the scene as one file."""

import json
from dataclasses import replace
from functools import cache
from typing import Any
from urllib.parse import urlencode

import bokeh
from tornado.web import HTTPError

from logreg_app import bokehjs, catalog, export
from logreg_app.scene import parse
from logreg_app.sentences import SceneError
from logreg_app.serving.answers import BusyError
from logreg_app.serving.handler import Handler
from logreg_app.serving.origins import host, origin_of, tell_refused
from logreg_app.serving.packing import Piece, piece
from logreg_app.serving.pages import pieces_of, retry_after
from logreg_app.view import scene_of, view_of

HEIGHT = 900  # pixels, of a frame whose page has not said its height yet
FOREVER = "public, max-age=31536000, immutable"


class BokehHandler(Handler):
    """BokehJS, which a browser keeps: its address has the version in it."""

    def get(self) -> None:
        """Answer with the script."""
        self.set_header("Content-Type", "application/javascript; charset=utf-8")
        named = parse(self.request.query).get("v") == bokeh.__version__
        self.set_header("Cache-Control", FOREVER if named else "no-cache")
        self.set_header("ETag", f'"{bokeh.__version__}"')
        if self.check_etag_header():
            self.set_status(304)
            return
        self.write_pieces([bokeh_script()])


class HostHandler(Handler):
    """The script that a host loads once, so that its frames are as high as what is in them."""

    def get(self) -> None:
        """Answer with the script."""
        self.set_header("Content-Type", "application/javascript; charset=utf-8")
        self.set_header("Cross-Origin-Resource-Policy", "cross-origin")
        self.write(catalog.text("host.js"))


class AutoloadHandler(Handler):
    """The script of `bokeh.embed.server_document`, which puts a frame with the page in its place.

    A frame keeps the host's styles and ids apart from the page's and loads nothing from elsewhere.
    """

    def set_default_headers(self) -> None:
        """Let any page read the script: it holds nothing of a visitor."""
        super().set_default_headers()
        asker = origin_of(self.request.headers.get("Origin", ""))
        self.set_header("Access-Control-Allow-Origin", asker or "*")

    def get(self) -> None:
        """Answer with the script for one element."""
        asker = self.request.headers.get("Origin", "")
        refused = bool(asker) and not self._allows(asker)
        if refused:
            tell_refused("frame", asker)
        frame = self._frame() | {"refused": refused, "height": HEIGHT}
        self.set_header("Content-Type", "application/javascript; charset=utf-8")
        self.write(f"({catalog.text('autoload.js')})({json.dumps(frame)});")
        self.write(catalog.text("host.js"))

    def _allows(self, asker: str) -> bool:
        return host(asker) == self.request.host or asker in self.shared.options.allow_origin

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


class FileHandler(Handler):
    """The scene of the query as one file that needs no server."""

    async def get(self) -> None:
        """Answer with the file, for download."""
        try:
            query, dataset = self.request.query, self.shared.options.dataset
            name, pieces = await self.shared.workshop.do(lambda: file_of(query, dataset))
        except SceneError as problem:
            self.set_status(400)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(str(problem))
            return
        except BusyError:
            self.set_header("Retry-After", retry_after())
            raise HTTPError(503) from None
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Content-Disposition", f'attachment; filename="logreg-{name}.html"')
        self.write_pieces(pieces)


def file_of(text: str, dataset: str) -> tuple[str, tuple[Piece, ...]]:
    """Name and pieces of the file for a scene.

    Raises
    ------
    HTTPError
        If its data set is too large for a file.
    """
    query = parse(text)
    view, opening = view_of(query, dataset)
    state = scene_of(query, opening)
    if state.data.n > export.LARGEST:
        raise HTTPError(413, reason=f"A file holds at most {export.LARGEST} samples")
    carried = () if view.lesson else export.small()
    view = replace(view, datasets=carried, links={}, embed=False, notice="")
    name = f"lesson-{view.lesson.number}" if view.lesson else state.dataset
    pieces = pieces_of(state, view, bokeh=bokeh_inline(), server=False)
    for each in pieces:
        _ = each.packed
    return name, pieces


@cache
def bokeh_script() -> Piece:
    """BokehJS as the page loads it."""
    return piece(bokehjs.texts()[0])


@cache
def bokeh_inline() -> Piece:
    """BokehJS as it stands in a file."""
    return piece(export.scripts())


def prepare() -> None:
    """Compress BokehJS before the first reader asks for it."""
    for each in (bokeh_script(), bokeh_inline()):
        _ = each.packed
