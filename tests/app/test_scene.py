"""Settings as text: what is written is read again, and one sentence for what cannot be read."""

import re
from math import inf, nan

import param
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logreg_app.scene import parse, query, read, write
from logreg_app.sentences import SceneError
from logreg_app.state import SETTINGS, State
from logreg_core.words import DIGITS

KINDS = {
    "check": State.param.standardise,
    "choice": State.param.unit,
    "number": State.param.w0,
    "count": State.param.steps,
    "moved": State.param.moved,
}
FINITE = st.floats(allow_nan=False, allow_infinity=False)
SHORT = FINITE.map(lambda x: float(f"{x:.{DIGITS}g}")).filter(lambda x: abs(x) < inf)
MOVED = st.dictionaries(
    st.integers(1, 10**6), st.lists(SHORT, min_size=1, max_size=4).map(tuple), max_size=4
)
VALUES = {
    "check": st.booleans(),
    "choice": st.sampled_from(KINDS["choice"].objects),
    "number": SHORT,
    "count": st.integers(0, 10**6),
    "moved": MOVED,
}
SETTING = st.sampled_from(list(KINDS)).flatmap(lambda k: st.tuples(st.just(k), VALUES[k]))


# ---- one setting ---------------------------------------------------------------------------------


@settings(deadline=None)
@given(SETTING)
def test_what_is_written_is_read_again(setting: tuple[str, object]):
    kind, value = setting
    again = read(KINDS[kind], write(value))
    assert (type(again), again) == (type(value), value)


@settings(deadline=None)
@given(SETTING)
def test_a_value_that_is_no_text_is_taken_as_it_is(setting: tuple[str, object]):
    kind, value = setting
    assert read(KINDS[kind], value) == value


@given(FINITE)
def test_a_number_is_written_to_twelve_digits(value: float):
    assert float(write(value)) == pytest.approx(value, rel=10.0 ** (1 - DIGITS), abs=0)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "1"),
        (False, "0"),
        (8.12, "8.12"),
        (-0.094, "-0.094"),
        (0.1 + 0.2, "0.3"),
        (7, "7"),
        (8.0, "8"),
        (-0.0, "0"),
        (1e-9, "1e-9"),
        (1e9, "1000000000"),
        ("bits", "bits"),
        ({}, ""),
        ({4: (52.5,)}, "4:52.5"),
        ({5: (1.0,), 4: (52.5, -1.0)}, "4:52.5,-1;5:1"),
    ],
    ids=repr,
)
def test_how_a_value_is_written(value: object, text: str):
    assert write(value) == text


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        *[("check", text, True) for text in ("1", "true", "YES", " on ")],
        *[("check", text, False) for text in ("0", "False", "no", "off", "")],
        ("choice", " bits ", "bits"),
        ("number", " 0.5 ", 0.5),
        ("number", "−0.5", -0.5),
        ("number", "+1E-3", 0.001),
        ("count", "7", 7),
        ("count", "1e3", 1000),
        ("moved", "", {}),
        ("moved", "4:52.5", {4: (52.5,)}),
        ("moved", "4:52.5;", {4: (52.5,)}),
        ("moved", " 04 : 52.5 , −1 ; 5:1,2", {4: (52.5, -1.0), 5: (1.0, 2.0)}),
        ("moved", "4:1;4:2", {4: (2.0,)}),
    ],
)
def test_what_a_reader_may_type(kind: str, text: str, value: object):
    assert read(KINDS[kind], text) == value


# a text that one language reads as a number and the other does not would be two scenes
NO_NUMBER = ["", "x", "nan", "inf", "-inf", "1e400", "1,5", "1 2", "0x10", "1_000", "٤", nan, inf]


@pytest.mark.parametrize("value", [*NO_NUMBER, None, True, b"1", [1], 1j, 10**400], ids=repr)
def test_what_is_no_number_is_refused_by_name(value: object):
    shown = re.escape(str(value)[:20])
    with pytest.raises(SceneError, match=f"^w0 is a number, got “{shown}”.$"):
        read(KINDS["number"], value)


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        ("check", "2", "standardise is 1 or 0, got “2”."),
        ("check", "y" * 99, f"standardise is 1 or 0, got “{'y' * 20}”."),
        ("choice", "Nats", "unit is one of nats, bits, got “Nats”."),
        ("choice", "", "unit is one of nats, bits, got “”."),
        ("count", "1.5", "steps is a whole number, got “1.5”."),
        ("count", "many", "steps is a number, got “many”."),
        ("moved", "4", "moved is written row:value, such as 4:52.5, got “4”."),
        ("moved", ":52.5", "moved is written row:value, such as 4:52.5, got “:52.5”."),
        ("moved", "-1:52.5", "moved is written row:value, such as 4:52.5, got “-1:52.5”."),
        ("moved", "٤:1", "moved is written row:value, such as 4:52.5, got “٤:1”."),
        ("moved", "4:", "moved is a number, got “”."),
        ("moved", "4:1,", "moved is a number, got “”."),
        ("moved", "4:1:2", "moved is a number, got “1:2”."),
        ("moved", "4:inf", "moved is a number, got “inf”."),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(kind: str, text: str, sentence: str):
    with pytest.raises(SceneError) as refused:
        read(KINDS[kind], text)
    assert str(refused.value) == sentence


@settings(deadline=None)
@given(st.sampled_from(SETTINGS), st.text() | st.from_regex(r"[0-9]{1,3}:[-0-9.e,;:]*"))
def test_any_text_is_read_or_refused_by_name(name: str, text: str):
    written = taken(State.param[name], text)
    assert written.startswith(f"{name} is ") or taken(State.param[name], written) == written


@pytest.mark.parametrize("text", ["9" * 5000, "9" * 5000 + ":1", "1:" + "9" * 5000], ids=len)
@pytest.mark.parametrize("kind", KINDS)
def test_a_very_long_text_is_refused_in_a_short_sentence(kind: str, text: str):
    parameter = KINDS[kind]
    assert taken(parameter, text).startswith(f"{parameter.name} is ")
    assert len(taken(parameter, text)) < 200


def taken(parameter: param.Parameter, text: str) -> str:
    """What was read as text again, or the sentence that refuses it."""
    try:
        return write(read(parameter, text))
    except SceneError as refused:
        return str(refused)


# ---- all settings together -----------------------------------------------------------------------


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(SETTINGS), st.sampled_from(["1", "-0.5", "4:52.5", "a&b=c"]))
)
def test_a_query_is_parsed_again(values: dict[str, str]):
    assert parse(query(values)) == parse(f"?{query(values)}") == values


def test_a_query_can_be_read_by_a_human():
    values = {"dataset": "loans", "standardise": True, "w1": -0.094, "moved": {4: (52.5,), 5: (1,)}}
    assert query(values) == "dataset=loans&standardise=1&w1=-0.094&moved=4:52.5;5:1"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", {}),
        ("?", {}),
        ("w0=1&w0=2", {"w0": "2"}),
        ("w0=&w1", {"w0": "", "w1": ""}),
        ("moved=4%3A1%3B5%3A2", {"moved": "4:1;5:2"}),
        ("moved=4:1;5:2", {"moved": "4:1;5:2"}),
        ("w0=%E2%88%921", {"w0": "−1"}),
        ("a=%ff&&=&b=%", {"a": "\N{REPLACEMENT CHARACTER}", "": "", "b": "%"}),
    ],
)
def test_how_an_address_is_read(text: str, values: dict[str, str]):
    assert parse(text) == values
