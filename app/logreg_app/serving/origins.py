"""Hosts that may put the page into a frame or connect to it, and how a browser is told."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from logreg_app.serving.log import log

ORIGIN = re.compile(r"(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)(?::(\d{1,5}))?/?")
USUAL = {"http": "80", "https": "443"}
MOST_TOLD = 20  # hosts that the log names; whoever makes up more does not fill it
_told: set[tuple[str, str]] = set()


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


def origin_of(url: str) -> str:
    """Origin of an address that a browser sent; empty if there is none in it.

    Examples
    --------
    >>> origin_of("https://course.example/week-3"), origin_of("http://[::1")
    ('https://course.example', '')
    """
    try:
        named = urlsplit(url)
    except ValueError:
        return ""
    return f"{named.scheme}://{named.netloc}" if named.netloc else ""


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


def tell_refused(what: str, asker: str) -> None:
    """Say in the log, once for each host, which option would allow what was refused."""
    if (what, asker) in _told or len(_told) >= MOST_TOLD:
        return
    _told.add((what, asker))
    try:
        named = origin(asker)
    except OriginError:
        log.warning(
            "Refused a %s from a page without an address of its own; a frame with a sandbox needs "
            "allow-same-origin, or use the one-file page.",
            what,
        )
    else:
        option = f"--allow-origin {named}"
        log.warning("Refused a %s to %s; %s would allow it.", what, named, option)
