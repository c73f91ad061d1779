"""The page of a reader: all of it is made once, but for the token that opens a session."""

import random
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, lru_cache

import bokeh
from bokeh.util.token import generate_jwt_token, generate_session_id
from tornado.httputil import HTTPServerRequest

from logreg_app import catalog
from logreg_app.document import FILE_POLICY, plots_of, script_of, style, template, variables
from logreg_app.lesson import lessons
from logreg_app.scene import parse
from logreg_app.serving.answers import BusyError
from logreg_app.serving.handler import Handler
from logreg_app.serving.origins import host, origin_of, tell_refused
from logreg_app.serving.packing import Piece, piece
from logreg_app.serving.shared import DAY, Page, Shared
from logreg_app.state import State
from logreg_app.view import VIEW, View, view_of

SCRIPT = f'<script src="static/js/bokeh.min.js?v={bokeh.__version__}"></script>'
"""Bokeh's own script, from the same server; the path is relative, so that any prefix fits."""

FRAMES = ("iframe", "frame", "embed", "object")
RETRY = 8, 16  # seconds until a page that found the server full tries again
_MARK = "\ue000"  # of private use: no text of ours has it
_TOKEN = _MARK.encode()


class PageHandler(Handler):
    """The page; where a host may not frame it, the log says so, since only the browser refuses."""

    async def get(self) -> None:
        """Answer with the page, or with one that says that the server is full."""
        framing = framed_by(self.request)
        if framing and framing not in self.shared.options.allow_origin:
            tell_refused("frame", framing)
        self.shared.counts.add("pages")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")  # the token in it is for one reader
        query = parse(self.request.query)
        page = None if self.shared.full else await self._page(query)
        if page is None:
            self._answer_full()
            return
        before, after = page
        self.write_pieces((*before, piece(new_token(self.shared, query)), *after))

    async def _page(self, query: Mapping[str, str]) -> Page | None:
        """The page of a query; none if the server has too much to do."""
        with suppress(BusyError):
            return await page_of(self.shared, query)
        return None

    def _answer_full(self) -> None:
        self.shared.counts.add("refused")
        self.set_status(503)
        seconds = retry_after()
        self.set_header("Retry-After", seconds)
        self.write_pieces([piece(catalog.text("page/full.html").replace("{seconds}", seconds))])


class TokenHandler(Handler):
    """A new token for a page that is there already and has lost its connection."""

    def get(self) -> None:
        """Answer with the token alone."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        if self.shared.full:
            self.set_header("Retry-After", retry_after())
            self.send_error(503)
            return
        self.write(new_token(self.shared, parse(self.request.query)))


def new_token(shared: Shared, query: Mapping[str, str]) -> str:
    """A signed token of a session that nobody has yet; it says which data sets the page has."""
    known = {"lesson": set(lessons()), "dataset": set(catalog.datasets())}
    opens = {name: [query[name].encode()] for name in known if query.get(name) in known[name]}
    return generate_jwt_token(
        generate_session_id(secret_key=shared.secret, signed=True),
        secret_key=shared.secret,
        signed=True,
        expiration=DAY,
        extra_payload={"arguments": opens},
    )


async def page_of(shared: Shared, query: Mapping[str, str]) -> Page:
    """The page of a query, which is made when it is asked for first."""
    asked = tuple((name, query[name]) for name in (*VIEW, "dataset") if name in query)
    page = shared.shelf.get(asked)
    if page is None:
        # it may have been made while this reader waited
        page = await shared.workshop.do(
            lambda: shared.shelf.get(asked) or page_pieces(dict(asked), shared.options.dataset)
        )
        shared.shelf.put(asked, page)
    return page


def page_pieces(query: Mapping[str, str], dataset: str) -> Page:
    """A page before and after its token, each part compressed."""
    view, state = view_of(query, dataset)
    pieces = pieces_of(state, view, bokeh=piece(SCRIPT), server=True)
    at = next(i for i, each in enumerate(pieces) if each.plain == _TOKEN)
    for each in pieces:
        _ = each.packed
    return pieces[:at], pieces[at + 1 :]


def pieces_of(state: State, view: View, *, bokeh: Piece, server: bool) -> tuple[Piece, ...]:
    """The page of a scene; what all pages share are the same pieces in all of them."""
    values = variables(state, view, bokeh="", server=server)
    shared = {
        "style": _shared(style(is_lab=view.is_lab)),
        "bokeh": bokeh,
        "script": _shared(script_of(view)),
        "plots": _plots(values["drawn"]),
    }
    values |= {name: f"{_MARK}{name}{_MARK}" for name in shared}
    docs = [{"token": f"{_MARK}token{_MARK}"}] if server else []
    policy = "" if server else FILE_POLICY  # the server sends its own as a header
    parts = template().render(values, docs=docs, policy=policy).split(_MARK)
    named = {"token": Piece(_TOKEN), **shared}
    return tuple(named[part] if i % 2 else piece(part) for i, part in enumerate(parts))


def retry_after() -> str:
    """Seconds until the next try, not the same for all, so that they do not come together."""
    return str(random.randint(*RETRY))


@cache
def _shared(text: str) -> Piece:
    return piece(text)


@lru_cache(maxsize=20)  # those of the lab and of the lessons, and some that an address asks for
def _plots(names: tuple[str, ...]) -> Piece:
    return piece(plots_of(names))


def framed_by(request: HTTPServerRequest) -> str:
    """Origin of the page that shows this one in a frame; empty if none does or none is named."""
    sent = request.headers
    # over plain HTTP a browser does not say what it asks for; embed then stands for a frame
    usage = sent.get("Sec-Fetch-Dest", "iframe" if "embed=" in request.query else "document")
    if usage not in FRAMES or sent.get("Sec-Fetch-Site") == "same-origin":
        return ""
    named = origin_of(sent.get("Referer", ""))
    return "" if host(named) == request.host else named
