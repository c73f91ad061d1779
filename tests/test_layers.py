"""Who may import whom, held over the syntax tree of every module."""

import ast
import subprocess
import sys
from fnmatch import fnmatchcase
from importlib.util import resolve_name
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Each module of the core may import NumPy and the modules before it.
CORE = (
    "link",
    "loss",
    "model",
    "boundaries",
    "dataset",
    "table",
    "column",
    "parse",
    "features",
    "blocks",
    "walk",
    "descent",
    "hessian",
    "lasso",
    "stability",
    "exact",
    "separability",
    "newton",
    "decide",
    "costs",
    "ranking",
    "calibration",
    "arrays",
    "parameters",
    "verdict",
    "estimator",
    "words",
    "frame.settings",
    "frame.columns",
    "frame.scene",
    "frame.curves",
    "frame.overview",
    "frame.plane",
    "frame.training",
    "frame.losses",
    "frame.landscape",
    "frame.deciding",
    "frame",
)

# Each module of a lesson may import the modules before it, and what stands here.
LESSON = ("expression", "values", "prose", "glossary", "live", "fields", "question", "step")
LESSON_OUTSIDE: dict[str, tuple[str, ...]] = {
    "expression": ("numpy",),
    "values": ("numpy", "logreg_core", "logreg_app.state"),
    "prose": ("numpy", "markdown_it", "logreg_core.words"),
    "fields": ("logreg_app.sentences",),
    "glossary": ("logreg_app.catalog",),
    "question": ("logreg_app.scene",),
    "step": ("logreg_app.exhibits", "logreg_app.state"),
}

# Each module that serves may import the modules before it, and what stands here.
SERVING = (
    *("log", "counts", "packing", "origins", "options", "gate", "session", "messages", "answers"),
    *("shared", "handler", "health", "questions", "pages", "files", "sockets", "site", "workers"),
    "server",
)
PAGE = (
    "bokehjs",
    "catalog",
    "document",
    "export",
    "lesson",
    "scene",
    "script",
    "sentences",
    "state",
    "view",
)
SERVING_OUTSIDE: dict[str, tuple[str, ...]] = {
    "counts": ("numpy",),
    "options": ("logreg_app.catalog",),
    "gate": ("logreg_core.frame",),
    "session": (
        *("bokeh", "numpy", "logreg_core.frame"),
        *("logreg_app.catalog", "logreg_app.controls", "logreg_app.scene", "logreg_app.state"),
    ),
    "messages": ("bokeh",),
    "answers": ("logreg_app.sentences", "logreg_app.state"),
    "shared": ("logreg_app.lesson",),
    "handler": ("tornado",),
    "health": ("tornado",),
    "questions": ("bokeh", "tornado"),
    "pages": ("bokeh", "tornado", *(f"logreg_app.{name}" for name in PAGE)),
    "files": ("bokeh", "tornado", *(f"logreg_app.{name}" for name in PAGE)),
    "sockets": ("bokeh", "tornado", "logreg_app.view"),
    "site": ("tornado",),
    "server": ("tornado",),
}

# Each module of the component may import the modules before it, and what stands here.
COMPONENT = ("turns", "tables", "fitted", "rows", "options", "pane", "explorable")
COMPONENT_OUTSIDE: dict[str, tuple[str, ...]] = {
    "tables": ("logreg_core",),
    "fitted": ("numpy", "logreg_app.catalog"),
    "rows": ("numpy", "logreg_core"),
    "options": (
        *("logreg_app.exhibits", "logreg_app.lesson", "logreg_app.sentences", "logreg_app.view"),
    ),
    "pane": (
        "panel",
        "param",
        *(f"logreg_app.{n}" for n in ("catalog", "export", "state", "view")),
    ),
    "explorable": (
        *("panel", "param", "logreg_core"),
        *("logreg_app.catalog", "logreg_app.scene", "logreg_app.state"),
    ),
}

# What figures share: each may import the modules before it, and a figure all of them.
SHARED = ("_plot", "_columns", "_marks", "_surface")

# Everything may import the standard library; what else, stands here. A name allows what is in it,
# and the first row that fits a module is its row.
LAYERS: dict[str, tuple[str, ...]] = {
    **{
        f"logreg_core.{name}": ("numpy", *(f"logreg_core.{before}" for before in CORE[:i]))
        for i, name in enumerate(CORE)
    },
    "logreg_core": ("logreg_core",),
    "logreg_assets": (),
    "logreg_app": ("logreg_app.component.explorable",),
    "logreg_app.catalog": ("numpy", "logreg_core"),
    "logreg_app.given": ("logreg_core", "logreg_app.catalog"),
    "logreg_app.script": ("logreg_app.catalog",),
    "logreg_app.sentences": (),
    "logreg_app.settings": ("param",),
    "logreg_app.scene": ("param", "logreg_core.words", "logreg_app.sentences"),
    "logreg_app.cards": (),
    "logreg_app.forms": ("logreg_core", "logreg_app.catalog", "logreg_app.sentences"),
    "logreg_app.opening": ("numpy", "logreg_core", "logreg_app.forms", "logreg_app.scene"),
    "logreg_app.path": ("numpy", "logreg_core"),
    "logreg_app.state": (
        "param",
        "logreg_core",
        "logreg_app.catalog",
        "logreg_app.forms",
        "logreg_app.opening",
        "logreg_app.path",
        "logreg_app.scene",
        "logreg_app.sentences",
        "logreg_app.settings",
    ),
    "logreg_app.controls": (
        "param",
        "numpy",
        "logreg_core",
        "logreg_app.catalog",
        "logreg_app.forms",
        "logreg_app.opening",
        "logreg_app.settings",
        "logreg_app.state",
    ),
    **{
        f"logreg_app.lesson.{name}": (
            *LESSON_OUTSIDE.get(name, ()),
            *(f"logreg_app.lesson.{before}" for before in LESSON[:i]),
        )
        for i, name in enumerate(LESSON)
    },
    "logreg_app.lesson": (
        "logreg_app.catalog",
        "logreg_app.lesson",
        "logreg_app.sentences",
    ),
    "logreg_app.palette": ("bokeh",),
    "logreg_app.bokehjs": ("bokeh",),
    "logreg_app.sources": ("bokeh", "numpy", "logreg_core", "logreg_app.palette"),
    "logreg_app.figures": (),
    **{
        f"logreg_app.figures.{name}": (
            *("bokeh", "logreg_app.palette", "logreg_app.sources"),
            *(f"logreg_app.figures.{before}" for before in SHARED[:i]),
        )
        for i, name in enumerate(SHARED)
    },
    "logreg_app.figures.*": (
        *("bokeh", "logreg_app.palette", "logreg_app.sources", "logreg_core.frame"),
        *(f"logreg_app.figures.{name}" for name in SHARED),
    ),
    "logreg_app.exhibits": ("logreg_core", "logreg_app.cards", "logreg_app.figures"),
    "logreg_app.plots": (
        "bokeh",
        "logreg_app.exhibits",
        "logreg_app.figures",
        "logreg_app.sources",
    ),
    "logreg_app.view": (
        "logreg_app.catalog",
        "logreg_app.exhibits",
        "logreg_app.lesson",
        "logreg_app.scene",
        "logreg_app.sentences",
        "logreg_app.state",
    ),
    "logreg_app.schema": (
        "param",
        "logreg_core.words",
        "logreg_app.controls",
        "logreg_app.scene",
        "logreg_app.sentences",
        "logreg_app.state",
        "logreg_app.view",
    ),
    "logreg_app.still": ("logreg_core.link", "logreg_app.figures", "logreg_app.state"),
    "logreg_app.guide": (
        "jinja2",
        "logreg_app.catalog",
        "logreg_app.document",
        "logreg_app.lesson",
        "logreg_app.view",
    ),
    "logreg_app.document": (
        "jinja2",
        "logreg_app.catalog",
        "logreg_app.controls",
        "logreg_app.exhibits",
        "logreg_app.figures",
        "logreg_app.forms",
        "logreg_app.lesson",
        "logreg_app.palette",
        "logreg_app.path",
        "logreg_app.plots",
        "logreg_app.scene",
        "logreg_app.schema",
        "logreg_app.script",
        "logreg_app.state",
        "logreg_app.still",
        "logreg_app.view",
    ),
    "logreg_app.export": (
        "logreg_app.bokehjs",
        "logreg_app.catalog",
        "logreg_app.document",
        "logreg_app.lesson",
        "logreg_app.state",
        "logreg_app.view",
    ),
    **{
        f"logreg_app.serving.{name}": (
            *SERVING_OUTSIDE.get(name, ()),
            *(f"logreg_app.serving.{before}" for before in SERVING[:i]),
        )
        for i, name in enumerate(SERVING)
    },
    "logreg_app.serving": (),
    **{
        f"logreg_app.component.{name}": (
            *COMPONENT_OUTSIDE.get(name, ()),
            *(f"logreg_app.component.{before}" for before in COMPONENT[:i]),
        )
        for i, name in enumerate(COMPONENT)
    },
    "logreg_app.component": (),
    "logreg_app.page": (
        "panel",
        "logreg_app.component.explorable",
        "logreg_app.state",
        "logreg_app.view",
    ),
    "logreg_app.cli": (
        "logreg_app.catalog",
        "logreg_app.exhibits",
        "logreg_app.export",
        "logreg_app.given",
        "logreg_app.guide",
        "logreg_app.lesson",
        "logreg_app.sentences",
        "logreg_app.serving.options",
        "logreg_app.serving.server",
        "logreg_app.state",
        "logreg_app.view",
    ),
    "main": ("logreg_app.page",),
}

# The core is a function of its arguments: no files, clock, network, processes or randomness.
IMPURE = {"io", "os", "pathlib", "time", "datetime", "random", "secrets", "socket", "subprocess"}

PLACES = {"logreg_core": "logreg_core", "logreg_app": "app/logreg_app", "logreg_assets": "assets"}


def module_name(package: str, directory: Path, file: Path) -> str:
    parts = (package, *file.relative_to(directory).with_suffix("").parts)
    return ".".join(parts).removesuffix(".__init__")


MODULES: dict[str, Path] = {
    module_name(package, ROOT / place, file): file
    for package, place in PLACES.items()
    for file in sorted((ROOT / place).rglob("*.py"))
} | {"main": ROOT / "app" / "main.py"}


def row(module: str) -> str | None:
    return next((pattern for pattern in LAYERS if fnmatchcase(module, pattern)), None)


def imports(module: str, source: str, *, is_package: bool = False) -> set[str]:
    """Full names of all that a source imports, also inside its functions."""
    package = module if is_package else module.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = resolve_name("." * node.level + (node.module or ""), package)
            full = {alias.name: f"{base}.{alias.name}" for alias in node.names}
            found |= {name if name in MODULES else base for name in full.values()}
    return found


def forbidden(module: str, source: str, *, is_package: bool = False) -> set[str]:
    """Imports of a source that the module's row does not allow."""
    allowed = LAYERS[row(module)]
    names = imports(module, source, is_package=is_package)
    return {n for n in names if not is_standard(n) and not is_in(n, allowed)}


def is_standard(name: str) -> bool:
    return name.partition(".")[0] in sys.stdlib_module_names


def is_in(name: str, allowed: tuple[str, ...]) -> bool:
    return any(f"{name}.".startswith(f"{each}.") for each in allowed)


def core_names(source: str) -> set[str]:
    """Names that a source takes from modules of the core."""
    froms = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.ImportFrom)]
    return {a.name for n in froms if (n.module or "").startswith("logreg_core") for a in n.names}


# ---- the modules that are there ------------------------------------------------------------------


def test_every_place_has_modules():
    assert {name.partition(".")[0] for name in MODULES} == {*PLACES, "main"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_has_a_row(module: str):
    assert row(module) is not None, f"{module} is not in the table of tests/test_layers.py"


@pytest.mark.parametrize("pattern", LAYERS)
def test_a_row_has_a_module(pattern: str):
    assert [module for module in MODULES if row(module) == pattern] != []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_what_its_row_allows(module: str):
    file = MODULES[module]
    source = file.read_text(encoding="utf-8")
    assert forbidden(module, source, is_package=file.stem == "__init__") == set()


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("logreg_core.")])
def test_a_module_of_the_core_reaches_nothing_outside_its_arguments(module: str):
    names = imports(module, MODULES[module].read_text(encoding="utf-8"))
    assert {n.partition(".")[0] for n in names}.isdisjoint(IMPURE)
    assert [n for n in names if n.startswith("numpy.random")] == []


# without a server and without plots: for a classroom's script, and so that the command starts fast
PLAIN = (
    "catalog",
    "sentences",
    "settings",
    "scene",
    "cards",
    "forms",
    "opening",
    "path",
    "state",
    "controls",
    "lesson",
    "serving.options",
)


@pytest.mark.parametrize("module", [f"logreg_app.{name}" for name in PLAIN])
def test_a_module_needs_no_plot_and_no_server(module: str):
    script = (
        f"import sys, {module};"
        "print([n for n in ('bokeh', 'panel', 'tornado', 'jinja2') if n in sys.modules])"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("module", [m for m in MODULES if m.startswith("logreg_app.figures.")])
def test_a_figure_takes_only_constants_from_the_core(module: str):
    names = core_names(MODULES[module].read_text(encoding="utf-8"))
    assert [name for name in names if not name.isupper()] == []


# ---- the checker itself --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "source", "caught"),
    [
        ("logreg_core.loss", "import numpy as np", set()),
        ("logreg_core.loss", "from numpy.typing import NDArray", set()),
        ("logreg_core.loss", "import scipy.special", {"scipy.special"}),
        ("logreg_core.loss", "import numpysque", {"numpysque"}),
        ("logreg_core.loss", "from logreg_core.link import sigmoid", set()),
        ("logreg_core.link", "from logreg_core.loss import residual", {"logreg_core.loss"}),
        ("logreg_core.link", "from logreg_core import loss", {"logreg_core.loss"}),
        ("logreg_core.link", "from logreg_core import Dataset", {"logreg_core"}),
        ("logreg_core.link", "from .loss import residual", {"logreg_core.loss"}),
        ("logreg_core.link", "from . import loss", {"logreg_core.loss"}),
        ("logreg_core.link", "def f():\n    import bokeh.io", {"bokeh.io"}),
        ("logreg_core.link", "if TYPE_CHECKING:\n    import bokeh", {"bokeh"}),
        ("logreg_app.scene", "import param, numpy", {"numpy"}),
        ("logreg_app.scene", "from logreg_app.state import State", {"logreg_app.state"}),
        ("logreg_app.state", "import param, panel as pn", {"panel"}),
        ("logreg_app.state", "from bokeh.models import Slider", {"bokeh.models"}),
        ("logreg_app.state", "from logreg_app import catalog, page", {"logreg_app.page"}),
        ("logreg_app.figures.new", "from bokeh.models import Line", set()),
        ("logreg_app.figures.new", "import panel", {"panel"}),
        ("logreg_app.figures.new", "from logreg_app.state import State", {"logreg_app.state"}),
        ("logreg_app.figures.new", "from .loss import build", {"logreg_app.figures.loss"}),
        ("logreg_app.figures._plot", "from . import _marks", {"logreg_app.figures._marks"}),
        ("logreg_app.lesson.prose", "from . import fields", {"logreg_app.lesson.fields"}),
        ("logreg_app.lesson.fields", "from logreg_app.lesson import prose", set()),
        ("logreg_app.lesson", "import bokeh", {"bokeh"}),
        ("logreg_app.document", "from bokeh.document import Document", {"bokeh.document"}),
        ("logreg_app.bokehjs", "from bokeh.resources import Resources", set()),
        ("logreg_app.export", "from bokeh.models import Line", {"bokeh.models"}),
        ("main", "from logreg_app.serving import server", {"logreg_app.serving.server"}),
    ],
)
def test_the_checker_finds_a_forbidden_import(module: str, source: str, caught: set[str]):
    assert forbidden(module, source) == caught


@pytest.mark.parametrize(
    "module", ["logreg_core.new", "logreg_app.new", "new", "logreg_core.link.x"]
)
def test_the_checker_knows_no_row_for_a_new_module(module: str):
    assert row(module) is None


def test_the_checker_sees_what_a_package_takes_from_itself():
    source = "from . import loss"
    assert imports("logreg_core", source, is_package=True) == {"logreg_core.loss"}


def test_the_checker_sees_what_a_figure_takes_from_the_core():
    source = "from logreg_core.frame import LOSS_TOP, compute_frame"
    assert core_names(source) == {"LOSS_TOP", "compute_frame"}
