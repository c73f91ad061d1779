"""A session: a scene comes up as a query, and the numbers that NumPy computed go down."""

import json
from collections.abc import Iterator
from itertools import count

import numpy as np
import pytest
from app.answers import unpacked
from bokeh.document import Document
from bokeh.models import ColumnDataSource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from logreg_app import catalog
from logreg_app.controls import block
from logreg_app.forms import DOTS
from logreg_app.page import fill
from logreg_app.scene import parse
from logreg_app.serving.session import answer_of
from logreg_app.state import State
from logreg_app.view import TITLE, view_of
from logreg_core.frame import ONE_FEATURE, PARTS, TWO_FEATURES, compute_frame, shows

NAMES = list(catalog.datasets())
MOST = 700_000  # bytes of an answer with every table, which no page asks for
DRAWN = ("samples", "summary", "curve", "loss_curve", "boundary")


class Session:
    """A visitor's document, and what the browser at its other end asks and hears."""

    def __init__(self, **query: str) -> None:
        self.document, self.turns, self.events = Document(), count(1), []
        view, state = view_of(query, catalog.DEFAULT_DATASET)
        fill(self.document, state, view)
        self.question, self.answer = map(self.document.get_model_by_name, ("question", "answer"))
        self.document.on_change(self.events.append)

    def write(self, data: dict[str, object]) -> None:
        """Put data into the question as a message of the browser does."""
        entries = {"type": "map", "entries": [[name, column] for name, column in data.items()]}
        change = {"kind": "ModelChanged", "model": {"id": self.question.id}, "attr": "data"}
        self.document.apply_json_patch({"events": [{**change, "new": entries}]})

    def ask(self, scene: str, *tables: str) -> dict:
        """Answer to a question."""
        turn = next(self.turns)
        self.write({"turn": [turn], "scene": [scene], "tables": [",".join(tables)]})
        [answer] = self.answer.data["answer"]
        assert answer["turn"] == turn
        return {**answer, "frame": unpacked(answer)}

    def answered(self) -> list:
        """The answers that went down since the document was made."""
        return [e for e in self.events if getattr(e, "model", None) is self.answer]


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session()
    yield session
    session.document.clear()


def expected(scene: str, table: str) -> dict:
    state = State.of(parse(scene))
    return getattr(compute_frame(state.data, state.settings((table,))), table)


# ---- the document --------------------------------------------------------------------------------


def test_the_document_is_a_question_and_an_answer(session: Session):
    assert [(root.name, type(root)) for root in session.document.roots] == [
        ("question", ColumnDataSource),
        ("answer", ColumnDataSource),
    ]
    assert session.document.title == TITLE
    session.document.validate()


def test_nothing_is_answered_before_a_question(session: Session):
    assert session.question.data == {"turn": [0], "scene": [""], "tables": [""]}
    assert session.answer.data == {"answer": [{}]}
    assert session.answered() == []


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
def test_the_numbers_are_the_cores_bit_for_bit(session: Session, scene: str, table: str):
    found = session.ask(scene, table)["frame"][table]
    wanted = expected(scene, table)
    every = -(-expected(scene, "summary")["n"] // DOTS) if table == "samples" else 1
    assert list(found) == list(wanted)
    for_each = {k: np.asarray(v)[::every] if np.ndim(v) else v for k, v in wanted.items()}
    np.testing.assert_equal({k: like(v, for_each[k]) for k, v in found.items()}, for_each)


def like(found: object, wanted: object) -> object:
    return np.asarray(found) if np.ndim(wanted) else found


def test_a_question_gets_one_answer(session: Session):
    session.ask("dataset=loans&w0=1", *DRAWN)
    session.ask("dataset=loans&w0=2", *DRAWN)
    assert len(session.answered()) == 2


def test_an_answer_has_the_tables_that_were_asked_for_and_no_other(session: Session):
    assert list(session.ask("", "curve", "samples")["frame"]) == ["curve", "samples"]
    assert session.ask("")["frame"] == {}


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
def test_tables_that_the_data_set_does_not_have_are_left_out(
    session: Session, scene: str, left_out: frozenset[str]
):
    assert set(session.ask(scene, *PARTS)["frame"]) == set(PARTS) - left_out


@pytest.mark.parametrize("tables", ["nope", "__class__", "samples ", "", "nope,nope"])
def test_an_unknown_table_is_left_out(session: Session, tables: str):
    assert list(session.ask("", tables, "curve")["frame"]) == ["curve"]


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
def test_an_answer_holds_nothing_that_bokeh_would_walk(session: Session, name: str):
    session.ask(f"dataset={name}", *PARTS)
    [answer] = session.answer.data["answer"]
    assert {type(value) for value in answer.values()} == {int, str, bytes}


# ---- another data set ----------------------------------------------------------------------------


def test_a_new_data_set_comes_with_its_block_and_only_once(session: Session):
    assert "block" not in session.ask("dataset=loans", "samples")
    assert json.loads(session.ask("dataset=exam", "samples")["block"]) == as_json(block("exam"))
    assert "block" not in session.ask("dataset=exam&w0=1", "samples")
    assert "block" not in session.ask("dataset=loans", "samples")
    assert "block" not in session.ask("dataset=exam", "samples")


def test_a_data_set_that_the_page_carries_comes_without_a_block():
    session = Session(dataset="exam")
    assert "block" not in session.ask("dataset=exam", "samples")
    asked = session.ask("dataset=loans", "samples")
    assert json.loads(asked["block"]) == as_json(block("loans"))


def as_json(value: object) -> object:
    return json.loads(json.dumps(value))


def test_a_scene_stands_alone(session: Session):
    session.ask("dataset=exam&w0=3&standardise=1&unit=bits", "summary")
    found = session.ask("dataset=loans&w1=-0.1", "summary")["frame"]["summary"]
    assert found == expected("dataset=loans&w1=-0.1", "summary")


def test_two_visitors_do_not_share_a_state(session: Session):
    other = Session()
    session.ask("dataset=exam&w0=1.5", "summary")
    assert other.answer.data == {"answer": [{}]}
    assert other.ask("", "summary")["frame"]["summary"]["w0"] == 8.12


# ---- a question that is none ---------------------------------------------------------------------

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
def test_a_scene_that_does_not_fit_gets_no_answer(session: Session, scene: str):
    session.write({"turn": [7], "scene": [f"{scene}&sample=1"], "tables": [",".join(PARTS)]})
    assert session.answer.data == {"answer": [{}]}
    assert session.ask("threshold=0.25", *PARTS)["frame"]["summary"]["threshold"] == 0.25


def test_training_that_nothing_holds_back_is_answered(session: Session):
    scene = "learning_rate=1e6&l2=1e3&steps=10000"
    assert np.isfinite(session.ask(scene, *PARTS)["frame"]["summary"]["mean_loss"])


GARBAGE = [
    {},
    {"nope": [1]},
    {"turn": [1]},
    {"turn": [1], "scene": ["w0=1"]},
    {"turn": [], "scene": [], "tables": []},
    {"turn": [1], "scene": [None], "tables": [None]},
    {"turn": [None], "scene": [1], "tables": [["samples"]]},
    {"turn": ["x"], "scene": [{"w0": 1}], "tables": [1.5]},
]


@pytest.mark.parametrize("data", GARBAGE, ids=repr)
def test_garbage_in_a_question_is_ignored(session: Session, data: dict):
    session.write(data)
    assert session.ask("w0=1", "summary")["frame"]["summary"]["w0"] == 1


SCALARS = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20)
COLUMNS = st.lists(SCALARS | st.lists(SCALARS, max_size=2), min_size=1, max_size=1)
NAMES_OF = ("turn", "scene", "tables", "nope")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.dictionaries(st.sampled_from(NAMES_OF), COLUMNS))
def test_no_question_raises(session: Session, data: dict):
    session.write(data)
    assert session.ask("", "summary")["frame"]["summary"]["w0"] == 8.12
