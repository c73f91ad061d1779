"""Numbers for a monitor, which all worker processes share."""

from mmap import mmap

import numpy as np

NAMES = ("readers", "pages", "questions", "late", "seconds", "refused", "errors")


class Counts:
    """One row of numbers for each worker, in memory that they share.

    Examples
    --------
    >>> first, second = Counts(2), Counts(2)
    >>> first.add("pages"); first.add("pages")
    >>> first.total("pages"), second.total("pages")
    (2.0, 0.0)
    """

    def __init__(self, workers: int = 1) -> None:
        shape = (workers, len(NAMES))
        shared = mmap(-1, 8 * workers * len(NAMES))  # zeros that a fork does not copy
        self._rows = np.frombuffer(shared, dtype=np.float64).reshape(shape)
        self._own = self._rows[0]

    def begin(self, worker: int) -> None:
        """Count for this worker from now on; a worker that took its place has no reader yet."""
        self._own = self._rows[worker]
        self._own[NAMES.index("readers")] = 0

    def add(self, name: str, amount: float = 1) -> None:
        """Add to a number of this worker."""
        self._own[NAMES.index(name)] += amount

    def total(self, name: str) -> float:
        """A number of all workers together."""
        return float(self._rows[:, NAMES.index(name)].sum())

    def text(self) -> str:
        """All numbers, one a line, in the format that Prometheus reads."""
        return "".join(f"logreg_{name} {self.total(name):.10g}\n" for name in NAMES)
