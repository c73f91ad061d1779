"""Named column data sources and ranges that figures are built on; the page fills them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from bokeh.models import ColumnDataSource, LinearColorMapper, Model, Range1d

from logreg_app.palette import class_colours
from logreg_core.dataset import Dataset
from logreg_core.frame import PARTS, Settings, compute_frame, shows
from logreg_core.model import Weights


class Sources:
    """One source for each table of a frame, with its columns and no rows, made when asked for."""

    def __init__(self) -> None:
        self.by_name: dict[str, ColumnDataSource] = {}
        self.ranges: dict[str, Range1d] = {}
        self.class_colours: LinearColorMapper = class_colours()

    def __getitem__(self, name: str) -> ColumnDataSource:
        if name not in self.by_name:
            self.by_name[name] = ColumnDataSource(_blank(columns()[name]), name=name)
        return self.by_name[name]

    @property
    def x_range(self) -> Range1d:
        """The x axis that figures of one feature share."""
        return self.range("x")

    def range(self, name: str) -> Range1d:
        """One range that the page fits to the data, made when asked for."""
        if name not in self.ranges:
            self.ranges[name] = Range1d(name=f"range-{name}")
        return self.ranges[name]

    def models(self) -> tuple[Model, ...]:
        """All that figures share so far."""
        return (*self.by_name.values(), *self.ranges.values(), self.class_colours)


def _blank(named: Mapping[str, bool]) -> dict[str, list[Any]]:
    """No rows; where there are images, one row, from which the browser learns what an image is."""
    images = any(named.values())
    empty: list[Any] = [np.nan] if images else []
    return {name: [np.zeros((1, 1))] if image else empty for name, image in named.items()}


@cache
def columns() -> dict[str, dict[str, bool]]:
    """Every table of a frame by name: the columns that figures may read, and whether of images."""
    one, two = Dataset([0, 1], [0, 1]), Dataset([[0, 0], [1, 1]], [0, 1])
    tables: dict[str, dict[str, bool]] = {"samples": {"mark": False}}
    for data in (one, two):
        names = tuple(name for name in PARTS if shows(name, data.d))
        weights = Weights(0.0, (0.0,) * data.d)
        frame = compute_frame(data, Settings(weights, parts=names, path=np.zeros((1, 1 + data.d))))
        for name in names:
            found = {key: np.ndim(column) == 3 for key, column in getattr(frame, name).items()}
            tables[name] = tables.get(name, {}) | found
    return tables
