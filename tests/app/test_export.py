"""One HTML file from a state: whole, and refused in a sentence where it cannot be made."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import PATIENCE

from logreg_app import export as module
from logreg_app.document import FILE_POLICY, html
from logreg_app.export import ExportError, export, page
from logreg_app.state import State
from logreg_app.view import View


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "lab.html"


def test_the_file_is_the_page(out: Path):
    state, view = State.of({"w1": -0.0915}), View(title="Mine")
    size = export(out, state, view)
    assert out.read_text("utf-8") == page(state, view)
    assert size == len(page(state, view))


def test_the_file_is_the_document_with_bokeh_in_it():
    state, view = State(), View()
    head, _, tail = html(state, view, bokeh="<!--here-->", policy=FILE_POLICY).partition(
        "<!--here-->"
    )
    text = page(state, view)
    assert text.startswith(head)
    assert text.endswith(tail)
    assert "BokehJS" in text[len(head) : -len(tail)]


def test_the_file_comes_from_nowhere_but_itself():
    text = re.sub("<script>.*?</script>", "", html(State(), View(), bokeh=""), flags=re.S)
    assert re.findall(r'\s(?:src|href)="(?!data:|#|\?)[^"]*"', text) == []


def test_two_files_of_a_scene_are_the_same_to_the_byte():
    script = (
        "from logreg_app.view import View; from logreg_app.state import State;"
        "from logreg_app.export import page; import hashlib;"
        "print(hashlib.sha256(page(State(), View()).encode()).hexdigest())"
    )
    first, second = (python(script, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first == second != ""


def test_panel_is_not_needed_for_a_file():
    script = "import sys, logreg_app.cli, logreg_app.export; print('panel' in sys.modules)"
    assert python(script) == "False"


def python(script: str, **environment: str) -> str:
    command = [sys.executable, "-c", script]
    env = {**os.environ, **environment}
    done = subprocess.run(
        command, env=env, capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    return done.stdout.strip()


# ---- what cannot be made -------------------------------------------------------------------------


def test_a_file_that_is_there_stays_as_it_is(out: Path):
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=r"lab\.html is there already; .*--force"):
        export(out, State(), View())
    assert out.read_text("utf-8") == "mine"


def test_a_file_is_replaced_where_that_is_wished(out: Path):
    out.write_text("mine", encoding="utf-8")
    export(out, State(), View(), force=True)
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(ExportError, match=r"There is no folder .*nope; .*--out"):
        export(tmp_path / "nope" / "lab.html", State(), View())


@pytest.mark.parametrize("name", [".", "x" * 300 + ".html"], ids=["folder", "long"])
def test_what_cannot_be_written_is_named(tmp_path: Path, name: str):
    with pytest.raises(ExportError, match=r"--out"):
        export(tmp_path / name, State(), View(), force=True)


def test_a_data_set_that_is_too_large_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "LARGEST", 5)
    with pytest.raises(ExportError, match=r"has 6 samples; a file holds at most 5"):
        export(out, State("loans"), View())
    assert not out.exists()
