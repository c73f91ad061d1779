"""The page itself: access, colours, small screens, privacy, notices."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.lab import Lab

from logreg_app.palette import DARK, LIGHT

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
VIEWS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": PHONE,
    "phone-dark": {**PHONE, "color_scheme": "dark"},
}


@pytest.mark.parametrize("view", VIEWS)
def test_no_rule_of_access_is_broken(open_lab: Callable[..., Lab], view: str) -> None:
    lab = open_lab(**VIEWS[view])
    lab.type("w0", "abc")  # the complaint is part of the page
    found = Axe().run(lab.page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []


def test_nothing_is_loaded_from_a_third_party(lab: Lab, base_url: str) -> None:
    lab.drag("w0", 10)
    hosts = {urlsplit(url).netloc for url in lab.requests if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(base_url).netloc}


def test_controls_have_names_and_the_status_speaks(lab: Lab) -> None:
    sliders = lab.page.get_by_role("slider")
    assert sliders.count() == 3
    assert lab.page.get_by_role("slider", name="Intercept w₀", exact=True).count() == 1
    assert lab.page.get_by_role("slider", name="Coefficient w₁", exact=True).count() == 1
    assert lab.page.get_by_role("slider", name="Decision threshold t", exact=True).count() == 1
    assert lab.page.get_by_role("spinbutton").count() == 3
    lab.press("w0", "PageUp")
    assert (
        lab.page.get_by_role("status").inner_text().startswith("w₀ = 8.32, w₁ = −0.094, t = 0.5:")
    )


@pytest.mark.parametrize(("scheme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_plots_and_page_take_the_systems_colours(
    open_lab: Callable[..., Lab], scheme: str, palette: dict[str, str]
) -> None:
    lab = open_lab(color_scheme="light")
    lab.page.emulate_media(color_scheme=scheme)
    lab.page.wait_for_timeout(300)
    curve = """() => [...Bokeh.documents[0].all_models]
      .filter((m) => m.type === "Line").map((m) => m.line_color.value ?? m.line_color)"""
    assert set(lab.page.evaluate(curve)) == {palette["ink"]}
    background = (
        "() => getComputedStyle(document.documentElement).getPropertyValue('--page').trim()"
    )
    assert lab.page.evaluate(background) == palette["page"]


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_never_scrolls_sideways(open_lab: Callable[..., Lab], width: int) -> None:
    lab = open_lab(viewport={"width": width, "height": 740})
    lab.type("w1", "0.5")  # wide numbers
    overflow = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert lab.page.evaluate(overflow) <= 0


def test_a_phone_keeps_the_sliders_in_sight(open_lab: Callable[..., Lab]) -> None:
    lab = open_lab(**PHONE)
    lab.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    places = [lab.slider(c).bounding_box() for c in ("w0", "w1", "threshold")]
    assert [0 <= p["y"] <= 740 - p["height"] for p in places if p] == [True, True, True]
    assert lab.page.locator("#samples tbody tr").last.bounding_box()["y"] < places[0]["y"]


def test_a_finger_on_a_plot_scrolls_the_page(open_lab: Callable[..., Lab]) -> None:
    lab = open_lab(**PHONE)
    client = lab.page.context.new_cdp_session(lab.page)
    touch = "Input.dispatchTouchEvent"
    client.send(touch, {"type": "touchStart", "touchPoints": [{"x": 180, "y": 420}]})
    for y in range(400, 200, -20):
        client.send(touch, {"type": "touchMove", "touchPoints": [{"x": 180, "y": y}]})
    client.send(touch, {"type": "touchEnd", "touchPoints": []})
    lab.page.wait_for_function("() => scrollY > 100")


def test_formulas_are_mathml(lab: Lab) -> None:
    assert lab.page.locator("#formula math").count() == 1
    assert lab.page.locator("#formula").text_content() == "p=σ\u2061(8.12−0.094x)"
    assert lab.page.locator("#by-hand math").count() == 6


@pytest.mark.parametrize("query", ["?dataset=nope", "?dataset=%3Cscript%3Ealert(1)%3C/script%3E"])
def test_an_unknown_data_set_is_said_and_the_page_opens(
    open_lab: Callable[..., Lab], query: str
) -> None:
    lab = open_lab(query)
    notice = lab.page.get_by_role("alert").filter(has_text="There is no data set")
    assert "Known: loans, " in notice.inner_text()
    assert notice.inner_text().endswith("The page shows loans.")
    assert lab.text("#mean-loss") == "0.310898"


def test_a_link_opens_its_data_set(open_lab: Callable[..., Lab]) -> None:
    lab = open_lab("?dataset=seven-points")
    assert lab.text("#mean-loss") == "0.299355"
