"""Several processes that share one port: one that ends is begun anew."""

import os
import signal
import sys
import time
from collections.abc import Callable
from types import FrameType

from logreg_app.serving.log import log

PAUSE = 1.0  # seconds between two attempts to begin a process, where one ends at once


class WorkersError(RuntimeError):
    """A system without `fork`; the message says what to do."""


def keep(count: int, work: Callable[[int], None], begun: Callable[[], None]) -> None:
    """Run so many processes until a signal ends this one; `work` is told which one it is.

    When all have begun, and a signal would end them, `begun` is called.

    Raises
    ------
    WorkersError
        If the system cannot fork.
    """
    if not hasattr(os, "fork"):
        raise WorkersError("This system has no worker processes; leave --workers at 1.")
    running = {_begin(worker, work): worker for worker in range(count)}
    ending = False

    def end(_signal: int, _frame: FrameType | None) -> None:
        nonlocal ending
        ending = True
        for process in running:
            os.kill(process, signal.SIGTERM)

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, end)
    begun()
    while running:
        process, _status = os.wait()
        worker = running.pop(process)
        if not ending:
            log.error("Worker %d ended; another takes its place", worker + 1)
            time.sleep(PAUSE)
            running[_begin(worker, work)] = worker


def _begin(worker: int, work: Callable[[int], None]) -> int:
    """Number of a new process that works."""
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_DFL)
        work(worker)
        status = 0
    finally:
        sys.stdout.flush()
        os._exit(status)
