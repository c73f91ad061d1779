"""One version: it stands in pyproject.toml, and everything else reads it or names it."""

import re
import tomllib
from pathlib import Path

import pytest

import logreg_core
from logreg_app import cli

ROOT = Path(__file__).parents[1]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
HEADINGS = re.findall("^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
SOURCES = [
    file.relative_to(ROOT).as_posix()
    for place in ("logreg_core", "app", "assets")
    for file in sorted((ROOT / place).rglob("*.py"))
]


def test_the_core_has_the_packages_version():
    assert logreg_core.__version__ == VERSION


def test_the_command_says_the_packages_version(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert (ended.value.code, *capsys.readouterr()) == (0, f"{VERSION}\n", "")


@pytest.mark.parametrize("source", SOURCES)
def test_no_module_writes_the_version_down(source: str):
    assert f'"{VERSION}"' not in (ROOT / source).read_text("utf-8")


def test_the_changelog_begins_with_what_is_not_released_and_the_newest_version():
    assert HEADINGS[0] == "Unreleased"
    assert re.fullmatch(rf"{re.escape(VERSION)} \(\d{{4}}-\d\d-\d\d\)", HEADINGS[1])
