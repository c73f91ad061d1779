"""The figures, one module each, found by their names; they read columns and compute nothing.

A module has TITLE, ALT (what it shows, in words), and:

RANK : int, optional
    Its place on the page; the figures stand in the order of their ranks, those without one last.
PARTS : tuple of str
    Tables of the frame that it reads.
FEATURES : tuple of int, optional
    Numbers of features that it can show, where its tables can show more.
MOST_SAMPLES : int, optional
    More samples than these it cannot show.
OF_SAMPLE : bool, optional
    Whether it shows the chosen sample alone, and nothing where none is chosen.
JUDGED : bool, optional
    False where the marks of samples do not say whether they are predicted rightly.
CONTROLS : tuple of str, optional
    Names of a scene, beyond the weights and the threshold, that make sense beside it.
FORMULAS : tuple of str, optional
    What the numbers drawn in it open to: names in `assets/script/words/formulas.js`.
RANGES : range name to where its ends come from, optional
    Either (table, low column, width column), or (table, [columns], options): from the least to the
    greatest finite value in these columns and a margin of 8 % on both sides. Options: include_zero
    (zeros alone get a range from 0 to 1); log (values above zero only, the margin is of their
    logarithm). One value alone, or none, gets a range of one unit (log: a decade) around it, or
    around zero. Not in here: "x", the axis that figures of one feature share, which the page fits
    to the data.
AXES : model name to a feature (x, x1, x2), optional
    Axes that the page labels with the feature's name and unit.
BY_LOSS : model name to words by what the loss is in (nats, bits or squared), optional
    Axis labels (axis_label) and titles (text) that follow the scene's loss and its unit.
STILL : mapping, optional
    What stands in the place of the plot until it is drawn: the table and the column of a curve over
    x, the ends of the y axis, and the columns at which samples are dots.
build(sources) : figure or layout
"""

from functools import cache
from importlib import import_module
from math import inf
from pkgutil import iter_modules
from types import ModuleType


@cache
def figure_names() -> tuple[str, ...]:
    """Names of the figures; nothing is imported for them."""
    return tuple(m.name for m in iter_modules(__path__) if not m.name.startswith("_"))


@cache
def figures() -> dict[str, ModuleType]:
    """Every figure module by name, in the order of the page."""
    found = {name: import_module(f"{__name__}.{name}") for name in figure_names()}
    return dict(sorted(found.items(), key=lambda item: getattr(item[1], "RANK", inf)))
