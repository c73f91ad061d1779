"""Text tables: the bytes of a CSV file to a header, rows with line numbers, and comments."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from logreg_core.dataset import DatasetError

MAX_BYTES = 2 * 1024 * 1024
MAX_ROWS = 50_000
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)

# On a tie the earlier wins: a semicolon file may hold decimal commas, and bars stand in names.
_DELIMITERS = ";\t,|"
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SIGNATURES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a spreadsheet or zip archive",
    b"\xd0\xcf\x11\xe0": "an old Excel or Office file",
    b"\x1f\x8b": "a gzip archive",
    b"%PDF": "a PDF",
    b"{\\rtf": "a rich-text document",
    b"<!doctype html": "a web page",
    b"<html": "a web page",
}


@dataclass(frozen=True)
class Table:
    """Cells as text: the header, the rows below it with their line numbers, the comments above."""

    header: list[str]
    rows: list[list[str]]
    lines: list[int]
    delimiter: str
    comments: dict[str, str]


def read_table(data: bytes) -> Table:
    """Table of a CSV file in which every row is as long as the header; DatasetError otherwise."""
    lines = _decoded(data).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    comments, delimiter, top = _preamble(lines)
    text = "\n".join(lines[top:])
    delimiter = delimiter or _sniffed(text)
    records = _records(text, delimiter, top + 1)
    line, header = next(records, (0, []))
    _check_header(line, header)
    rows = list(records)
    _check_rows(header, rows, delimiter)
    return Table(header, [row for _, row in rows], [line for line, _ in rows], delimiter, comments)


def shown(text: str) -> str:
    """Text of a file as a message may repeat it: quoted, cut to 40 characters, printable."""
    short = text if len(text) <= 40 else text[:39] + "…"
    return '"' + "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in short) + '"'


def _decoded(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        raise DatasetError(
            f"The file has {len(data):,} bytes; the limit is {MAX_BYTES:,} (2 MiB), "
            "so keep fewer rows or columns.",
            "too_big",
        )
    mark = next((m for m in _MARKS if data.startswith(m)), b"")
    encoding, body = _MARKS.get(mark, "utf-8"), data[len(mark) :]
    _check_is_text(body, encoding)
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_decoded(body, encoding, error.start) from None
    if "\0" in text:
        raise _not_csv("binary data")
    return text


def _check_is_text(body: bytes, encoding: str) -> None:
    start = body[:16].lower()
    kind = next((k for magic, k in _SIGNATURES.items() if start.startswith(magic.lower())), None)
    if kind is None and encoding == "utf-8" and b"\0" in body:
        # Latin letters in UTF-16 have a zero as every second byte; other binary data does not.
        halves = (body[0::2], body[1::2])
        wide = any(half.count(0) == len(half) for half in halves if half)
        kind = "UTF-16 without a byte order mark, or binary data" if wide else "binary data"
    if kind is not None:
        raise _not_csv(kind)


def _not_csv(kind: str) -> DatasetError:
    return DatasetError(
        f'This is not CSV text but {kind}; save the table as "CSV UTF-8".', "not_csv"
    )


def _not_decoded(body: bytes, encoding: str, at: int) -> DatasetError:
    before = body[:at].decode(encoding, errors="replace")
    line = 1 + len(re.findall("\r\n|\r|\n", before))
    return DatasetError(
        f"Line {line}: byte 0x{body[at]:02X} is not {encoding[:6].upper()} text; "
        'save the file as "CSV UTF-8".',
        "encoding",
    )


def _preamble(lines: list[str]) -> tuple[dict[str, str], str, int]:
    """Comments, the delimiter of a `sep=` line (or none), and the index of the header line."""
    comments: dict[str, str] = {}
    delimiter = ""
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        if line.lstrip().startswith("#"):
            key, _, value = line.lstrip(" \t#").partition(":")
            comments[key.strip().casefold()] = value.strip()
        elif match := re.fullmatch(r"sep=([;\t,|])\s*", line, re.IGNORECASE):
            delimiter = match[1]
        else:
            return comments, delimiter, index
    return comments, delimiter, len(lines)


def _sniffed(text: str) -> str:
    """Delimiter the header and first row hold equally often, else the most frequent above."""
    # Only a quote at the start of a value quotes; inches and seconds stand elsewhere.
    bare = re.sub(r'(?<![^;,\t|\n]) *"(?:[^"]++|"")*+("|\Z)', "q", text)
    filled = filter(str.strip, bare.split("\n"))
    head, row = next(filled, ""), next(filled, "")
    return max(_DELIMITERS, key=lambda d: (0 < head.count(d) == row.count(d), head.count(d)))


def _records(text: str, delimiter: str, line: int) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the number of the line it begins on."""
    start = 0
    while start < len(text):
        newline = text.find("\n", start)
        end = newline if newline >= 0 else len(text)
        raw = text[start:end]
        cells = raw.split(delimiter)
        if '"' in raw:
            cells, end = _quoted_row(text, start, delimiter, line)
        if raw.strip():
            yield line, [cell.strip() for cell in cells]
        line += 1 + text.count("\n", start, end)
        start = end + 1


def _quoted_row(text: str, start: int, delimiter: str, line: int) -> tuple[list[str], int]:
    """Cells of a row in which quotes may hold delimiters and newlines, and where the row ends."""
    stop = re.escape(delimiter) + r"\n"
    blank = rf"[^\S{stop}]*+"
    field = re.compile(rf'{blank}"((?:[^"]++|"")*+)("?){blank}|([^{stop}]*+)')
    cells: list[str] = []
    at = start
    while match := field.match(text, at):
        at = match.end()
        after = text[at : at + 1]
        if match[1] is not None and (not match[2] or after not in ("", "\n", delimiter)):
            opened = line + text.count("\n", start, match.start())
            raise DatasetError(
                f"Line {opened} opens a quote in value "
                f"{len(cells) + 1} that is not closed before the next value; close or remove it.",
                "quote",
            )
        cells.append(match[3] if match[1] is None else match[1].replace('""', '"'))
        if after != delimiter:
            break
        at += 1
    return cells, at


def _check_header(line: int, header: list[str]) -> None:
    if not header:
        raise DatasetError("The file is empty; it needs a header line and rows below it.", "empty")
    if len(header) == 1:
        raise DatasetError(
            f"Line {line}: the header has only one column, {shown(header[0])}; "
            "separate columns with a comma, semicolon, tab or bar.",
            "one_column",
        )
    if all(NUMBER.fullmatch(name.replace(",", ".", 1)) for name in header):
        raise DatasetError(
            f"Line {line} has numbers only; add a header line that names the columns above it.",
            "no_header",
        )
    if "" in header:
        raise DatasetError(
            f"Line {line}: column {header.index('') + 1} of the header has no name; give it one.",
            "no_header",
        )
    if len(set(header)) < len(header):
        [(twice, _)] = Counter(header).most_common(1)
        raise DatasetError(
            f"Line {line}: the column name {shown(twice)} occurs twice; rename one of them.",
            "dup_column",
        )


def _check_rows(header: list[str], rows: list[tuple[int, list[str]]], delimiter: str) -> None:
    if not rows:
        raise DatasetError("The file has a header but no rows; add rows below it.", "no_rows")
    if len(rows) > MAX_ROWS:
        raise DatasetError(
            f"The file has {len(rows):,} rows; the limit is {MAX_ROWS:,}, so keep fewer.",
            "too_many_rows",
        )
    for line, row in rows:
        if len(row) != len(header):
            values = "1 value" if len(row) == 1 else f"{len(row):,} values"
            raise DatasetError(
                f"Line {line} has {values}, the header {len(header):,}; "
                f"{_ragged_cure(row, len(header), delimiter)}.",
                "ragged",
            )


def _ragged_cure(row: list[str], width: int, delimiter: str) -> str:
    if len(row) < width:
        return "fill in what is missing"
    if not any(row[width:]):
        return "remove the delimiter at its end"
    if delimiter == "," and all(NUMBER.fullmatch(cell) for cell in row):
        return "if a comma is a decimal mark, write a point or separate columns with semicolons"
    return "remove what is too much, or put text that holds the delimiter in quotes"
