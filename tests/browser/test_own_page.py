"""A reader's own data: brought, edited and moved with real files, mouse, finger and keys."""

import re
import struct
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.conftest import Open
from browser.lab import PLACE, Lab
from logreg_app import catalog
from logreg_core.parse import parse_csv

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
ROWS = "hours,sleep,passed\n1,7,no\n2,5,yes\n3,8,no\n4,6,yes\n5,7,yes\n"
# This lets the dialog begin with what the page shows, as it does on a page that was just opened.
BEGIN = """() => {
  const buttons = [...document.querySelectorAll("#own button")];
  document.getElementById("own-open").click();
  buttons.find((each) => each.textContent === "Data of this page").click();
  document.getElementById("own-view-table").click();
  document.getElementById("own").close();
}"""
DROP = """async ([name, text]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name));
  for (const type of ["dragover", "drop"])
    document.querySelector(".figures").dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def on_page(shared: Open) -> Open:
    """Open a scene on a page that stands already, with nothing in the dialog."""

    def show(scene: str = "dataset=loans", view: str = "", **context: Any) -> Lab:
        lab = shared(scene, view, **context)
        lab.page.evaluate(BEGIN)
        return lab

    return show


def file(text: str, name: str = "marks.csv") -> dict:
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def bring(lab: Lab, text: str) -> None:
    """Choose a file in the dialog."""
    lab.click("own-open")
    lab.page.set_input_files("#own-file", file(text))


def own(lab: Lab) -> dict | None:
    """The reader's own data that stand on the page."""
    return lab.page.evaluate("() => explorable.now().scene.own")


def at(lab: Lab, figure: str, x: float, y: float) -> tuple[float, float]:
    return tuple(lab.page.evaluate(PLACE, [figure, x, y]))


def pull(lab: Lab, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Drag with the mouse."""
    lab.page.mouse.move(*start)
    lab.page.mouse.down()
    lab.page.mouse.move(*end, steps=6)
    lab.page.mouse.up()
    lab.rest()


# ---- bringing rows -------------------------------------------------------------------------------


def test_a_file_is_mapped_and_shown(on_page: Open) -> None:
    lab = on_page()
    bring(lab, ROWS)
    expect(lab.page.locator("#own-count")).to_have_text("5 rows: 3 with y = 1, 2 with y = 0.")
    expect(lab.page.locator("#own-said")).to_have_text(
        "passed = yes is y = 1, passed = no is y = 0."
    )
    lab.page.get_by_label("passed = no").check()
    expect(lab.page.locator("#own-count")).to_have_text("5 rows: 2 with y = 1, 3 with y = 0.")
    lab.page.get_by_label("sleep", exact=True).uncheck()
    lab.click("own-show")
    expect(lab.page.locator("#own")).to_be_hidden()
    found = own(lab)
    assert (found["x"], found["y"]) == ([[1, 2, 3, 4, 5]], [1, 0, 1, 0, 0])
    assert (found["title"], found["positive"]) == ("marks", "passed = no")
    assert lab.page.evaluate("() => location.hash").startswith("#data=")
    expect(lab.page.locator("#dataset")).to_have_value("own")


def test_the_menu_leads_to_the_dialog_and_an_example(on_page: Open) -> None:
    lab = on_page()
    lab.page.select_option("#dataset", label="Your own data …")
    expect(lab.page.locator("#own")).to_be_visible()
    expect(lab.page.locator("#dataset")).to_have_value("loans")
    lab.page.get_by_role("button", name="An example").click()
    lab.click("own-show")
    assert own(lab)["title"] == "Hours of practice"


def test_a_file_can_be_dropped_anywhere(on_page: Open) -> None:
    lab = on_page()
    lab.page.evaluate(DROP, ["marks.csv", ROWS])
    expect(lab.page.locator("#own-title-of")).to_have_value("marks")
    expect(lab.page.locator("#own-count")).to_have_text("5 rows: 3 with y = 1, 2 with y = 0.")


def test_a_file_that_is_too_large_changes_nothing(on_page: Open) -> None:
    lab = on_page()
    bring(lab, ROWS)
    lab.page.set_input_files("#own-file", file("x,y\n" + "1,0\n" * 530_000, "big.csv"))
    said = lab.page.locator("#own-rows-problem")
    expect(said).to_contain_text("big.csv: The file has 2,120,004 bytes; the limit is 2,097,152")
    expect(lab.page.get_by_label("hours, line 2")).to_have_value("1")


def test_what_is_typed_stays_and_is_refused_in_the_words_of_the_parser(on_page: Open) -> None:
    lab = on_page()
    before = lab.scene()
    lab.click("own-open")
    lab.page.get_by_role("button", name="Paste rows").click()
    lab.page.keyboard.insert_text("hours,passed\n1,no\ntwo,yes\n3,yes\n")
    lab.click("own-show")
    text = lab.page.locator("#own-text")
    expect(text).to_be_focused()
    expect(text).to_have_attribute("aria-invalid", "true")
    problem = lab.page.locator("#own-rows-problem")
    expect(problem).to_contain_text('Line 3: "two" in column "hours" is not a number')
    assert "own-rows-problem" in text.get_attribute("aria-describedby")
    lab.page.keyboard.press("Escape")
    assert lab.scene() == before
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    lab.click("own-open")
    expect(lab.page.locator("tr.wrong th")).to_have_text("3")
    lab.click("own-show")
    expect(lab.page.get_by_label("hours, line 3")).to_be_focused()
    lab.page.keyboard.type("2")
    lab.click("own-show")
    assert own(lab)["x"] == [[1, 2, 3]]


def test_the_table_is_edited_by_keys_and_the_weights_stay(on_page: Open) -> None:
    lab = on_page("dataset=loans&w0=1")
    lab.page.focus("#own-open")
    lab.page.keyboard.press("Enter")
    lab.page.get_by_label("income, line 7").fill("28")
    lab.page.get_by_role("button", name="Remove line 12").press("Enter")
    lab.page.get_by_role("button", name="Add a row").press("Enter")
    lab.page.keyboard.type("99")
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.type("0")
    lab.page.locator("#own-show").press("Enter")
    lab.rest()
    assert own(lab)["x"] == [[28, 32, 45, 75, 95, 99]]
    assert (own(lab)["y"], lab.value("w0")) == ([1, 1, 1, 0, 0, 0], 1)
    expect(lab.page.locator("#own-open")).to_be_focused()


def test_a_large_file_shows_a_window_of_its_rows(on_page: Open) -> None:
    lab = on_page()
    bring(lab, "x,y\n" + "".join(f"{i},{i % 2}\n" for i in range(50_000)))
    rows = lab.page.locator("#own tbody tr")
    expect(rows).to_have_count(12)
    lab.page.get_by_role("button", name="Later rows").click()
    expect(rows.first.locator("input").first).to_have_value("12")
    expect(lab.page.locator(".own-foot [role=status]")).to_have_text("Rows 13 to 24 of 50,000")
    lab.click("own-show")
    assert lab.table("summary")["n"] == 50_000


@pytest.mark.parametrize(("scheme", "view"), [("light", {}), ("dark", PHONE)])
def test_dialog_and_mode_have_no_axe_violation_and_fit(
    on_page: Open, scheme: str, view: dict
) -> None:
    lab = on_page(**view)
    lab.page.emulate_media(color_scheme=scheme)
    lab.click("move")
    assert violations(lab, "#figure-sigmoid") == []
    bring(lab, ROWS.replace("4,6", "four,six"))
    expect(lab.page.locator("#own-rows-problem")).not_to_be_empty()
    assert violations(lab, "#own") == []
    lab.page.get_by_text("Text", exact=True).click()
    assert violations(lab, "#own") == []
    widths = lab.page.locator("#own").evaluate("(d) => [d.scrollWidth, d.clientWidth]")
    assert widths[0] <= widths[1]


def violations(lab: Lab, context: str) -> list:
    found = Axe().run(lab.page, context=context).response["violations"]
    return [(v["id"], [n["target"] for n in v["nodes"]]) for v in found]


def test_columns_that_are_not_shown_can_be_chosen_afterwards(on_page: Open) -> None:
    lab = on_page()
    bring(lab, ROWS)
    lab.page.get_by_label("sleep", exact=True).uncheck()
    lab.click("own-show", "own-open")
    lab.page.get_by_label("sleep", exact=True).check()
    lab.click("own-show")
    assert own(lab)["x"] == [[1, 2, 3, 4, 5], [7, 5, 8, 6, 7]]
    lab.click("undo", "own-open")
    expect(lab.page.get_by_label("sleep", exact=True)).to_have_count(0)


def test_a_title_and_choices_outlive_the_dialog_and_a_reload(on_page: Open) -> None:
    lab = on_page()
    bring(lab, ROWS)
    lab.page.get_by_label("passed = no").check()
    lab.page.fill("#own-title-of", "Two nights ")
    lab.page.keyboard.press("Escape")
    lab.click("own-open")
    expect(lab.page.locator("#own-title-of")).to_have_value("Two nights ")
    lab.page.wait_for_function("() => JSON.stringify(sessionStorage).includes('Two nights')")
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    lab.click("own-open", "own-show")
    assert (own(lab)["title"], own(lab)["positive"]) == ("Two nights", "passed = no")
    assert "data=" in lab.page.evaluate("() => location.hash")


def test_a_title_of_shown_data_is_not_lost(on_page: Open) -> None:
    lab = on_page()
    lab.click("own-open")
    lab.page.locator("#own-title-of").press_sequentially("My ")
    lab.page.keyboard.press("Escape")
    lab.click("own-open")
    expect(lab.page.locator("#own-title-of")).to_have_value(re.compile("My "))


def test_the_opening_weights_of_own_data_stay_when_rows_are_edited(on_page: Open) -> None:
    lab = on_page()
    bring(lab, "# opening: 1 -2\nx,y\n1,0\n2,1\n3,0\n")
    lab.click("own-show", "own-open")
    lab.page.get_by_role("button", name="Data of this page").click()
    lab.page.get_by_label("x, line 6").fill("4")
    lab.click("own-show", "reset")
    assert (own(lab)["x"], lab.weights()) == ([[1, 2, 4]], [1, -2])


def test_data_that_open_meanwhile_are_not_replaced_by_those_of_the_menu(on_page: Open) -> None:
    lab = on_page()
    turn = lab.page.evaluate("() => explorable.turn()")
    # The server has to bring these data: no other test opens them on this page.
    lab.page.evaluate("""() => {
      const menu = document.getElementById("dataset");
      menu.value = "seven-points";
      menu.dispatchEvent(new Event("change", { bubbles: true }));
      explorable.own.show({ ...explorable.own.now(), title: "Mine" });
    }""")
    lab.page.wait_for_function(f"() => explorable.turn() > {turn} && explorable.answered()")
    lab.rest()
    assert lab.page.evaluate("() => explorable.now().block.title") == "Mine"
    expect(lab.page.locator("#dataset")).to_have_value("own")


def test_the_menu_goes_back_to_what_stands_when_it_opens_the_dialog(on_page: Open) -> None:
    lab = on_page()
    lab.choose("exam")
    lab.page.keyboard.press("Control+z")
    lab.rest()
    lab.page.evaluate("""() => {
      const menu = document.getElementById("dataset");
      menu.value = menu.querySelector("[data-opens]").value;
      menu.dispatchEvent(new Event("change", { bubbles: true }));
    }""")
    expect(lab.page.locator("#own")).to_be_visible()
    expect(lab.page.locator("#dataset")).to_have_value("loans")


# ---- moving samples ------------------------------------------------------------------------------


def test_the_mouse_moves_flips_and_adds_and_undo_leads_back(on_page: Open) -> None:
    lab = on_page()
    lab.click("move")
    loss = lab.text("#mean-loss")
    lab.page.mouse.click(*at(lab, "sigmoid", 95, 0))
    lab.rest()
    assert (own(lab), lab.scene()["sample"]) == (None, 5)
    assert "your own copy" not in lab.text(".moving")
    pull(lab, at(lab, "sigmoid", 75, 0), at(lab, "sigmoid", 60, 0.9))
    assert (own(lab)["x"], own(lab)["y"]) == ([[25, 32, 45, 60, 95, 110]], [1, 1, 1, 1, 0, 0])
    pull(lab, at(lab, "sigmoid", 110, 0), at(lab, "sigmoid", 80, 0))
    curve, box = lab.table("curve")["x"], lab.page.locator(".mover").bounding_box()
    ends = [at(lab, "sigmoid", x, 0)[0] for x in (curve[0], curve[-1])]
    assert ends == pytest.approx([box["x"], box["x"] + box["width"]], abs=2)
    lab.page.keyboard.press("Control+z")
    lab.rest()
    assert lab.text("#mean-loss") != loss
    expect(lab.page.get_by_role("button", name="Move samples")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(lab.page.locator(".moving")).to_contain_text("You change your own copy now")
    lab.page.get_by_label("y = 0: repaid").check()
    lab.page.mouse.click(*at(lab, "sigmoid", 50, 0.3))
    lab.rest()
    assert (own(lab)["x"][0][-1], own(lab)["y"][-1]) == (50, 0)
    expect(lab.page.locator(".moving-said")).to_have_text("Sample 7 of 7: income 50, y = 0.")
    lab.page.keyboard.press("Control+z")
    lab.page.keyboard.press("Control+z")
    lab.rest()
    assert (own(lab), lab.scene()["dataset"]) == (None, "loans")
    lab.page.keyboard.press("Control+Shift+z")
    lab.rest()
    assert own(lab)["x"][0][3] == 60


def test_keys_move_flip_add_and_remove(on_page: Open) -> None:
    lab = on_page("dataset=loans&sample=4")
    lab.page.locator("#move").press("Enter")
    lab.page.keyboard.press("ArrowRight")
    lab.page.keyboard.press("Shift+ArrowLeft")
    lab.page.keyboard.press("f")
    lab.rest()
    assert (own(lab)["x"][0][3], own(lab)["y"][3]) == (66, 1)
    lab.page.keyboard.press("PageDown")
    lab.page.keyboard.press("Delete")
    lab.rest()
    assert own(lab)["x"] == [[25, 32, 45, 66, 110]]
    lab.page.keyboard.press("n")
    lab.rest()
    assert len(own(lab)["y"]) == 6
    lab.page.keyboard.press("Escape")
    expect(lab.page.locator(".mover")).to_have_count(0)
    expect(lab.page.locator("#move")).to_be_focused()


def test_a_finger_moves_samples_in_the_plane_and_scrolls_beside_it(on_page: Open) -> None:
    lab = on_page("dataset=two-clouds", **PHONE)
    lab.click("move")
    lab.page.locator(".mover").scroll_into_view_if_needed()
    (x1, x2), top = lab.page.evaluate(
        "() => [explorable.now().data.x.map((column) => column[0]), scrollY]"
    )
    start = at(lab, "plane", x1, x2)
    lab.swipe(start, (30, -40))
    lab.rest()
    moved = [column[i] for i in [lab.scene()["sample"] - 1] for column in own(lab)["x"]]
    assert moved[0] > x1
    assert moved[1] > x2
    assert lab.page.evaluate("() => scrollY") == top
    box = lab.page.locator(".moving").bounding_box()
    lab.swipe((box["x"] + 20, box["y"] + 10), (0, -60))
    lab.page.wait_for_function(f"() => scrollY > {top} + 20")


def test_a_sample_at_the_curve_keeps_its_class_where_the_probability_is_1(on_page: Open) -> None:
    lab = on_page("dataset=loans&w0=1000000&w1=0")
    y = lab.table("samples")["y"]
    lab.click("move")
    pull(lab, at(lab, "sigmoid", 95, 1), at(lab, "sigmoid", 100, 0.8))
    assert (own(lab)["x"][0][4], own(lab)["y"]) == (100, y)


def test_a_second_finger_moves_nothing_and_lets_nothing_go(on_page: Open) -> None:
    lab = on_page()
    lab.click("move")
    lab.page.mouse.move(*at(lab, "sigmoid", 75, 0))
    lab.page.mouse.down()
    lab.page.locator(".mover").dispatch_event("pointerup", {"isPrimary": False})
    lab.page.mouse.move(*at(lab, "sigmoid", 60, 0), steps=6)
    lab.page.mouse.up()
    lab.rest()
    assert own(lab)["x"] == [[25, 32, 45, 60, 95, 110]]


@pytest.mark.parametrize(
    ("scene", "view", "why"),
    [
        ("dataset=loans&standardise=1", "", "Samples move in the units of the data"),
        ("dataset=churn", "", "Samples of more than two features stand in no figure"),
        ("dataset=loans", "figures=table", "Show the figure “Probability” first"),
    ],
)
def test_where_samples_cannot_move_the_page_says_why(
    on_page: Open, scene: str, view: str, why: str
) -> None:
    lab = on_page(scene, view)
    lab.click("move")
    expect(lab.page.locator("#problem")).to_contain_text(why)
    expect(lab.page.locator(".mover")).to_have_count(0)


# ---- what is taken along -------------------------------------------------------------------------


def downloaded(lab: Lab, button: str) -> Path:
    with lab.page.expect_download() as download:
        lab.page.get_by_role("button", name=button).click()
    return download.value.path()


def test_the_trace_table_is_downloaded_and_read_again(on_page: Open) -> None:
    lab = on_page()
    path = downloaded(lab, "Download CSV")
    data = catalog.dataset("loans")
    found = parse_csv(path.read_bytes(), features=["x"])
    assert (found.x.tolist(), found.y.tolist()) == (data.x.tolist(), data.y.tolist())
    lab.click("own-open")
    lab.page.set_input_files("#own-file", path)
    expect(lab.page.locator("#own-count")).to_have_text("6 rows: 3 with y = 1, 3 with y = 0.")
    lab.click("own-show")
    assert own(lab)["x"] == [data.x[:, 0].tolist()]


def test_a_file_without_a_network_takes_rows_and_gives_pictures(opened: Open, exported) -> None:
    lab = opened(exported().as_uri(), offline=True)
    bring(lab, ROWS.replace("hours", '"<b>hours"'))
    lab.page.get_by_label("sleep", exact=True).uncheck()
    lab.click("own-show", "share-open")
    lab.page.select_option("#share-picture", "sigmoid")
    svg = ElementTree.parse(downloaded(lab, "SVG")).getroot()
    words = [text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert words[:2] == ["Probability", "marks"]
    assert {"<b>hours", "probability p"} <= set(words)
    png = downloaded(lab, "PNG").read_bytes()
    assert png.startswith(b"\x89PNG")
    size = struct.unpack(">II", png[16:24])
    assert size == tuple(2 * int(svg.get(side)) for side in ("width", "height"))
