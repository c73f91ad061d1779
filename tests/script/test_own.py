"""Files that people bring: the browser reads and refuses them as Python does."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from core.costly import COSTLY
from core.strategies import datasets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from node import Node, running

from logreg_app import catalog, controls
from logreg_app.forms import DOTS
from logreg_app.schema import schema
from logreg_core import Dataset, separability
from logreg_core.dataset import DatasetError
from logreg_core.parse import parse_csv

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("tests/csv-cases/*.csv")), *sorted(ROOT.glob("assets/datasets/*.csv"))]
READ = """a[0].map(([text, options]) => {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  try {
    return parseCsv(bytes, options);
  } catch (error) {
    if (!error.code) throw error;
    return [error.code, error.message];
  }
})"""
BACK = """a[0].map((text) => {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const own = parseCsv(bytes);
  const csv = csvOf(own);
  return { own, back: parseCsv(new TextEncoder().encode(csv), { name: "" }), csv };
})"""


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    with running() as node:
        yield node


def outcome(data: bytes, options: dict[str, Any]) -> Any:
    """What Python makes of a file: the data, or the code and the sentence of the refusal."""
    try:
        found = parse_csv(data, **options)
    except DatasetError as error:
        return [error.code, str(error)]
    return {
        "title": found.title,
        "source": found.source,
        "features": list(found.features),
        "units": list(found.units),
        "positive": found.positive,
        "negative": found.negative,
        "x": found.x.T.tolist(),
        "y": found.y.tolist(),
        "opening": list(found.opening) if any(found.opening) else [],
        "named": list(found.named),
        "shows": list(found.shows),
    }


def read(node: Node, files: list[tuple[bytes, dict[str, Any]]]) -> list[Any]:
    """What the browser makes of files."""
    found = node.ask(READ, [(data.decode("latin-1"), options) for data, options in files])
    return [settled(each) for each in found]


def settled(found: Any) -> Any:
    """Weights of zero stand for none in Python."""
    if isinstance(found, list):
        return found
    return {**found, "opening": found["opening"] if any(found["opening"]) else []}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_read_as_in_python(node: Node, file: Path) -> None:
    data = file.read_bytes()
    assert read(node, [(data, {})]) == [outcome(data, {})]


def test_a_file_over_two_mebibytes_is_refused_as_in_python(node: Node) -> None:
    data = b"x,label\n1,0\n".ljust(2 * 1024 * 1024 + 1, b"\n")
    assert read(node, [(data, {})]) == [outcome(data, {})]


@pytest.mark.parametrize("shape", COSTLY)
def test_a_costly_file_is_refused_as_in_python(node: Node, shape: str) -> None:
    assert read(node, [(COSTLY[shape], {})]) == [outcome(COSTLY[shape], {})]


ROWS = "x,y\n1,0\n2,1\n"
ODD = {
    "white space of Python alone": "\x1cx\x85,y\x1f\n1,0\n\x1d \n2,1\n",
    "white space of JavaScript alone": "\ufeff\ufeffx,y\ufeff\n1,0\n2,1\n",
    "blank lines of rare blanks": "\u00a0\u3000\n" + ROWS,
    "a long s": "\u017fep=;\nx;y\n1;0\n2;1",
    "a dotted capital i": "x,y\n\u0130nf,0\n2,1",
    "a dotless i": "x,y\n1,0\n\u0131nf\u0131nity,1",
    "a composed letter": "x,y\n1,\u00e9\n2,e\u0301\n3,z",
    "a final sigma": "x,y\n1,\u03a3\u0391\u03a3\n2,\u03c3\u03b1\u03c2\n3,z",
    "the order of code points": "x,y\n1,\uff5e\n2,\U0001f600",
    "letters of two halves": "x,y\n" + "\U0001f600" * 60 + ",0\n2%,1",
    "digits of another script": "x,y\n\uff11,0\n\u0661,1",
    "a half": "x,z,y\n\u00bd,a,0\n2%,b,1",
    "a long number": f"x,y\n{'1' * 101},0\n2,1",
    "a number in a text of two lines": 'x,t,y\n1,"a\n5%",0\n2,b,1',
    "a header of two lines": 'x,"a\n5",y\n1,b,0\n2,c,1',
    "a label of minus zero": "x,y\n1,-0\n2,1",
    "names of JavaScript's own": "# __proto__: 1\n__proto__,constructor,y\n1,2,0\n2,3,1",
    "a hundred comments": "# a: b\n" * 100 + ROWS,
    "a comment too many": "# a: b\n" * 101 + ROWS,
    "a second quote": 'x,y\n"1""",0\n2,1',
    "a blank before a quote": 'x,y\n "1,5" ,0\n2,1',
    "empty values alone": "x,y\n1,0\n , \n2,1",
    "no end of a quote": 'x,y\n1,0\n"2,1\n3,0',
}
WIDE = {
    "half a letter": b"\xff\xfex\0,\0y",
    "a high surrogate at the end": b"\xff\xfex\0\n\0\x3d\xd8",
    "a high surrogate alone": b"\xff\xfex\0\n\0\x3d\xd8y\0",
    "a high surrogate and half a letter": b"\xff\xfex\0\x3d\xd8\x00",
    "a low surrogate": b"\xfe\xff\0x\xde\0\0y",
    "an overlong letter": b"x,y\n\xc0\x80",
    "a surrogate in UTF-8": b"x,y\r\n1\xed\xa0\x80",
    "a letter that is cut": b"x,y\n\xf0\x9f\x98",
    "a letter that is cut by another": b"x,y\n\xf0\x9f\x98,1",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_rare_letter_or_form_is_read_as_in_python(node: Node, text: str) -> None:
    assert read(node, [(text.encode(), {})]) == [outcome(text.encode(), {})]


@pytest.mark.parametrize("data", WIDE.values(), ids=WIDE)
def test_bytes_that_are_no_letter_are_named_as_in_python(node: Node, data: bytes) -> None:
    assert read(node, [(data, {})]) == [outcome(data, {})]


# ---- files that nobody has written yet -----------------------------------------------------------

# Whatever the rules speak of, and what is like it, with letters that only some programs know.
PIECES = st.sampled_from(
    [
        *(
            "0",
            "1",
            "2",
            "-1",
            "1.5",
            "1,5",
            "1,000",
            "1.000",
            "1e3",
            "1e-400",
            "1e999",
            "-0",
            "+1",
        ),
        *(
            "5%",
            "$3",
            "1_0",
            "1 000",
            "1'000",
            "inf",
            "-Inf",
            "\u0130nf",
            "\u0131nfinity",
            "nan",
            "NaN",
        ),
        *(
            "yes",
            "No",
            "YES",
            "no",
            "a",
            "b",
            "stra\u00dfe",
            "e\u0301",
            "\u00e9",
            "\u03a3\u03a3",
            "\uff11",
        ),
        *("", " ", "?", ".", "-", "--", "NA", "n/a", "None", "true", "ja", "nein", "1" * 101),
        *(
            "y",
            "label",
            "Class",
            "x",
            "x1",
            "\u00a0x\u3000",
            "\x1cq\x85",
            "\ufeffz",
            "\x07",
            "\u202e",
            "\U0001f600",
        ),
        *(
            '"',
            '""',
            '"a,b"',
            '"1"',
            ' "1" ',
            '"1" x',
            '"a\nb"',
            '"',
            '"1,5"',
            "#",
            "# c: d",
            "sep=;",
        ),
        *("# positive: yes", "# negative: 1", "# opening: 1 2", "# shows: 3 4", "# unit: m; kg"),
    ]
)
TAIL = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n \u2003\n", ""])


@st.composite
def tables(draw: st.DrawFn) -> str:
    """Text that is nearly a table: a header and rows, of which some are too short or too long."""
    width = draw(st.integers(1, 4))
    delimiter = draw(st.sampled_from(",,;;\t|"))
    columns = [draw(st.lists(PIECES, min_size=1, max_size=3)) for _ in range(width)]
    header = draw(st.sampled_from(["x", "a", "score"])), *(f"c{j}" for j in range(1, width))
    named = draw(st.sampled_from([list(header), [*header[:-1], "y"], columns[0] * width]))
    above = draw(st.lists(PIECES.filter(lambda piece: piece[:1] in ("#", "s")), max_size=2))
    lines = [*above, delimiter.join(named[:width])]
    for _ in range(draw(st.integers(0, 5))):
        cells = [draw(st.sampled_from(column)) for column in columns]
        lines.append(delimiter.join([*cells, *draw(st.lists(PIECES, max_size=1))][: width + 1]))
    return "".join(line + draw(TAIL) for line in lines)


COMMENTS = st.sampled_from(
    [
        *("title: T", "source: S; T", "unit: m", "unit: m;s", "named: p; q; r", "shows: 2 3"),
        *("feature: A", "feature: A; A", "feature: 5%", "opening: 1 2", "opening: 1 2 3"),
        *("positive: no", "positive: 0", "positive: y = 1", "negative: class = b"),
    ]
)


@st.composite
def sound(draw: st.DrawFn) -> str:
    """A table that is read more often than not: numbers, and a label of two values."""
    number = st.sampled_from(["0", "1", "-2.5", "+.5", "1e3", "12", "0.1", "-0", "7."])
    classes = draw(
        st.sampled_from([("0", "1"), ("no", "yes"), ("b", "a"), ("2", "1.0"), ("1", "-1")])
    )
    names = draw(st.permutations(["x", "b", "Label", "y=", "group", "class"]))
    comments = draw(st.lists(COMMENTS, max_size=3))
    width = draw(st.integers(1, 3))
    rows = draw(st.lists(st.lists(number, min_size=width, max_size=width), min_size=2, max_size=5))
    lines = [",".join([*names[:width], names[width]])]
    lines += [",".join([*row, classes[i % 2]]) for i, row in enumerate(rows)]
    return "\n".join([*(f"# {comment}" for comment in comments), *lines])


TEXTS = tables() | sound() | st.text(alphabet='xy01259.,;|\t\n\r"#:-+e%\u00e9\x07 ', max_size=40)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "latin-1"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Bytes of a table, of which one may be another, or any bytes."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.binary(max_size=60))
    data = draw(TEXTS).encode(draw(ENCODINGS), errors="replace")
    if data and draw(st.integers(0, 5)) == 0:
        at = draw(st.integers(0, len(data) - 1))
        data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + draw(st.integers(0, 1)) :]
    return data


OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "label": st.sampled_from(["y", "x", "class", "c1", "b"]),
        "features": st.lists(st.sampled_from(["x", "a", "c1", "y", "b"]), min_size=1, max_size=2),
        "positive": st.sampled_from(["yes", "no", "1", "0", "b"]),
        "name": st.just("mine"),
    },
)
CHOSEN = st.just({}) | st.just({}) | OPTIONS
MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)


def is_known(data: bytes) -> bool:
    """Whether both programs can know every letter: their editions of Unicode differ."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = data.decode(encoding, "ignore")
    return all(unicodedata.category(letter) != "Cn" for letter in text)


@MANY
@given(st.lists(st.tuples(files(), CHOSEN), min_size=20, max_size=60))
def test_any_bytes_are_read_as_in_python(node: Node, files: list[Any]) -> None:
    known = [(data, options) for data, options in files if is_known(data)]
    assert read(node, known) == [outcome(data, options) for data, options in known]


# ---- own data as text ----------------------------------------------------------------------------


def is_read(data: bytes) -> bool:
    return isinstance(outcome(data, {}), dict)


@MANY
@given(st.lists(sound().map(str.encode), min_size=20, max_size=60))
def test_data_are_read_back_from_their_text_to_the_last_digit(
    node: Node, files: list[bytes]
) -> None:
    found = node.ask(BACK, [data.decode("latin-1") for data in files if is_read(data)])
    assert [each["back"] for each in found] == [each["own"] for each in found]


@pytest.mark.parametrize(
    "file", [f for f in FILES if is_read(f.read_bytes())], ids=lambda f: f.name
)
def test_a_file_is_read_back_from_its_text(node: Node, file: Path) -> None:
    [found] = node.ask(BACK, [file.read_bytes().decode("latin-1")])
    assert found["back"] == found["own"]


# ---- own data as the page's ----------------------------------------------------------------------

BLOCK = "(() => { const { own, ...block } = blockOf(a[0], a[1]); return block; })()"


@pytest.mark.parametrize("name", catalog.datasets())
def test_own_data_get_the_inputs_of_a_shipped_data_set(node: Node, name: str) -> None:
    shipped = json.loads(json.dumps(controls.block(name)))
    words = ("title", "source", "features", "units", "positive", "negative", "named", "shows")
    own = {key: shipped[key] for key in (*words, "x", "y")}
    own["opening"] = list(catalog.dataset(name).opening)
    page = {"schema": schema(), "limits": {"dots": DOTS}}
    found = node.ask(BLOCK, own, page)
    assert found == shipped | {"name": "own"}


@pytest.mark.usefixtures("as_shipped")
@pytest.mark.parametrize("size", [1e-300, 1e-10, 1e6, 1e12])
def test_sliders_of_features_of_any_size_are_those_of_python(node: Node, size: float) -> None:
    data = Dataset(
        [0.25 * size, 0.5 * size, size], [1, 0, 1], name=f"sized-{size:.0e}".replace("+", "")
    )
    catalog.add(data)
    made = json.loads(json.dumps(controls.block(data.name)))
    own = {
        key: made[key] for key in ("title", "features", "units", "positive", "negative", "x", "y")
    }
    found = node.ask(BLOCK, own, {"schema": schema(), "limits": {"dots": DOTS}})
    assert found["forms"] == made["forms"]


@MANY
@given(
    st.lists(datasets(d=2, both=True, max_n=8) | datasets(d=3, both=True, max_n=10), max_size=40)
)
def test_the_browser_finds_out_whether_classes_are_separated(
    node: Node, found: list[Dataset]
) -> None:
    kinds = [separability(data).kind for data in found]
    rows = [{"x": data.x.T.tolist(), "y": data.y.tolist()} for data in found]
    asked = node.ask("a[0].map(separable)", rows)
    assert asked == ["no" if kind == "none" else kind for kind in kinds]
