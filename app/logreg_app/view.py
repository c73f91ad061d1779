"""What a page shows of a scene, and how an address asks for it."""

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
    title : str, optional
        The lesson's, or the lab's, if not given.
    figures : sequence of str, optional
        Names of figures and cards; the lesson's, or the lab's, if not given.
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
    notice : str
        One sentence above everything else.
    """

    lesson: Lesson | None = None
    title: str = ""
    figures: Sequence[str] | None = None
    datasets: Sequence[str] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    hidden: Sequence[str] = ()
    locked: Sequence[str] = ()
    theme: str = "auto"
    embed: bool = False
    notice: str = ""

    @property
    def heading(self) -> str:
        """Title of the page."""
        return self.title or (self.lesson.title if self.lesson else TITLE)

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of figures and cards, in the order of the page."""
        asked = self.figures or ((*self.lesson.figures, *DRAWER) if self.lesson else LAB)
        return tuple(name for name in exhibits() if name in asked)

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
    shown = _listed(query.get("figures", ""))
    unknown = [name for name in shown if name not in exhibits()]
    if unknown:
        known = ", ".join(exhibits())
        notices.append(PROBLEMS["figures"].format(got=unknown[0], known=known))
    asked = query.get("dataset", "")
    view = View(
        lesson=chosen,
        figures=[name for name in shown if name not in unknown] or None,
        datasets=(asked,) if asked in catalog.datasets() else (),
        links={LAB_PAGE: "?", **{number: f"?lesson={number}" for number in lessons()}},
        hidden=_known(query.get("hide", "")),
        # what older addresses lock is the setting: there is nothing to fix in a figure
        locked=tuple(map(current, _known(query.get("lock", "")))),
        theme=theme if (theme := query.get("theme", "")) in THEMES else "auto",
        embed=query.get("embed", "").lower() in YES,
        notice=" ".join(notices),
    )
    opening = chosen.scene if chosen else {"dataset": asked if view.datasets else dataset}
    return view, State.of(opening)


def scene_of(query: Mapping[str, str], opening: State) -> State:
    """The scene of an address; it is whole where a data set is named, else it changes the opening.

    Raises
    ------
    SceneError
        If a setting does not fit; the page itself makes addresses that do.
    """
    values: dict[str, object] = {name: text for name, text in query.items() if name not in VIEW}
    return State.of(values if "dataset" in values else {**opening.scene, **values})


def _known(names: str) -> tuple[str, ...]:
    return tuple(name for name in _listed(names) if name in known_parts())


def _listed(names: str) -> tuple[str, ...]:
    """Names with a comma between, as in an address."""
    return tuple(name.strip() for name in names.split(",") if name.strip())
