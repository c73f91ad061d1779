"""One HTML file: the same page without a server, drawn by the scripts it carries."""

import math
from pathlib import Path

from bokeh.document import Document
from bokeh.embed import file_html
from bokeh.resources import Resources

from logreg_app.document import View, fill
from logreg_app.state import INPUTS, State

LARGEST = 20_000  # samples; a file with more would be megabytes of numbers


class ExportError(RuntimeError):
    """A file that cannot be made; the message says why and what to do."""


def export(out: Path, state: State, view: View, *, force: bool = False) -> int:
    """Write the page for a state to one file; return the number of bytes.

    Raises
    ------
    ExportError
        If the data set is too large, the file is there already, or it cannot be written.
    """
    if state.data.n > LARGEST:
        raise ExportError(
            f"The data set has {state.data.n} samples; a file holds at most {LARGEST}. "
            "Serve it, or keep fewer rows."
        )
    if out.exists() and not force:
        raise ExportError(f"{out} is there already; choose another --out, or add --force.")
    if not out.parent.is_dir():
        raise ExportError(f"There is no folder {out.parent}; make it, or choose another --out.")
    try:
        return out.write_text(html(state, view), encoding="utf-8")
    except OSError as error:
        raise ExportError(f"Cannot write {out} ({error.strerror}); choose another --out.") from None


def html(state: State, view: View) -> str:
    """The whole page as text. It must not be made where Panel is imported: see `cli`."""
    doc = Document()
    fill(doc, state, view)
    return file_html(
        doc,
        resources=Resources(mode="inline"),
        title=doc.title,
        template=doc.template,
        template_variables=doc.template_variables,
        suppress_callback_warning=True,
    )


def put(state: State, values: dict[str, float | None]) -> None:
    """Set the given inputs of a state, or say which one does not fit.

    Raises
    ------
    ExportError
        If a value is not a number or lies outside its slider's range.
    """
    for name in INPUTS:
        value = values.get(name)
        low, high = state.param[name].bounds
        if value is not None and (math.isnan(value) or not low <= value <= high):
            raise ExportError(f"--{name} must lie between {low:g} and {high:g}, got {value:g}.")
    state.accept({name: value for name, value in values.items() if value is not None})
