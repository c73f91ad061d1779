"""What a stranger gets: the archives, and the page from a clean install without the checkout."""

import os
import re
import subprocess
import sys
import tarfile
import zlib
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing
from email import message_from_bytes
from pathlib import Path
from shutil import copytree
from socket import socket
from time import sleep
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from app.wire import Visitor
from bokeh.client import pull_session
from conftest import PATIENCE, Program, running, serving
from panel.models import ReactiveESM

from logreg_app.component.pane import Pane  # what pull_session reads needs to be known here
from logreg_app.view import TITLE

ROOT = Path(__file__).parents[1]
PACKAGES = {"logreg_core": "logreg_core", "logreg_app": "app/logreg_app", "logreg_assets": "assets"}
MADE = ("__pycache__", "build", "dist", "node_modules", "venv", "env", "*.egg-info", "*.py[cod]")
# The checkout must not stand in for the installed package.
ALONE = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
# uv has what it installs at hand, where it has set up the tests' own environment.
UV = Path(sys.executable).with_name("uv")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
INSTALLS = 600  # seconds until a build or an install is given up


class Archives(NamedTuple):
    wheel: Path
    sdist: Path


class Installed(NamedTuple):
    scripts: Path
    empty: Path


def done(*command: str | Path, cwd: Path) -> None:
    result = subprocess.run(
        command, cwd=cwd, env=ALONE, capture_output=True, text=True, timeout=INSTALLS, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def files(directory: Path) -> set[str]:
    return {f.relative_to(directory).as_posix() for f in directory.rglob("*") if f.is_file()}


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy of the project without what tools have made, hidden files or archives' leftovers."""
    copy = tmp_path_factory.mktemp("project") / "checkout"

    def left_out(directory: str, names: list[str]) -> set[str]:
        made = {n for n in names for pattern in MADE if Path(n).match(pattern)}
        hidden = {n for n in names if n.startswith(".")} if Path(directory) == ROOT else set()
        return made | hidden

    return copytree(ROOT, copy, ignore=left_out)


@pytest.fixture(scope="session")
def archives(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Archives:
    """The sdist, and the wheel that is made from it."""
    target = tmp_path_factory.mktemp("archives")
    installer = "uv" if UV.exists() else "pip"
    build = (sys.executable, "-m", "build", "--installer", installer, "--outdir", target)
    done(*build, checkout, cwd=target)
    [wheel], [sdist] = target.glob("*.whl"), target.glob("*.tar.gz")
    return Archives(wheel, sdist)


@pytest.fixture(scope="session")
def in_wheel(archives: Archives) -> set[str]:
    with ZipFile(archives.wheel) as wheel:
        return {name for name in wheel.namelist() if not name.endswith("/")}


@pytest.fixture(scope="session")
def in_sdist(archives: Archives) -> set[str]:
    with tarfile.open(archives.sdist) as sdist:
        return {m.name.partition("/")[2] for m in sdist.getmembers() if m.isfile()}


@pytest.fixture(scope="session")
def metadata(archives: Archives) -> dict[str, list[str]]:
    with ZipFile(archives.wheel) as wheel:
        [name] = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
        message = message_from_bytes(wheel.read(name))
    return {key: message.get_all(key) for key in message}


@pytest.fixture(scope="session")
def installed(archives: Archives, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel and its dependencies in an environment of their own, and an empty directory."""
    empty, venv = tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("clean") / "venv"
    done(sys.executable, "-m", "venv", "--without-pip", venv, cwd=empty)
    if UV.exists():
        done(UV, "pip", "install", "--python", venv, archives.wheel, cwd=empty)
    else:
        done(*PIP, "--python", venv, "install", "--no-compile", archives.wheel, cwd=empty)
    return Installed(venv / "bin", empty)


# ---- the archives --------------------------------------------------------------------------------


@pytest.mark.parametrize(("package", "place"), PACKAGES.items())
def test_the_wheel_has_a_package_whole(
    in_wheel: set[str], checkout: Path, package: str, place: str
):
    shipped = {n.removeprefix(f"{package}/") for n in in_wheel if n.startswith(f"{package}/")}
    assert shipped == files(checkout / place) != set()


@pytest.mark.parametrize(
    "name",
    [
        "logreg_core/frame/__init__.py",
        "logreg_core/py.typed",
        "logreg_app/cli.py",
        "logreg_app/component/explorable.py",
        "logreg_app/figures/sigmoid.py",
        "logreg_app/lesson/__init__.py",
        "logreg_assets/component.js",
        "logreg_assets/page/page.html",
        "logreg_assets/page/base.css",
        "logreg_assets/script/page.js",
        "logreg_assets/script/words/sentences.js",
        "logreg_assets/script/frame/compute.js",
        "logreg_assets/lessons/01-a-line-that-must-not-leave-0-and-1.md",
        "logreg_assets/datasets/loans.csv",
        "logreg_assets/datasets/seven-points.csv",
    ],
)
def test_the_wheel_has(in_wheel: set[str], name: str):
    assert name in in_wheel


def test_the_wheel_has_nothing_else(in_wheel: set[str]):
    tops = {name.partition("/")[0] for name in in_wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    assert [name for name in in_wheel if re.search(r"test|conftest", name)] == []


@pytest.mark.parametrize("directory", ["app", "assets", "logreg_core", "tests"])
def test_the_sdist_has_a_directory_whole(in_sdist: set[str], checkout: Path, directory: str):
    shipped = {n.removeprefix(f"{directory}/") for n in in_sdist if n.startswith(f"{directory}/")}
    assert shipped == files(checkout / directory) != set()


@pytest.mark.parametrize(
    "name",
    [
        "app/main.py",
        "biome.jsonc",
        "LICENSE",
        "MANIFEST.in",
        "Makefile",
        "package-lock.json",
        "package.json",
        "pyproject.toml",
        "README.md",
        "tsconfig.json",
    ],
)
def test_the_sdist_has(in_sdist: set[str], name: str):
    assert name in in_sdist


def test_the_license_is_in_the_wheel(in_wheel: set[str]):
    assert [n for n in in_wheel if n.endswith(".dist-info/licenses/LICENSE")] != []


def test_the_run_time_dependencies_are_four(metadata: dict[str, list[str]]):
    needed = [r for r in metadata["Requires-Dist"] if "extra ==" not in r]
    assert {re.match(r"[\w.-]+", r)[0] for r in needed} == {"bokeh", "numpy", "panel", "param"}


def test_a_dependency_has_a_lower_bound(metadata: dict[str, list[str]]):
    needed = [r for r in metadata["Requires-Dist"] if "extra ==" not in r]
    assert [r for r in needed if ">=" not in r] == []


def test_the_package_says_which_python_and_license(metadata: dict[str, list[str]]):
    assert metadata["Requires-Python"] == [">=3.11"]
    assert metadata["License-Expression"] == ["BSD-3-Clause"]


@pytest.mark.parametrize("key", ["Summary", "Author", "Keywords", "Description-Content-Type"])
def test_the_package_says_what_it_is_and_whose(metadata: dict[str, list[str]], key: str):
    assert [text for text in metadata[key] if text.strip()] != []


@pytest.mark.parametrize(
    "about", ["Development Status", "Intended Audience", "Programming Language", "Topic", "Typing"]
)
def test_the_package_is_classified(metadata: dict[str, list[str]], about: str):
    assert [c for c in metadata["Classifier"] if c.startswith(f"{about} :: ")] != []


def test_the_readme_is_the_long_description(archives: Archives, checkout: Path):
    with ZipFile(archives.wheel) as wheel:
        [name] = [n for n in wheel.namelist() if n.endswith(".dist-info/METADATA")]
        body = message_from_bytes(wheel.read(name)).get_payload(decode=True).decode("utf-8")
    assert body.strip() == (checkout / "README.md").read_text(encoding="utf-8").strip() != ""


# ---- the page from a clean install ---------------------------------------------------------------


def answer(url: str, program: Program) -> str:
    """HTML at an address, as soon as the program there listens."""
    for _ in range(PATIENCE * 10):
        if program.process.poll() is not None:
            break
        try:
            with urlopen(url, timeout=PATIENCE) as page:
                return page.read().decode()
        except URLError:
            sleep(0.1)
    raise AssertionError(f"Nothing at {url}:\n{program.errors()}")


def losses(url: str) -> list[float]:
    """Losses of the loans, asked for and answered through a websocket."""
    with Visitor(url) as visitor:
        return visitor.open().ask("dataset=loans", "samples")["frame"]["samples"]["loss"].tolist()


def page_of_panel(url: str) -> str:
    """The page in the frame of the component, from a session of `panel serve`."""
    assert Pane
    with closing(pull_session(url=url)) as session:
        [frame] = session.document.select({"type": ReactiveESM})
        return zlib.decompress(b64decode(frame.data.page)).decode()


def free_port() -> int:
    """Port at which nothing listens now."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


LOSSES = pytest.approx([0.003115, 0.006006, 0.020239, 1.364912, 0.368011, 0.103106], abs=1e-6)


@pytest.fixture(scope="session")
def from_wheel(installed: Installed) -> Iterator[str]:
    script = installed.scripts / "logreg-explorable"
    with serving(script=script, cwd=installed.empty, env=ALONE) as served:
        yield served.url


@pytest.fixture(scope="session")
def from_checkout(installed: Installed, checkout: Path) -> Iterator[tuple[str, Program]]:
    port = str(free_port())
    command = [installed.scripts / "panel", "serve", checkout / "app", "--port", port]
    with running([*map(str, command)], cwd=installed.empty, env=ALONE) as program:
        yield f"http://localhost:{port}/app", program


def test_the_installed_package_is_not_the_checkouts(installed: Installed):
    where = "import logreg_app, logreg_assets, logreg_core as core; print(core.__file__)"
    found = subprocess.run(
        [installed.scripts / "python", "-c", where],
        cwd=installed.empty,
        env=ALONE,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    assert Path(found.stdout).is_relative_to(installed.scripts.parent)


def test_the_installed_command_serves_the_page(from_wheel: str):
    with urlopen(from_wheel, timeout=PATIENCE) as page:
        assert f"<h1>{TITLE}</h1>" in page.read().decode()


def test_the_installed_command_serves_every_lesson(from_wheel: str):
    listed = re.findall(r'href="(\?lesson=\d+)"', answer_at(from_wheel))
    assert len(set(listed)) == 10
    assert '<article class="walk prose" id="walk" aria-label="Lesson' in answer_at(
        from_wheel + listed[-1]
    )


def test_the_installed_command_writes_a_file(installed: Installed, tmp_path: Path):
    out = tmp_path / "lab.html"
    done(installed.scripts / "logreg-explorable", "export", "--out", out, cwd=installed.empty)
    assert f"<h1>{TITLE}</h1>" in out.read_text("utf-8")


def answer_at(url: str) -> str:
    with urlopen(url, timeout=PATIENCE) as page:
        return page.read().decode()


def test_the_installed_command_serves_the_numbers(from_wheel: str):
    assert losses(from_wheel) == LOSSES


def test_panel_serve_gives_the_component(from_checkout: tuple[str, Program]):
    assert f"<title>{TITLE}</title>" in answer(*from_checkout)
    page = page_of_panel(from_checkout[0])
    assert f"<h1>{TITLE}</h1>" in page
    assert '"bridged":true' in page


def test_panel_serve_says_that_it_is_for_development(from_checkout: tuple[str, Program]):
    assert answer(*from_checkout)
    assert from_checkout[1].errors().count("This server is for development") == 1


def test_serving_leaves_nothing_behind(from_wheel: str, installed: Installed):
    assert from_wheel
    assert list(installed.empty.iterdir()) == []
