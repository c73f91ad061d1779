"""Run benchmarks, and keep what they print as a page of the documentation: `python -m benchmarks`.

Each benchmark runs in a process of its own and prints Markdown. They measure, and judge nothing.
"""

import argparse
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.report import QUICK

HERE = Path(__file__).parent
PACKAGES = ("logreg-explorable", "bokeh", "panel", "numpy", "tornado")
PEERS = "bench_peers"  # They need an environment of their own, and have a page of their own.


def found() -> list[str]:
    """Names of the benchmarks in this folder that run in the environment of the tests."""
    return sorted(f.stem for f in HERE.glob("bench_*.py") if f.stem != PEERS)


def heading() -> str:
    """What the page begins with: when and where the figures were measured."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES if installed(name))
    return (
        f"# Benchmarks\n\nMeasured on {datetime.now(UTC):%Y-%m-%d} with {versions} and Python "
        f"{platform.python_version()}, on {os.cpu_count()} cores that began with a load of "
        f"{os.getloadavg()[0]:.1f}. Every figure is of the same run. `make bench` writes "
        "docs/benchmarks.md, and `make bench-peers` docs/benchmarks-peers.md.\n"
    )


def installed(package: str) -> bool:
    """Whether a package is in this environment."""
    try:
        return bool(version(package))
    except PackageNotFoundError:
        return False


def printed(name: str, *, quick: bool) -> str:
    """Run one benchmark, show what it prints at once, and give it back.

    Raises
    ------
    subprocess.CalledProcessError
        If the benchmark fails.
    """
    command = [sys.executable, "-m", f"benchmarks.{name}"]
    environment = {**os.environ, QUICK: "1" if quick else ""}
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        for text in running.stdout or ():
            print(text, end="", flush=True)
            lines.append(text)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return "".join(lines)


def main() -> None:
    """Run what the command line asks for, and write the page when all of it is through."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", default=found(), help="benchmarks")
    parser.add_argument("--out", type=Path, help="page to write; without it they only print")
    parser.add_argument(
        "--quick", action="store_true", help="a few repetitions, to see that all run"
    )
    asked = parser.parse_args()
    parts = [heading()]
    print(parts[0], flush=True)
    parts += [printed(name, quick=asked.quick) for name in asked.names]
    if asked.out:
        asked.out.write_text("\n".join(f"{part.strip()}\n" for part in parts), encoding="utf-8")


if __name__ == "__main__":
    main()
