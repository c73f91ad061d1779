"""From a frame to sources: everything arrives, and only what changed is sent."""

from collections.abc import Iterator, Mapping
from itertools import permutations

import numpy as np
import pytest
from bokeh.document import Document
from bokeh.document.events import ColumnDataChangedEvent, DocumentPatchedEvent
from bokeh.models import LinearAxis

from logreg_app import catalog
from logreg_app.palette import MARKS
from logreg_app.sources import DRAWN, SAID, Sources
from logreg_core.frame import Frame, Settings, compute_frame, plot_range
from logreg_core.model import Weights

NAMES = list(catalog.datasets())
PAIRS = list(permutations(NAMES, 2))
SAMPLES = {"x", "y", "logit", "odds", "p", "predicted", "correct", "loss", "residual"}


def frame(
    w0: float = 8.12, w1: float = -0.094, threshold: float = 0.5, name: str = "loans"
) -> Frame:
    return compute_frame(catalog.dataset(name), Settings(Weights(w0, w1), threshold))


def columns_of(shown: Frame, source: str) -> Mapping[str, object]:
    if source == "samples":
        return {**shown.samples, "mark": np.array([MARKS[y] for y in shown.samples["y"].tolist()])}
    said = {"turn": [0]} | {key: [value] for key, value in shown.summary.items()}
    return said if source == "summary" else getattr(shown, source)


class Watched:
    """Sources in a document, and the events that a browser would get."""

    def __init__(self) -> None:
        self.sources, self.document, self.events = Sources(), Document(), []
        for root in (*self.sources.by_name.values(), self.sources.x_range):
            self.document.add_root(root)
        self.document.on_change(self.events.append)

    def update(self, *frames: Frame) -> list[DocumentPatchedEvent]:
        """Events of the last of these frames."""
        for shown in frames:
            self.events.clear()
            self.sources.update(shown)
        return self.events

    def columns(self, *frames: Frame) -> dict[str, set[str]]:
        """Columns sent for the last of these frames, by source."""
        sent = [e for e in self.update(*frames) if isinstance(e, ColumnDataChangedEvent)]
        return {event.model.name: set(event.cols) for event in sent}


@pytest.fixture
def watched() -> Iterator[Watched]:
    watched = Watched()
    yield watched
    watched.document.clear()


def test_a_new_set_of_sources_has_every_name_and_no_columns():
    empty = {name: dict(source.data) for name, source in Sources().by_name.items()}
    assert empty == {name: {} for name in (*DRAWN, *SAID)}


def test_a_source_has_the_name_by_which_it_is_found():
    assert {name: s.name for name, s in Sources().by_name.items()} == {
        n: n for n in (*DRAWN, *SAID)
    }


@pytest.mark.parametrize("name", [*DRAWN, "summary"])
def test_one_update_writes_every_column_of_a_source(watched: Watched, name: str):
    shown = frame()
    watched.update(shown)
    written, expected = watched.sources[name].data, columns_of(shown, name)
    assert set(written) == set(expected)
    np.testing.assert_equal(dict(written), dict(expected))


def test_the_trace_has_its_columns(watched: Watched):
    watched.update(frame())
    assert set(watched.sources["samples"].data) >= SAMPLES


@pytest.mark.parametrize("changed", [{"w0": 0.0}, {"threshold": 0.2}, {"name": "seven-points"}])
def test_a_source_is_written_once_for_each_frame(watched: Watched, changed: dict):
    events = watched.update(frame(), frame(**changed))
    written = [e.model.name for e in events if isinstance(e, ColumnDataChangedEvent)]
    assert sorted(written) == sorted(set(written)) != []


# nan stands in columns where nothing is drawn: no boundary, no side predicted 1, no loss too high
SCENES = {
    "boundary": {},
    "no boundary": {"w0": 1.0, "w1": 0.0},
    "nothing predicted 1": {"w0": -1.0, "w1": 0.0},
    "loss beyond the panel": {"w1": 0.094},
    "t = 0": {"threshold": 0.0},
}


@pytest.mark.parametrize("settings", SCENES.values(), ids=SCENES)
def test_the_same_frame_again_sends_nothing(watched: Watched, settings: dict):
    assert watched.update(frame(**settings), frame(**settings)) == []


def test_a_column_that_is_nan_before_and_after_is_not_sent_again(watched: Watched):
    sent = watched.columns(frame(1.0, 0.0, 0.5), frame(1.0, 0.0, 0.25))
    assert np.isnan(watched.sources["boundary"].data["x"]).all()
    assert "x" not in sent["boundary"]
    assert "boundary" not in sent["summary"]


def test_a_column_that_becomes_nan_is_sent(watched: Watched):
    sent = watched.columns(frame(), frame(1.0, 0.0))
    assert "x" in sent["boundary"]
    assert "boundary" in sent["summary"]


def test_the_threshold_moves_no_curve(watched: Watched):
    sent = watched.columns(frame(), frame(threshold=0.2))
    assert set(sent) == {"samples", "boundary", "summary"}


def test_the_threshold_changes_only_the_decisions_of_the_samples(watched: Watched):
    sent = watched.columns(frame(), frame(threshold=0.2))
    assert sent["samples"] == {"predicted", "correct"}


def test_the_coefficient_moves_the_samples_but_not_their_x_and_y(watched: Watched):
    sent = watched.columns(frame(), frame(w1=-0.1))
    assert sent["samples"] >= {"logit", "odds", "p", "loss", "residual"}
    assert sent["samples"].isdisjoint({"x", "y"})
    assert sent["curve"] == {"p"}
    assert "loss_curve" not in sent


@pytest.mark.parametrize("source", [*DRAWN, "summary"])
@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_columns_of_a_source_stay_equally_long(
    watched: Watched, source: str, before: str, after: str
):
    shown = frame(name=after)
    watched.update(frame(name=before), shown)
    lengths = {len(column) for column in watched.sources[source].data.values()}
    assert lengths == {len(next(iter(columns_of(shown, source).values())))}


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_another_data_set_replaces_every_sample(watched: Watched, before: str, after: str):
    watched.update(frame(name=before), frame(name=after))
    data = catalog.dataset(after)
    assert list(watched.sources["samples"].data["x"]) == data.x[:, 0].tolist()
    assert list(watched.sources["samples"].data["y"]) == data.y.tolist()


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_another_data_set_sets_the_shared_x_range(watched: Watched, before: str, after: str):
    watched.update(frame(name=before), frame(name=after))
    x_range = watched.sources.x_range
    assert (x_range.start, x_range.end) == plot_range(catalog.dataset(after).x)


def test_the_name_of_x_stands_at_every_shared_axis():
    sources = Sources()
    sources.x_axes.extend((LinearAxis(), LinearAxis()))
    sources.name_x("income, thousand $")
    assert [axis.axis_label for axis in sources.x_axes] == ["income, thousand $"] * 2


@pytest.mark.parametrize(
    ("old", "new", "sent"),
    [
        ([1.0], [1.0], False),
        ([1.0], [2.0], True),
        (["a"], ["a"], False),
        (["a"], ["b"], True),
        (["nan"], [float("nan")], True),
        ([float("nan")], ["nan"], True),
        ([1], ["1"], True),
        ([1.0, 2.0], [1.0], True),
        ([[1.0, 2.0]], [[1.0, 3.0]], True),
        (np.zeros((1, 1, 3)), np.zeros((1, 1, 3)), False),
        (np.zeros((1, 1, 3)), np.ones((1, 1, 3)), True),
    ],
)
def test_a_column_is_sent_where_it_differs(watched: Watched, old: object, new: object, sent: bool):
    watched.sources.write("dataset", {"column": old})
    watched.events.clear()
    watched.sources.write("dataset", {"column": new})
    assert len(watched.events) == sent
