"""Example files that people bring, and what must be said of each."""

import csv
from pathlib import Path

CASES = Path(__file__).parents[1] / "csv-cases"

with (CASES / "cases.tsv").open(encoding="utf-8", newline="") as tsv:
    ROWS = [(row["file"], row["expected"]) for row in csv.DictReader(tsv, delimiter="\t")]

# What the message of each refused file must say: the line, the value or column, and the cure.
SAYS = {
    "empty.csv": r"file is empty; .*header line",
    "header_only.csv": r"header but no rows; add",
    "no_header.csv": r'Line 1: "1" is a value, not the name of a column; add a header',
    "no_header_words.csv": r'Line 1: "1" is a value, not the name of a column; add a header',
    "no_header_missing.csv": r'Line 1: "NA" is a value, .*; add a header',
    "label_na.csv": r'Line 3: "NA" in column "label" marks a missing value; fill',
    "label_question.csv": r'Line 2: "\?" in column "label" marks a missing value; fill',
    "label_null.csv": r'Line 4: "null" in column "label" marks a missing value; fill',
    "label_dash.csv": r'Line 3: "-" in column "label" marks a missing value; .*another word',
    "label_sharp_s.csv": r'Line 4: "straße" in column "label" is a third label value',
    "x_na.csv": r'Line 3: "#N/A" in column "x" marks a missing value; fill',
    "x_1e-400.csv": r'Line 3: "1e-400" in column "x" is nearer to 0 than 1e-300.*; use',
    "semicolon_thousands.csv": r'Line 2: "1,000" in column "x" may mean 1000 or 1,0000?; write',
    "semicolon_point_thousands.csv": r'Line 2: "1\.000" in column "b" may mean 1000 or ',
    "too_many_columns.csv": r"Line 1: the header has more than 100 columns.*; keep fewer",
    "too_many_comments.csv": r"Line 101: more than 100 comments stand above .*; keep fewer",
    "one_column.csv": r'Line 1: .*only one column, "x"; .*comma, semicolon, tab or bar',
    "utf16_nobom.csv": r"not CSV text but UTF-16 .*save",
    "latin1_header.csv": r"Line 1: byte 0xF6 is not UTF-8.*; save",
    "comma_decimal_comma.csv": r"Line 2 has 3 values, the header 2; .*decimal",
    "thousands_sep.csv": r'Line 2: "1,000" in column "x" is not a number; write .*point',
    "unclosed_quote.csv": r"Line 2 opens a quote .*; close",
    "trailing_comma.csv": r"Line 2 has 3 values, the header 2; remove .*at its end",
    "ragged_short.csv": r"Line 2 has 1 value, the header 2; fill",
    "dup_columns.csv": r'Line 1: .*"x" occurs twice; rename',
    "no_label_col.csv": r'No column can be the label: .*rename one of "a", "b"',
    "two_labels.csv": r'"label", "y" could each be the label; rename',
    "labels_012.csv": r'Line 4: "2" in column "label" .*exactly two',
    "label_missing.csv": r'Line 3: no value in column "label"; fill',
    "one_class.csv": r'"1" in column "label"; both classes are needed, so add',
    "x_missing.csv": r'Line 2: no value in column "x"; fill',
    "x_nan.csv": r'Line 2: "nan" in column "x" is not a finite number; mend',
    "x_inf.csv": r'Line 2: "inf" in column "x" is not a finite number; mend',
    "x_1e308.csv": r'Line 2: "1e308" in column "x" is beyond .*1e12; use',
    "x_percent.csv": r'Line 2: "5%" in column "x" is not a number; write',
    "png.csv": r"not CSV text but a PNG image; save",
    "(make it: over 2 MiB)": r"2,097,153 bytes; .*2,097,152 \(2 MiB\), so keep fewer",
    "too_many_rows.csv": r"more than 50,000 rows, which is the limit; keep fewer",
}


def content(file: str) -> bytes:
    if file == "(make it: over 2 MiB)":
        return b"x,label\n1,0\n".ljust(2 * 1024 * 1024 + 1, b"\n")
    return (CASES / file).read_bytes()
