"""The reader's own data: in a link, over a reload, in a file, and never sent to the server."""

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from browser.conftest import Open
from browser.lab import Lab

CSV = "hours,passed;1.2345678901234567,no;2,no;3.5,yes;3,no;2.5,yes;77.125,yes"
X = [1.2345678901234567, 2, 3.5, 3, 2.5, 77.125]
Y = [0, 0, 1, 0, 1, 1]
OWN = f"dataset=own&data={quote(CSV)}"
SQUARE = {
    "title": "A square",
    "features": ["a", "b"],
    "units": ["", "m"],
    "positive": "in",
    "negative": "out",
    "x": [[0, 0, 1, 1], [0, 1, 0, 1]],
    "y": [0, 0, 1, 1],
}
WAYS = {"served": "?dataset=own#", "file": "#"}
ROWS = 600


def data(lab: Lab) -> tuple[Any, Any]:
    read = "() => [explorable.now().block.x, explorable.now().block.y]"
    x, y = lab.page.evaluate(read)
    return x, y


def show(lab: Lab, own: dict[str, Any], how: str = "show") -> None:
    lab.page.evaluate("([own, how]) => explorable.own[how](own)", [own, how])
    lab.rest()


def large() -> dict[str, Any]:
    """Data that no address can carry."""
    x = [[i / 7 for i in range(ROWS)]]
    return {
        **SQUARE,
        "features": ["a"],
        "units": [""],
        "x": x,
        "y": [i % 3 // 2 for i in range(ROWS)],
    }


@pytest.fixture
def open_own(request: pytest.FixtureRequest) -> Callable[[str, str], Lab]:
    """Open an address with own data, `served` or in a `file`."""

    def open_it(way: str, scene: str) -> Lab:
        if way == "served":
            return request.getfixturevalue("open_lab")(WAYS[way] + scene)
        return request.getfixturevalue("open_file")(hash=WAYS[way] + scene)

    return open_it


# ---- the address ---------------------------------------------------------------------------------


@pytest.mark.parametrize("way", WAYS)
def test_a_link_brings_the_data_and_a_reload_keeps_them(open_own, way: str) -> None:
    lab = open_own(way, f"{OWN}&w1=0.5&threshold=0.25")
    lab.press("w1", "ArrowLeft")
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert data(lab) == ([X], Y)
    assert (lab.value("w1"), lab.value("threshold")) == (0.4995, 0.25)
    assert lab.page.locator("#notice").is_hidden()
    assert lab.page.locator("#dataset option:checked").inner_text() == "Your data"
    assert lab.text("#positive").endswith("passed = yes")


def test_the_link_the_frame_and_the_preview_bring_the_data(open_lab: Open) -> None:
    lab = open_lab(f"?figures=sigmoid&dataset=own#{OWN}")
    lab.click("fit")
    lab.page.click("#share-open")
    link = lab.page.input_value("#share-text")
    lab.page.check("#share-frame")
    src = unescape(lab.page.input_value("#share-text").split('"')[1])
    assert src == link.replace("?", "?embed=1&").replace(
        "embed=1&figures=sigmoid", "figures=sigmoid&embed=1"
    )
    lab.page.locator("#share-preview summary").click()
    inside = lab.page.frame_locator("#share-preview iframe")
    inside.locator("body.embed[data-ready=true]").wait_for()
    assert inside.locator("#mean-loss").inner_text() == lab.text("#mean-loss")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("data=y8gvLSrWKUgsLk5NsTbUMz", "The data in this address are damaged"),
        ("w1=2", "kept in another tab"),
        ("data=hours,passed;1,no;oops,yes", 'those of this address cannot be used: Line 3: "oops"'),
    ],
)
def test_damaged_or_missing_data_leave_the_usual_ones(open_lab: Open, text: str, said: str) -> None:
    lab = open_lab(f"?dataset=own#w3=7&{text}")
    assert said in lab.text("#notice")
    assert lab.scene()["dataset"] == "loans"
    assert "own" not in lab.scene()


def test_the_server_takes_own_without_a_word(open_lab: Open) -> None:
    lab = open_lab(f"?figures=plane&dataset=own#{OWN}")
    assert "No figure that was asked for" in lab.text("#notice")
    assert lab.page.locator(".figure-sigmoid").is_visible()


BAIT = "<img src=x onerror='window.executed=1'><script>window.executed=1</script>"
OPEN_ALL = """() => {
  for (const button of document.querySelectorAll("button.explains")) button.click();
  return [window.executed, document.querySelector("img[src=x]"), document.title];
}"""


def test_names_in_an_address_are_text_and_nothing_else(open_lab: Open) -> None:
    rows = f'# title: {BAIT}\n# unit: {BAIT}\n"{BAIT}","{BAIT}?"\n1.5,{BAIT}\n3,no\n2,no\n5,{BAIT}'
    lab = open_lab(f"?dataset=own#data={quote(rows)}")
    assert lab.text("#positive").endswith(f"{BAIT}? = no")
    lab.click("fit")
    found = lab.page.evaluate(OPEN_ALL)
    lab.page.wait_for_timeout(200)
    assert [*found, lab.page.evaluate("() => window.executed")] == [
        None,
        None,
        lab.page.title(),
        None,
    ]


# ---- on the page ---------------------------------------------------------------------------------


def test_undo_brings_the_data_before_back(shared: Open) -> None:
    lab = shared("dataset=exam")
    before = data(lab)
    show(lab, SQUARE)
    flipped = {**SQUARE, "y": [0, 1, 1, 0]}
    show(lab, flipped, "change")
    lab.page.wait_for_function("() => explorable.answered()")
    assert data(lab) == (SQUARE["x"], flipped["y"])
    lab.click("undo")
    assert data(lab) == (SQUARE["x"], SQUARE["y"])
    lab.click("undo")
    assert data(lab) == before
    lab.click("redo", "redo")
    assert data(lab) == (SQUARE["x"], flipped["y"])


def test_best_weights_say_why_there_are_none(shared: Open) -> None:
    lab = shared()
    show(lab, SQUARE)
    lab.click("fit")
    assert lab.text("#problem").startswith(
        "Some boundary separates the classes, so no best weights"
    )


def test_the_figures_show_the_rows(shared: Open) -> None:
    lab = shared(view="")
    show(lab, SQUARE)
    assert lab.source("samples")["y"] == SQUARE["y"]
    assert lab.page.locator(".figure-plane").is_visible()
    assert lab.page.locator(".figure-sigmoid").is_hidden()


# ---- where the data go ---------------------------------------------------------------------------


def test_the_server_hears_nothing_of_the_data(browser: Browser, base_url: str) -> None:
    page = browser.new_page()
    sent: list[str] = []
    page.on("request", lambda r: sent.extend([r.url.partition("#")[0], r.post_data or ""]))
    page.on("request", lambda r: sent.append(json.dumps(r.all_headers())))
    page.on(
        "websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame)))
    )
    lab = Lab(page, f"{base_url}?dataset=own#{OWN}")
    lab.press("threshold", "ArrowRight", "ArrowRight")
    lab.click("fit")
    show(lab, {**SQUARE, "x": [[0, 77.125, 1, 1], [0, 1, 0, 1]]})
    page.reload()
    page.wait_for_selector("body[data-ready=true]")
    page.click("#undo:not([disabled]), #reset")
    page.wait_for_timeout(300)
    page.close()
    everything = " ".join(sent)
    assert "document_ready" in everything
    told = [
        secret
        for secret in ("77.125", "1.23456", "hours", "passed", "data=")
        if secret in everything
    ]
    assert told == []
    assert "w0=" not in everything


def test_large_data_outlive_a_reload_and_say_so(shared: Open) -> None:
    lab = shared()
    show(lab, large())
    lab.page.wait_for_selector("#notice:not([hidden])")
    assert "cannot stand in a link" in lab.text("#notice")
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert data(lab) == (large()["x"], large()["y"])


def test_a_reload_after_undo_opens_the_data_that_undo_brought_back(shared: Open) -> None:
    lab = shared()
    show(lab, large())
    show(lab, {**large(), "x": [[i / 9 for i in range(ROWS)]]})
    lab.page.click("#undo")
    lab.rest()
    lab.page.reload()
    lab.page.wait_for_selector("body[data-ready=true]")
    assert data(lab) == (large()["x"], large()["y"])


@pytest.mark.parametrize("own", [large(), {**SQUARE, "y": [1, 1, 1, 1]}], ids=["long", "one class"])
def test_data_that_cannot_stand_in_a_link_are_said_while_they_stand(
    shared: Open, own: dict[str, Any]
) -> None:
    lab = shared()
    show(lab, own)
    lab.page.wait_for_selector("#notice:not([hidden])")
    assert lab.text("#notice").startswith("Your data cannot stand in a link: this tab keeps them")
    show(lab, SQUARE)
    lab.page.wait_for_selector("#notice", state="hidden")


def test_a_file_promises_no_button_that_it_has_not(open_file: Open) -> None:
    lab = open_file()
    show(lab, large())
    lab.page.wait_for_selector("#notice:not([hidden])")
    assert lab.text("#notice") == "Your data cannot stand in a link: this tab keeps them."
    lab.page.click("#share-open")
    assert "Download" not in lab.text("#share-hint")


def test_the_one_file_takes_data_of_any_size_along(
    shared: Open, opened: Open, tmp_path: Path
) -> None:
    lab = shared()
    show(lab, large())
    lab.press("threshold", "ArrowRight")
    lab.page.click("#share-open")
    assert "cannot stand in a link" in lab.text("#share-hint")
    with lab.page.expect_download() as download:
        lab.page.click("#share-file:not([hidden])")
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    offline = opened(file.as_uri(), offline=True)
    assert data(offline) == (large()["x"], large()["y"])
    assert offline.value("threshold") == 0.51
