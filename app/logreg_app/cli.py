"""The command `logreg-explorable`: serve the page, write it to a file, list the data sets."""

import argparse
import os
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from logreg_app import catalog
from logreg_app.exhibits import exhibits
from logreg_app.export import export, export_all, small, write_file
from logreg_app.given import FileError, opened, read, summary, written
from logreg_app.guide import guide
from logreg_app.lesson import Lesson, lesson, lessons
from logreg_app.sentences import SceneError
from logreg_app.serving.options import add_options, new_secret, options_of
from logreg_app.state import SETTINGS, State
from logreg_app.view import THEMES, View, known_parts


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; what it cannot do is told on standard error, with a non-zero exit."""
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args) or 0)
    except (LookupError, RuntimeError) as error:
        print(f"logreg-explorable: {error.args[0]}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="logreg-explorable", description="Logistic regression you can drag."
    )
    parser.add_argument("--version", action="version", version=version("logreg-explorable"))
    commands = parser.add_subparsers(title="commands", required=True)
    _serve_options(commands.add_parser("serve", help="serve the page to a browser"))
    _export_options(
        commands.add_parser("export", help="write the page, or all lessons, without a server")
    )
    guide_file = commands.add_parser("guide", help="write the guide for teachers, with all answers")
    _guide_options(guide_file)
    secret = commands.add_parser("secret", help="make a secret for a server that strangers reach")
    secret.set_defaults(run=_secret)
    contents = commands.add_parser("lessons", help="list the lessons")
    contents.set_defaults(run=_lessons)
    _datasets_options(commands.add_parser("datasets", help="list the data sets, or check files"))
    return parser


def _serve_options(serve: argparse.ArgumentParser) -> None:
    add_options(serve)
    serve.add_argument("--show", action="store_true", help="open the page in a browser")
    serve.set_defaults(run=_serve)


def _export_options(file: argparse.ArgumentParser) -> None:
    file.add_argument(
        "--out", type=Path, required=True, help="file, or with --all folder, to write"
    )
    file.add_argument("--force", action="store_true", help="replace what is there already")
    file.add_argument("--lesson", help="number of the lesson, such as 03; the free lab without it")
    file.add_argument("--all", action="store_true", help="every lesson, the lab and an index")
    for name in SETTINGS:
        option = f"--{name.replace('_', '-')}"
        more = ", or a path to a CSV file" if name == "dataset" else ""
        file.add_argument(option, dest=name, help=f"opening value: {State.param[name].label}{more}")
    file.add_argument("--figures", type=_names, help="figures and cards to show, comma between")
    file.add_argument("--hide", type=_names, default=(), help="other parts to hide, likewise")
    file.add_argument("--lock", type=_names, default=(), help="controls to show but fix, likewise")
    file.add_argument("--theme", choices=THEMES, default="auto")
    file.add_argument("--title", default="", help="heading instead of the page's own")
    file.set_defaults(run=_export)


def _guide_options(file: argparse.ArgumentParser) -> None:
    file.add_argument("--out", type=Path, required=True, help="file to write")
    file.add_argument("--force", action="store_true", help="replace what is there already")
    file.add_argument("--lesson", help="number of one lesson, such as 03; all of them without it")
    file.set_defaults(run=_guide)


def _datasets_options(listing: argparse.ArgumentParser) -> None:
    listing.add_argument(
        "--check",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE",
        help="say of each CSV file what is read from it, or why the page cannot show it",
    )
    listing.set_defaults(run=_datasets)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _export(args: argparse.Namespace) -> None:
    # in a process without Panel, which would add scripts of its own to what Bokeh writes
    _known("--figures", args.figures or (), tuple(exhibits()))
    _known("--hide", args.hide, known_parts())
    _known("--lock", args.lock, known_parts())
    chosen = lesson(args.lesson) if args.lesson else None
    state = _state(args, chosen)
    view = View(
        lesson=chosen,
        title=args.title,
        figures=args.figures,
        datasets=() if args.lesson else small(),
        hidden=args.hide,
        locked=args.lock,
        theme=args.theme,
    )
    if args.all:
        count = export_all(args.out, view, state, force=args.force)
        print(f"{args.out} has {count} pages; they need no server. Begin with index.html.")
        return
    size = export(args.out, state, view, force=args.force)
    print(f"{args.out} has {size / 1e6:.2f} MB; it needs no server and no network.")


def _guide(args: argparse.Namespace) -> None:
    chosen = [lesson(args.lesson)] if args.lesson else lessons().values()
    write_file(args.out, guide(chosen), force=args.force)
    print(f"{args.out} is the guide for teachers; it has every answer.")


def _state(args: argparse.Namespace, chosen: Lesson | None) -> State:
    """The scene of the lesson, with the options that were given."""
    given = {name: value for name in SETTINGS if (value := getattr(args, name)) is not None}
    if "dataset" in given:
        given["dataset"] = opened(given["dataset"])
    try:
        return State.of({**(chosen.scene if chosen else {}), **given})
    except SceneError as problem:
        name, rest = str(problem).split(" ", 1)
        raise LookupError(f"--{name.replace('_', '-')} {rest}") from None


def _known(option: str, names: Sequence[str], allowed: Sequence[str]) -> None:
    for name in names:
        if name not in allowed:
            raise LookupError(f"{option} has no “{name[:40]}”. Known: {', '.join(allowed)}.")


def _serve(args: argparse.Namespace) -> None:
    options = options_of(args, os.environ)
    # before the workers begin, so that all of them have it
    options = replace(options, dataset=opened(options.dataset))
    # imported here because the server takes a moment
    from logreg_app.serving.server import run

    def begun(url: str) -> None:
        print(f"The page is at {url} (Ctrl+C stops the server)", flush=True)
        if args.show:
            webbrowser.open(url)

    run(options, begun)


def _secret(_args: argparse.Namespace) -> None:
    print(new_secret())


def _lessons(_args: argparse.Namespace) -> None:
    for each in lessons().values():
        print(f"{each.number}  {each.title}")


def _datasets(args: argparse.Namespace) -> int:
    if args.check:
        return max([_checked(file) for file in args.check])
    for data in catalog.datasets().values():
        print(f"{data.name:<16}{data.n:>6} samples  {data.title}")
    return 0


def _checked(file: Path) -> int:
    """Print the line about one file, and return 1 if it is refused."""
    try:
        print(f"{written(file)}: {summary(read(file))}.")
    except FileError as error:
        print(error)
        return 1
    return 0
