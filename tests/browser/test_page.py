"""The page itself: access, colours, small screens, privacy, notices."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from browser.conftest import Open
from browser.lab import Lab
from logreg_app.figures import figures
from logreg_app.palette import DARK, LIGHT

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DIM = {"color_scheme": "dark"}
ALL = f"figures={','.join((*figures(), 'by-hand', 'table', 'counts'))}"
LOANS = "dataset=loans"
VIEWS = {
    "phone": (LOANS, "", PHONE, "light"),
    "everything": (LOANS, ALL, {}, "light"),
    "everything-dark": (LOANS, ALL, {}, "dark"),
    "two-features": ("dataset=two-clouds&interaction=1", "", PHONE, "dark"),
    "embed": (LOANS, "embed=1&theme=dark&lock=w0,steps&hide=title", {}, "light"),
}
SIGMOID = "figures=sigmoid"
PALETTES = {"light": LIGHT, "dark": DARK}
LESSONS = {"01": {}, "04": DIM, "08": PHONE}

# This moves a weight as soon as the page's script is through, before the plots are made.
MOVE_AT_ONCE = """Object.defineProperty(window, "explorable", { configurable: true, set(value) {
  Object.defineProperty(window, "explorable", { value });
  setTimeout(() => value.show({ w1: "-0.08" }));
} });"""


def violations(lab: Lab) -> list[tuple[str, list[str]]]:
    found = Axe().run(lab.page).response["violations"]
    return [(v["id"], [n["html"] for n in v["nodes"]]) for v in found]


@pytest.mark.parametrize("view", VIEWS)
def test_no_rule_of_access_is_broken(shared: Open, view: str) -> None:
    scene, parts, context, scheme = VIEWS[view]
    lab = shared(scene, parts, **context)
    lab.page.emulate_media(color_scheme=scheme)
    lab.type("w1", "abc")  # The complaint is part of the page.
    lab.page.click(".readouts [data-explains=gradient]")
    lab.page.click("[aria-controls=explains-table]")
    lab.page.wait_for_selector("#explanation math")
    assert violations(lab) == []


@pytest.mark.parametrize("number", LESSONS)
def test_no_rule_of_access_is_broken_in_a_lesson(open_lab: Open, number: str) -> None:
    lab = open_lab(f"?lesson={number}", **LESSONS[number])
    assert lab.page.locator("body.lesson article").count() == 1
    assert violations(lab) == []


def test_nothing_is_loaded_from_a_third_party(shared: Open, base_url: str) -> None:
    lab = shared()
    lab.drag("w0", 10)
    hosts = {urlsplit(url).netloc for url in lab.requests if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(base_url).netloc}


def test_what_moves_while_the_plots_are_made_is_drawn(
    browser: Browser, exported: Callable[..., Path]
) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_init_script(MOVE_AT_ONCE)
    lab = Lab(page, exported().as_uri())
    assert lab.value("w1") == -0.08
    assert lab.source("samples")["p"] == lab.table("samples")["p"]
    context.close()


def test_controls_have_names_and_the_status_speaks(shared: Open) -> None:
    lab = shared(view=SIGMOID)
    sliders = lab.page.get_by_role("slider")
    assert sliders.count() == 3
    assert lab.page.get_by_role("slider", name="Intercept w₀", exact=True).count() == 1
    assert lab.page.get_by_role("slider", name="Coefficient w₁", exact=True).count() == 1
    assert lab.page.get_by_role("slider", name="Decision threshold t", exact=True).count() == 1
    assert lab.page.get_by_role("spinbutton").count() == 3
    lab.press("w0", "PageUp")
    assert lab.text("#status").startswith("w₀ = 8.32, w₁ = −0.094, t = 0.5:")
    assert lab.page.locator("#status[role=status]").count() == 1


@pytest.mark.parametrize("name", ["learning_rate", "l1", "cost_fp", "w0", "threshold"])
def test_a_slider_says_its_value_in_numbers(shared: Open, name: str) -> None:
    lab = shared(view=ALL)
    lab.press(name, "ArrowRight")
    assert lab.slider(name).get_attribute("aria-valuetext") == lab.box(name).input_value()


@pytest.mark.parametrize(("scheme", "palette"), PALETTES.items(), ids=PALETTES)
def test_plots_and_page_take_the_systems_colours(
    shared: Open, scheme: str, palette: dict[str, str]
) -> None:
    lab = shared(view=SIGMOID)
    has_curve = """(ink) => Bokeh.documents.flatMap((doc) => [...doc.all_models])
      .filter((m) => m.type === "Line")
      .some((m) => (m.line_color.value ?? m.line_color) === ink)"""
    # The other scheme comes first, so that this one has to take its place.
    for each, colours in sorted(PALETTES.items(), key=lambda item: item[0] == scheme):
        lab.page.emulate_media(color_scheme=each)
        lab.page.wait_for_function(has_curve, arg=colours["ink"])
    background = (
        "() => getComputedStyle(document.documentElement).getPropertyValue('--page').trim()"
    )
    assert lab.page.evaluate(background) == palette["page"]


@pytest.mark.parametrize(
    ("dataset", "view"),
    [("loans", ""), ("loans", ALL), ("churn", ALL)],
    ids=["lab", "all", "churn"],
)
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_never_scrolls_sideways(shared: Open, width: int, dataset: str, view: str) -> None:
    lab = shared(f"dataset={dataset}", view, size={"width": width, "height": 740})
    lab.type("w1", "0.5")  # This makes wide numbers.
    overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert lab.page.evaluate(overflow) <= 0


@pytest.mark.parametrize("width", [360, 1280])
def test_the_label_of_the_threshold_has_one_line(shared: Open, width: int) -> None:
    lab = shared(size={"width": width, "height": 800})
    height = """() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector("label[for=threshold]"));
      return range.getBoundingClientRect().height;
    }"""
    assert lab.page.evaluate(height) < 24  # two lines would be 37 pixels high


def test_a_phone_keeps_the_sliders_in_sight(shared: Open) -> None:
    lab = shared(**PHONE)
    lab.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    places = [lab.slider(c).bounding_box() for c in ("w0", "w1", "threshold")]
    assert [0 <= p["y"] <= 740 - p["height"] for p in places if p] == [True, True, True]
    assert lab.page.locator("#samples tbody tr").last.bounding_box()["y"] < places[0]["y"]


def test_a_finger_on_a_plot_scrolls_the_page(shared: Open) -> None:
    lab = shared(**PHONE)
    box = lab.page.locator(".figure-sigmoid .plot").bounding_box()
    assert box is not None
    y = box["y"] + 30  # below it stand the sliders
    lab.swipe((180, y), (0, -220))
    lab.page.wait_for_function("() => scrollY > 100")


def test_formulas_are_mathml(shared: Open) -> None:
    lab = shared()
    assert lab.page.locator("#formula math").count() == 1
    assert lab.page.locator("#formula").text_content() == "p=σ\u2061(8.12−0.094x)"
    assert lab.page.locator("#by-hand math").count() == 7


@pytest.mark.parametrize(
    ("number", "formula"),
    [
        ("mean-loss", "1.364912+0.368011+0.103106)/6=0.310898"),
        ("accuracy", "3+2=5"),
        ("boundary", "0.000000−8.12−0.094=86.382979"),
        ("odds-ratio", "ew1=e−0.094=0.910283"),
        ("gradient", "10.776568)/6=15.783327"),
    ],
)
def test_a_number_opens_to_its_formula_with_the_numbers_filled_in(
    shared: Open, number: str, formula: str
) -> None:
    lab = shared()
    button = lab.page.locator(f".readouts [data-explains={number}]")
    button.click()
    assert button.get_attribute("aria-expanded") == "true"
    shown = lab.page.locator("#explanation")
    assert formula in str(shown.text_content())
    assert lab.text(f"#{number}").split(" ")[0].strip("(),") in str(shown.text_content())
    button.click()
    assert not shown.is_visible()


def test_an_open_formula_follows_the_hand(shared: Open) -> None:
    lab = shared()
    lab.page.click(".readouts [data-explains=mean-loss]")
    lab.drag("w0", -20)
    losses = "+".join(f"{loss:.6f}" for loss in lab.frame().samples["loss"])
    assert f"({losses})/6={lab.text('#mean-loss')}" in str(
        lab.page.locator("#explanation").text_content()
    )
