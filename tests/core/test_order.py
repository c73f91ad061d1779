"""Each module of the core imports only from those before it, NumPy and the standard library."""

import ast
import sys
from pathlib import Path

import pytest

import logreg_core

ORDER = [
    "link",
    "loss",
    "model",
    "boundaries",
    "dataset",
    "table",
    "parse",
    "features",
    "blocks",
    "descent",
    "hessian",
    "exact",
    "separability",
    "newton",
    "decide",
    "costs",
    "ranking",
    "calibration",
    "settings",
    "columns",
    "scene",
    "curves",
    "overview",
    "plane",
    "training",
    "deciding",
    "frame",
]
FOLDER = Path(logreg_core.__file__).parent
FORBIDDEN = {"time", "random", "os", "pathlib", "io", "datetime", "socket", "threading"}


def imported(module):
    """Names of the modules that a module imports, from anywhere in it."""
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from whole if node.module == "logreg_core" else [node.module]


def test_the_order_names_every_module():
    assert sorted(ORDER) == sorted(p.stem for p in FOLDER.glob("*.py") if p.stem != "__init__")


@pytest.mark.parametrize("module", ORDER)
def test_imports_go_one_way(module):
    siblings = {name.split(".")[1] for name in imported(module) if name.startswith("logreg_core.")}
    assert siblings <= set(ORDER[: ORDER.index(module)])


@pytest.mark.parametrize("module", ORDER)
def test_numpy_and_the_standard_library_only(module):
    roots = {name.split(".")[0] for name in imported(module)} - {"logreg_core", "numpy"}
    assert roots <= sys.stdlib_module_names - FORBIDDEN


@pytest.mark.parametrize("name", logreg_core.__all__)
def test_every_public_name_is_documented(name):
    thing = getattr(logreg_core, name)
    assert thing.__doc__
    assert thing.__module__.startswith("logreg_core.")
