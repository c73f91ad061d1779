"""A session: a scene comes up as a query, and the numbers that NumPy computed go down."""

import json

import numpy as np
import pytest
from app.answers import unpacked
from bokeh.document import Document
from bokeh.models import ColumnDataSource

from logreg_app import catalog
from logreg_app.controls import block
from logreg_app.forms import DOTS
from logreg_app.scene import parse
from logreg_app.sentences import SceneError
from logreg_app.serving.session import answer_of, block_of, open_document, state_of
from logreg_app.state import State
from logreg_core.frame import ONE_FEATURE, PARTS, TWO_FEATURES, compute_frame, shows

NAMES = list(catalog.datasets())
MOST = 700_000  # bytes of an answer with every table, which no page asks for
DRAWN = ("samples", "summary", "curve", "loss_curve", "boundary")


def ask(scene: str, *tables: str) -> dict:
    """The tables of an answer."""
    return unpacked(answer_of(state_of(scene), tables))


def expected(scene: str, table: str) -> dict:
    state = State.of(parse(scene))
    return getattr(compute_frame(state.data, state.settings((table,))), table)


# ---- the document --------------------------------------------------------------------------------


def test_the_document_is_a_question_and_an_answer():
    document = Document()
    question, answer = open_document(document)
    assert document.roots == [question, answer]
    assert [(root.name, type(root)) for root in document.roots] == [
        ("question", ColumnDataSource),
        ("answer", ColumnDataSource),
    ]
    assert question.data == {"turn": [0], "scene": [""], "tables": [""]}
    assert answer.data == {"answer": [{}]}
    document.validate()


# ---- a question ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scene",
    [
        "dataset=loans",
        "dataset=loans&w1=-0.0915&threshold=0.75",
        "dataset=loans&w0=0&w1=0&steps=20&learning_rate=0.0001",
        "dataset=loans&standardise=1&unit=bits",
        "dataset=loans&moved=4:52.5&sample=2",
        "dataset=seven-points&loss_function=squared&l2=0.5&steps=3",
        "dataset=rare",
    ],
)
@pytest.mark.parametrize("table", ["samples", "summary", "gradient_now", "history", "boundary"])
def test_the_numbers_are_the_cores_bit_for_bit(scene: str, table: str):
    found = ask(scene, table)[table]
    wanted = expected(scene, table)
    every = -(-expected(scene, "summary")["n"] // DOTS) if table == "samples" else 1
    assert list(found) == list(wanted)
    for_each = {k: np.asarray(v)[::every] if np.ndim(v) else v for k, v in wanted.items()}
    np.testing.assert_equal({k: like(v, for_each[k]) for k, v in found.items()}, for_each)


def like(found: object, wanted: object) -> object:
    return np.asarray(found) if np.ndim(wanted) else found


def test_an_answer_has_the_tables_that_were_asked_for_and_no_other():
    assert list(ask("", "curve", "samples")) == ["curve", "samples"]
    assert ask("") == {}


@pytest.mark.parametrize(
    ("scene", "left_out"),
    [
        ("dataset=loans", TWO_FEATURES),
        ("dataset=loans&standardise=1", TWO_FEATURES),
        ("dataset=two-clouds", ONE_FEATURE),
        ("dataset=xor&interaction=1", ONE_FEATURE),
        ("dataset=churn", ONE_FEATURE | TWO_FEATURES),
    ],
)
def test_tables_that_the_data_set_does_not_have_are_left_out(scene: str, left_out: frozenset[str]):
    assert set(ask(scene, *PARTS)) == set(PARTS) - left_out


@pytest.mark.parametrize("tables", ["nope", "__class__", "samples ", "", "nope,nope"])
def test_an_unknown_table_is_left_out(tables: str):
    assert list(ask("", *tables.split(","), "curve")) == ["curve"]


@pytest.mark.parametrize("name", NAMES)
def test_many_samples_are_thinned_and_all_are_counted(name: str):
    state = State(name)
    sent = unpacked(answer_of(state, ["samples", "summary"]))
    assert len(sent["samples"]["x" if state.data.d == 1 else "x1"]) <= DOTS
    assert sent["summary"]["n"] == state.data.n


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_stays_small(name: str):
    drawn = [part for part in PARTS if part not in ("surface", "surface_other", "plane")]  # images
    assert sum(map(len, answer_of(State(name), drawn).values())) < MOST


@pytest.mark.parametrize(("sample", "row"), [(77, 250), (61, 3)])
def test_the_chosen_sample_is_sent_though_it_is_no_dot(sample: int, row: int):
    state = State.of({"dataset": "rare", "sample": sample})
    sent = unpacked(answer_of(state, ["samples"]))["samples"]["x"]
    assert sent[row] == state.data.x[sample - 1, 0]
    assert len(sent) == DOTS + (row == DOTS)


@pytest.mark.parametrize("name", NAMES)
def test_every_number_arrives_bit_for_bit(name: str):
    state = State(name)
    drawn = [part for part in PARTS if shows(part, catalog.dataset(name).d)]
    frame, found = state.frame_of(tuple(drawn)), unpacked(answer_of(state, drawn))
    assert list(found) == drawn
    wanted = {(t, k): v for t in drawn for k, v in getattr(frame, t).items()}
    rows = dict.fromkeys(("samples", "rulers_samples"), state.rows)
    assert {(t, k): bits(column) for t, table in found.items() for k, column in table.items()} == {
        (t, k): bits(np.asarray(v)[rows[t]] if t in rows else v) for (t, k), v in wanted.items()
    }


def bits(column: object) -> object:
    """A column's shape and bits, which tell nan from nan and 0 from -0; words as they are."""
    array = np.asarray(column)
    words = array.dtype.kind == "U"
    return array.tolist() if words else (array.shape, array.astype(np.float64).tobytes())


@pytest.mark.parametrize("name", ["loans", "churn", "rare"])
def test_an_answer_holds_nothing_that_bokeh_would_walk(name: str):
    assert {type(value) for value in answer_of(State(name), PARTS).values()} == {str, bytes}


# ---- a scene -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_block_of_a_data_set_is_json(name: str):
    assert json.loads(block_of(name)) == json.loads(json.dumps(block(name)))


def test_a_scene_stands_alone():
    ask("dataset=exam&w0=3&standardise=1&unit=bits", "summary")
    found = ask("dataset=loans&w1=-0.1", "summary")["summary"]
    assert found == expected("dataset=loans&w1=-0.1", "summary")


BAD_SCENES = [
    "dataset=nope",
    "w0=x",
    "nope=1",
    "=&&%ff=1",
    "threshold=2",
    "cost_fp=0&cost_fn=0",
    "moved=1:1e308&standardise=1",
    f"moved={'9' * 5000}:1",
    "dataset=xor&interaction=1&moved=1:1e200,1e200",
    "<script>=1",
]


@pytest.mark.parametrize("scene", BAD_SCENES, ids=lambda scene: scene[:30])
def test_a_scene_that_does_not_fit_is_refused(scene: str):
    with pytest.raises(SceneError):
        state_of(f"{scene}&sample=1")


def test_training_that_nothing_holds_back_is_answered():
    scene = "learning_rate=1e6&l2=1e3&steps=10000"
    assert np.isfinite(ask(scene, *PARTS)["summary"]["mean_loss"])
