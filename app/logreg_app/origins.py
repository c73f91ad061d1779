"""Hosts that may put the page into a frame or connect to it, and how a browser is told."""

import re
from collections.abc import Sequence

from tornado.httputil import HTTPHeaders
from tornado.web import OutputTransform

ORIGIN = re.compile(r"(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?/?")
USUAL = {"http": "80", "https": "443"}


class OriginError(ValueError):
    """A text that is not the origin of a host; the message says what one looks like."""


def origin(text: str) -> str:
    """An origin the way a browser writes it: in lower case, without its usual port or a path.

    Raises
    ------
    OriginError
        If it has no scheme, a path, or a host that is not one name.

    Examples
    --------
    >>> origin("https://Course.example:443/")
    'https://course.example'
    """
    found = ORIGIN.fullmatch(text.lower())
    if not found or int(found[3] or 80) > 65535:
        raise OriginError(
            f"“{text[:60]}” is not an origin; give scheme and host, such as https://course.example"
        )
    scheme, host, port = found.groups()
    return f"{scheme}://{host}" + (f":{int(port)}" if port and port != USUAL[scheme] else "")


def host(origin: str) -> str:
    """Host and port of an origin, as in the list of those that may open a websocket."""
    return origin.partition("://")[2]


def policy(allowed: Sequence[str]) -> str:
    """The Content-Security-Policy of every response: who may frame it, and what it may load."""
    return "; ".join(
        (
            "default-src 'none'",
            # the page's own scripts stand in it, and Bokeh makes functions out of text
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            " ".join(("frame-ancestors 'self'", *allowed)),
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )


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
