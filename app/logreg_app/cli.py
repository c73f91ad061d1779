"""The command `logreg-explorable`: serve the page, list the data sets."""

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version

from logreg_app import catalog


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
    listing = commands.add_parser("datasets", help="list the data sets")
    listing.set_defaults(run=_datasets)
    return parser


def _port(text: str) -> int:
    if text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text[:20]}” is not a port; give a number from 0 to 65535")


def _serve(args: argparse.Namespace) -> None:
    from logreg_app.server import make_server, url  # Panel takes a second

    dataset = catalog.dataset(args.dataset).name
    server = make_server(args.port, args.address, dataset=dataset)
    print(f"The page is at {url(server)} (Ctrl+C stops the server)", flush=True)
    if args.show:
        server.io_loop.add_callback(server.show, "/")
    server.run_until_shutdown()


def _datasets(_args: argparse.Namespace) -> None:
    for data in catalog.datasets().values():
        print(f"{data.name:<16}{data.n:>6} samples  {data.title}")
