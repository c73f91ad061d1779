"""What Python and a page in a frame tell each other: nothing echoes, the hand has the last word."""

import json
from typing import Any

import pytest

from logreg_app.component.turns import SILENT, Turns

SCENE = {"dataset": "loans", "w0": "1", "w1": "2", "threshold": "0.5", "standardise": "0"}


def said(turn: int, at: dict[str, int], heard: int = 0, **settings: str) -> str:
    scene = {**SCENE, **settings}
    return json.dumps({"turn": turn, "heard": heard, "scene": scene, "at": at})


@pytest.fixture
def turns() -> Turns:
    return Turns(dict(SCENE))


def told(message: str) -> dict[str, Any]:
    return json.loads(message)


def test_what_stands_on_the_page_already_is_not_told(turns: Turns):
    assert turns.tell(dict(SCENE)) == ""


def test_a_message_tells_the_whole_scene_and_what_is_new_in_it(turns: Turns):
    message = told(turns.tell({**SCENE, "w0": "3"}))
    assert message == {"turn": 1, "heard": 0, "scene": {**SCENE, "w0": "3"}, "at": {"w0": 1}}
    assert told(turns.tell({**SCENE, "w0": "3", "w1": "4"}))["at"] == {"w0": 1, "w1": 2}


def test_a_new_form_of_the_data_is_told_whole(turns: Turns):
    message = told(turns.tell({**SCENE, "standardise": "1"}))
    assert message["at"] == dict.fromkeys(SCENE, 1)


def test_what_a_hand_has_set_is_heard_and_not_told_again(turns: Turns):
    assert turns.hear(said(1, {"w1": 1}, w1="9")) == {"w1": "9"}
    assert turns.tell({**SCENE, "w1": "9"}) == ""


def test_only_what_is_new_is_heard(turns: Turns):
    turns.hear(said(1, {"w1": 1}, w1="9"))
    assert turns.hear(said(2, {"w1": 1, "w0": 2}, w1="9", w0="5")) == {"w0": "5"}


def test_a_message_that_was_lost_is_in_the_next_one(turns: Turns):
    assert turns.hear(said(2, {"w1": 1, "w0": 2}, w1="9", w0="5")) == {"w1": "9", "w0": "5"}


def test_a_setting_that_only_python_has_changed_stays(turns: Turns):
    turns.tell({**SCENE, "threshold": "0.25"})
    assert turns.hear(said(1, {"w1": 1}, w1="9")) == {"w1": "9"}
    assert turns.scene["threshold"] == "0.25"


def test_the_page_learns_what_python_had_heard(turns: Turns):
    turns.hear(said(7, {"w1": 7}, w1="9"))
    assert told(turns.tell({**SCENE, "w1": "8"}))["heard"] == 7


def test_a_new_form_of_the_data_is_heard_whole(turns: Turns):
    whole = {**SCENE, "standardise": "1"}
    assert turns.hear(said(1, {"standardise": 1}, standardise="1")) == whole


def test_what_a_hand_set_in_a_form_that_python_has_left_is_not_heard(turns: Turns):
    turns.tell({**SCENE, "standardise": "1"})
    assert turns.hear(said(1, {"w1": 1}, w1="9")) == {}
    assert turns.hear(said(2, {"w1": 2}, heard=1, standardise="1", w1="9")) == {"w1": "9"}


@pytest.mark.parametrize(
    "message",
    [
        *("", "null", "[]", "1", '"text"', "{}", "{"),
        '{"turn":"1","heard":0,"scene":{},"at":{}}',
        '{"turn":1,"heard":NaN,"scene":{},"at":{}}',
        '{"turn":1,"heard":0,"scene":[],"at":{}}',
        '{"turn":1,"heard":0,"scene":{},"at":{"w0":"1"}}',
        '{"turn":1,"heard":0,"scene":{"w0":"1"},"at":null}',
    ],
)
def test_what_is_no_message_is_refused(turns: Turns, message: str):
    with pytest.raises(ValueError, match=r"\w"):
        turns.hear(message)
    assert turns.scene == SCENE


def test_silence_is_a_message_too(turns: Turns):
    assert turns.hear(SILENT) == {}
