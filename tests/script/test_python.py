"""The programs that the Share dialog gives run, and print the numbers of the page."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from node import Node, running

from logreg_app import catalog, controls
from logreg_app.schema import schema
from logreg_app.state import State
from logreg_core import Dataset, boundary, newton, sigmoid
from logreg_core.boundaries import boundary_line
from logreg_core.model import logits

LAST = 0.51e-6  # half of the sixth decimal, and a little for the rounding itself
SHARE = 0.51e-5  # of a number with six significant digits

SCENES: dict[str, dict[str, Any]] = {
    **{name: {"dataset": name} for name in catalog.datasets()},
    "threshold": {"dataset": "loans", "threshold": 0.2},
    "all positive": {"dataset": "loans", "threshold": 0.0},
    "all negative": {"dataset": "loans", "threshold": 1.0},
    "flat": {"dataset": "loans", "w1": 0.0},
    "bits": {"dataset": "loans", "unit": "bits"},
    "squared": {"dataset": "loans", "loss_function": "squared"},
    "moved": {"dataset": "loans", "moved": {4: (30.5,), 1: (-1e-7,)}},
    "moved two": {"dataset": "xor", "moved": {1: (0.25, -3.0)}},
    "standardised": {"dataset": "exam", "standardise": True},
    "product": {"dataset": "xor", "interaction": True, "w3": 1.5},
    "product standardised": {"dataset": "xor", "interaction": True, "standardise": True, "w3": 1},
    "upright": {"dataset": "xor", "w1": 2.0, "w2": 0.0},
    "level": {"dataset": "xor", "w1": 0.0, "w2": 2.0},
    "nothing": {"dataset": "xor", "w1": 0.0, "w2": 0.0},
    "far": {"dataset": "loans", "w0": 900, "w1": -8},
    "l2": {"dataset": "loans", "l2": 0.1},
    "l2 standardised": {"dataset": "churn", "l2": 0.02, "standardise": True},
    "l1": {"dataset": "overlap", "l1": 0.05, "standardise": True},
    "l1 and l2": {"dataset": "churn", "l1": 0.02, "l2": 0.05, "standardise": True},
    "one step": {"dataset": "loans", "steps": 1, "w0": 0, "w1": 0},
    "trained": {"dataset": "exam", "steps": 300, "standardise": True},
    "trained with l2": {"dataset": "loans", "steps": 50, "l2": 0.3},
    "trained with both": {"dataset": "churn", "steps": 60, "l1": 0.02, "l2": 0.1, "standardise": 1},
    "trained, squared": {"dataset": "overlap", "steps": 40, "loss_function": "squared"},
    "trained with the product": {"dataset": "xor", "steps": 100, "interaction": True},
    "trained, many samples": {"dataset": "rare", "steps": 20, "standardise": True},
}


class Program(NamedTuple):
    """A program, the file that it reads, and the state of the page that it was made from."""

    text: str
    file: dict[str, str] | None
    state: State


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with running() as node:
        node.set(page={"limits": {"dots": 250, "work": 5e6}, "schema": schema()})
        yield node


def program(node: Node, format: str, scene: dict[str, Any]) -> Program:
    state = State.of(scene)
    node.set(block=controls.block(state.dataset), values=scene_as_text(state))
    made = (
        "((block, scene) => ({ block, scene, path: make(held.page, block, scene, []).path }))"
        "(held.block, open(held.block, held.values, held.page.schema).scene)"
    )
    text, file = node.ask(
        f"((now) => [PYTHON[a[0]].make({{}}, now), PYTHON[a[0]].file(now)])({made})", format
    )
    return Program(text, file, state)


def scene_as_text(state: State) -> dict[str, Any]:
    moved = {str(row): list(x) for row, x in state.moved.items()}
    text = ";".join(f"{row}:{','.join(map(repr, x))}" for row, x in moved.items())
    return {**state.scene, **({"moved": text} if moved else {})}


def run(made: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What a program prints, by the words that a line begins with; a warning is an error."""
    monkeypatch.chdir(folder)
    if made.file:
        (folder / made.file["name"]).write_text(made.file["text"], encoding="utf-8")
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(made.text, "program.py", "exec"), {"__name__": "__main__"})
    words = r"(mean loss|gradient|boundary|predicted|p|right|weights|best weights) (.*)"
    return dict(re.fullmatch(words, line).groups() for line in out.getvalue().splitlines())


def numbers(text: str) -> np.ndarray:
    return np.array([float(word) for word in re.findall(r"-?\d[\d.]*(?:e[+-]\d+)?", text)])


def best_of(state: State) -> list[float] | None:
    found = newton(state.data, l1=state.l1, l2=state.l2).weights
    return found and [found.w0, *found.w]


@pytest.mark.parametrize("format", ["numpy", "sklearn"])
@pytest.mark.parametrize("name", SCENES)
def test_a_program_prints_the_numbers_of_the_page(
    node: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, format: str
):
    made = program(node, format, SCENES[name])
    printed, state = run(made, tmp_path, monkeypatch), made.state
    frame = state.frame_of(("samples", "summary", "gradient_now"))
    first = slice(None, 10 if made.file else None)
    np.testing.assert_allclose(numbers(printed["p"]), frame.samples["p"][first], rtol=0, atol=LAST)
    said = numbers(printed["predicted"])
    np.testing.assert_array_equal(said, frame.samples["predicted"][first])
    loss = numbers(printed["mean loss"].split(" ")[0])[0]
    assert loss == pytest.approx(frame.summary["mean_loss"], abs=LAST)
    right = np.count_nonzero(frame.samples["predicted"] == state.data.y)
    assert printed["right"] == f"{right} of {state.data.n} at threshold {plain(state.threshold)}"
    check_boundary(printed["boundary"], state)


def plain(value: float) -> str:
    """A number as JavaScript writes it into the program, and Python prints it."""
    return str(int(value)) if value == int(value) else str(value)


def check_boundary(said: str, state: State) -> None:
    """The value or the line that is printed is where p equals the threshold."""
    weights, t = state.weights, state.threshold
    drawn = state.data.d == 1 or (state.data.d == 2 and boundary_line(weights, t))
    if not drawn or np.isnan(t if state.data.d > 1 else boundary(weights, t)):
        assert said == "none" or said.startswith("where")
        return
    if state.data.d == 1:
        assert numbers(said.split("=")[1])[0] == pytest.approx(boundary(weights, t), abs=LAST)
        return
    point, direction = boundary_line(weights, t)
    along = np.array([np.array(point) + k * np.array(direction) for k in (-1, 0, 2)])
    found = numbers(said.split("=")[1])
    if said.startswith("x1"):
        np.testing.assert_allclose(along[:, 0], found[0], atol=LAST)
    else:
        np.testing.assert_allclose(found[0] + found[1] * along[:, 0], along[:, 1], atol=1e-5)


@pytest.mark.parametrize("name", SCENES)
def test_the_gradient_is_that_of_the_page(
    node: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    made = program(node, "numpy", SCENES[name])
    printed = numbers(run(made, tmp_path, monkeypatch)["gradient"])
    now = made.state.frame_of(("gradient_now",)).gradient_now
    page = [now[f"grad_w{j}"][0] for j in range(1 + made.state.data.d)]
    np.testing.assert_allclose(printed, page, rtol=1e-12, atol=LAST)


TRAINED = [name for name, scene in SCENES.items() if "steps" in scene]


@pytest.mark.parametrize("name", TRAINED)
def test_the_class_takes_the_steps_of_the_page(
    node: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    made = program(node, "numpy", SCENES[name])
    printed = numbers(run(made, tmp_path, monkeypatch)["weights"])
    np.testing.assert_allclose(printed, made.state.path[-1], rtol=SHARE, atol=1e-12)
    assert {"fit", "predict_proba", "predict"} <= set(re.findall(r"def (\w+)\(self", made.text))


@pytest.mark.parametrize("name", SCENES)
def test_scikit_learn_goes_to_the_best_weights_or_the_program_says_that_there_are_none(
    node: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    made = program(node, "sklearn", SCENES[name])
    printed, best = run(made, tmp_path, monkeypatch), best_of(made.state)
    assert ("best weights" in printed) == (best is not None)
    assert ("no weights are best" in as_prose(made.text)) == (best is None)
    if best:
        found = numbers(printed["best weights"])
        np.testing.assert_allclose(found, best, rtol=SHARE, atol=1e-6)


def as_prose(text: str) -> str:
    return text.replace("\n# ", " ")


SAYS = [
    ("loans", "numpy", r"Loan default by income y = 1 is default, y = 0 is repaid\."),
    ("loans", "numpy", r" x1 is income in thousand \$\.\n"),
    ("l2", "sklearn", r"C = 1 / \(n l2\)\. The intercept is not penalised\."),
    ("l1 and l2", "sklearn", r"l1_ratio = l1 / \(l1 \+ l2\)\. The intercept is not penalised\."),
    ("exam", "sklearn", r"no penalty; scikit-learn has one unless C is infinite\."),
    ("trained", "sklearn", r"cannot take a given number of plain gradient steps"),
    ("squared", "sklearn", r"^((?!squared loss for a classifier).)*$"),
    ("trained, squared", "sklearn", r"scikit-learn has no squared loss for a classifier"),
    ("standardised", "numpy", r"a new row needs this mean and sd too"),
]


@pytest.mark.parametrize(("name", "format", "says"), SAYS, ids=[f"{s[0]} {s[1]}" for s in SAYS])
def test_a_program_says_what_a_reader_has_to_know(node: Node, name: str, format: str, says: str):
    assert re.search(says, as_prose(program(node, format, SCENES[name]).text), re.S)


@pytest.mark.parametrize("format", ["numpy", "sklearn"])
@pytest.mark.parametrize("name", SCENES)
def test_a_program_can_be_read(node: Node, name: str, format: str):
    lines = program(node, format, SCENES[name]).text.splitlines()
    assert max(map(len, lines)) <= 92
    assert len(lines) < 100
    assert [line for line in lines if line != line.rstrip()] == []


def test_many_rows_are_read_from_a_file(node: Node):
    made = program(node, "numpy", SCENES["rare"])
    assert made.file["name"] == "rare.csv"
    assert made.file["text"].count("\n") == 1 + made.state.data.n
    assert 'open("rare.csv", encoding="utf-8", newline="")' in made.text
    assert program(node, "numpy", SCENES["loans"]).file is None


@pytest.mark.parametrize("format", ["numpy", "sklearn"])
def test_a_program_runs_by_itself(node: Node, tmp_path: Path, format: str):
    made = program(node, format, SCENES["trained"])
    (tmp_path / "program.py").write_text(made.text, encoding="utf-8")
    command = [sys.executable, "-W", "error", "-I", "program.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") >= 5


HOSTILE = '"); import os; os._exit(7)  # \n\u2028\u202e\\'


@pytest.mark.usefixtures("as_shipped")
@pytest.mark.parametrize("n", [4, 1000])
@pytest.mark.parametrize("format", ["numpy", "sklearn"])
def test_names_of_a_file_are_words_and_no_program(
    node: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, n: int
):
    x = np.arange(n) / n
    y = np.arange(n) % 2
    words = {"title": HOSTILE, "features": (f"={HOSTILE}",), "units": (HOSTILE,)}
    data = Dataset(x, y, name=f"hostile-{n}", positive=HOSTILE, negative=HOSTILE, **words)
    catalog.add(data)
    made = program(node, format, {"dataset": data.name})
    printed = run(made, tmp_path, monkeypatch)
    expected = sigmoid(logits(data.x, made.state.weights))
    np.testing.assert_allclose(numbers(printed["p"])[:4], expected[:4], atol=LAST)
    assert made.text.replace("\n", "").isprintable()
    assert not made.file or made.file["text"].startswith("\"'=")
