"""The documents for contributors name only what is there."""

import re
from pathlib import Path

import pytest

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
