"""The documents for contributors name only what is there."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

import logreg_core

ROOT = Path(__file__).parents[1]
PLACES = (ROOT, ROOT / "assets/script", ROOT / "app/logreg_app")  # where a path may begin
NAMED = re.compile(r"`([\w./<>-]+(?:/|\.(?:css|csv|html|js|md|py)))`|\]\(([\w./-]+)\)")


def paths_in(document: str) -> list[str]:
    """Paths that a document names in code, or leads to by a link; `<name>` stands for any name."""
    text = (ROOT / document).read_text("utf-8")
    folder = Path(document).parent
    return sorted({code or str(folder / link) for code, link in NAMED.findall(text)})


def is_there(path: str) -> bool:
    pattern = re.sub("<[^>]+>", "*", path.rstrip("/"))
    return any(True for place in PLACES for _ in place.glob(pattern)) or (ROOT / path).exists()


@pytest.mark.parametrize("document", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_a_document_names_paths(document: str):
    assert len(paths_in(document)) > 5


@pytest.mark.parametrize(
    ("document", "path"),
    [(d, path) for d in ("docs/architecture.md", "CONTRIBUTING.md") for path in paths_in(d)],
)
def test_a_path_that_a_document_names_is_there(document: str, path: str):
    assert is_there(path), f"{document} names {path}"


@pytest.mark.parametrize("path", ["scene/nowhere.js", "app/logreg_app/figures/<name>.css"])
def test_a_path_that_is_not_there_is_found_out(path: str):
    assert not is_there(path)


# ---- the commands of docs/api.md -----------------------------------------------------------------

API = (ROOT / "docs/api.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", API, re.M | re.S)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture
def scores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file of the document, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    [text] = blocks("csv")
    (tmp_path / "scores.csv").write_text(text, encoding="utf-8")


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the data sets that a server would have begun with; none begins, as it never ends."""
    names: list[str] = []
    begun = SimpleNamespace(run=lambda options, _begun: names.append(options.dataset))
    monkeypatch.setitem(sys.modules, "logreg_app.serving.server", begun)
    return names


@pytest.mark.usefixtures("as_shipped", "scores")
@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_the_document_runs(command: Callable, served: list[str], line: str):
    _, *args = line.split()
    done = command(*args)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or served == ["scores"]


@pytest.mark.usefixtures("as_shipped", "scores")
@pytest.mark.parametrize("session", blocks("console"))
def test_a_command_prints_what_the_document_says(command: Callable, session: str):
    line, said = session.removeprefix("$ logreg-explorable ").split("\n", 1)
    assert command(*line.split()).stdout == said


def test_the_document_has_every_command():
    named = {line.split()[1] for line in COMMANDS}
    assert named == {"serve", "export", "guide", "datasets", "lessons", "secret"}


@pytest.mark.parametrize("name", [n for n in logreg_core.__all__ if n not in ("Frame", "Settings")])
def test_the_document_names_everything_public_of_the_core(name: str):
    assert re.search(rf"\b{name}\b", API)


def test_readme_stays_short_enough_to_be_read():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150
