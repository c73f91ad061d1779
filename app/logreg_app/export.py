"""One HTML file: the same page without a server, drawn by the scripts it carries."""

from dataclasses import replace
from pathlib import Path

from logreg_app import bokehjs, catalog
from logreg_app.document import FILE_POLICY, html, index
from logreg_app.lesson import lessons
from logreg_app.state import State
from logreg_app.view import LAB_PAGE, View

SCRIPT = "bokeh.min.js"
SMALL = 1000  # samples at most of a data set that the lab carries along
LARGEST = 50_000  # samples at most in a file; any CSV file that the parser takes has as many


class ExportError(RuntimeError):
    """A file that cannot be made; the message says why and what to do."""


def export(out: Path, state: State, view: View, *, force: bool = False) -> int:
    """Write the page for a state to one file; return the number of bytes.

    Raises
    ------
    ExportError
        If the data set is too large, the file is there already, or it cannot be written.
    """
    _check_size(state)
    return write_file(out, page(state, view), force=force)


def export_all(folder: Path, view: View, lab: State, *, force: bool = False) -> int:
    """Write every lesson, the free lab and an index into a folder; return how many pages.

    The free lab opens with the scene `lab`; each lesson opens with its own.

    The pages share one file with BokehJS, so they belong together: any static host will do.

    Raises
    ------
    ExportError
        If a page is there already, or cannot be written.
    """
    links = {number: f"{number}-{each.name}.html" for number, each in lessons().items()}
    links[LAB_PAGE] = f"{LAB_PAGE}.html"
    beside = f'<script src="{SCRIPT}"></script>'
    pages = {
        links[number]: html(
            State.of(each.scene), replace(view, lesson=each, links=links), bokeh=beside
        )
        for number, each in lessons().items()
    }
    _check_size(lab)
    free = replace(view, links=links, datasets=tuple(small()))
    pages[links[LAB_PAGE]] = html(lab, free, bokeh=beside)
    pages["index.html"] = index(links)
    folder.mkdir(exist_ok=True) if folder.parent.is_dir() else _no_folder(folder)
    for name, text in {**pages, SCRIPT: "\n".join(bokehjs.texts())}.items():
        write_file(folder / name, text, force=force)
    return len(pages)


def page(state: State, view: View) -> str:
    """The whole page as text, BokehJS included."""
    return html(state, view, bokeh=scripts(), policy=FILE_POLICY)


def scripts() -> str:
    """BokehJS as it stands in a file."""
    return "".join(f"<script>\n{text}\n</script>\n" for text in bokehjs.texts())


def small() -> list[str]:
    """Names of the data sets that a page without a server carries with it."""
    return [data.name for data in catalog.datasets().values() if data.n <= SMALL]


def write_file(out: Path, text: str, *, force: bool) -> int:
    """Write a text to a file; return the number of bytes.

    Raises
    ------
    ExportError
        If the file is there already, or cannot be written.
    """
    try:
        if out.exists() and not force:
            raise ExportError(f"{out} is there already; choose another --out, or add --force.")
        if not out.parent.is_dir():
            _no_folder(out.parent)
        return out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise ExportError(f"Cannot write {out} ({error.strerror}); choose another --out.") from None


def _check_size(state: State) -> None:
    if state.data.n > LARGEST:
        raise ExportError(
            f"The data set has {state.data.n:,} samples; a file holds at most {LARGEST:,}. "
            "Serve it, or keep fewer rows."
        )


def _no_folder(folder: Path) -> None:
    raise ExportError(f"There is no folder {folder}; make it, or choose another --out.")
