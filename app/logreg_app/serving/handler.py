"""What all answers over HTTP have in common: headers, short errors, whole bodies from pieces."""

from collections.abc import Awaitable, Sequence
from http.client import responses
from types import TracebackType
from typing import Any, cast

from tornado.httputil import HTTPHeaders
from tornado.web import HTTPError, OutputTransform, RequestHandler

from logreg_app.serving.log import log, place_of
from logreg_app.serving.origins import policy
from logreg_app.serving.packing import Piece, gzipped
from logreg_app.serving.shared import Shared


class Quiet(RequestHandler):
    """Errors are short and hold nothing of who asked, neither in the answer nor in the log."""

    @property
    def shared(self) -> Shared:
        """What all requests have in common."""
        return cast(Shared, self.settings["shared"])

    def set_default_headers(self) -> None:
        """Do not say which server this is."""
        self.clear_header("Server")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer with one line."""
        error = kwargs.get("exc_info", (None, None))[1]
        reason = getattr(error, "reason", None) or responses.get(status_code, "Unknown")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {reason}\n")

    def log_exception(
        self,
        _kind: type[BaseException] | None,
        value: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Say in the log where an error of ours was raised, and nothing of a visitor's."""
        if value is None or isinstance(value, HTTPError) or not isinstance(value, Exception):
            return
        self.shared.counts.add("errors")
        log.error("%s failed: %s", type(self).__name__, place_of(value))


class Handler(Quiet):
    """An answer over HTTP."""

    async def head(self) -> None:
        """Answer as to GET; Tornado leaves out the body."""
        answered = self.get()
        if isinstance(answered, Awaitable):
            await answered

    def write_pieces(self, pieces: Sequence[Piece]) -> None:
        """Answer with pieces, compressed for who can read it; what is shared is not copied."""
        packed = "gzip" in self.request.headers.get("Accept-Encoding", "")
        parts = gzipped(pieces) if packed else [each.plain for each in pieces]
        self.set_header("Vary", "Accept-Encoding")
        self.set_header("Content-Length", str(sum(map(len, parts))))
        if packed:
            self.set_header("Content-Encoding", "gzip")
        self.flush()  # with the headers in one write Tornado would copy the first part
        for part in parts:
            self.write(part)
            self.flush()


class Missing(Quiet):
    """Every address that is not the page's."""

    def prepare(self) -> None:
        """Answer that there is nothing here."""
        raise HTTPError(404)


def headers(allowed: Sequence[str]) -> type[OutputTransform]:
    """What gives every response, errors too, its security headers."""
    fixed = {
        "Content-Security-Policy": policy(allowed),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }

    class Headers(OutputTransform):
        def transform_first_chunk(
            self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
        ) -> tuple[int, HTTPHeaders, bytes]:
            headers.update(fixed)
            return super().transform_first_chunk(status_code, headers, chunk, finishing)

    return Headers
