"""What passes the gate: three kinds of messages, letter for letter."""

import json

import pytest
from app.wire import READY, changed, header
from hypothesis import example, given
from hypothesis import strategies as st

from logreg_app.serving.gate import (
    MOST_SCENE,
    TABLES,
    Gate,
    NotOursError,
    Pull,
    Question,
    question_in,
)

PULL = (header("PULL-DOC-REQ"), "{}", "{}")
ASKED = changed("p1011", 7, "dataset=loans&w1=-0.0935", "samples,summary")


def pulled() -> Gate:
    gate = Gate()
    [*_, came] = map(gate.take, PULL)
    assert isinstance(came, Pull)
    return gate


def patch(gate: Gate, content: str) -> Question | None:
    """What three texts with this content come to."""
    gate.take(header("PATCH-DOC"))
    gate.take("{}")
    came = gate.take(content)
    assert not isinstance(came, Pull)
    return came


def test_a_pull_is_passed_on_as_it_came():
    gate = Gate()
    assert [gate.take(PULL[0]), gate.take(PULL[1])] == [None, None]
    assert gate.take(PULL[2]) == Pull(json.loads(PULL[0])["msgid"])


def test_ready_is_taken_once_and_comes_to_nothing():
    gate = pulled()
    assert patch(gate, READY) is None
    with pytest.raises(NotOursError):
        patch(gate, READY)


def test_a_question_is_read():
    found = patch(pulled(), ASKED)
    assert found == Question(7, "dataset=loans&w1=-0.0935", ("samples", "summary"))


@pytest.mark.parametrize("tables", ["", "block", ",".join(sorted(TABLES))], ids=len)
@pytest.mark.parametrize("scene", ["", "moved=4:52.5;7:1e-7,-3&w0=0", "a" * MOST_SCENE], ids=len)
def test_every_scene_and_all_tables_can_be_asked_for(scene: str, tables: str):
    found = patch(pulled(), changed("p1", 1, scene, tables))
    assert found == Question(1, scene, tuple(tables.split(",")) if tables else ())


def test_a_second_pull_is_refused():
    gate = pulled()
    with pytest.raises(NotOursError, match="second"):
        [gate.take(each) for each in PULL]


def test_a_question_before_the_pull_is_refused():
    with pytest.raises(NotOursError, match="before"):
        patch(Gate(), ASKED)


@given(at=st.integers(0, len(ASKED)), letter=st.characters(codec="utf-8"))
@example(at=50, letter="0")
def test_one_letter_more_is_refused_or_stands_in_scene_turn_or_number(at: int, letter: str):
    text = ASKED[:at] + letter + ASKED[at:]
    try:
        found = patch(pulled(), text)
    except NotOursError:
        return
    assert isinstance(found, Question)
    number = json.loads(text)["events"][0]["model"]["id"]  # what no answer depends on
    rebuilt = changed(number, found.turn, found.scene, "")
    assert text == rebuilt.replace('["tables",[""]]', f'["tables",["{",".join(found.tables)}"]]')


@given(at=st.integers(0, len(READY) - 1))
def test_one_letter_less_of_ready_is_refused(at: int):
    with pytest.raises(NotOursError):
        patch(pulled(), READY[:at] + READY[at + 1 :])


@given(text=st.text() | st.binary())
def test_any_other_text_is_refused(text: str | bytes):
    with pytest.raises(NotOursError):
        pulled().take(text)


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{}", b"[]", b"\xff", b'{"scene":"","tables":""} ', b'{"tables":"","scene":""}'),
        *(b'{"scene":"\\u0041","tables":""}', b'{"scene": "","tables":""}'),
        *(b'{"scene":"","tables":"nope"}', b'{"scene":"","tables":"summary,summary"}'),
        *(b'{"scene":"","tables":",summary"}', b'{"scene":"a b","tables":""}'),
        b'{"scene":"' + b"a" * (MOST_SCENE + 1) + b'","tables":""}',
    ],
    ids=lambda body: body[:40].decode("latin-1") or "empty",
)
def test_another_body_is_refused(body: bytes):
    with pytest.raises(NotOursError):
        question_in(body)
