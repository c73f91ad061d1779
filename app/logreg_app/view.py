"""What a page shows of a scene, and how an address asks for it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from logreg_app import catalog
from logreg_app.exhibits import exhibits
from logreg_app.lesson import Lesson, UnknownLessonError, lesson, lessons
from logreg_app.scene import YES, current
from logreg_app.sentences import PROBLEMS
from logreg_app.state import KINDS, State

TITLE = "Logistic regression you can drag"
LAB_PAGE = "lab"
THEMES = ("auto", "light", "dark")
VIEW = ("lesson", "step", "present", "figures", "hide", "lock", "theme", "embed")
"""Names in an address that are no settings of the scene but say what the page shows of it."""


DRAWER = ("by-hand", "table")
"""What a lesson keeps at hand for every step."""

LAB = ("sigmoid", "loss", "boundary", "plane", "by-hand", "table")
LAB_CONTROLS = ("dataset", "w", "threshold", "reset", "fit")
"""What the free lab offers beside any figure; its figures add what makes sense beside them."""

PARTS = (
    *("title", "figures", "formula", "formulas", "readouts", "dataset"),
    *("undo", "reset", "fit", "optimum", "status"),
)
"""Parts that can be hidden beside figures, cards and controls."""


@dataclass(frozen=True)
class View:
    """What a page shows of its scene.

    Parameters
    ----------
    lesson : Lesson, optional
        The text beside the figures; the free lab without one.
    step : int
        The step that the page opens with; one more than there are is the lesson's end.
    title : str, optional
        The lesson's, or the lab's, if not given.
    figures : sequence of str, optional
        Names of figures and cards; the lesson's, or the lab's, if not given.
    beside : sequence of str
        Names of figures and cards to show beside them.
    datasets : sequence of str
        Data sets to carry beside the scene's own.
    links : mapping
        Where other pages are: lesson number to address, LAB_PAGE for the free lab; empty where this
        page is the only one.
    hidden, locked : sequence of str
        Names of parts and controls that are out of sight, or in sight and fixed.
    theme : "auto", "light" or "dark"
    embed : bool
        Whether the page stands in another one: without heading and contents.
    bridged : bool
        Whether the page around it is a program that sets the scene and is told of it.
    notice : str
        One sentence above everything else.
    """

    lesson: Lesson | None = None
    step: int = 1
    title: str = ""
    figures: Sequence[str] | None = None
    beside: Sequence[str] = ()
    datasets: Sequence[str] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    hidden: Sequence[str] = ()
    locked: Sequence[str] = ()
    theme: str = "auto"
    embed: bool = False
    bridged: bool = False
    notice: str = ""

    @property
    def is_lab(self) -> bool:
        """Whether the reader may choose figures and bring data, of which no program knows."""
        return not (self.lesson or self.bridged)

    @property
    def heading(self) -> str:
        """Title of the page."""
        return self.title or (self.lesson.title if self.lesson else TITLE)

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of figures and cards, in the order of the page."""
        shown = (*(self.asked or LAB), *(DRAWER if self.lesson else ()), *self.beside)
        return tuple(name for name in exhibits() if name in shown)

    @property
    def asked(self) -> tuple[str, ...]:
        """Names of the figures and cards that were asked for; none on the lab's usual page."""
        return tuple(self.figures or (self.lesson.figures if self.lesson else ()))

    def at_hand(self, *, server: bool) -> tuple[str, ...]:
        """Names of the figures and cards that the page has with it, in the order of the page.

        The reader of the free lab chooses among all of them, unless a file was made for some.
        """
        is_free = not self.lesson and (server or not self.figures)
        return tuple(exhibits()) if is_free else self.shown

    def carried(self, state: State) -> tuple[str, ...]:
        """Data sets that the page has with it; others come from the server when asked for."""
        own = self.lesson.datasets if self.lesson else ()
        return tuple(dict.fromkeys((state.dataset, *own, *self.datasets)))

    @property
    def controls(self) -> tuple[str, ...]:
        """Names of the controls; `w` stands for every weight. The lab's figures add theirs."""
        return tuple(self.lesson.controls) if self.lesson else LAB_CONTROLS


def known_parts() -> tuple[str, ...]:
    """Names of everything that can be hidden or locked."""
    # the sliders of the chosen sample's features, which set `moved`, are called x
    settings = (name for name, kind in KINDS.items() if kind.group and name != "moved")
    return tuple(dict.fromkeys((*exhibits(), *PARTS, "w", "x", *settings)))


def view_of(query: Mapping[str, str], dataset: str) -> tuple[View, State]:
    """What an address asks for: the view, and the scene that its lesson or data set opens with.

    The rest of the scene is the browser's: it reads the address itself, with or without a server.
    """
    notices = []
    chosen = None
    if "lesson" in query:
        try:
            chosen = lesson(query["lesson"])
        except UnknownLessonError as problem:
            notices.append(f"{problem} Here is the free lab.")
    asked = query.get("dataset", "")
    known = asked in catalog.datasets()
    step = _step(query.get("step", ""), chosen)
    opening = chosen.stage(step).scene if chosen else {"dataset": asked if known else dataset}
    state = State.of(opening)
    shown, unknown = _figures(query.get("figures", ""))
    beside, unfit = _beside(shown, chosen, asked if known else state.dataset)
    if asked == catalog.OWN and not chosen:
        beside, unfit = (), ""  # the browser alone knows what they can show
    view = View(
        lesson=chosen,
        step=step,
        figures=shown or None,
        beside=beside,
        datasets=(asked,) if known else (),
        links={LAB_PAGE: "?", **{number: f"?lesson={number}" for number in lessons()}},
        hidden=_known(query.get("hide", "")),
        # what older addresses lock is the setting: there is nothing to fix in a figure
        locked=tuple(map(current, _known(query.get("lock", "")))),
        theme=theme if (theme := query.get("theme", "")) in THEMES else "auto",
        embed=query.get("embed", "").lower() in YES,
        notice=" ".join(filter(None, (*notices, unknown, unfit))),
    )
    return view, state


def _step(text: str, chosen: Lesson | None) -> int:
    """The step of an address; the first where there is none such, which the browser says."""
    last = len(chosen.steps) + 1 if chosen else 1
    return int(text) if re.fullmatch(r"[1-9]\d?", text) and int(text) <= last else 1


def _figures(text: str) -> tuple[tuple[str, ...], str]:
    """The figures and cards of an address that there are, and a sentence about the first other."""
    names, known = _listed(text), exhibits()
    wrong = next((name for name in names if name not in known), None)
    sentence = PROBLEMS["figures"].format(got=wrong, known=", ".join(known)) if wrong else ""
    return tuple(name for name in names if name in known), sentence


def _beside(
    asked: tuple[str, ...], chosen: Lesson | None, dataset: str
) -> tuple[tuple[str, ...], str]:
    """What a page shows beside figures of which none can show the data set, and a sentence."""
    known, data = exhibits(), catalog.dataset(dataset)
    if not asked or any(known[name].fits(data) for name in asked):
        return (), ""
    names = ", ".join(known[name].title for name in known if name in asked)
    sentence = PROBLEMS["unfit"].format(figures=names, dataset=data.title)
    return tuple(n for n in View(lesson=chosen).shown if known[n].fits(data)), sentence


def scene_of(query: Mapping[str, str], opening: State) -> State:
    """The scene of an address; it is whole where a data set is named, else it changes the opening.

    Raises
    ------
    SceneError
        If a setting does not fit; the page itself makes addresses that do.
    """
    values: dict[str, object] = {name: text for name, text in query.items() if name not in VIEW}
    if values.get("dataset") == catalog.OWN:
        return opening  # the browser puts its data and their scene into the file
    return State.of(values if "dataset" in values else {**opening.scene, **values})


def _known(names: str) -> tuple[str, ...]:
    return tuple(name for name in _listed(names) if name in known_parts())


def _listed(names: str) -> tuple[str, ...]:
    """Names with a comma between, as in an address."""
    return tuple(name.strip() for name in names.split(",") if name.strip())
