"""The lessons as they stand: every step opens, every answer is computed, every text is short."""

import re
from collections.abc import Mapping
from html import unescape
from itertools import pairwise
from math import isfinite
from typing import Any
from urllib.parse import urlsplit

import pytest
from app.test_coverage import told

from logreg_app import catalog
from logreg_app.exhibits import exhibits
from logreg_app.lesson import Lesson, Question, Step, UnknownLessonError, lesson, lessons
from logreg_app.lesson.live import LIVE
from logreg_app.lesson.prose import PLACEHOLDER
from logreg_app.lesson.values import merged
from logreg_app.scene import parse as parse_query
from logreg_app.state import PENALTY, State
from logreg_core import learning_rate_limit

LESSONS = list(lessons().values())
STEPS = [(each, step) for each in LESSONS for step in each.steps]
QUESTIONS = [(each, question) for each in LESSONS for question in each.questions]
JUDGED = [(each, q) for each, q in QUESTIONS if not q.guess]
NUMBERS = [(each, q) for each, q in JUDGED if q.kind in ("number", "place")]
CHOICES = [(each, q) for each, q in JUDGED if q.kind == "choice"]
PICKS = [(each, q) for each, q in JUDGED if q.kind == "pick"]
LINK = re.compile(r'class="scene-link" href="(?P<href>[^"]*)"')
LINKS = [(each, step, unescape(h)) for each, step in STEPS for h in LINK.findall(step.html)]
GLOSSARY = re.compile(r'<dl class="glossary".*?</dl>', re.DOTALL)
WORDS, BESIDE_A_QUESTION = 88, 50  # What docs/lessons.md asks for, and a tenth more.


def name_of(each: object) -> str:
    if isinstance(each, Question):
        return each.id
    return str(getattr(each, "number", each))


def plain(html: str) -> str:
    """Text of HTML."""
    return unescape(re.sub(r"<[^>]+>", " ", html))


# ---- the lessons that are there ------------------------------------------------------------------


def test_the_lessons_are_numbered_in_order():
    assert [each.number for each in LESSONS] == [f"{i:02}" for i in range(1, len(LESSONS) + 1)]
    assert len(LESSONS) >= 10


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_a_lesson_says_what_it_takes_and_what_it_gives(each: Lesson):
    assert lesson(each.number) is each
    assert "" not in (each.title, each.needs, each.hook, *each.prompts)
    assert 5 <= each.minutes <= 20
    assert [can for can in each.can if not can.startswith("You can ")] == []
    assert min(len(each.can), len(each.prompts)) >= 2
    assert 6 <= len(each.steps) <= 11


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_a_lesson_names_its_data_sets_that_of_the_opening_first(each: Lesson):
    assert State.of(each.scene).dataset == each.datasets[0]
    assert set(each.datasets) <= set(catalog.datasets())


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_a_lesson_asks_in_more_than_one_way_and_gives_something_to_move(each: Lesson):
    assert len({question.kind for question in each.questions}) > 1
    assert each.controls != ()


@pytest.mark.parametrize(("_", "step"), STEPS, ids=name_of)
def test_a_step_has_a_title_a_text_and_a_figure(_: Lesson, step: Step):
    assert "" not in (step.title, plain(step.html).strip())
    assert step.figures != ()
    assert "{" not in plain(step.html)


@pytest.mark.parametrize(("_", "step"), STEPS, ids=name_of)
def test_every_figure_of_a_step_can_show_its_data(_: Lesson, step: Step):
    data = catalog.dataset(str(step.scene["dataset"]))
    assert [name for name in step.figures if not exhibits()[name].fits(data)] == []


@pytest.mark.parametrize(("_", "step"), STEPS, ids=name_of)
def test_the_text_of_a_step_is_short(_: Lesson, step: Step):
    words = [w for w in plain(GLOSSARY.sub("", step.html)).split() if re.search(r"[^\W\d_]", w)]
    assert len(words) <= (BESIDE_A_QUESTION if step.question else WORDS)


@pytest.mark.parametrize(("_", "step"), STEPS, ids=name_of)
def test_what_moves_by_itself_is_a_control_of_the_step(_: Lesson, step: Step):
    weights = ("w0", "w1", "w2", "w3", "w4") if "w" in step.controls else ()
    assert step.move in ("", *step.controls, *weights)


def test_training_settles_under_every_penalty_that_the_hand_can_set():
    trained = [s for _, s in STEPS if "l2" in s.controls and State.of(s.scene).steps]
    assert len(trained) >= 2
    for step in trained:
        state = State.of({**step.scene, "l2": PENALTY.high})
        assert state.learning_rate < learning_rate_limit(state.data, l2=state.l2)


@pytest.mark.parametrize(("each", "step", "href"), LINKS, ids=name_of)
def test_a_scene_link_opens_on_a_data_set_that_the_lesson_names(
    each: Lesson, step: Step, href: str
):
    query = parse_query(urlsplit(href).query)
    assert query.pop("lesson") == each.number
    assert State.of(merged(step.scene, query)).dataset in each.datasets


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_ids_are_unique_and_stable_as_keys(each: Lesson):
    ids = [question.id for question in each.questions]
    assert len(set(ids)) == len(ids)
    assert [i for i in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", i)] == []


# ---- no result is typed in -----------------------------------------------------------------------


def typed(text: str) -> list[str]:
    """Numbers of three or more decimals outside placeholders and links, as only results have."""
    text = re.sub(r"\]\(scene:[^)]*\)", "", text)
    return re.findall(r"\d+\.\d{3,}", PLACEHOLDER.sub("", LIVE.sub("", text)))


def worded(entry: Mapping[str, Any]) -> str:
    """The texts of a question as they stand in the file."""
    rows = [entry, *entry.get("slip", ()), *entry.get("choice", ())]
    names = ("ask", "why", "hint", "model", "says", "reply")
    return " ".join(str(row.get(name, "")) for row in rows for name in names)


@pytest.mark.parametrize(("_", "step"), STEPS, ids=name_of)
def test_no_result_is_typed_in(_: Lesson, step: Step):
    assert typed(step.text) == []
    assert typed(worded(step.entry or {})) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("p is 0.745", ["0.745"]),
        ("0.75 and 89.5, [here](scene:w1=1.50464)", []),
        ("{{ sigmoid(1.075) : .3f }} and {~ p(31.125) : .2f ~}", []),
    ],
)
def test_a_typed_result_is_found(text: str, found: list[str]):
    assert typed(text) == found


# ---- questions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("_", "question"), QUESTIONS, ids=name_of)
def test_a_question_asks_and_says_why(_: Lesson, question: Question):
    assert "" not in (question.id, question.ask)
    assert question.why != "" or question.guess or question.kind in ("pick", "explain")
    assert {*question.veils} <= {*exhibits(), "formula", "mean-loss", "accuracy", "boundary"} | {
        *("odds-ratio", "gradient")
    }


@pytest.mark.parametrize(("_", "question"), NUMBERS + CHOICES, ids=name_of)
def test_a_question_has_a_hint_or_a_reply_for_the_second_try(_: Lesson, question: Question):
    replies = [c.reply for c in question.choices if c.key != question.answer]
    assert question.hint != "" or (replies and "" not in replies)


@pytest.mark.parametrize(("_", "question"), NUMBERS, ids=name_of)
def test_the_answer_is_a_number_that_the_shown_text_gives(_: Lesson, question: Question):
    assert isinstance(question.answer, float)
    assert isfinite(question.answer)
    shown = float(question.shown.replace("−", "-").replace(",", ""))
    assert abs(shown - question.answer) <= question.tolerance


@pytest.mark.parametrize(("_", "question"), NUMBERS, ids=name_of)
def test_the_usual_slip_is_named_and_is_no_right_answer(_: Lesson, question: Question):
    near = [s for s in question.slips if abs(s.value - question.answer) <= question.tolerance]
    assert question.slips != ()
    assert near == []


@pytest.mark.parametrize(("_", "question"), NUMBERS, ids=name_of)
def test_an_entered_number_is_at_most_one_slip(_: Lesson, question: Question):
    values = sorted(slip.value for slip in question.slips)
    gaps = [b - a for a, b in pairwise(values)]
    assert min(gaps, default=1e9) > 2 * question.tolerance


@pytest.mark.parametrize(
    ("_", "question"), [(e, q) for e, q in QUESTIONS if q.kind == "place"], ids=name_of
)
def test_a_place_can_be_reached_and_does_not_begin_at_its_answer(_: Lesson, question: Question):
    place = question.place
    assert place is not None
    assert place.low <= place.start <= place.high
    answer = None if question.guess else float(question.answer)
    assert answer is None or place.low <= answer <= place.high
    assert answer is None or abs(place.start - answer) > question.tolerance
    assert answer is None or place.step <= 2 * question.tolerance


@pytest.mark.parametrize(("_", "question"), CHOICES, ids=name_of)
def test_the_answer_is_one_of_the_choices(_: Lesson, question: Question):
    keys = [choice.key for choice in question.choices]
    assert len(set(keys)) == len(keys) >= 2
    assert keys.count(str(question.answer)) == 1


@pytest.mark.parametrize(("_", "question"), CHOICES, ids=name_of)
def test_every_wrong_choice_has_a_reply(_: Lesson, question: Question):
    wrong = [choice for choice in question.choices if choice.key != question.answer]
    assert [choice.key for choice in wrong if not choice.reply] == []


@pytest.mark.parametrize(("_", "question"), PICKS, ids=name_of)
def test_every_sample_can_be_picked_and_has_its_own_reason(_: Lesson, question: Question):
    keys = {choice.key for choice in question.choices}
    assert len(question.picks) == catalog.dataset(question.dataset).n >= question.need >= 1
    assert [pick for pick in question.picks if pick.answer not in keys or not pick.why] == []
    assert len({pick.answer for pick in question.picks}) > 1


# ---- the corrected numbers of the source texts ---------------------------------------------------

NUMBER = re.compile(r"(?<![\d.])[−-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)")
CORRECT = {
    "01": [0.744597, 0.332871, 0.750260, 0.231059],
    "02": [0.744597, 2.915379, 0.910283, 7.374, 320.537733, 30.569, 0.278, 0.003110],
    "03": [
        *(0.673345, 4.605170, 0.154836, 1.364912, 73.2, 0.510826, 0.051293, 9.9589, 0.693147),
    ],
    "04": [14.833333, 0.186887, 15.783327, 8.119813, -0.109783, 0.134457, 0.677914, 32.24],
    "05": [
        *(25_284, 0.00157745, 1267.866522, 0.362787, 17.242806, 63.667, 31.894, 0.465083),
        *(0.074155, 0.373796),
    ],
    "06": [0.004261, -1.566154, -3.654092, 0.465083, -0.232163, 1.504645],
    "07": [1.0408, 99, 35, 0.833333, 74.695614],
    "08": [
        *(0.514996, 0.960834, 0.544879, 0.613014, 0.723122, 0.345247, 1.491825, 10.8333, 3.25),
        *(3.6, 0.693147, 0.126928),
    ],
    "09": [0.003988, 6.906755, 0.325083, -0.980829, 0.405465, 1.386294],
    "10": [-0.014833],
}


def read(each: Lesson) -> str:
    """All text of a lesson, without what it says of mistakes."""
    asked = [f"{question.why} {question.shown}" for question in each.questions]
    return plain(" ".join([*(step.html for step in each.steps), *asked]))


def shows(text: str, value: float) -> bool:
    """Whether a number of at least two digits stands in a text that is this value, rounded."""
    for written in NUMBER.findall(text):
        number = written.replace("−", "-").replace(",", "")
        decimals = len(number.partition(".")[2])
        is_long = len(number.replace(".", "").lstrip("-0")) >= 2
        if is_long and abs(float(number) - value) <= 0.5000001 * 10**-decimals:
            return True
    return False


@pytest.mark.parametrize(("number", "value"), [(n, v) for n in CORRECT for v in CORRECT[n]])
def test_a_lesson_shows_the_corrected_number(number: str, value: float):
    told_in = lesson(number).steps
    assert shows(plain(" ".join(map(told, told_in))), value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("it is 0.74", True), ("it is 0.745", True), ("0.7446", True), ("0.746", False), ("1", False)],
)
def test_a_rounded_number_is_found(text: str, shown: bool):
    assert shows(text, 0.744597) == shown


@pytest.mark.parametrize("wrong", ["30.997", "−2.46", "0.345246", "1.367"])
@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_no_lesson_shows_a_number_that_is_wrong(each: Lesson, wrong: str):
    assert wrong not in read(each)


@pytest.mark.parametrize("number", ["11", "0", "", "../01", "x" * 500])
def test_an_unknown_lesson_is_one_sentence(number: str):
    with pytest.raises(UnknownLessonError, match=r"^There is no lesson “.{0,40}”. Known: 01, 02"):
        lesson(number)
