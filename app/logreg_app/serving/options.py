"""What whoever runs the server can set, as an option or in the environment."""

import argparse
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any, NamedTuple

from logreg_app import catalog
from logreg_app.serving.origins import OriginError, origin

SHORTEST = 32  # letters of a secret


class OptionError(RuntimeError):
    """A setting that the server cannot start with; the message says which and what to do."""


class Option(NamedTuple):
    """One setting: its option, its variable in the environment, its default, what it means."""

    name: str
    variable: str
    default: str
    help: str
    read: Callable[[str], Any]


@dataclass(frozen=True)
class Options:
    """All settings of a server."""

    port: int
    address: str
    dataset: str
    allow_origin: tuple[str, ...]
    secret: str
    readers: int
    workers: int
    monitor: int


def port(text: str) -> int:
    """A port; 0 for a free one, or for none."""
    if text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= 65535:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text[:20]}” is not a port; give a number from 0 to 65535")


def count(text: str) -> int:
    """How many readers or processes."""
    if text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) >= 1:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text[:20]}” is not a number from 1 to 99999")


def origins(text: str) -> tuple[str, ...]:
    """Origins with a space or a comma between.

    Examples
    --------
    >>> origins("https://course.example, http://lab.lan:8443/")
    ('https://course.example', 'http://lab.lan:8443')
    """
    try:
        return tuple(map(origin, text.replace(",", " ").split()))
    except OriginError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def secret_in(file: str) -> str:
    """The secret that stands in a file."""
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise argparse.ArgumentTypeError(f"cannot read {file}; name a file of text") from None


OPTIONS = (
    Option("port", "LOGREG_PORT", "5006", "port to listen at; 0 for a free one", port),
    Option("address", "LOGREG_ADDRESS", "localhost", "address to listen at", str),
    Option(
        *("dataset", "LOGREG_DATASET", catalog.DEFAULT_DATASET),
        "data set to open with, by name or as a CSV file",
        str,
    ),
    Option(
        *("allow-origin", "LOGREG_ALLOW_ORIGIN", ""),
        "hosts, such as https://course.example, that may show the page in a frame or connect",
        origins,
    ),
    Option("secret-file", "LOGREG_SECRET", "", "file with the secret that signs sessions", str),
    Option("readers", "LOGREG_READERS", "500", "readers at once, of all workers together", count),
    Option("workers", "LOGREG_WORKERS", "1", "processes that share the port", count),
    Option("monitor", "LOGREG_MONITOR", "0", "port of this machine for numbers; 0 for none", port),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add every option to a command."""
    for each in OPTIONS:
        more: dict[str, Any] = {"nargs": "+", "action": "extend"} if each.read is origins else {}
        usual = f"; {each.default} by default" if each.default else ""
        parser.add_argument(
            f"--{each.name}",
            type=str if each.read is origins else each.read,
            help=f"{each.help}{usual} ({each.variable})",
            **more,
        )


def options_of(args: argparse.Namespace, environ: Mapping[str, str]) -> Options:
    """The settings that were given, else those of the environment, else the usual ones.

    Raises
    ------
    OptionError
        If one cannot be read, or strangers could come without a secret.
    """
    given = {each.name.replace("-", "_"): _value(each, args, environ) for each in OPTIONS}
    file = given.pop("secret_file")
    secret = _read("--secret-file", file, secret_in) if args.secret_file else file
    return Options(**given, secret=_checked(secret.strip(), given["address"]))


def _value(option: Option, args: argparse.Namespace, environ: Mapping[str, str]) -> Any:
    given = getattr(args, option.name.replace("-", "_"))
    if given is None:
        text = environ.get(option.variable) or option.default
        return _read(option.variable, text, option.read)
    return _read(f"--{option.name}", " ".join(given), origins) if isinstance(given, list) else given


def _read(name: str, text: str, read: Callable[[str], Any]) -> Any:
    try:
        return read(text)
    except argparse.ArgumentTypeError as error:
        raise OptionError(f"{name}: {error}") from None


def _checked(secret: str, address: str) -> str:
    """The secret of a server; where only this machine can reach it, one for this time."""
    if secret and len(secret) < SHORTEST:
        raise OptionError(
            f"The secret has {len(secret)} letters and needs {SHORTEST}; "
            "`logreg-explorable secret` makes one."
        )
    if not secret and not is_local(address):
        raise OptionError(
            f"Listening at {address} needs a secret, so that strangers cannot make up sessions: "
            'export LOGREG_SECRET="$(logreg-explorable secret)"'
        )
    return secret or new_secret()


def is_local(address: str) -> bool:
    """Whether only this machine reaches an address.

    Examples
    --------
    >>> is_local("localhost"), is_local("127.0.0.1"), is_local("::1"), is_local("0.0.0.0")
    (True, True, True, False)
    """
    try:
        return address == "localhost" or ip_address(address).is_loopback
    except ValueError:
        return False


def new_secret() -> str:
    """A secret that nobody guesses."""
    return secrets.token_urlsafe(SHORTEST)
