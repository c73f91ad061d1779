"""Tables of named, read-only columns, and the ranges that plots share."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from logreg_core.link import Floats
from logreg_core.words import MINUS, general

Columns = Mapping[str, NDArray[Any]]
EMPTY: Columns = MappingProxyType({})

Point = tuple[float, float]
NOWHERE: Point = (np.nan, np.nan)

MARGIN = 0.15  # of the data's range, left free on both sides of the plot


def columns(**named: NDArray[Any]) -> Columns:
    """The columns as a table that nobody can change."""
    for column in named.values():
        column.flags.writeable = False
    return MappingProxyType(named)


def row(**named: float | str) -> Columns:
    """A table of one row."""
    return columns(**{name: np.array([value]) for name, value in named.items()})


def per_feature(name: str, table: Floats) -> dict[str, Floats]:
    """One column for each feature: `name` if there is one, else `name1`, `name2`, ...

    Examples
    --------
    >>> per_feature("x", np.array([[1.0, 2.0]]))
    {'x1': array([1.]), 'x2': array([2.])}
    """
    if table.shape[1] == 1:
        return {name: table[:, 0]}
    return {f"{name}{j + 1}": table[:, j] for j in range(table.shape[1])}


def pinned(name: str, values: Floats, low: float, high: float) -> dict[str, NDArray[Any]]:
    """Columns to draw values on a ruler: those beyond its ends stand at the end, with a note.

    `name`_drawn is where to draw, `name`_over the end that a value is pinned at (nan if it is on
    the ruler), `name`_note its value and an arrow outwards.

    Examples
    --------
    >>> table = pinned("odds", np.array([2.0, 49.4]), 0.0, 10.0)
    >>> [table[f"odds_{part}"].tolist() for part in ("drawn", "over", "note")]
    [[2.0, 10.0], [nan, 10.0], ['', '49.4 ↑']]
    """
    drawn = np.clip(values, low, high)
    beyond = np.flatnonzero(drawn != values)
    notes = np.full(len(values), "", dtype="U16")
    ways = np.where(values[beyond] > high, "↑", "↓")
    said = (general(v, 3).replace("-", MINUS) for v in values[beyond].tolist())
    notes[beyond] = [f"{v} {way}" for v, way in zip(said, ways, strict=True)]
    over = np.where(drawn != values, drawn, np.nan)
    return {f"{name}_drawn": drawn, f"{name}_over": over, f"{name}_note": notes}


def plot_range(x: Floats) -> tuple[float, float]:
    """Ends of the plot's x axis, in the feature's unit: the data and a margin on both sides.

    Examples
    --------
    >>> plot_range(np.array([0.0, 10.0]))
    (-1.5, 11.5)
    """
    low, high = float(np.min(x)), float(np.max(x))
    margin = MARGIN * (high - low) or 1.0
    return low - margin, high + margin


def clip_segment(start: Point, end: Point, low: Point, high: Point) -> tuple[Point, Point] | None:
    """The part of a segment inside a rectangle; None if it passes by (Liang and Barsky, 1984).

    Examples
    --------
    >>> clip_segment((-1, 0.5), (3, 0.5), (0, 0), (1, 1))
    ((0.0, 0.5), (1.0, 0.5))
    """
    enter, leave = 0.0, 1.0
    move = end[0] - start[0], end[1] - start[1]
    for at, by, least, most in zip(start, move, low, high, strict=True):
        if by == 0:
            if not least <= at <= most:
                return None
            continue
        first, last = sorted(((least - at) / by, (most - at) / by))
        enter, leave = max(enter, first), min(leave, last)
    if enter > leave:
        return None
    return (
        (start[0] + enter * move[0], start[1] + enter * move[1]),
        (start[0] + leave * move[0], start[1] + leave * move[1]),
    )


def clip_path(points: Sequence[Point], low: Point, high: Point) -> list[Point]:
    """The parts of a polyline inside a rectangle, nan before each part that enters it.

    Examples
    --------
    >>> clip_path([(0.2, 0.5), (0.6, 0.5), (2, 0.5), (0.8, 0.5)], (0, 0), (1, 1))
    [(0.2, 0.5), (0.6, 0.5), (1.0, 0.5), (nan, nan), (1.0, 0.5), (0.8, 0.5)]
    """
    within = [low[0] <= a <= high[0] and low[1] <= b <= high[1] for a, b in points]
    found = [point for point, inside in zip(points[:1], within, strict=False) if inside]
    for (start, end), (starts, ends) in zip(pairwise(points), pairwise(within), strict=True):
        if starts and ends:  # as most of a path does
            found.append(end)
        elif piece := clip_segment(start, end, low, high):
            found += [] if starts else [NOWHERE, piece[0]]
            found.append(end if ends else piece[1])
    return found
