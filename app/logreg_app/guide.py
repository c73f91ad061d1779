"""The guide for teachers: what each lesson is for, and every question with its answer."""

from collections.abc import Iterable

from jinja2 import Template

from logreg_app import catalog
from logreg_app.document import style
from logreg_app.lesson import Lesson, prose
from logreg_app.view import TITLE


def guide(lessons: Iterable[Lesson]) -> str:
    """The guide to some lessons as a page that needs nothing else."""
    return Template(catalog.text("page/guide.html"), autoescape=True).render(
        title=f"{TITLE}: a guide for teachers",
        style=style(),
        lessons=list(lessons),
        number=prose.number,
    )
