"""The examples of CONTRIBUTING.md: each is put into a copy of the project and used as it is."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = {"logreg_core": "logreg_core", "logreg_app": "app/logreg_app", "logreg_assets": "assets"}
EXAMPLE = re.compile(r"<!-- example: (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)```\n", re.DOTALL)
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLES = {found["path"]: found["text"] for found in EXAMPLE.finditer(TEXT)}

DATASET = """
from logreg_app import catalog
data = catalog.dataset("tides")
print(data.n, data.title, data.positive)
"""
LESSON = """
from logreg_app.lesson import lesson, lessons
from logreg_app.document import index
links = {number: number for number in lessons()} | {"lab": "lab"}
tides = lesson("11")
print(tides.title, [question.shown for question in tides.questions])
print([step.title for step in tides.steps], 'data-live="logit[1]"' in tides.steps[0].html)
print("When the gate closes" in index(links), f"{len(lessons())} short lessons" in index(links))
"""
FIGURE = """
from logreg_app.exhibits import exhibits
from logreg_app.figures import figures
from logreg_app.plots import plots
from logreg_app.view import known_parts
print(list(figures())[-1], list(plots(("odds",))["roots"]), "odds" in known_parts())
print(exhibits()["odds"].row())
"""
ODDS = {
    "name": "odds",
    "title": "Odds",
    "features": (1,),
    "most": None,
    "of_sample": False,
    "judged": True,
    "controls": (),
    "tables": ("rulers",),
    "formulas": (),
}
TIDES = """When the gate closes ['321']
['The score', 'Its odds'] True
True True
"""
COMMAND = "from logreg_app.cli import main; raise SystemExit(main())"
USES = {
    "assets/datasets/tides.csv": (DATASET, "6 Harbour gate by height of the tide closed\n"),
    "assets/lessons/11-tides.md": (LESSON, TIDES),
    "app/logreg_app/figures/odds.py": (FIGURE, f"odds ['odds'] True\n{ODDS}\n"),
}


@pytest.fixture
def copied(tmp_path: Path):
    """A copy of the three packages, and a way to run a program with it."""
    for name, place in PACKAGES.items():
        shutil.copytree(ROOT / place, tmp_path / name)

    def run(*command: str) -> str:
        env = {**os.environ, "PYTHONPATH": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, *command], capture_output=True, text=True, env=env, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def put(folder: Path, path: str) -> None:
    """Write an example to its place in the copy."""
    for name, place in PACKAGES.items():
        if path.startswith(f"{place}/"):
            target = folder / name / path.removeprefix(f"{place}/")
            assert not target.exists()
            target.write_text(EXAMPLES[path], encoding="utf-8")


def test_every_example_is_used():
    assert set(EXAMPLES) == set(USES)


@pytest.mark.parametrize("path", USES)
def test_one_file_is_all_that_an_addition_needs(copied, tmp_path: Path, path: str):
    program, said = USES[path]
    put(tmp_path, path)
    assert copied("-c", program) == said


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("assets/datasets/tides.csv", ["--dataset", "tides"]),
        ("assets/lessons/11-tides.md", ["--lesson", "11"]),
        ("app/logreg_app/figures/odds.py", ["--figures", "odds"]),
    ],
)
def test_an_addition_stands_on_a_page(copied, tmp_path: Path, path: str, options: list[str]):
    put(tmp_path, path)
    out = tmp_path / "page.html"
    copied("-c", COMMAND, "export", "--out", str(out), *options)
    text = out.read_text(encoding="utf-8")
    [raw] = re.findall(r'<script type="application/json" id="page"[^>]*>(.*?)</script', text, re.S)
    page = json.loads(raw)
    shown = [
        page["scene"]["dataset"],
        (page["lesson"] or {}).get("number"),
        *page["plots"]["roots"],
    ]
    assert options[1] in shown
