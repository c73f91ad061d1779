"""The lessons together teach what the texts teach, and no word before it is explained."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from logreg_app.lesson import Lesson, Question, Step, explained_before, lessons
from logreg_app.lesson.glossary import terms, used

IDS = tomllib.loads((Path(__file__).parent / "coverage.toml").read_text("utf-8"))["ids"]
LESSONS = list(lessons().values())
STEPS = [(lesson, step) for lesson in LESSONS for step in lesson.steps]
EXPLAINED = Counter(name for _, step in STEPS for name in step.explains)


def name_of(each: object) -> str:
    return each.number if isinstance(each, Lesson) else str(getattr(each, "number", each))


def told(step: Step) -> str:
    """Everything that a reader of a step can come to read, as HTML."""
    asked = [step.question] if step.question else []
    return " | ".join([step.title, step.html, *(line for q in asked for line in told_by(q))])


def told_by(question: Question) -> list[str]:
    lines = [question.ask, question.hint, question.why, question.model]
    lines += [slip.says for slip in question.slips]
    lines += [f"{choice.says} | {choice.reply}" for choice in question.choices]
    return lines + [" | ".join((pick.why, *pick.replies.values())) for pick in question.picks]


@pytest.mark.parametrize("name", IDS)
def test_what_the_texts_teach_is_taught(name: str):
    assert [each.number for each in LESSONS if name in each.teaches] != []


@pytest.mark.parametrize("lesson", LESSONS, ids=name_of)
def test_a_lesson_claims_to_teach_only_what_is_on_the_list(lesson: Lesson):
    assert lesson.teaches != ()
    assert sorted(set(lesson.teaches) - set(IDS)) == []


@pytest.mark.parametrize("name", terms())
def test_a_term_is_explained_once(name: str):
    assert EXPLAINED[name] == 1


@pytest.mark.parametrize("lesson", LESSONS, ids=name_of)
def test_a_step_explains_only_what_the_glossary_has(lesson: Lesson):
    explained = {name for step in lesson.steps for name in step.explains}
    assert sorted(explained - set(terms())) == []


@pytest.mark.parametrize(("lesson", "step"), STEPS, ids=name_of)
def test_no_term_is_used_before_it_is_explained(lesson: Lesson, step: Step):
    unknown = set(terms()) - explained_before(lesson, step) - {*step.explains}
    assert used(told(step), unknown) == set()


@pytest.mark.parametrize(("_", "step"), STEPS, ids=name_of)
def test_a_step_uses_the_terms_that_it_explains(_: Lesson, step: Step):
    assert used(told(step), step.explains) == {*step.explains}
