"""The server's log: one line an event, without anything that a visitor sent."""

import logging
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

log = logging.getLogger("logreg")
LONGEST = 250  # letters of a line
SILENCE = 10.0  # seconds in which a line is not said again


class Line(logging.Formatter):
    """One short line for an event, also where libraries would write pages.

    A library's message stands without its arguments, and an error as its kind and its place in the
    code: arguments and texts of errors can hold what a visitor sent.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Time, level and text of an event."""
        ours = record.name == log.name
        text = record.getMessage() if ours else f"{record.name}: {record.msg}"
        if record.exc_info and record.exc_info[1]:
            text += f" ({place_of(record.exc_info[1])})"
        line = " ".join(text.split()) if ours else " ".join(text.split())[:LONGEST]
        return f"{self.formatTime(record, '%Y-%m-%dT%H:%M:%S')} {record.levelname} {line}"


class Muted(logging.Filter):
    """Says the same thing once in ten seconds, then with the number of times it was left out."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._said: dict[str, tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether an event is said now."""
        key = record.getMessage() if record.name == log.name else str(record.msg)
        now = self._now()
        since, left_out = self._said.get(key, (-SILENCE, 0))
        if now - since < SILENCE:
            self._said[key] = since, left_out + 1
            return False
        if len(self._said) > 1000:
            self._said.clear()
        self._said[key] = now, 0
        if left_out:
            record.msg = f"{record.msg} [and {left_out} more]"
        return True


def place_of(error: BaseException) -> str:
    """Kind of an error and where in the code it was raised.

    Examples
    --------
    >>> place_of(ValueError("what a visitor sent"))
    'ValueError'
    """
    frames = traceback.extract_tb(error.__traceback__)
    name = type(error).__name__
    if not frames:
        return name
    last = frames[-1]
    return f"{name} in {last.name}, {Path(last.filename).name}:{last.lineno}"


def begin() -> None:
    """Write all events of this process to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Line())
    handler.addFilter(Muted())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    log.setLevel(logging.INFO)
    # Bokeh's logger has a handler of its own and would say everything twice
    for name in ("bokeh", "tornado"):
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(logging.WARNING)
