"""Habits that no linter holds: short functions, and tools that stay as they are."""

import ast
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST = 40  # lines; functions inside a function count as lines of it, its docstring does not

Function = ast.FunctionDef | ast.AsyncFunctionDef

MODULES = {
    file.relative_to(ROOT).as_posix(): file
    for place in ("logreg_core", "app", "assets")
    for file in sorted((ROOT / place).rglob("*.py"))
}
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]["test"]


def too_long(source: str) -> dict[str, int]:
    """Names of the functions that are too long, with the lines that each has."""
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]
    return {f.name: lines(f) for f in functions if lines(f) > LONGEST}


def lines(function: Function) -> int:
    """Lines of a function from its `def` to its end, without its docstring."""
    documented = ast.get_docstring(function) is not None
    return height(function) - (height(function.body[0]) if documented else 0)


def height(node: ast.stmt) -> int:
    return node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("place", ["logreg_core", "app", "assets"])
def test_a_place_has_modules(place: str):
    assert [name for name in MODULES if name.startswith(f"{place}/")] != []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_only_short_functions(module: str):
    assert too_long(MODULES[module].read_text("utf-8")) == {}


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_is_pinned(tool: str):
    assert "==" in tool


# ---- the checker itself --------------------------------------------------------------------------

BODY = "    x = 1\n" * 39
DOCSTRING = '    """It says.\n\n    Much.\n    """\n'


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f"def f():\n{BODY}", {}),
        (f"def f():\n{BODY}    x = 2\n", {"f": 41}),
        (f"def f(\n    a,\n):\n{BODY}", {"f": 42}),
        (f"async def f():\n{BODY}    x = 2\n", {"f": 41}),
        (f"def f():\n{DOCSTRING}{BODY}", {}),
        (f"def f():\n{DOCSTRING}{BODY}    x = 2\n", {"f": 41}),
        (f"@cache\ndef f():\n{BODY}", {}),
        (f"class A:\n    def f(self):\n{BODY.replace('    ', '        ')}        x = 2", {"f": 41}),
        (f"def f():\n    def g():\n        return 1\n{BODY}", {"f": 42}),
    ],
)
def test_the_checker_finds_a_long_function(source: str, found: dict[str, int]):
    assert too_long(source) == found
