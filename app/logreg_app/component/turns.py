"""What Python and a page in a frame have set, told so that neither moves the other one back.

Both sides count their turns, and tell with each setting the turn in which they set it last. A
message may be lost on the way if a later one follows, because each holds all that was set. A hand
has the last word: `assets/component.js` leaves out what Python set before it knew what the hand has
set since.
"""

import json
from collections.abc import Mapping
from typing import Any

Texts = dict[str, str]
RESHAPING = frozenset({"dataset", "standardise", "interaction"})
"""Settings that decide which others there are; with one of them the whole scene is taken."""


class Turns:
    """Both sides of the talk about a scene.

    Parameters
    ----------
    scene : dict of str
        Every setting as text, as the page opens with it.
    """

    def __init__(self, scene: Texts) -> None:
        self.scene = scene  # as it stands on the page, as far as Python knows
        self._turn = self._heard = self._reshaped = 0
        self._at: dict[str, int] = {}

    def tell(self, scene: Texts) -> str:
        """What the page has to be told, so that this scene stands there; empty for nothing."""
        news = [name for name, text in scene.items() if self.scene.get(name) != text]
        if not news:
            return ""
        self.scene = scene
        self._turn += 1
        if RESHAPING & set(news):
            self._reshaped, news = self._turn, list(scene)
        self._at |= dict.fromkeys(news, self._turn)
        return self.message()

    def message(self) -> str:
        """Everything that Python has set, as the component's script reads it."""
        return _json(turn=self._turn, heard=self._heard, scene=self.scene, at=self._at)

    def hear(self, message: str) -> Texts:
        """What the page says that its hand has set: some settings, or a whole scene.

        It comes from a browser, which may send anything.

        Raises
        ------
        ValueError
            If it is no message of the component's script.
        """
        said = _Said(message)
        if said.heard < self._reshaped:
            return {}  # The hand set this in a form of the data that Python has left since.
        news = {n: said.scene[n] for n in said.scene if said.at.get(n, 0) > self._heard}
        self._heard = max(self._heard, said.turn)
        if RESHAPING & set(news):
            news = self.scene = said.scene
        self.scene = {**self.scene, **news}
        return news


class _Said:
    """A message of the component's script, checked."""

    def __init__(self, message: str) -> None:
        said = json.loads(message)
        if not isinstance(said, dict):
            raise ValueError("A message is an object.")
        self.turn = _count(said.get("turn"))
        self.heard = _count(said.get("heard"))
        self.scene = {str(n): str(text) for n, text in _object(said.get("scene")).items()}
        self.at = {str(n): _count(turn) for n, turn in _object(said.get("at")).items()}


def _count(value: Any) -> int:
    if not isinstance(value, int):
        raise ValueError("A turn is a whole number.")
    return value


def _object(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("Settings and turns stand in objects.")
    return value


def _json(**parts: object) -> str:
    return json.dumps(parts, separators=(",", ":"))


SILENT = _json(turn=0, heard=0, scene={}, at={})
"""What hands have said before they set anything."""
