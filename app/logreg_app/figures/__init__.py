"""The figures, one module each, with TITLE, ALT and build(sources); found by their names."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

ORDER = ("sigmoid", "loss", "boundary")


def figures() -> dict[str, ModuleType]:
    """Every figure module by name, in the order of the page."""
    names = [m.name for m in iter_modules(__path__) if not m.name.startswith("_")]
    known = [name for name in ORDER if name in names] + [n for n in names if n not in ORDER]
    return {name: import_module(f"{__name__}.{name}") for name in known}
