"""The page's script: the ES modules of `assets/script`, joined into one classic script.

A page carries one inline script, so that it works from a file and under a strict content security
policy. The modules may use a small part of the language, which is read line by line:

    import { a, b as c } from "./other.js";
    export function f() {}      export const a = 1;      export class C {}

Each module becomes a function that runs once and returns what it exports, after the modules that
it imports. A test lets Node run the modules themselves, so both ways are tried.
"""

import re
from collections.abc import Mapping
from functools import cache
from posixpath import dirname, join, normpath

from logreg_app import catalog

LAB, LESSON = "lab.js", "lesson.js"
"""The modules that the free lab and a lesson start with."""

IMPORT = re.compile(r'^import \{(?P<names>[^}]*)\} from "(?P<path>\.[^"]*)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (?P<name>\w+))", re.M)
OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
# A page carries the script every time, so what only its readers need is left out: comments within
# a line, and the space at its ends. A habit that a test holds: no text goes over several lines.
WITHIN = re.compile(r"/\*\* @\w+ [^*]*\*/ ?")
TRAILING = re.compile(r"(?<=[;,{}\[\]()])[ \t]+// [^\n\"'`]*$", re.MULTILINE)
SPACE = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


class ScriptError(SyntaxError):
    """A module that the joiner cannot read; the message names the module and the line."""


@cache
def script(entry: str) -> str:
    """The script of a page that starts with a module."""
    return joined(entry, catalog.scripts())


def joined(entry: str, modules: Mapping[str, str]) -> str:
    """One classic script of a module and all that it imports.

    Parameters
    ----------
    entry : str
        Path of the module that starts the page.
    modules : mapping
        Path to source of every module.

    Raises
    ------
    ScriptError
        If a module is not there, imports itself in a circle, or imports or exports in another form
        than the two above.
    """
    done: dict[str, str] = {}
    _add(entry, modules, done, ())
    return '(() => {\n"use strict";\n' + "".join(done.values()) + "})();\n"


def _add(path: str, modules: Mapping[str, str], done: dict[str, str], way: tuple[str, ...]) -> None:
    if path in way:
        raise ScriptError(f"Modules import each other in a circle: {' > '.join((*way, path))}.")
    if path not in modules:
        raise ScriptError(f"{way[-1] if way else 'The page'} imports {path}, which is not there.")
    source = modules[path]
    for left_out in (COMMENT, WITHIN, TRAILING, SPACE):
        source = left_out.sub("", source)
    for found in IMPORT.finditer(source):
        other = _resolved(path, found["path"])
        if other not in done:
            _add(other, modules, done, (*way, path))
    done[path] = _as_function(path, source)


def _as_function(path: str, source: str) -> str:
    def taken(found: re.Match[str]) -> str:
        names = " ".join(found["names"].split()).replace(" as ", ": ")
        return f"const {{ {names} }} = {_name(_resolved(path, found['path']))};\n"

    exported = ", ".join(found["name"] for found in EXPORT.finditer(source))
    body = EXPORT.sub("", IMPORT.sub(taken, source))
    if other := OTHER.search(body):
        raise ScriptError(f"{path} has a line that the joiner does not know: {other[0]}")
    return f"const {_name(path)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"


def _resolved(path: str, other: str) -> str:
    return normpath(join(dirname(path), other))


def _name(path: str) -> str:
    """Name of a module's function: script/frame/link.js is $frame_link."""
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
