"""The figures, one module each, found by their names; they read columns and compute nothing.

A module has TITLE, ALT (what it shows, in words), and:

PARTS : tuple of str
    Tables of the frame that it reads.
FEATURES : tuple of int, or None
    Numbers of features that it can show; None for any.
MOST_SAMPLES : int, optional
    More samples than these it cannot show.
CONTROLS : tuple of str
    Names of a scene, beyond the weights and the threshold, that make sense beside it.
FORMULAS : tuple of str
    What the numbers drawn in it open to: names in formulas.js.
RANGES : range name to where its ends come from
    Either (table, low column, width column), or (table, [columns], options): from the least to the
    greatest finite value in these columns and a margin of 8 % on both sides. Options: include_zero;
    log (values above zero only, the margin is of their logarithm). One value alone, or none, gets a
    range of one unit (log: a decade) around it, or around zero. Not in here: "x", the axis that
    figures of one feature share, which the page fits to the data.
AXES : model name to a feature (x, x1, x2), optional
    Axes that the page labels with the feature's name and unit.
BY_UNIT : model name to unit to words, optional
    Axis labels (axis_label) and titles (text) that follow the scene's unit.
build(sources) : figure or layout
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

ORDER = (
    "sigmoid",
    "loss",
    "boundary",
    "plane",
    "rulers",
    "gradient",
    "surface",
    "history",
    "decision",
    "calibration",
    "evidence",
)


@cache
def figures() -> dict[str, ModuleType]:
    """Every figure module by name, in the order of the page."""
    names = [m.name for m in iter_modules(__path__) if not m.name.startswith("_")]
    known = [name for name in ORDER if name in names] + [n for n in names if n not in ORDER]
    return {name: import_module(f"{__name__}.{name}") for name in known}
