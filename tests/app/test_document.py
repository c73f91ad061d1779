"""The page around a scene: what an address asks for, and the HTML that a browser needs for it."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from logreg_app import catalog, controls
from logreg_app import script as scripts
from logreg_app.cards import CARDS
from logreg_app.document import READOUTS, html, variables
from logreg_app.exhibits import exhibits
from logreg_app.figures import figures
from logreg_app.forms import DOTS
from logreg_app.lesson import lessons
from logreg_app.path import MOST_WORK
from logreg_app.plots import plots
from logreg_app.scene import read
from logreg_app.schema import schema
from logreg_app.state import SETTINGS, State
from logreg_app.view import (
    LAB,
    LAB_PAGE,
    PARTS,
    THEMES,
    TITLE,
    View,
    known_parts,
    scene_of,
    view_of,
)

NAMES = list(catalog.datasets())
FIGURES = figures()
KNOWN = tuple(exhibits())
LINKS = {LAB_PAGE: "?", **{number: f"?lesson={number}" for number in lessons()}}
VISITED = View(links=LINKS)
HOSTILE = ["<script>alert(1)</script>", "<!--<script>", "</script>", "]]>", "{{ 7*7 }}", "\"&'"]


class Page(HTMLParser):
    """Start tags of a page with their attributes, and text by the tag that it stands in."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append((self.tags[-1][0] if self.tags else "", data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    def text(self, tag: str) -> list[str]:
        return [text for name, text in self.texts if name == tag and text.strip()]

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


def made(state: State | None = None, view: View | None = None) -> str:
    return html(state or State(), view or View(), bokeh="")


def data_of(text: str) -> dict:
    """What the page's script reads, cut out as a browser does: up to the first end of a script."""
    [raw] = re.findall(r'<script type="application/json" id="page"[^>]*>(.*?)</script', text, re.S)
    return json.loads(raw)


@pytest.fixture(scope="module")
def lab() -> str:
    return made()


@pytest.fixture(params=lessons().values(), ids=lessons())
def lesson(request: pytest.FixtureRequest):
    return request.param


# ---- what an address asks for --------------------------------------------------------------------


def test_an_address_without_a_wish_opens_the_lab():
    view, state = view_of({}, "loans")
    assert view == VISITED
    assert state.scene == {"dataset": "loans"}


@pytest.mark.parametrize("name", NAMES)
def test_an_address_opens_a_data_set(name: str):
    view, state = view_of({"dataset": name}, "loans")
    assert (state.scene, view.notice) == ({"dataset": name}, "")
    assert view.carried(state) == (name,)


@pytest.mark.parametrize("name", NAMES)
def test_the_servers_own_data_set_opens_without_one_in_the_address(name: str):
    assert view_of({}, name)[1].scene == {"dataset": name}


@pytest.mark.parametrize("query", [{"w1": "-0.0915", "steps": "3"}, {"moved": "4:x"}, {"nope": ""}])
def test_the_rest_of_the_scene_is_left_to_the_browser(query: dict[str, str]):
    view, state = view_of(query, "loans")
    assert (view, state.scene) == (VISITED, {"dataset": "loans"})


@pytest.mark.parametrize("asked", ["nope", "", "LOANS", "../loans"])
def test_an_unknown_data_set_is_left_to_the_browser_too(asked: str):
    view, state = view_of({"dataset": asked}, "exam")
    assert (view, state.scene) == (VISITED, {"dataset": "exam"})


def test_own_data_open_the_usual_ones_without_a_word():
    view, state = view_of({"dataset": "own", "figures": "plane"}, "loans")
    assert (view.shown, view.notice, state.scene) == (("plane",), "", {"dataset": "loans"})


def test_an_address_opens_a_lesson(lesson):
    view, state = view_of({"lesson": lesson.number}, "loans")
    assert (view.lesson, view.notice) == (lesson, "")
    assert view.heading == lesson.title
    assert set(view.shown) == {*lesson.figures, "by-hand", "table"}  # which the drawer has
    assert view.controls == tuple(lesson.controls)
    assert State.of(lesson.scene).scene == state.scene


def test_a_data_set_beside_a_lesson_comes_along(lesson):
    view, state = view_of({"lesson": lesson.number, "dataset": "rare"}, "loans")
    assert state.dataset == lesson.scene["dataset"]
    assert view.carried(state)[0] == state.dataset
    assert set(view.carried(state)) == {*lesson.datasets, "rare"}


@pytest.mark.parametrize("asked", ["nope", "", "1", "99", *HOSTILE])
def test_an_unknown_lesson_gives_the_lab_and_says_so(asked: str):
    view, state = view_of({"lesson": asked}, "loans")
    known = ", ".join(lessons())
    assert view.notice == f"There is no lesson “{asked}”. Known: {known}. Here is the free lab."
    assert (view.lesson, view.shown) == (None, View().shown)
    assert state.scene == {"dataset": "loans"}


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("sigmoid", ("sigmoid",)),
        ("table,loss,sigmoid,loss", ("sigmoid", "loss", "table")),
        ("", View().shown),
        (",,", View().shown),
    ],
)
def test_an_address_chooses_figures_and_the_page_their_order(asked: str, shown: tuple[str, ...]):
    view, _ = view_of({"figures": asked}, "loans")
    assert (view.shown, view.notice) == (shown, "")


@pytest.mark.parametrize(
    ("asked", "named", "shown"),
    [
        ("nope", "nope", View().shown),
        ("loss,nope,sigmoid", "nope", ("sigmoid", "loss")),
        ("one,two", "one", View().shown),
        ("x" * 99, "x" * 40, View().shown),
    ],
)
def test_an_unknown_figure_is_left_out_and_named(asked: str, named: str, shown: tuple[str, ...]):
    view, _ = view_of({"figures": asked}, "loans")
    assert view.notice == f"There is no figure “{named}”. Known: {', '.join(KNOWN)}."
    assert view.shown == shown


@pytest.mark.parametrize(
    ("query", "titles", "data"),
    [
        ({"figures": "plane"}, "Decision boundary in the plane", "loans"),
        ({"figures": "boundary,sigmoid", "dataset": "churn"}, "Probability, Decision", "churn"),
        ({"figures": "gradient", "dataset": "rare"}, "Tug of war", "rare"),
        ({"figures": "plane", "lesson": "03"}, "Decision boundary in the plane", "loans"),
    ],
)
def test_figures_that_all_drop_out_are_named_and_others_stand_below(
    query: dict[str, str], titles: str, data: str
):
    view, _ = view_of(query, "loans")
    asked = tuple(query["figures"].split(","))
    usual = View(lesson=view.lesson).shown
    fitting = {name for name in usual if exhibits()[name].fits(catalog.dataset(data))}
    assert view.notice.startswith(
        f"No figure that was asked for can show “{title(data)}”: {titles}"
    )
    assert set(view.shown) == {*asked, *fitting} > {*asked}
    assert view.asked == asked


def title(data: str) -> str:
    return catalog.dataset(data).title


def test_one_figure_that_fits_is_enough():
    view, _ = view_of({"figures": "plane,sigmoid"}, "loans")
    assert (view.shown, view.notice) == (("sigmoid", "plane"), "")


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ({}, ()),
        ({"figures": "nope"}, ()),
        ({"figures": "table,loss"}, ("table", "loss")),
        ({"lesson": "02"}, lessons()["02"].figures),
        ({"lesson": "02", "figures": "loss"}, ("loss",)),
    ],
)
def test_the_page_knows_which_figures_were_asked_for(query: dict[str, str], asked: tuple[str, ...]):
    view, _ = view_of(query, "loans")
    assert view.asked == asked


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"hide": "title,table"}, {"hidden": ("title", "table")}),
        ({"lock": "w,dataset"}, {"locked": ("w", "dataset")}),
        ({"hide": "loss", "lock": "loss"}, {"hidden": ("loss",), "locked": ("loss_function",)}),
        ({"hide": "nope,title,,<b>", "lock": "nope"}, {"hidden": ("title",)}),
        ({"theme": "dark"}, {"theme": "dark"}),
        ({"theme": "nope"}, {}),
        *[({"embed": text}, {"embed": True}) for text in ("1", "true", "YES")],
        *[({"embed": text}, {}) for text in ("0", "", "nope")],
    ],
    ids=str,
)
def test_an_address_shapes_the_page(query: dict[str, str], shown: dict):
    view, _ = view_of(query, "loans")
    assert view == replace(VISITED, **shown)


# ---- the scene of an address ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "scene"),
    [
        ({}, {"dataset": "exam", "w0": 1.0}),
        ({"w1": "2"}, {"dataset": "exam", "w0": 1.0, "w1": 2.0}),
        ({"dataset": "loans", "w1": "2"}, {"dataset": "loans", "w1": 2.0}),
        ({"theme": "dark", "hide": "title"}, {"dataset": "exam", "w0": 1.0}),
    ],
    ids=str,
)
def test_an_address_changes_the_opening_or_names_a_data_set(query: dict, scene: dict):
    assert scene_of(query, State.of({"dataset": "exam", "w0": 1})).scene == scene


# ---- a view --------------------------------------------------------------------------------------


def test_the_lab_shows_known_figures_and_cards():
    assert View().heading == TITLE
    assert sorted(View().shown) == sorted(LAB)
    assert set(LAB) <= set(KNOWN)


def test_the_lab_offers_its_own_controls_and_the_figures_name_theirs():
    data = data_of(made())
    assert data["view"]["controls"] == ["dataset", "w", "threshold", "reset", "fit"]
    assert {row["name"]: tuple(row["controls"]) for row in data["catalogue"]} == {
        n: each.controls for n, each in exhibits().items() if n != "plane"
    }


@pytest.mark.parametrize(
    ("view", "server", "names"),
    [
        (View(), True, KNOWN),
        (View(figures=("loss",)), True, KNOWN),
        (View(), False, KNOWN),
        (View(figures=("loss",)), False, ("loss",)),
    ],
    ids=["served", "served for some", "file", "file of some"],
)
def test_the_reader_of_the_lab_has_every_figure_at_hand(view: View, *, server: bool, names: tuple):
    assert view.at_hand(server=server) == tuple(names)


def test_a_first_visit_is_led_to_the_first_lesson():
    first = next(iter(lessons().values()))
    text = made(view=View(links={first.number: "first.html"}))
    [link] = [a for a in Page(text).all("a") if a.get("class") == "begin"]
    assert link["href"] == "first.html"
    assert f"Begin with lesson {first.number}" in text


def test_a_title_goes_before_the_lessons(lesson):
    assert View(lesson=lesson, title="Mine").heading == "Mine"


def test_everything_that_can_be_shown_or_set_can_be_hidden():
    assert len(known_parts()) == len(set(known_parts()))
    assert {*KNOWN, *PARTS, *SETTINGS, "w", "x"} - {"moved", "sample"} == set(known_parts())


# ---- the HTML ------------------------------------------------------------------------------------


def test_the_page_says_its_language_and_fits_a_phone(lab: str):
    page = Page(lab)
    assert page.all("html") == [{"lang": "en", "data-theme": "auto"}]
    [viewport] = [m["content"] for m in page.all("meta") if m.get("name") == "viewport"]
    assert "width=device-width" in viewport
    assert not re.search("user-scalable|maximum-scale", viewport)


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_has_the_views_theme(theme: str):
    text = made(view=View(theme=theme))
    assert Page(text).all("html") == [{"lang": "en", "data-theme": theme}]
    assert data_of(text)["view"]["theme"] == theme


def test_the_page_has_one_heading_and_title(lab: str):
    page = Page(lab)
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert page.text("h1") == page.text("title") == [TITLE]


def test_no_id_occurs_twice(lesson):
    ids = Page(made(State.of(lesson.scene), View(lesson=lesson))).ids()
    assert sorted(ids) == sorted(set(ids))


def test_no_id_occurs_twice_where_all_is_shown():
    ids = Page(made(view=View(figures=KNOWN))).ids()
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_stands_under_its_words(name: str):
    module = FIGURES[name]
    text = made(State("two-clouds" if name == "plane" else "loans"), View(figures=(name,)))
    assert f"<h2>{module.TITLE}</h2>" in text
    assert module.ALT in [each.get("aria-label") for each in Page(text).all("div")]
    assert f"plot-{name}" in Page(text).ids()
    assert list(data_of(text)["plots"]["roots"]) == [name]


@pytest.mark.parametrize("datasets", [(), ("exam",), ("two-clouds",), ("churn",)])
def test_a_file_has_the_figures_that_its_data_sets_can_show(datasets: tuple[str, ...]):
    names = tuple(FIGURES)
    roots = data_of(made(view=View(figures=names, datasets=datasets)))["plots"]["roots"]
    assert list(roots) == [n for n in names if n != "plane" or "two-clouds" in datasets]


@pytest.mark.parametrize("card", CARDS)
def test_a_card_stands_under_its_words(card: str):
    text = made(view=View(figures=(card,)))
    assert re.search(rf"<h2[^>]*>{CARDS[card].title}</h2>", text)
    assert data_of(text)["plots"]["roots"] == {}


@pytest.mark.parametrize("name", READOUTS)
def test_a_number_of_the_page_has_a_place_and_an_explanation(lab: str, name: str):
    page = Page(lab)
    assert name in page.ids()
    explains = [b["aria-controls"] for b in page.all("button") if b.get("data-explains") == name]
    assert "explanation" in explains
    assert set(explains) <= set(page.ids())


def test_what_has_formulas_opens_them_in_its_own_card(lab: str):
    page = Page(lab)
    opens = {
        b["aria-controls"]: b["data-explains"] for b in page.all("button") if "data-explains" in b
    }
    for name in (name for name in LAB if name != "plane"):
        formulas = exhibits()[name].formulas
        assert opens.get(f"explains-{name}", "") == " ".join(formulas)
        assert (f"explains-{name}" in page.ids()) == bool(formulas)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_that_can_be_hidden_is_marked(lab: str, part: str):
    assert part in [attributes.get("data-part") for _, attributes in Page(lab).tags]


def test_the_page_loads_nothing(lab: str):
    page = Page(lab)
    keys = ("src", "srcset", "action", "data")
    assert [a[k] for _, a in page.tags for k in keys if a.get(k)] == []
    assert [a["href"] for a in page.all("link") if not a["href"].startswith("data:")] == []
    [style] = re.findall(r"<style>(.*?)</style>", lab, re.S)
    assert re.findall(r"@import|url\(", style) == []


def test_the_page_carries_its_script_whole(lab: str):
    assert scripts.script(scripts.LAB) in lab


@pytest.mark.parametrize("entry", [scripts.LAB, scripts.LESSON])
def test_the_script_cannot_end_the_element_that_it_stands_in(entry: str):
    assert re.findall(r"</script|<!--", scripts.script(entry), re.I) == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_visitor_types_is_text_and_nothing_else(hostile: str):
    view, state = view_of({"lesson": hostile, "figures": hostile}, "loans")
    text = made(state, View(title=hostile, notice=view.notice, figures=view.figures))
    assert data_of(text)["view"]["notice"] == view.notice
    assert Page(text).text("title") == [hostile]
    assert len(Page(text).all("script")) == 2


# a browser that reads <!-- and <script in a script looks for two ends of it
@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_markup_stands_raw_in_the_pages_data(hostile: str):
    text = made(view=View(notice=hostile))
    [raw] = re.findall(r'id="page"[^>]*>(.*?)</script>\n\n<script>', text, re.S)
    assert re.findall(r"<!--|<script|</script", raw, re.I) == []
    assert json.loads(raw)["view"]["notice"] == hostile


# ---- the data in the page ------------------------------------------------------------------------


def test_the_page_has_all_that_its_script_needs():
    data = data_of(made())  # just made, as plots are kept for the last pages only
    assert data["server"] is False
    assert data["blocks"] == [json.loads(json.dumps(controls.block("loans")))]
    fitting = tuple(n for n in FIGURES if n != "plane")
    assert data["plots"] == json.loads(json.dumps(plots(fitting)))
    assert data["schema"] == json.loads(json.dumps(schema()))
    assert [row["name"] for row in data["catalogue"]] == [n for n in KNOWN if n != "plane"]
    assert data["share"]["shown"] == [n for n in KNOWN if n in LAB and n != "plane"]
    assert data["limits"] == {"dots": DOTS, "work": MOST_WORK}
    assert data["lesson"] is None


@pytest.mark.parametrize(
    "scene",
    [
        {},
        {"w1": -0.0915, "steps": 3, "standardise": True},
        {"dataset": "xor", "interaction": True, "moved": {1: (2.0, 0.5)}, "unit": "bits"},
    ],
    ids=str,
)
def test_the_scene_in_the_page_opens_the_same_state(scene: dict):
    state = State.of(scene)
    written = data_of(made(state))["scene"]
    assert {n: read(State.param[n], text) for n, text in written.items()} == state.scene


def test_the_view_in_the_page_is_the_views():
    view = View(hidden=("title",), locked=("w",), theme="dark", embed=True, notice="A word.")
    assert data_of(made(view=view))["view"] == {
        "asked": [],
        "controls": list(view.controls),
        "hidden": ["title"],
        "locked": ["w"],
        "theme": "dark",
        "embed": True,
        "notice": "A word.",
    }


def test_the_page_lists_the_data_sets_that_it_can_open():
    view = View(datasets=("two-clouds",))
    assert data_of(made(view=view))["datasets"] == [
        {"title": title("loans"), "features": 1, "samples": 6},
        {"title": title("two-clouds"), "features": 2, "samples": 120},
    ]
    served = json.loads(variables(State(), View(), bokeh="", server=True)["page"])
    assert [row["title"] for row in served["datasets"]] == [title(n) for n in catalog.datasets()]


def test_a_file_offers_the_data_sets_that_it_carries():
    text = made(view=View(datasets=("exam", "loans", "exam")))
    assert [block["name"] for block in data_of(text)["blocks"]] == ["loans", "exam"]
    assert [o["value"] for o in Page(text).all("option")] == ["loans", "exam"]


def test_a_lesson_has_its_steps_its_questions_and_its_neighbours(lesson):
    text = made(State.of(lesson.scene), View(lesson=lesson, links=LINKS))
    data, page = data_of(text), Page(text)
    asked = [each.question.id if each.question else None for each in lesson.steps]
    told = [each["question"] and each["question"]["id"] for each in data["lesson"]["steps"]]
    assert told == asked
    sections = [s["id"] for s in page.all("section") if s.get("class") == "step"]
    assert sections == [f"step-{each.number}" for each in lesson.steps]
    assert [each.title in text for each in lesson.steps] == [True] * len(lesson.steps)
    numbers = list(lessons())
    at = numbers.index(lesson.number)
    turns = {a["rel"]: a["href"] for a in page.all("a") if a.get("rel")}
    expected = {"prev": numbers[at - 1 : at], "next": numbers[at + 1 : at + 2]}
    assert turns == {rel: f"?lesson={n[0]}" for rel, n in expected.items() if n}


@pytest.mark.parametrize("number", lessons())
def test_every_lesson_stands_in_the_contents(number: str):
    links = Page(made(view=VISITED)).all("a")
    hrefs = [a.get("href") for a in links if a.get("class") != "begin"]
    assert hrefs.count(f"?lesson={number}") == 1


def test_a_page_that_is_the_only_one_leads_to_no_other(lesson):
    text = made(State.of(lesson.scene), View(lesson=lesson))
    links = [a for a in Page(text).all("a") if a.get("rel") or a.get("class") == "lesson-link"]
    assert links == []
    assert 'aria-label="Lessons"' not in text
