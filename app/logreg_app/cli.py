"""The command `logreg-explorable`: serve the page, write it to a file, list the data sets."""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from logreg_app import catalog
from logreg_app.document import CARDS, HIDEABLE, THEMES, TITLE, View
from logreg_app.export import export, put
from logreg_app.figures import figures
from logreg_app.state import INPUTS, State


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; every failure is one line on standard error and a non-zero exit."""
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
    serve = commands.add_parser("serve", help="serve the page to a browser")
    serve.add_argument(
        "--port", type=_port, default=5006, help="port to listen at; 0 for a free one"
    )
    serve.add_argument("--address", default="localhost", help="address to listen at")
    serve.add_argument("--dataset", default=catalog.DEFAULT_DATASET, help="data set to open with")
    serve.add_argument("--show", action="store_true", help="open the page in a browser")
    serve.set_defaults(run=_serve)
    file = commands.add_parser("export", help="write the page to one HTML file")
    file.add_argument("--out", type=Path, required=True, help="file to write")
    file.add_argument("--force", action="store_true", help="replace a file that is there already")
    file.add_argument("--dataset", default=catalog.DEFAULT_DATASET, help="data set to open with")
    for name in INPUTS:
        file.add_argument(f"--{name}", type=float, help="opening value instead of the data set's")
    file.add_argument("--figures", type=_names, help="figures and cards to show, comma between")
    file.add_argument("--hide", type=_names, default=(), help="other parts to hide, likewise")
    file.add_argument("--theme", choices=THEMES, default="auto")
    file.add_argument("--title", default=TITLE)
    file.set_defaults(run=_export)
    listing = commands.add_parser("datasets", help="list the data sets")
    listing.set_defaults(run=_datasets)
    return parser


def _port(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text[:20]}” is not a port; give a number from 0 to 65535")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _export(args: argparse.Namespace) -> None:
    # in a process without Panel: with it, Bokeh would add a link to Panel's scripts on a server
    state = State(catalog.dataset(args.dataset).name)
    put(state, {name: getattr(args, name) for name in INPUTS})
    _known("--figures", args.figures or (), (*figures(), *CARDS))
    _known("--hide", args.hide, HIDEABLE)
    view = View(args.title, args.figures, args.hide, args.theme, server=False)
    size = export(args.out, state, view, force=args.force)
    print(f"{args.out} has {size / 1e6:.2f} MB; it needs no server and no network.")


def _known(option: str, names: Sequence[str], allowed: Sequence[str]) -> None:
    for name in names:
        if name not in allowed:
            raise LookupError(f"{option} has no “{name[:40]}”. Known: {', '.join(allowed)}.")


def _serve(args: argparse.Namespace) -> None:
    from logreg_app.server import make_server, url  # Panel takes a second

    dataset = catalog.dataset(args.dataset).name
    server = make_server(args.port, args.address, dataset=dataset)
    print(f"The page is at {url(server)} (Ctrl+C stops the server)", flush=True)
    if args.show:
        server.io_loop.add_callback(server.show, "/")
    gc.collect()
    gc.freeze()  # what is loaded now stays: later collections need not walk it
    server.run_until_shutdown()


def _datasets(_args: argparse.Namespace) -> None:
    for data in catalog.datasets().values():
        print(f"{data.name:<16}{data.n:>6} samples  {data.title}")
