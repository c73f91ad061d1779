"""The tables of a frame, each computed when it is asked for first."""

from dataclasses import replace
from typing import Any

from logreg_core.dataset import Dataset
from logreg_core.frame import PARTS, Settings, compute_frame


class Tables:
    """The tables of `logreg_core.compute_frame` for one scene, by name.

    A program that watches a drag reads few of them, and some take as long as all others together.
    """

    def __init__(self, data: Dataset, settings: Settings) -> None:
        self._data, self._settings = data, settings

    def __getattr__(self, name: str) -> Any:
        if name not in PARTS:
            raise AttributeError(f'There is no table "{name[:40]}"; there are {", ".join(PARTS)}.')
        frame = compute_frame(self._data, replace(self._settings, parts=(name,)))
        setattr(self, name, getattr(frame, name))
        return getattr(frame, name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *PARTS]
