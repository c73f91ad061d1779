"""The lessons: every one opens, every answer is computed, no number in a text is typed in."""

import re
from html import unescape
from itertools import pairwise
from math import isfinite
from urllib.parse import urlsplit

import pytest

from logreg_app import catalog
from logreg_app.exhibits import exhibits
from logreg_app.lesson import (
    CONTROLS,
    Lesson,
    LessonError,
    Question,
    UnknownLessonError,
    lesson,
    lessons,
    parse,
)
from logreg_app.lesson.expression import ExpressionError, evaluate
from logreg_app.lesson.prose import PLACEHOLDER
from logreg_app.lesson.values import FUNCTIONS, Values, merged
from logreg_app.scene import parse as parse_query
from logreg_app.state import State

LESSONS = list(lessons().values())
QUESTIONS = [(each, question) for each in LESSONS for question in each.questions]
NUMBERS = [(each, q) for each, q in QUESTIONS if q.kind == "number"]
CHOICES = [(each, q) for each, q in QUESTIONS if q.kind == "choice"]
LINK = re.compile(r'class="scene-link" href="(?P<href>[^"]*)"')
LINKS = [
    *((each, unescape(href)) for each in LESSONS for href in LINK.findall(each.html)),
    *((each, question.link) for each, question in QUESTIONS if question.link),
]
CARDS = {"by-hand", "table", "counts"}
WORDS = 200
SYMBOLS = re.compile(r"\b(?:L[12]|ln 2|[01])\b(?![.,]\d)")


def name_of(each: object) -> str:
    if isinstance(each, Lesson):
        return each.number
    return each.id if isinstance(each, Question) else str(each)


def plain(html: str) -> str:
    """Text of HTML."""
    return unescape(re.sub(r"<[^>]+>", " ", html))


def everything(each: Lesson) -> str:
    """All text that a reader of a lesson can come to see."""
    parts = [each.html]
    for question in each.questions:
        parts += [question.ask, question.why, question.shown]
        parts += [slip.says for slip in question.slips]
        parts += [f"{choice.says} {choice.reply}" for choice in question.choices]
    return plain(" ".join(parts))


def scene_of(each: Lesson, href: str) -> dict[str, object]:
    query = parse_query(urlsplit(href).query)
    assert query.pop("lesson") == each.number
    return merged(each.scene, query)


# ---- the lessons that are there ------------------------------------------------------------------


def test_the_lessons_are_numbered_in_order():
    assert [each.number for each in LESSONS] == [f"{i:02}" for i in range(1, len(LESSONS) + 1)]
    assert len(LESSONS) >= 10


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_a_lesson_opens_with_known_figures_controls_and_data_sets(each: Lesson):
    assert lesson(each.number) is each
    assert State.of(each.scene).dataset == each.datasets[0]
    assert set(each.figures) <= set(exhibits())
    assert {*each.controls, *each.locked} <= set(CONTROLS)
    assert set(each.datasets) <= set(catalog.datasets())
    assert "" not in (each.title, each.html)
    assert each.questions != ()


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_every_figure_can_show_one_of_the_data_sets(each: Lesson):
    datasets = [catalog.dataset(name) for name in each.datasets]
    assert [n for n in each.figures if not any(map(exhibits()[n].fits, datasets))] == []


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_the_prose_is_short(each: Lesson):
    prose = re.sub(r"<table>.*?</table>", "", each.html, flags=re.DOTALL)
    assert len([word for word in plain(prose).split() if re.search(r"[^\W\d_]", word)]) <= WORDS


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_there_is_something_to_drag(each: Lesson):
    tries = re.findall(r'<div class="try">(.*?)</div>', each.html, flags=re.DOTALL)
    assert re.search(r"\b(?:drag|Drag|Step|Press)\b", " ".join(tries))


@pytest.mark.parametrize(("each", "href"), LINKS, ids=name_of)
def test_a_scene_link_opens_on_a_data_set_that_the_lesson_names(each: Lesson, href: str):
    assert State.of(scene_of(each, href)).dataset in each.datasets


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_ids_are_unique_and_stable_as_keys(each: Lesson):
    ids = [question.id for question in each.questions]
    assert len(set(ids)) == len(ids)
    assert [i for i in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", i)] == []


# ---- no number is typed in -----------------------------------------------------------------------


def typed(text: str) -> list[str]:
    """Digits outside placeholders, scene links, tables, and symbols such as 0, 1 and ln 2."""
    text = re.sub(r"^\|.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[[^\]]*\]\(scene:[^)]*\)", "", PLACEHOLDER.sub("", text))
    return re.findall(r"\S*\d\S*", SYMBOLS.sub("", text))


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_no_number_in_the_prose_is_typed_in(each: Lesson):
    assert typed(each.text) == []


@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_no_number_in_the_questions_is_typed_in(each: Lesson):
    texts = [str(entry.get(name, "")) for entry in each.entries for name in ("ask", "why")]
    rows = [row for entry in each.entries for n in ("slip", "choice") for row in entry.get(n, ())]
    texts += [str(row.get(name, "")) for row in rows for name in ("says", "reply")]
    assert typed("\n".join(texts)) == []


@pytest.mark.parametrize("text", ["p = 0.75", "10 steps", "at 75", "the 2", "0.5", "1,000", "x2"])
def test_a_typed_number_is_found(text: str):
    assert typed(text) != []


@pytest.mark.parametrize(
    "text", ["y = 1", "0 or 1", "(1 − p)", "L2", "ln 2", "w₀", "{{ p[4] : .3f }}", "[t](scene:a=5)"]
)
def test_a_symbol_is_no_typed_number(text: str):
    assert typed(text) == []


# ---- questions -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("each", "question"), QUESTIONS, ids=name_of)
def test_a_question_asks_and_says_why(each: Lesson, question: Question):
    assert "" not in (question.id, question.ask, question.why, question.shown)
    assert "{{" not in everything(each)


@pytest.mark.parametrize(("_", "question"), NUMBERS, ids=name_of)
def test_the_answer_is_a_number_that_the_shown_text_gives(_: Lesson, question: Question):
    assert isinstance(question.answer, float)
    assert isfinite(question.answer)
    shown = float(question.shown.replace("−", "-"))
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
    assert min(gaps, default=1.0) > 2 * question.tolerance


@pytest.mark.parametrize(("_", "question"), CHOICES, ids=name_of)
def test_the_answer_is_one_of_the_choices(_: Lesson, question: Question):
    keys = [choice.key for choice in question.choices]
    assert len(set(keys)) == len(keys) >= 2
    assert keys.count(str(question.answer)) == 1


@pytest.mark.parametrize(("_", "question"), CHOICES, ids=name_of)
def test_every_wrong_choice_has_a_reply(_: Lesson, question: Question):
    wrong = [choice for choice in question.choices if choice.key != question.answer]
    assert [choice.key for choice in wrong if not choice.reply] == []


# ---- the corrected numbers of the source texts ---------------------------------------------------

QUIZZES = [
    ("04", "one-more", "−0.071429"),
    ("04", "next-p", "0.471547"),
    ("04", "ten-times", "its loss falls, the mean rises"),
    ("04", "same-form", "The slope of the sigmoid cancels a factor in the slope of the loss."),
    ("01", "boundary", "86.382979"),
    ("02", "ratio", "0.009095277"),
]


@pytest.mark.parametrize(("number", "key", "shown"), QUIZZES)
def test_the_quiz_is_asked_and_answered(number: str, key: str, shown: str):
    asked = {question.id: question for question in lesson(number).questions}
    assert asked[key].shown == shown


SHOWN = {
    "01": ["0.744597", "0.332871", "1.332871", "0.750260", "0.231059", "0.000576", "0.285714"],
    "02": [
        *("0.744597", "2.915379", "1.07", "0.910283", "8.9717%", "7.374", "320.537733", "30.569"),
        *("0.278", "0.968324", "0.217550", "0.003110"),
    ],
    "03": [
        *("0.010050", "0.673345", "4.605170", "0.154836", "1.364912", "73.2%", "0.310898"),
        *("0.510826", "0.051293", "9.9589", "−0.999000", "−0.001996", "0.448531", "249,001"),
        *("690.8", "0.693147", "−0.296296"),
    ],
    "04": [
        *("0.693147", "14.833333", "−0.148333", "0.602853", "2.527357", "0.186887", "15.783327"),
        *("8.119813", "−0.109783", "0.637801", "0.134457", "2.1034 × 10⁻⁵", "0.677914", "32.24"),
        *("0.091123", "0.450166", "−0.130108"),
    ],
    "05": [
        *("25,284", "0.00157745", "1267.866522", "2.527, 1.219, 5.612", "0.362787", "44.4"),
        *("17.242806", "63.667", "31.894", "0.465083", "0.503539", "0.160016", "0.031869"),
        *("0.299355", "0.074155", "0.373796", "−1.009284", "2.700090"),
    ],
    "06": [
        *("0.160016", "0.031869", "0.004261", "−5.096105", "0.032265", "−1.566154", "−3.654092"),
        *("−0.373289", "−0.698264", "0.465083", "−0.232163", "1.504645", "0.9996"),
    ],
    "07": [
        *("1.0408", "99", "109.758", "63.008", "−1.386294", "2.944439", "35", "0.833333"),
        *("8.3333", "74.695614", "1.098612"),
    ],
    "08": [
        *("0.514996", "0.51", "1.0618", "0.960834", "0.544879", "0.613014", "0.723122"),
        *("0.345247", "1.127497", "1.491825", "2.459603", "2.013753", "10.8333", "3.25", "16.667"),
        *("3.6", "0.693147", "0.126928", "0.006715", "7.5"),
    ],
    "09": [
        *("0.008929", "6.906755", "0.198515", "0.325083", "0.500402", "−0.980829", "0.405465"),
        "1.386294",
    ],
    "10": ["1.442695", "1.386294", "−0.014833"],
}


@pytest.mark.parametrize(("number", "digits"), [(n, d) for n in SHOWN for d in SHOWN[n]])
def test_a_lesson_shows_the_corrected_number(number: str, digits: str):
    assert re.search(rf"(?<![\d.−]){re.escape(digits)}(?!\d)", everything(lesson(number)))


@pytest.mark.parametrize("wrong", ["30.997", "−2.46", "332.3", "0.345246", "1.367"])
@pytest.mark.parametrize("each", LESSONS, ids=name_of)
def test_no_lesson_shows_a_number_that_is_wrong(each: Lesson, wrong: str):
    assert wrong not in everything(each)


# ---- unknown and malformed -----------------------------------------------------------------------


@pytest.mark.parametrize("number", ["11", "0", "", "../01", "x" * 500])
def test_an_unknown_lesson_is_one_sentence(number: str):
    with pytest.raises(UnknownLessonError, match=r"^There is no lesson “.{0,40}”. Known: 01, 02"):
        lesson(number)


HEAD = 'title = "T"\ndataset = "loans"\n'
ASK = HEAD + '[[question]]\nid = "q"\nask = "a"\nwhy = "w"\n'
NUMBER = ASK + 'answer = "p[4]"\ntolerance = 0.1\n'


def written(front: str, prose: str = "Text.") -> str:
    return f"+++\n{front}\n+++\n{prose}\n"


def test_a_small_lesson_is_read():
    read = parse("42-small.md", written(NUMBER, "p is {{ p[4] : .2f }}."))
    assert (read.number, read.name, read.datasets) == ("42", "small", ("loans",))
    assert (read.html, read.questions[0].shown) == ("<p>p is 0.74.</p>\n", "0.744597")


def test_a_question_covers_what_its_scene_has() -> None:
    covers = [(q.dataset, cover) for _, q in QUESTIONS for cover in q.covers]
    assert len(covers) > 10
    for dataset, cover in covers:
        assert dataset in catalog.datasets()
        assert isinstance(cover.value, float | str)
    [boundary, label] = lesson("01").questions[0].covers
    assert (boundary.table, boundary.column, boundary.row) == ("summary", "boundary", None)
    assert boundary.value == pytest.approx(86.382979, abs=1e-6)
    assert (label.table, label.value) == ("boundary", "86.38")


MALFORMED = {
    "no front matter": ("Text.", "Lesson 42 must begin with a front matter"),
    "front matter without end": ("+++\n" + HEAD, "Lesson 42 must begin with a front matter"),
    "no TOML": (written("title ="), "Lesson 42, front matter: "),
    "no title": (written('dataset = "loans"'), "Lesson 42 lacks the field “title”."),
    "unknown field": (written(HEAD + "colour = 1"), "Lesson 42 has no field “colour”. Known: "),
    "unknown figure": (
        written(HEAD + 'figures = ["pie"]'),
        "Lesson 42, figures: there is no “pie”. Known: ",
    ),
    "no list": (
        written(HEAD + 'figures = "loss"'),
        "Lesson 42, figures must be a list of names, got 'loss'.",
    ),
    "unknown control": (
        written(HEAD + 'controls = ["w9"]'),
        "Lesson 42, controls: there is no “w9”. Known: ",
    ),
    "unknown data set": (
        written('title = "T"\ndataset = "nope"'),
        "Lesson 42, scene: dataset is one of ",
    ),
    "unknown setting": (
        written(HEAD + "[scene]\nsize = 1"),
        "Lesson 42, scene: There is no setting “size”.",
    ),
    "setting out of range": (
        written(HEAD + "[scene]\nthreshold = 2"),
        "Lesson 42, scene: threshold goes from 0 to 1",
    ),
    "question in single brackets": (
        written(HEAD + "[question]\nid = 1"),
        "Lesson 42, question must be written in double brackets",
    ),
    "unknown name": (
        written(HEAD, "{{ q[4] }}"),
        "Lesson 42: “q[4]” has the unknown name 'q'.",
    ),
    "a column for a number": (
        written(HEAD, "{{ p }}"),
        "Lesson 42: ",
    ),
    "no such format": (written(HEAD, "{{ w0 : .3z }}"), "Lesson 42: "),
    "open placeholder": (written(HEAD, "{{ p[4] "), "Lesson 42: a placeholder is not written"),
    "no place to cover": (
        written(ASK + 'covers = ["p of 4"]\nanswer = "1"\ntolerance = 1'),
        "Lesson 42, question “q”, covers: “p of 4” is not written table.column[row].",
    ),
    "nothing to cover": (
        written(ASK + 'covers = ["samples.size[4]"]\nanswer = "1"\ntolerance = 1'),
        "Lesson 42, question “q”, covers: the frame has no “samples.size[4]”.",
    ),
    "no such table to cover": (
        written(ASK + 'covers = ["heap.p"]\nanswer = "1"\ntolerance = 1'),
        "Lesson 42, question “q”, covers: the frame has no “heap.p”.",
    ),
    "no answer": (
        written(ASK + "tolerance = 1"),
        "Lesson 42, question “q” lacks the field “answer”.",
    ),
    "no tolerance": (
        written(ASK + 'answer = "w0"'),
        "Lesson 42, question “q” lacks the field “tolerance”.",
    ),
    "negative tolerance": (
        written(ASK + 'answer = "w0"\ntolerance = -1'),
        "Lesson 42, question “q”, tolerance must be a number at least 0, got -1.",
    ),
    "answer without a value": (
        written(ASK + 'answer = "optimum.w1"\ntolerance = 1'),
        "Lesson 42, question “q”, answer: nan is no finite number.",
    ),
    "answer beyond the rows": (
        written(ASK + 'answer = "p[7]"\ntolerance = 1'),
        "Lesson 42, question “q”, answer: “p[7]” cannot be worked out: row 7 is not among",
    ),
    "slip that is no expression": (
        written(NUMBER + '[[question.slip]]\nvalue = "p["\nsays = "s"'),
        "Lesson 42, question “q”, slip 1, value: “p[” cannot be worked out: ",
    ),
    "question of another scene": (
        written(NUMBER + "[question.scene]\nsize = 1"),
        "Lesson 42, question “q”, scene: There is no setting “size”.",
    ),
    "two right choices": (
        written(
            ASK
            + '[[question.choice]]\nkey = "a"\nsays = "A"\nwhen = "w0 > 0"\n'
            + '[[question.choice]]\nkey = "b"\nsays = "B"\nwhen = "w1 < 0"\n'
        ),
        "Lesson 42, question “q”: exactly one choice must hold, but a, b does.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_lesson_is_one_sentence(text: str, sentence: str):
    with pytest.raises(LessonError, match=f"^{re.escape(sentence)}") as caught:
        opened(text)
    assert "\n" not in str(caught.value)


def opened(text: str) -> tuple[str, tuple[Question, ...]]:
    read = parse("42-small.md", text)
    return read.html, read.questions


@pytest.mark.parametrize("file", ["notes.md", "1.md", "ab-cd.md"])
def test_a_file_of_another_name_is_refused(file: str):
    with pytest.raises(LessonError, match=f"<nn>-<name>.md, not {file}"):
        parse(file, written(HEAD))


def test_the_prose_brings_no_html_of_its_own():
    assert "<b>" not in parse("42-small.md", written(HEAD, "<b>bold</b>")).html


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("scene:moved=4:40,2;1:3", "?lesson=42&amp;moved=4:40,2;1:3"),
        ("scene:", "?lesson=42"),
        ("scene:steps=10&l2=0.1", "?lesson=42&amp;steps=10&amp;l2=0.1"),
        ("lesson:02", "?lesson=02"),
    ],
)
def test_a_link_is_an_address(link: str, href: str):
    read = parse("42-small.md", written(HEAD, f"[here]({link})"))
    assert f'{link.split(":")[0]}-link" href="{href}">here</a>' in read.html


# ---- expressions ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("x[4]", 75),
        ("x[-1]", 110),
        ("-w0 / w1", 8.12 / 0.094),
        ("2 ** 3 + 1", 9),
        ("mean(residual * x) - grad_w1", 0),
        ("sum(loss) / n - mean_loss", 0),
        ("at(threshold=0.75).correct", 6),
        ("at(dataset='seven-points').n", 7),
        ("history.mean_loss[-1] - mean_loss", 0),
        ("1 < 2 < 3 and not (2 > 3 or w0 < 0)", True),
        ("optimum.separable == 'complete'", True),
        ("far + v[2]", 12),
    ],
)
def test_an_expression_has_a_value(expression: str, value: float):
    values = Values({"dataset": "loans"}, {"far": 7, "v": [3, 5]})
    assert values(expression) == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize(
    "expression",
    [
        *("", "1 +", "w0; w1", "lambda: 1", "[1, 2]", "{1: 2}", "(x for x in p)", "w0 if 1 else 2"),
        *("__import__('os')", "p.__class__", "at().__class__", "at.__globals__", "exp.reduce(p)"),
        *("(w0 := 1)", "f'{w0}'", "'a' * 9", "1 / 0", "ln(0)", "exp(1000)", "p[0]", "p[1.5]"),
        *(
            "p[1:3]",
            "b'x'",
            "None",
            "9 ** 9 ** 9 ** 9",
            "at(size=1)",
            "at(**p)",
            "sum(*p)",
            "1 @ 2",
        ),
    ],
)
def test_what_is_not_of_the_grammar_is_refused(expression: str):
    values = Values({"dataset": "loans"})
    with pytest.raises(ExpressionError, match=r"^“"):
        values(expression)


def test_a_function_cannot_be_had_as_a_value():
    with pytest.raises(ExpressionError, match="unknown name 'exp'"):
        evaluate("exp", {}, FUNCTIONS)
