"""The page around the core: its scene, its figures, its lessons, its server and its file."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from logreg_app.component.explorable import Explorable

__all__ = ["Explorable"]


def __getattr__(name: str) -> Any:
    if name != "Explorable":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # The commands and the server, which go without Panel, would wait a second for it.
    from logreg_app.component.explorable import Explorable

    return Explorable
