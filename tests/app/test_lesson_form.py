"""The form of a lesson: small lessons are read, and what does not fit is one clear sentence."""

import re

import pytest

from logreg_app.lesson import CONTROLS, READOUTS, Lesson, LessonError, Question, parse
from logreg_app.lesson.fields import Fields

FRONT = 'title = "T"\nminutes = 5\ndataset = "loans"\nteaches = ["roc"]\n'
ASK = '[[question]]\nid = "q"\nask = "How much?"\nwhy = "So."\n'
NUMBER = ASK + 'answer = "p[4]"\ntolerance = 0.1\n'
CHOICE = '[[question.choice]]\nkey = "{key}"\nsays = "S"\nwhen = "{when}"\nreply = "R"\n'
PLACE = ASK + 'answer = "boundary"\ntolerance = 1\n[question.place]\n'
RANGE = "low = 0\nhigh = 120\nstep = 1\nstart = 50\n"


def step(fields: str = "", text: str = "Text.", title: str = "One") -> str:
    """A step as it stands in a file."""
    shown = fields if "figures" in fields else 'figures = ["sigmoid"]\n' + fields
    return f"## {title}\n+++\n{shown}\n+++\n{text}\n"


def written(*steps: str, front: str = FRONT) -> str:
    return f"+++\n{front}\n+++\n" + "\n".join(steps or [step()])


def made(*steps: str, front: str = FRONT) -> Lesson:
    return parse("42-small.md", written(*steps, front=front))


def asked(fields: str) -> Question:
    """The question of a small lesson."""
    [question] = made(step(fields)).questions
    return question


# ---- what a step holds ---------------------------------------------------------------------------


def test_a_small_lesson_is_read():
    read = made(step(NUMBER, "p is {{ p[4] : .2f }}."))
    assert (read.number, read.name, read.title, read.minutes) == ("42", "small", "T", 5)
    assert (read.datasets, read.teaches) == (("loans",), ("roc",))
    [only] = read.steps
    assert (only.number, only.title, only.html) == (1, "One", "<p>p is 0.74.</p>\n")
    assert read.questions == (only.question,)


def test_a_step_owns_what_is_on_the_stage():
    fields = 'figures = ["sigmoid", "boundary"]\ncontrols = ["w", "fit"]\nreadouts = ["boundary"]\n'
    fields += 'move = "w1"\nmarks = ["w1", "boundary"]\nfurther = true\nsources = ["000"]\n'
    [only] = made(step(fields)).steps
    assert (only.figures, only.controls) == (("sigmoid", "boundary"), ("w", "fit"))
    assert (only.readouts, only.marks) == (("boundary",), ("w1", "boundary"))
    assert (only.move, only.further, only.sources) == ("w1", True, ("000",))


def test_a_step_calls_a_control_otherwise():
    [only] = made(step('controls = ["threshold"]\ncalls.threshold = ["Chance", "p"]\n')).steps
    assert only.calls == {"threshold": ("Chance", "p")}


def test_a_step_that_leaves_everything_out_keeps_figures_and_weights_and_nothing_else():
    first = step('controls = ["w"]\nreadouts = ["boundary"]\n[scene]\nthreshold = 0.7\n')
    _, second = made(first, "## Two\nText.\n").steps
    assert (second.figures, second.scene["threshold"], second.opens) == (("sigmoid",), 0.7, False)
    assert (second.controls, second.readouts, second.marks, second.explains) == ((), (), (), ())
    assert (second.move, second.further, second.question) == ("", False, None)


def test_a_scene_is_whole():
    first = step("[scene]\nthreshold = 0.7\n")
    second = step("[scene]\nw0 = 1\n", title="Two")
    third = step('[scene]\ndataset = "exam"\n', title="Three")
    read = made(first, second, third)
    assert [each.opens for each in read.steps] == [True, True, True]
    assert read.steps[1].scene == {"dataset": "loans", "sample": 0, "w0": 1}
    assert read.datasets == ("loans", "exam")


def test_a_data_set_that_a_link_opens_comes_along():
    read = made(step(text="[the exam](scene:w0=1&dataset=exam)"))
    assert read.datasets == ("loans", "exam")


# ---- live numbers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "{~ boundary : .1f ~}",
            '<button type="button" class="live" data-live="boundary" data-form=".1f">86.4</button>',
        ),
        (
            "{~ p[4] ~}",
            '<button type="button" class="live" data-live="p[4]" data-form=".6g">0.744597</button>',
        ),
        (
            "{~ drag w0 : .2f ~}",
            '<span class="live handle" role="slider" tabindex="0" data-live="w0"'
            ' data-form=".2f">8.12</span>',
        ),
        (
            "{~ answer(q) : .1f ~}",
            '<button type="button" class="live" data-live="answer(q)" data-form=".1f">…</button>',
        ),
        (
            "{~ right(first) ~}",
            '<button type="button" class="live" data-live="right(first)"'
            ' data-form=".6g">…</button>',
        ),
        (
            "{~ p(75) : .0% ~}",
            '<button type="button" class="live" data-live="p(75)" data-form=".0%">74%</button>',
        ),
    ],
)
def test_a_live_number_begins_with_its_value(text: str, html: str):
    assert made(step(text=text)).steps[0].html == f"<p>{html}</p>\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Then w₁ = −0.094.", "Then w₁~=~−0.094."),
        ("It is z = w₀ + w₁ x here.", "It is z~=~w₀~+~w₁~x here."),
        ("Then p (1 − p) stays.", "Then p~(1~−~p) stays."),
        ("It is ln 2 = 0.69, or so.", "It is ln~2~=~0.69, or so."),
        ("In 1986 a p of 0.5 at 31, 53 or 75.", "In 1986 a p of 0.5 at 31, 53 or 75."),
        ("1 + 2 + 3 + 4 + 5 + 6 + 7 + 8", "1 + 2 + 3 + 4 + 5 + 6 + 7 + 8"),
    ],
)
def test_a_short_formula_stays_on_one_line(text: str, kept: str):
    html = made(step(text=text)).steps[0].html
    assert html == f"<p>{kept.replace('~', chr(0xA0))}</p>\n"


def test_a_line_of_code_has_its_number_beside_it():
    [only] = made(step(text="```python loop\nz = w0 + w1 * x #= logit[4] : .2f\n```")).steps
    number = '<button type="button" class="live" data-live="logit[4]" data-form=".2f">1.07</button>'
    assert f'<span class="line">z = w0 + w1 * x{number}</span>' in only.html
    assert "data-loop" in only.html


# ---- the kinds of questions ----------------------------------------------------------------------


def test_a_number_is_asked_with_its_unit_and_its_slips():
    question = asked(
        NUMBER + 'format = ".2f"\nunit = "nats"\nhint = "H"\n'
        '[[question.slip]]\nvalue = "1 - p[4]"\nsays = "That is **not**."\n'
    )
    assert (question.kind, question.shown, question.unit) == ("number", "0.74", "nats")
    assert question.answer == pytest.approx(0.744597, abs=1e-6)
    assert question.slips[0].value == pytest.approx(0.255403, abs=1e-6)
    assert (question.slips[0].says, question.hint) == ("That is <strong>not</strong>.", "H")


def test_a_relative_tolerance_is_a_share_of_the_answer():
    question = asked(ASK + 'answer = "-200"\nrelative = 0.1\n')
    assert question.tolerance == pytest.approx(20)


def test_a_choice_holds_alone():
    choices = CHOICE.format(key="a", when="w1 > 0") + CHOICE.format(key="b", when="w1 < 0")
    question = asked(ASK + choices)
    assert (question.kind, question.answer, question.shown) == ("choice", "b", "S")


@pytest.mark.parametrize(("at", "value"), [("", None), ("at = 0.5\n", 0.5)])
def test_a_place_is_a_line_or_a_dot(at: str, value: float | None):
    question = asked(PLACE + 'axis = "x"\n' + RANGE + at)
    place = question.place
    assert place is not None
    assert (question.kind, place.axis, place.at, place.start) == ("place", "x", value, 50)
    assert question.answer == pytest.approx(86.382979, abs=1e-6)


def test_a_pick_has_an_answer_for_every_sample():
    choices = CHOICE.format(key="up", when="y[k] == 1") + CHOICE.format(
        key="down", when="y[k] == 0"
    )
    text = ASK.replace("So.", "x is {{ x[k] : .0f }}.") + "pick = true\nneed = 3\n" + choices
    question = asked(text)
    assert (question.kind, question.need, question.answer) == ("pick", 3, "")
    assert [pick.answer for pick in question.picks] == ["up"] * 3 + ["down"] * 3
    assert question.picks[3].why == "x is 75."


def test_own_words_are_compared_with_a_model_answer():
    question = asked('[[question]]\nid = "q"\nask = "Why?"\nmodel = "Because of p."\n')
    assert (question.kind, question.model, question.why) == ("explain", "Because of p.", "")


def test_a_guess_is_not_judged():
    question = asked('[[question]]\nid = "q"\nask = "How much?"\nguess = true\nunit = "%"\n')
    assert (question.kind, question.guess, question.answer) == ("number", True, "")
    assert question.unit == "%"


def test_what_comes_after_an_answer_is_a_whole_scene():
    question = asked(NUMBER + "[question.then]\nthreshold = 0.7\n")
    assert question.then == {"dataset": "loans", "sample": 0, "threshold": 0.7}


def test_a_question_has_numbers_of_its_own():
    question = asked(ASK + 'answer = "far + 1"\ntolerance = 1\n[question.given]\nfar = 7\n')
    assert question.answer == 8


def test_a_question_covers_numbers_of_its_scene():
    question = asked(NUMBER + 'covers = ["boundary", "p[4]", "roc.threshold[2]"]\n')
    found = [(c.table, c.column, c.row) for c in question.covers]
    assert found == [
        *(("summary", "boundary", None), ("samples", "p", 4), ("roc", "threshold", 2)),
    ]
    assert question.covers[0].value == pytest.approx(86.382979, abs=1e-6)


# ---- one sentence for what does not fit ----------------------------------------------------------

TWO_RIGHT = CHOICE.format(key="a", when="w0 > 0") + CHOICE.format(key="b", when="w1 < 0")
HERE, STEP, Q = "Lesson 42", "Lesson 42, step 1", "Lesson 42, question “q”"
MALFORMED = {
    "no front matter": ("Text.", f"{HERE} must begin with a front matter"),
    "front matter without end": ("+++\n" + FRONT, f"{HERE} must begin with a front matter"),
    "no TOML": (written(front="title ="), f"{HERE}, front matter: "),
    "no title": (written(front='dataset = "loans"'), f"{HERE} lacks the field “title”."),
    "no minutes": (written(front='title = "T"'), f"{HERE} lacks the field “minutes”."),
    "minutes in words": (
        written(front='title = "T"\nminutes = "five"'),
        f"{HERE}, minutes must be a number at least 0, got 'five'.",
    ),
    "unknown field": (
        written(front=FRONT + "colour = 1"),
        f"{HERE} has no field “colour”. Known: title, minutes",
    ),
    "no step": (f"+++\n{FRONT}\n+++\n", f"{HERE}: below the front matter each step begins with"),
    "text before a step": (
        f"+++\n{FRONT}\n+++\nText.\n## One\n",
        f"{HERE}: below the front matter each step begins with",
    ),
    "fields without end": (written("## One\n+++\nmove = 1\n"), f"{STEP}: its fields must end with"),
    "fields that are no TOML": (written(step("move =")), f"{STEP}: "),
    "unknown field of a step": (
        written(step("colour = 1")),
        f"{STEP} has no field “colour”. Known: scene, figures",
    ),
    "unknown figure": (
        written(step('figures = ["pie"]')),
        f"{STEP}, figures: there is no “pie”. Known: ",
    ),
    "no list": (
        written(step('figures = "loss"')),
        f"{STEP}, figures must be a list of names, got 'loss'.",
    ),
    "unknown control": (
        written(step('controls = ["w9"]')),
        f"{STEP}, controls: there is no “w9”. Known: {', '.join(CONTROLS)}.",
    ),
    "unknown read-out": (
        written(step('readouts = ["size"]')),
        f"{STEP}, readouts: there is no “size”. Known: {', '.join(READOUTS)}.",
    ),
    "a mark of what is not on the stage": (
        written(step('marks = ["roc"]')),
        f"{STEP}, marks: there is no “roc”. Known: ",
    ),
    "further in words": (
        written(step('further = "yes"')),
        f"{STEP}, further must be true or false, got 'yes'.",
    ),
    "unknown data set": (
        written(front=FRONT.replace("loans", "nope")),
        f"{STEP}, scene: dataset is one of ",
    ),
    "unknown setting": (
        written(step("[scene]\nsize = 1")),
        f"{STEP}, scene: There is no setting “size”.",
    ),
    "setting out of range": (
        written(step("[scene]\nthreshold = 2")),
        f"{STEP}, scene: threshold goes from 0 to 1",
    ),
    "two questions": (
        written(step(NUMBER + NUMBER)),
        f"{STEP} has 2 questions; a step has at most one.",
    ),
    "question in single brackets": (
        written(step("[question]\nid = 1")),
        f"{STEP}, question must be written in double brackets",
    ),
    "unknown name": (written(step(text="{{ q[4] }}")), f"{STEP}: “q[4]” has the unknown name 'q'."),
    "a column for a number": (written(step(text="{{ p }}")), f"{STEP}: "),
    "no such format": (written(step(text="{{ w0 : .3z }}")), f"{STEP}: "),
    "open placeholder": (
        written(step(text="{{ p[4] ")),
        f"{STEP}: a placeholder is not written",
    ),
    "open live number": (
        written(step(text="{~ p[4] ")),
        f"{STEP}: a live number is not written {{~ place : format ~}}",
    ),
    "live number with arithmetic": (
        written(step(text="{~ p[4] + 1 : .2f ~}")),
        f"{STEP}: a live number is not written {{~ place : format ~}}",
    ),
    "another name of no control": (
        written(step('calls.w1 = ["Slope", "a"]')),
        f"{STEP}, calls: the step has no control “w1”.",
    ),
    "another name without a symbol": (
        written(step('controls = ["w1"]\ncalls.w1 = "Slope"')),
        f"{STEP}, calls: w1 must be a list of a word and a symbol.",
    ),
    "live number of no name": (
        written(step(text="{~ size : .2f ~}")),
        f"{STEP}: “size” has the unknown name 'size'.",
    ),
    "unknown field of a question": (
        written(step(NUMBER + "model_answer = 1")),
        f"{Q} has no field “model_answer”. Known: id, ask",
    ),
    "a field of another kind": (
        written(step(NUMBER + "need = 2")),
        f"{Q} has no field “need”. Known: id, ask",
    ),
    "no place to cover": (
        written(step(NUMBER + 'covers = ["p of 4"]')),
        f"{Q}, covers: “p of 4” is not written table.column[row].",
    ),
    "nothing to cover": (
        written(step(NUMBER + 'covers = ["samples.size[4]"]')),
        f"{Q}, covers: the frame has no “samples.size[4]”.",
    ),
    "no such table to cover": (
        written(step(NUMBER + 'covers = ["heap.p"]')),
        f"{Q}, covers: the frame has no “heap.p”.",
    ),
    "no answer": (written(step(ASK + "tolerance = 1")), f"{Q} lacks the field “answer”."),
    "no tolerance": (written(step(ASK + 'answer = "w0"')), f"{Q} lacks the field “tolerance”."),
    "negative tolerance": (
        written(step(ASK + 'answer = "w0"\ntolerance = -1')),
        f"{Q}, tolerance must be a number at least 0, got -1.",
    ),
    "answer without a value": (
        written(step(ASK + 'answer = "optimum.w1"\ntolerance = 1')),
        f"{Q}, answer: nan is no finite number.",
    ),
    "answer beyond the rows": (
        written(step(ASK + 'answer = "p[7]"\ntolerance = 1')),
        f"{Q}, answer: “p[7]” cannot be worked out: row 7 is not among",
    ),
    "slip that is no expression": (
        written(step(NUMBER + '[[question.slip]]\nvalue = "p["\nsays = "s"')),
        f"{Q}, slip 1, value: “p[” cannot be worked out: ",
    ),
    "two right choices": (
        written(step(ASK + TWO_RIGHT)),
        f"{Q}: exactly one choice must hold, but a, b does.",
    ),
    "no right choice": (
        written(step(ASK + CHOICE.format(key="a", when="w0 < 0"))),
        f"{Q}: exactly one choice must hold, but none does.",
    ),
    "a place without an axis": (
        written(step(PLACE + RANGE)),
        f"{Q}, place lacks the field “axis”.",
    ),
    "a place on a third axis": (
        written(step(PLACE + 'axis = "z"\n' + RANGE)),
        f"{Q}, place, axis must be x or y, got “z”.",
    ),
    "a place without an end": (
        written(step(PLACE + 'axis = "x"\nlow = 0')),
        f"{Q}, place lacks the field “high”.",
    ),
    "a scene after the answer that there is not": (
        written(step(NUMBER + "[question.then]\nsize = 1")),
        f"{Q}, scene: There is no setting “size”.",
    ),
}


def opened(text: str) -> list[tuple[str, Question | None]]:
    return [(each.html, each.question) for each in parse("42-small.md", text).steps]


@pytest.mark.parametrize(("text", "sentence"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_lesson_is_one_sentence(text: str, sentence: str):
    with pytest.raises(LessonError, match=f"^{re.escape(sentence)}") as caught:
        opened(text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("file", ["notes.md", "1.md", "ab-cd.md"])
def test_a_file_of_another_name_is_refused(file: str):
    with pytest.raises(LessonError, match=f"<nn>-<name>.md, not {file}"):
        parse(file, written())


def test_a_yes_is_no_number():
    with pytest.raises(LessonError, match=r"^T, size must be a number at least 0, got True"):
        Fields({"size": True}, "T", ("size",)).number("size")


# ---- the prose -----------------------------------------------------------------------------------


def test_the_prose_brings_no_html_of_its_own():
    assert "<b>" not in made(step(text="<b>bold</b>")).steps[0].html


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
    [only] = made(step(text=f"[here]({link})")).steps
    assert f'{link.split(":")[0]}-link" href="{href}">here</a>' in only.html
