"""The schema: what the browser is told is all that Python itself reads by."""

import json
import math
import re

import pytest
from app.scenes import NAMES
from hypothesis import given
from hypothesis import strategies as st

from logreg_app.controls import inputs
from logreg_app.exhibits import exhibits
from logreg_app.scene import check, query, read
from logreg_app.schema import schema
from logreg_app.sentences import PROBLEMS, TOLERATED, SceneError
from logreg_app.state import SETTINGS, State
from logreg_app.view import THEMES, VIEW, known_parts

SCHEMA = json.loads(json.dumps(schema(), allow_nan=False))
ROWS = SCHEMA["settings"]
PLACE = re.compile(r"\{(\w+)(?::\.\d+)?\}")  # the browser cuts with this pattern


def test_it_has_every_setting_in_the_order_of_an_address():
    assert tuple(ROWS) == SETTINGS
    assert [k for k, v in ROWS.items() if v["label"] != State.param[k].label] == []


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_is_told_with_all_that_reading_it_needs(name: str):
    row, kind = ROWS[name], State.param[name]
    assert (row["kind"], row["group"], row["kept"]) == (kind.kind, kind.group, kind.kept)
    assert row["default"] == json.loads(json.dumps(kind.default))
    assert row["options"] == (list(kind.objects) if row["kind"] == "choice" else None)
    assert (row["bounds"] is None) == (row["kind"] in ("check", "choice"))
    assert f"{row['word']} {row['symbol']}".strip() == row["label"]


@pytest.mark.parametrize("name", NAMES)
def test_an_input_of_a_data_set_agrees_with_the_schema(name: str):
    told = {n: {**row, **(ROWS[n]["scale"] or {})} for n, row in inputs(name).items()}
    assert inputs(name) == told
    assert [n for n in told if ROWS[n]["group"] == ""] == []


def test_every_control_stands_in_its_group():
    grouped = [(g, n) for g, names in SCHEMA["groups"].items() for n in names]
    rows = [(row["group"], "x" if n == "moved" else n) for n, row in ROWS.items() if row["group"]]
    assert sorted(grouped) == sorted(rows)


def test_what_is_kept_when_another_data_set_opens():
    kept = [name for name, row in ROWS.items() if row["kept"]]
    assert kept == ["cost_fp", "cost_fn", "unit", "loss_function"]


def test_what_settings_were_called_is_no_name_of_another_setting():
    assert SCHEMA["former"] == {"loss": "loss_function"}
    assert not SCHEMA["former"].keys() & ROWS.keys()
    assert set(SCHEMA["former"].values()) <= ROWS.keys()


def test_no_figure_has_the_name_of_a_setting():
    assert not exhibits().keys() & ROWS.keys()


def test_it_has_the_names_of_the_view():
    assert SCHEMA["view"] == {
        "names": list(VIEW),
        "themes": list(THEMES),
        "parts": list(known_parts()),
    }


@given(st.text(max_size=12) | st.from_regex(r"[-+]?[0-9.]{0,6}(e[0-9]{1,2})?"))
def test_its_pattern_of_a_number_is_the_one_that_python_reads_by(text: str):
    written = text.strip().replace("−", "-")
    found = re.fullmatch(SCHEMA["patterns"]["number"], written, re.ASCII | re.IGNORECASE)
    fits = found is not None and math.isfinite(float(written))
    assert fits == (sentence("w0", text) == "")


@pytest.mark.parametrize("text", [*SCHEMA["yes"], *SCHEMA["no"]])
def test_its_words_for_yes_and_no_are_read(text: str):
    assert read(State.param.standardise, text) == (text in SCHEMA["yes"])


def sentence(name: str, text: str) -> str:
    """The sentence with which one setting refuses a text, or nothing."""
    try:
        check(State.param[name], read(State.param[name], text), high=10)
    except SceneError as refused:
        return "" if " goes from " in str(refused) else str(refused)
    return ""


# ---- sentences -----------------------------------------------------------------------------------


@pytest.mark.parametrize("template", [*PROBLEMS.values(), *TOLERATED.values()])
def test_a_sentence_is_one_that_both_languages_can_fill(template: str):
    assert template.endswith(".")
    assert re.findall(r"[{}]", PLACE.sub("", template)) == []
    places = dict.fromkeys(PLACE.findall(template), "−1")
    assert template.format(**places) == PLACE.sub("−1", template)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("unknown", {"nope": "1"}),
        ("check", {"standardise": "x" * 30}),
        ("choice", {"unit": "x" * 50}),
        ("number", {"w0": "x" * 30}),
        ("count", {"steps": "1.5"}),
        ("moved", {"moved": "4"}),
        ("range", {"threshold": "2"}),
        ("rows", {"moved": "7:1"}),
        ("interaction", {"interaction": "1"}),
        ("weight", {"w2": "1"}),
        ("costs", {"cost_fp": "0", "cost_fn": "0"}),
    ],
    ids=lambda value: query(value) if isinstance(value, dict) else value,
)
def test_python_refuses_in_the_words_of_the_schema(key: str, values: dict[str, str]):
    places = PLACE.sub("\0", SCHEMA["problems"][key]).split("\0")
    with pytest.raises(SceneError, match="^" + ".*".join(map(re.escape, places)) + "$"):
        State.of(values)


def test_what_is_mended_in_other_words_is_something_that_can_be_wrong():
    assert set(TOLERATED) - {"dataset"} <= set(PROBLEMS)
