"""A setting is one row: the row of CONTRIBUTING.md is added to a copy and found everywhere."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.search(
    r"<!-- row: app/logreg_app/state.py -->\n```python\n(.*?)```",
    (ROOT / "CONTRIBUTING.md").read_text("utf-8"),
    re.DOTALL,
)[1]

Run = Callable[..., str]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the packages, to change."""
    packages = {"logreg_core": "logreg_core", "app/logreg_app": "logreg_app"}
    for source, name in {**packages, "assets": "logreg_assets"}.items():
        without = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / source, tmp_path / name, ignore=without)
    return tmp_path


@pytest.fixture
def run(copy: Path) -> Run:
    """What a program prints that imports the copy."""

    def run(*args: str) -> str:
        done = subprocess.run(
            [sys.executable, *args],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


CLI = "import sys; from logreg_app.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture
def with_a_row(copy: Path) -> None:
    state = copy / "logreg_app" / "state.py"
    before, method, after = state.read_text("utf-8").partition("\n    def __init__(")
    state.write_text(before + ROW + method + after, "utf-8")


@pytest.mark.usefixtures("with_a_row")
def test_a_setting_is_one_row(run: Run):
    script = """
import json
from logreg_app.controls import block
from logreg_app.schema import schema
from logreg_app.scene import parse, query
from logreg_app.sentences import SceneError
from logreg_app.state import State
def sentence(text):
    try:
        State.of({"zoom": text})
    except SceneError as refused:
        return str(refused)
state = State.of(parse("?zoom=3.5"))
forms = block("loans")["forms"].values()
print(json.dumps({
    "schema": schema()["settings"]["zoom"],
    "groups": schema()["groups"]["View"],
    "part": "zoom" in schema()["view"]["parts"],
    "value": state.zoom,
    "query": query(state.scene),
    "inputs": [form["inputs"]["zoom"] for form in forms],
    "sentences": [sentence("x"), sentence("9")],
}))
"""
    found = json.loads(run("-c", script))
    words = {"label": "Zoom z", "word": "Zoom", "symbol": "z"}
    scale = {"kind": "range", "low": 1.0, "high": 4.0, "step": 0.5}
    row = {"kind": "number", "default": 2.0, "bounds": [0.5, 8.0], "options": None, "group": "View"}
    assert found == {
        "schema": {**words, **row, "scale": scale, "kept": False},
        "groups": ["zoom"],
        "part": True,
        "value": 3.5,
        "query": "dataset=loans&zoom=3.5",
        "inputs": [{**words, "opening": 2.0, **scale}] * 2,
        "sentences": ["zoom is a number, got “x”.", "zoom goes from 0.5 to 8, got 9."],
    }


@pytest.mark.usefixtures("with_a_row")
def test_a_new_setting_is_an_option_of_export(copy: Path, run: Run):
    assert "--zoom ZOOM" in run("-c", CLI, "export", "--help")
    run("-c", CLI, "export", "--out", "file.html", "--zoom", "3.5")
    assert '"scene":{"dataset":"loans","zoom":"3.5"}' in (copy / "file.html").read_text("utf-8")
