"""From a frame to named column data sources; nothing else writes what the plots draw."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from bokeh.models import Axis, ColumnDataSource, Range1d
from numpy.typing import NDArray

from logreg_app.palette import MARKS, class_colours
from logreg_core.frame import Frame

DRAWN = ("samples", "curve", "loss_curve", "boundary")
SHORT = 64  # rows that go as text; each array would be two messages of its own
SAID = ("summary", "dataset", "data", "controls", "settings")


class Sources:
    """The document's column data sources, by name, and the x axis that figures share.

    `settings` is the only source a browser writes (and the selection of `samples`).
    """

    def __init__(self) -> None:
        self.by_name = {name: ColumnDataSource(name=name) for name in (*DRAWN, *SAID)}
        self.x_range = Range1d(name="x_range")
        self.class_colours = class_colours()
        self.x_axes: list[Axis] = []
        self.turn = 0

    def __getitem__(self, name: str) -> ColumnDataSource:
        return self.by_name[name]

    def update(self, frame: Frame, turn: int = 0, every: int = 1) -> None:
        """Replace the columns that changed, each source in one assignment.

        Of every so many samples one becomes a dot. A new turn answers a browser that has drawn over
        the columns meanwhile: all are replaced, and the number of the turn goes first, so that the
        browser knows what follows.
        """
        fresh, self.turn = turn != self.turn, turn
        summary: dict[str, list[Any]] = {
            "turn": [turn],
            **{k: [v] for k, v in frame.summary.items()},
        }
        self.write("summary", summary, fresh=fresh)
        for name in DRAWN:
            columns = getattr(frame, name)
            if name == "samples":
                columns = {k: v[::every] for k, v in columns.items()}
                columns["mark"] = np.array([MARKS[label] for label in columns["y"].tolist()])
            self.write(name, columns, fresh=fresh)
        x = frame.curve["x"]
        self.x_range.update(start=float(x[0]), end=float(x[-1]))

    def name_x(self, label: str) -> None:
        """Write what x is along every shared axis."""
        for axis in self.x_axes:
            axis.axis_label = label

    def write(
        self, name: str, columns: Mapping[str, NDArray[Any] | list[Any]], *, fresh: bool = False
    ) -> None:
        """Replace those columns of one source that differ from what it holds, or all if fresh."""
        data = self.by_name[name].data
        same = _is if fresh else _equal
        changed = {k: v for k, v in columns.items() if k not in data or not same(data[k], v)}
        if changed:
            # one event with the changed columns only; the browser keeps the others
            data.update({k: _sent(v) for k, v in changed.items()})


def _sent(column: NDArray[Any] | list[Any]) -> NDArray[Any] | list[Any]:
    if np.ndim(column) == 3:
        return list(column)  # an image is an array in a list
    if isinstance(column, np.ndarray) and column.size <= SHORT:
        return column.tolist()
    return column


def _is(old: Any, new: Any) -> bool:
    return old is new


def _equal(old: Any, new: Any) -> bool:
    if old is new:
        return True
    a, b = np.asarray(old), np.asarray(new)
    return np.array_equal(a, b, equal_nan=a.dtype.kind == b.dtype.kind == "f")
