"""The glossary: terms are found as words of their own, and open once they were explained."""

import pytest

from logreg_app.lesson import explained_before, lessons
from logreg_app.lesson.glossary import linked, listed, terms, used


def button(term: str, text: str) -> str:
    return f'<button type="button" class="term" data-term="{term}">{text}</button>'


@pytest.mark.parametrize(
    ("html", "opened"),
    [
        ("<p>The odds.</p>", f"<p>The {button('odds', 'odds')}.</p>"),
        ("<p>Odds, odds.</p>", f"<p>{button('odds', 'Odds')}, odds.</p>"),
        ("<p>The odds ratio.</p>", f"<p>The {button('odds ratio', 'odds ratio')}.</p>"),
        ("<p>The logits.</p>", f"<p>The {button('logit', 'logits')}.</p>"),
        ("<p>Against all oddsmakers, log-oddsy.</p>", None),
        ("<p><a href='?odds'>odds</a></p>", None),
        ("<h3>Odds</h3>", None),
        ("<pre><code>odds</code></pre>", None),
        ("<p><button>odds</button></p>", None),
    ],
)
def test_the_first_use_of_a_term_opens(html: str, opened: str | None):
    assert linked(html, ("odds", "odds ratio", "logit")) == (opened or html)


def test_a_term_that_was_not_explained_stays_a_word():
    assert linked("<p>The odds and the logit.</p>", ("logit",)) == (
        f"<p>The odds and the {button('logit', 'logit')}.</p>"
    )


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>An odds ratio</p>", {"odds ratio", "odds"}),
        ("<p class='odds'>none</p>", set()),
        ("<p>LOGITS</p>", {"logit"}),
    ],
)
def test_a_term_is_found_in_the_text_alone(html: str, found: set[str]):
    assert used(html, ("odds", "odds ratio", "logit")) == found


@pytest.mark.parametrize("term", terms().values(), ids=terms())
def test_a_term_is_explained_in_one_short_sentence(term):
    assert term.says.endswith(".")
    assert len(term.says.split()) <= 40


def test_the_whole_glossary_is_a_list():
    assert listed().count("<dt>") == len(terms())


@pytest.mark.parametrize("lesson", lessons().values(), ids=lessons())
def test_what_a_step_explains_is_known_from_the_next_step_on(lesson):
    here = {name for step in lesson.steps[:-1] for name in step.explains}
    assert here <= explained_before(lesson, lesson.steps[-1])
    assert set(lesson.steps[-1].explains).isdisjoint(explained_before(lesson, lesson.steps[-1]))
