"""Files that people bring: every case of the list, the shipped data sets, and arbitrary bytes."""

import csv
import re
from pathlib import Path

import pytest
from core.costly import COSTLY
from hypothesis import example, given
from hypothesis import strategies as st

from logreg_core.dataset import Dataset, DatasetError
from logreg_core.parse import parse_csv

TESTS = Path(__file__).parents[1]
CASES = TESTS / "csv-cases"
SHIPPED = TESTS.parent / "assets" / "datasets"
LONGEST_MESSAGE = 300

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


def refusal(data: bytes, **options: str) -> DatasetError:
    with pytest.raises(DatasetError) as caught:
        parse_csv(data, **options)
    assert len(str(caught.value)) <= LONGEST_MESSAGE
    assert str(caught.value).isprintable()
    return caught.value


@pytest.mark.parametrize(("file", "expected"), ROWS, ids=[file for file, _ in ROWS])
def test_case_is_accepted_or_refused_as_listed(file, expected):
    verdict, what = expected.split()[:2]
    if verdict == "accept":
        assert parse_csv(content(file)).n == int(what)
        return
    error = refusal(content(file))
    assert error.code == what
    assert re.search(SAYS[file], str(error))


LOANS = {
    "x": [[25.0], [32.0], [45.0], [75.0], [95.0], [110.0]],
    "y": [1, 1, 1, 0, 0, 0],
    "title": "Loan default by income",
    "features": ("income",),
    "units": ("thousand $",),
    "positive": "default",
    "negative": "repaid",
    "opening": (8.12, -0.094),
    "source": "six constructed loans for tracing by hand; "
    "every income up to 45 defaulted, every income from 75 was repaid",
}
SEVEN_POINTS = {
    "x": [[-3.0], [-2.0], [-1.0], [0.0], [1.0], [2.0], [3.0]],
    "y": [0, 0, 0, 0, 1, 1, 1],
    "title": "Seven points",
    "features": ("x",),
    "units": ("",),
    "positive": "class 1",
    "negative": "class 0",
    "opening": (-0.2, 0.7),
    "source": "seven constructed points, one apart; labels change between 0 and 1",
}


@pytest.mark.parametrize(("name", "fields"), [("loans", LOANS), ("seven-points", SEVEN_POINTS)])
def test_shipped_data_set_is_read_exactly(name, fields):
    data = parse_csv((SHIPPED / f"{name}.csv").read_bytes(), name=name)
    got = {key: getattr(data, key) for key in fields}
    assert got | {"x": data.x.tolist(), "y": data.y.tolist()} == fields
    assert data.name == name


@pytest.mark.parametrize(
    ("text", "y", "negative", "positive"),
    [
        ("x,y\n1,1\n2,0", [1, 0], "y = 0", "y = 1"),
        ("x,y\n1,-1\n2,+1.0", [0, 1], "y = -1", "y = 1"),
        ("x,Class\n1,2\n2,1", [1, 0], "Class = 1", "Class = 2"),
        ("x,passed\n5,Yes\n7,no\n9,yes", [1, 0, 1], "passed = no", "passed = Yes"),
        ("x,y\n1,TRUE\n2,unknown", [1, 0], "y = unknown", "y = TRUE"),
        ("x,y\n1,ja\n2,nein", [1, 0], "y = nein", "y = ja"),
        ("x,outcome\n1,paid\n2,default", [1, 0], "outcome = default", "outcome = paid"),
        ("x,y\n1,straße\n2,strasse", [1, 0], "y = strasse", "y = straße"),
        (
            "x,street\n1,Straße\n2,STRASSE\n3,straße",
            [1, 0, 1],
            "street = STRASSE",
            "street = Straße",
        ),
        ("x,y\n1,caf\u00e9\n2,cafe\u0301\n3,bar", [1, 1, 0], "y = bar", "y = caf\u00e9"),
        ("# positive: ill\nx,y\n1,0\n2,1", [0, 1], "y = 0", "ill"),
        ("# positive: Default\nx,outcome\n1,paid\n2,default", [0, 1], "outcome = paid", "Default"),
        ("# negative: y = paid\nx,y\n1,paid\n2,default", [0, 1], "y = paid", "y = default"),
    ],
)
def test_labels_map_upward_unless_the_file_says_otherwise(text, y, negative, positive):
    data = parse_csv(text.encode())
    assert (data.y.tolist(), data.negative, data.positive) == (y, negative, positive)


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("x\ty\n1\t0\n2\t1", [[1], [2]]),
        ("x|y\n1|0\n2|1", [[1], [2]]),
        ("sep=\t\nx\ty\n1\t0\n2\t1", [[1], [2]]),
        ('"x"\t"y"\n"1"\t"0"\n"2"\t"1"', [[1], [2]]),
        ("income, EUR;y\n1,5;0\n-2,25e1;1", [[1.5], [-22.5]]),
        ('"a\nb;c",y\n1,0\n2,1', [[1], [2]]),
        ('height ("),y\n1,0\n2,1', [[1], [2]]),
        ('x,y\n "1" ,0\n"2","1"', [[1], [2]]),
        ("\n\n# note\n\nx,y\n\n.5,0\n+2.,1\n\n", [[0.5], [2]]),
        ("x,y\n1e12,0\n-1e12,1", [[1e12], [-1e12]]),
        ("x;y\n0,125;0\n1,234;1", [[0.125], [1.234]]),
        ("x;y\n1.234;0\n2.345;1", [[1.234], [2.345]]),
        ("x,y\n0e-500,0\n1e-300,1", [[0], [1e-300]]),
        ("name,x,y\nAnn,1,0\nBob 2,2,1", [[1], [2]]),
        ("a,day,b,y\n1,2024-01-31,3,0\n2,2024-02-01,4,1", [[1, 3], [2, 4]]),
    ],
)
def test_features_are_read_from_every_dialect(text, x):
    assert parse_csv(text.encode()).x.tolist() == x


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_make_no_difference(encoding, newline):
    text = newline.join(["# title: Größe", "größe,y", "1,0", "2,1"])
    data = parse_csv(text.encode(encoding))
    assert (data.title, data.features, data.x.tolist()) == ("Größe", ("größe",), [[1], [2]])


BODY = "a,b,y\n1,2,0\n4,5,1\n3,7,1"


@pytest.mark.parametrize(
    ("text", "options", "features", "units", "opening"),
    [
        (BODY, {}, ("a", "b"), ("", ""), (0, 0, 0)),
        (BODY, {"features": ["b"]}, ("b",), ("",), (0, 0)),
        ("# feature: A; B\n# unit: cm;\n" + BODY, {}, ("A", "B"), ("cm", ""), (0, 0, 0)),
        ("# feature: ; B\n# unit: cm; kg\n" + BODY, {"features": ["a"]}, ("a",), ("cm",), (0, 0)),
        ("# feature: A\n# unit: cm\n" + BODY, {}, ("a", "b"), ("", ""), (0, 0, 0)),
        ("# opening: 1 -2 .5\n" + BODY, {}, ("a", "b"), ("", ""), (1, -2, 0.5)),
        ("# opening: 1 -2 .5\n" + BODY, {"features": ["b"]}, ("b",), ("",), (0, 0)),
    ],
)
def test_comments_describe_the_chosen_features(text, options, features, units, opening):
    data = parse_csv(text.encode(), **options)
    assert (data.features, data.units, data.opening) == (features, units, opening)


def test_named_label_settles_which_of_two():
    data = parse_csv(b"x,label,y\n1,0,1\n2,1,0", label="y")
    assert (data.features, data.y.tolist()) == (("x", "label"), [1, 0])


def test_chosen_feature_is_not_taken_for_the_label():
    data = parse_csv(b"a,b\n0,0\n1,1", features=["a"])
    assert (data.features, data.positive) == (("a",), "b = 1")


@pytest.mark.parametrize(
    ("features", "opening"), [(["b", "a"], (0, 0, 0)), (["a", "b"], (1, 2, 3))]
)
def test_features_stand_in_the_order_in_which_they_are_chosen(features, opening):
    data = parse_csv(f"# unit: cm; kg\n# opening: 1 2 3\n{BODY}".encode(), features=features)
    units = {"a": "cm", "b": "kg"}
    assert data.features == tuple(features)
    assert data.units == tuple(units[each] for each in features)
    assert data.opening == opening


@pytest.mark.parametrize(
    ("comments", "positive", "y", "one", "zero"),
    [
        ("", "yes", [0, 1], "y = yes", "y = no"),
        ("", "NO", [1, 0], "y = no", "y = yes"),
        ("# positive: in\n# negative: out\n", "no", [1, 0], "out", "in"),
        ("# positive: no\n", "yes", [0, 1], "y = yes", "no"),
    ],
)
def test_the_positive_class_can_be_chosen(comments, positive, y, one, zero):
    data = parse_csv(f"{comments}x,y\n1,no\n2,yes".encode(), positive=positive)
    assert (data.y.tolist(), data.positive, data.negative) == (y, one, zero)


def test_name_stands_in_for_a_title():
    data = parse_csv(b"x,y\n1,0\n2,1", name="mine")
    assert (data.name, data.title, data.source) == ("mine", "mine", "")


def test_a_comment_names_the_first_samples():
    data = parse_csv(b"# named: customer A; customer B\n" + BODY.encode())
    assert data.named == ("customer A", "customer B")


@pytest.mark.parametrize(
    ("text", "options", "code", "says"),
    [
        (BODY, {"features": ["c"]}, "no_column", 'no column "c" to choose; there are "a", "b"'),
        (BODY, {"label": "c"}, "no_column", 'no column "c" to choose; there are "a", "b", "y"'),
        (BODY, {"features": ["y"], "label": "y"}, "no_column", 'no column "y" to choose'),
        (BODY, {"features": ["a", "b", "a"]}, "dup_feature", 'feature "a" is chosen twice'),
        (BODY, {"positive": "2"}, "no_class", 'no "2" to be the positive class; it has "0" and'),
        (BODY, {"label": "a"}, "label", 'Line 4: "3" in column "a" is a third label value'),
        ("a,b\n5,7\n6,8\n9,9", {}, "no_label", "none has just two label values"),
        ("a,b,c,d,e\n5,7,1,1,1\n6,8,3,4,5", {}, "no_label", '"a", "b", "c" and 2 more'),
        ("# c\nx,y\n1,0\n\n2,5", {}, "label", 'Line 5: "5" in column "y" makes no pair'),
        ("x,y\n1,0\n2,no", {}, "label", 'Line 3: "no" in column "y" makes no pair'),
        ("x,y\n1,yes\n2,nan", {}, "missing", 'Line 3: "nan" in column "y" marks a missing value'),
        ("name,y\nAnn,0\nBob,1", {}, "not_number", 'Line 2: "Ann" in column "name"'),
        ("x,share,y\n1,5%,0\n2,7%,1", {}, "not_number", 'Line 2: "5%" in column "share"'),
        ("x;y\n1,000;0\n2.5;1", {}, "not_number", 'Line 2: "1,000" in column "x"'),
        ("x,y\n１,0\n2,1", {}, "not_number", 'Line 2: "１" in column "x"'),
        ("x,y\n1_0,0\n2,1", {}, "not_number", 'Line 2: "1_0" in column "x"'),
        ("x,y\n1,0\n1e999,1", {}, "out_of_range", 'Line 3: "1e999" in column "x"'),
        ('# c\n"a\nb",y\n"1\n\n",0\n3,"1"2', {}, "quote", "Line 7 opens a quote in value 2"),
        ('x,y\n"1\n","0', {}, "quote", "Line 3 opens a quote in value 2"),
        ("x,y,\n1,0,\n", {}, "no_header", "Line 1: column 3 of the header has no name"),
        ("# title: none\n", {}, "empty", "empty"),
        ("# opening: 1\n" + BODY, {}, "opening", 'opening has "1"; it needs 3 numbers'),
        ("# shows: 31 cold\na,label\n1,0\n2,1\n", {}, "shows", 'shows has "31 cold"'),
        ("# shows: 31\n" + BODY, {}, "shows", "there are 2 features"),
        ("# opening: 1 2 x\n" + BODY, {}, "opening", 'opening has "1 2 x"'),
        ("# opening: 1 2 1e999\n" + BODY, {}, "opening", 'opening has "1 2 1e999"'),
        ("x,y\n1,0\n<\a\u202e" + "z" * 90 + ",1", {}, "not_number", f'"<��{"z" * 36}…"'),
        ("<!DOCTYPE html><p>x,y", {}, "not_csv", "a web page"),
    ],
)
def test_refusal_names_what_is_wrong(text, options, code, says):
    error = refusal(text.encode(), **options)
    assert error.code == code
    assert says in str(error)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"x,y\r1,0\r\xe4,1", "encoding", "Line 3: byte 0xE4 is not UTF-8"),
        (b"\xff\xfex\0,\0y", "encoding", "Line 1: byte 0x79 is not UTF-16"),
        (b"\xff\xfex\0,\0\0\0", "not_csv", "binary data"),
        (b"x,y\n1,\0\n", "not_csv", "binary data"),
        (b"PK\x03\x04 sheet", "not_csv", "a spreadsheet"),
    ],
)
def test_bytes_that_are_no_text_are_told_apart(data, code, says):
    error = refusal(data)
    assert error.code == code
    assert says in str(error)


# Letters a table is made of reach the later checks, which bytes alone hardly ever do.
TABLES = st.text(alphabet='xy01259.,;|\t\n\r"#:-+e%é\x07 ').flatmap(
    lambda text: st.sampled_from(["", "x,y\n", "a;b;y\n", "x\ty\n1\t0\n"]).map(
        lambda top: (top + text).encode()
    )
)
LONG = "\x07" * 500


@given(data=st.binary() | TABLES)
@example(f"{LONG},{LONG}a,{LONG}b,c,d\n1,1,1,1,1\n".encode())
@example(f"{LONG},y\n{LONG}1,0\n2,1\n".encode())
@example(f"x,y\n1,{LONG}\n2,1{LONG}\n3,2{LONG}\n".encode())
@example(f"# opening: {LONG}\nx,y\n1,0\n2,1\n".encode())
def test_bytes_give_a_data_set_or_a_short_refusal(data):
    said = ""
    try:
        assert isinstance(parse_csv(data), Dataset)
    except DatasetError as error:
        said = f"{error.code}: {error}"
    assert len(said) <= LONGEST_MESSAGE
    assert said.isprintable()


@pytest.mark.parametrize("shape", COSTLY)
def test_a_file_within_the_limits_that_costs_much_is_refused(shape):
    with pytest.raises(DatasetError):
        parse_csv(COSTLY[shape])
