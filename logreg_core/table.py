"""Text tables: the bytes of a CSV file to a header, rows with line numbers, and comments."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from logreg_core.dataset import DatasetError

MAX_BYTES = 2 * 1024 * 1024
MAX_ROWS = 50_000
MAX_COLUMNS = 100
MAX_COMMENTS = 100
MAX_NUMBER = 100  # characters; reading a number takes the square of its length
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)

# On a tie the earlier wins: a semicolon file may hold decimal commas, and bars stand in names.
_DELIMITERS = ";\t,|"
_BLANK = re.compile(r"(?:[^\S\n]*+\n)*+(?:[^\S\n]*+\Z)?")
_ABOVE = re.compile(
    r"[^\S\n]*+#(?:#|[^\S\n])*+(?P<key>[^:\n]*+)(?::(?P<value>[^\n]*+))?"
    r"|(?i:sep)=(?P<sep>[;\t,|])[^\S\n]*+(?=\n|\Z)"
)
_WHOLE = re.compile(r'"(?:[^"]++|"")*+"')  # a value in quotes that no delimiter has cut
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
    """Cells as text: the header and its line number, the rows and theirs, the comments above."""

    top: int
    header: list[str]
    rows: list[list[str]]
    lines: list[int]
    delimiter: str
    comments: dict[str, str]


def read_table(data: bytes) -> Table:
    """Table of a CSV file in which every row is as long as the header; DatasetError otherwise."""
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    comments, delimiter, at, line = _preamble(text)
    delimiter = delimiter or _sniffed(text, at)
    records = _records(text, at, line, delimiter)
    top, header = next(records, (0, []))
    _check_header(top, header)
    rows: list[list[str]] = []
    lines: list[int] = []
    for number, row in records:
        if len(row) != len(header):
            raise _ragged(number, row, len(header), delimiter)
        rows.append(row)
        lines.append(number)
        if len(rows) > MAX_ROWS:
            raise DatasetError(
                f"The file has more than {MAX_ROWS:,} rows, which is the limit; keep fewer.",
                "too_many_rows",
            )
    if not rows:
        raise DatasetError("The file has a header but no rows; add rows below it.", "no_rows")
    return Table(top, header, rows, lines, delimiter, comments)


def check_size(count: int) -> None:
    """Refuse a file of so many bytes if that is too many, which can be asked before it is read."""
    if count > MAX_BYTES:
        raise DatasetError(
            f"The file has {count:,} bytes; the limit is {MAX_BYTES:,} (2 MiB), "
            "so keep fewer rows or columns.",
            "too_big",
        )


def is_number(cell: str) -> bool:
    """Whether a value is a number: digits with a decimal point and an exponent, if any."""
    return len(cell) <= MAX_NUMBER and NUMBER.fullmatch(cell) is not None


def shown(text: str) -> str:
    """Text of a file as a message may repeat it: quoted, cut to 40 characters, printable."""
    short = text if len(text) <= 40 else text[:39] + "…"
    return '"' + "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in short) + '"'


def _decoded(data: bytes) -> str:
    check_size(len(data))
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
    line = 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
    return DatasetError(
        f"Line {line}: byte 0x{body[at]:02X} is not {encoding[:6].upper()} text; "
        'save the file as "CSV UTF-8".',
        "encoding",
    )


def _preamble(text: str) -> tuple[dict[str, str], str, int, int]:
    """Comments, the delimiter of a `sep=` line (or none), where the header starts, and its line."""
    comments: dict[str, str] = {}
    delimiter = ""
    at, line = _past_blank(text, 0, 1)
    count = 0
    while match := _ABOVE.match(text, at):
        count += 1
        delimiter = match["sep"] or delimiter
        if match["key"] is not None:
            comments[match["key"].strip().lower()] = (match["value"] or "").strip()
        if count > MAX_COMMENTS:
            raise DatasetError(
                f"Line {line}: more than {MAX_COMMENTS} comments stand above the header; "
                "keep fewer.",
                "too_many_comments",
            )
        at, line = _past_blank(text, match.end(), line)
    return comments, delimiter, at, line


def _past_blank(text: str, at: int, line: int) -> tuple[int, int]:
    """Where the next line that is not blank starts, and its number."""
    match = _BLANK.match(text, at)
    end = match.end() if match else at
    return end, line + text.count("\n", at, end)


def _sniffed(text: str, at: int) -> str:
    """Delimiter that cuts header and first row into equally many values, else the most of them."""

    def fit(delimiter: str) -> tuple[bool, int]:
        records = _records(text, at, 1, delimiter)
        head = row = 0
        try:
            head = len(next(records, (0, [""]))[1])
            row = len(next(records, (0, [""]))[1])
        except DatasetError:  # a quote that this delimiter does not close
            pass
        return 1 < head == row, head

    return max(_DELIMITERS, key=fit)


def _records(text: str, at: int, line: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with the number of the line it begins on."""
    while True:
        at, line = _past_blank(text, at, line)
        if at >= len(text):
            return
        cells, end = _row(text, at, line, delimiter)
        yield line, cells
        line += 1 + text.count("\n", at, end)
        at = end + 1


def _row(text: str, start: int, line: int, delimiter: str) -> tuple[list[str], int]:
    """Cells of the row that starts here, and where it ends."""
    newline = text.find("\n", start)
    end = newline if newline >= 0 else len(text)
    raw = text[start:end]
    # One value too many is enough to be refused; it holds all that is left of the row.
    cells = [cell.strip() for cell in raw.split(delimiter, MAX_COLUMNS)]
    if '"' not in raw:
        return cells, end
    if all(cell[:1] != '"' or _WHOLE.fullmatch(cell) for cell in cells[:MAX_COLUMNS]):
        quoted = (cell[1:-1].replace('""', '"') if cell[:1] == '"' else cell for cell in cells)
        return [cell.strip() for cell in quoted], end
    return _quoted_row(text, start, line, delimiter)


def _quoted_row(text: str, start: int, line: int, delimiter: str) -> tuple[list[str], int]:
    """Cells of a row in which quotes may hold delimiters and newlines, and where the row ends."""
    field = _field(delimiter)
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
        cells.append((match[3] if match[1] is None else match[1].replace('""', '"')).strip())
        if after != delimiter or len(cells) > MAX_COLUMNS:  # which is refused, so stop here
            break
        at += 1
    return cells, at


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    """A value in quotes, perhaps not closed, or one without."""
    stop = re.escape(delimiter) + r"\n"
    blank = rf"[^\S{stop}]*+"
    return re.compile(rf'{blank}"((?:[^"]++|"")*+)("?){blank}|([^{stop}]*+)')


def _check_header(line: int, header: list[str]) -> None:
    if not header:
        raise DatasetError("The file is empty; it needs a header line and rows below it.", "empty")
    if len(header) == 1:
        raise DatasetError(
            f"Line {line}: the header has only one column, {shown(header[0])}; "
            "separate columns with a comma, semicolon, tab or bar.",
            "one_column",
        )
    if len(header) > MAX_COLUMNS:
        raise DatasetError(
            f"Line {line}: the header has more than {MAX_COLUMNS} columns, which is the limit; "
            "keep fewer.",
            "too_many_columns",
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


def _ragged(line: int, row: list[str], width: int, delimiter: str) -> DatasetError:
    many = len(row) > MAX_COLUMNS
    count = f"more than {MAX_COLUMNS}" if many else str(len(row))
    return DatasetError(
        f"Line {line} has {count} value{'s' if len(row) > 1 else ''}, the header {width}; "
        f"{_ragged_cure(row[: MAX_COLUMNS + 1], width, delimiter)}.",
        "ragged",
    )


def _ragged_cure(row: list[str], width: int, delimiter: str) -> str:
    if len(row) < width:
        return "fill in what is missing"
    if not any(row[width:]):
        return "remove the delimiter at its end"
    if delimiter == "," and all(map(is_number, row)):
        return "if a comma is a decimal mark, write a point or separate columns with semicolons"
    return "remove what is too much, or put text that holds the delimiter in quotes"
