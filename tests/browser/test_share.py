"""The address is the scene, and the Share dialog gives it away: link, snippet, file."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.lab import Lab

PHONE = {"width": 360, "height": 740}


def share(lab: Lab, form: str = "link") -> str:
    """Open the dialog; return what it would copy."""
    if not lab.page.locator("#share").is_visible():
        lab.page.click("#share-open")
    if lab.page.evaluate("() => explorable.now().page.server"):
        lab.page.wait_for_selector("#share-file:not([hidden])")  # The page knows the server now.
    lab.page.check(f"#share-{form}")
    return lab.page.input_value("#share-text")


def query(lab: Lab) -> dict[str, str]:
    url = urlsplit(lab.page.url)
    return dict(parse_qsl(url.query or url.fragment))


def shown(page: Page) -> list[str]:
    """Names of the figures and cards in sight."""
    cards = page.locator(".figures > section:visible")
    return cards.evaluate_all("(all) => all.map((card) => card.dataset.part)")


# ---- what is copied ------------------------------------------------------------------------------


def test_the_link_opens_the_same_scene(open_lab: Callable[..., Lab]) -> None:
    lab = open_lab("?lesson=05&step=2&theme=dark")
    lab.click("step")
    link = share(lab)
    assert link == lab.page.url
    again = open_lab("?" + urlsplit(link).query)
    assert again.text("#mean-loss") == lab.text("#mean-loss")
    assert again.text("#formula") == lab.text("#formula")
    assert again.scene() == lab.scene()


def test_the_choice_of_data_set_names_the_one_in_the_address(open_lab) -> None:
    lab = open_lab("?dataset=exam&figures=sigmoid")
    assert lab.page.input_value("#dataset") == "exam"


def test_each_form_has_the_scene_a_title_and_a_height(shared, base_url: str) -> None:
    lab = shared("dataset=loans&w1=-0.08", view="")
    lab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    title = "Logistic regression you can drag"
    link, src = f"{base_url}?dataset=loans&w1=-0.08", f"{base_url}?embed=1&dataset=loans&w1=-0.08"
    frame = (
        f'<iframe src="{src.replace("&", "&amp;")}" title="{title}" width="100%" height="900" '
        'style="border: 0" loading="lazy"></iframe>'
    )
    script = f'<script src="{base_url}host.js" async></script>'
    words = f"[{title}: open this scene]({link})"
    forms = ("link", "frame", "html", "markdown", "myst")
    assert {form: share(lab, form) for form in forms} == {
        "link": link,
        "frame": frame,
        "html": f"{frame}\n{script}",
        "markdown": f"{words}\n\n{frame}\n\n{script}",
        "myst": f":::{{iframe}} {src}\n:width: 100%\n:title: {title}\n{words}\n:::",
    }
    lab.page.click("#share-copy")
    expect(lab.page.locator("#share-said")).to_have_text("Copied.")
    copied = lab.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == lab.page.input_value("#share-text")


def test_where_no_page_may_copy_the_old_way_is_tried(shared) -> None:
    lab = shared()
    share(lab)
    expect(lab.page.locator("#share-said")).to_have_text("")
    lab.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    lab.page.click("#share-copy")
    lab.page.evaluate("() => { delete navigator.clipboard.writeText; }")
    expect(lab.page.locator("#share-said")).to_have_text("Copied.")


def test_the_preview_gives_the_snippet_its_height(open_lab) -> None:
    lab = open_lab("?figures=sigmoid,table")
    share(lab, "frame")
    lab.page.click("#share-preview summary")
    frame = lab.page.frame_locator("#share iframe")
    frame.locator("body.embed[data-ready=true]").wait_for()
    lab.page.wait_for_function(
        "() => !document.getElementById('share-text').value.includes('height=\"900\"')"
    )


# ---- what others see -----------------------------------------------------------------------------


def test_a_teacher_chooses_what_others_see_and_may_change(open_lab) -> None:
    lab = open_lab()
    share(lab)
    dialog = lab.page.locator("#share")
    dialog.get_by_label("Loss of each sample").uncheck()
    dialog.get_by_label("Loss surface").check()
    dialog.get_by_label("Decision boundary").uncheck()
    dialog.get_by_label("Decision threshold t: shown").uncheck()
    dialog.get_by_label("Learning rate η: locked").check()
    dialog.get_by_label("Intercept w₀: locked").check()
    dialog.get_by_label("Formula: shown").uncheck()
    dialog.get_by_label("Colours").select_option("dark")
    link = share(lab)
    others = open_lab("?" + urlsplit(link).query)
    assert shown(others.page) == ["sigmoid", "surface", "by-hand", "table"]
    assert not others.page.locator("#threshold").is_visible()
    assert not others.page.locator("#formula").is_visible()
    expect(others.page.locator("#learning_rate")).to_be_disabled()
    expect(others.page.locator("#w0")).to_be_disabled()
    expect(others.page.locator("#w1")).to_be_enabled()
    assert others.page.evaluate("() => document.documentElement.dataset.theme") == "dark"
    assert share(others) == link  # Their dialog begins with the same choice.


def test_one_figure_stays(open_lab) -> None:
    lab = open_lab("?figures=sigmoid")
    share(lab)
    expect(lab.page.locator("#share").get_by_label("Probability", exact=True)).to_be_disabled()


@pytest.mark.parametrize("way", ["served", "file"])
def test_locked_holds_whatever_is_tried(open_scene, way: str) -> None:
    lab = open_scene(way, "dataset=exam&lock=w,x,reset&w1=1.25")
    for name in ("w0", "w1", "w0-number", "w1-number", "reset"):
        expect(lab.page.locator(f"#{name}")).to_be_disabled()
    lab.click("fit")
    assert lab.text("#problem") == "The weights are locked here."
    assert lab.value("w1") == 1.25


def test_a_click_on_the_surface_moves_no_locked_weight(open_lab) -> None:
    lab = open_lab("?figures=surface&lock=w0")
    lab.tap("surface", 2.0, -0.05)
    assert lab.value("w0") == 8.12
    assert lab.value("w1") != -0.094


def test_reset_leaves_what_is_locked(open_lab) -> None:
    lab = open_lab("?lock=w1&w1=-0.05")
    lab.press("w0", "ArrowRight")
    lab.click("reset")
    assert (lab.value("w0"), lab.value("w1")) == (8.12, -0.05)


@pytest.mark.parametrize("way", ["served", "file"])
def test_hidden_is_out_of_sight(open_scene, way: str) -> None:
    lab = open_scene(way, "hide=w0,table,by-hand,loss,reset,dataset,readouts")
    selectors = "#w0, #samples, #by-hand, #figure-loss, #reset, #dataset, #mean-loss"
    expect(lab.page.locator(selectors).locator("visible=true")).to_have_count(0)
    expect(lab.page.locator("#w1, #figure-sigmoid").locator("visible=true")).to_have_count(2)


# ---- the file ------------------------------------------------------------------------------------


def test_the_scene_is_downloaded_as_one_file(open_lab, opened, tmp_path: Path) -> None:
    lab = open_lab("?dataset=exam&w0=-3.25&steps=2&figures=sigmoid,table&hide=w1&lock=w0")
    share(lab)
    with lab.page.expect_download() as started:
        lab.page.click("#share-file")
    assert started.value.suggested_filename == "logreg-exam.html"
    file = tmp_path / "scene.html"
    started.value.save_as(file)
    alone = opened(file.as_uri(), offline=True)
    assert [u for u in alone.requests if not u.startswith(("file:", "data:"))] == []
    assert alone.text("#mean-loss") == lab.text("#mean-loss")
    assert shown(alone.page) == ["sigmoid", "table"]
    expect(alone.page.locator("#w0")).to_be_disabled()
    expect(alone.page.locator("#w1")).to_have_count(0)
    # What the file hides by itself is not offered again.
    alone.page.click("#share-open")
    assert "Coefficient w₁" not in alone.text("#share-controls")


def test_a_file_shares_its_name_and_brings_the_host_script(open_file) -> None:
    lab = open_file(hash="#w1=-0.08")
    assert share(lab) == "lab.html#dataset=loans&w1=-0.08"
    text = share(lab, "html")
    assert 'src="lab.html#embed=1&amp;dataset=loans&amp;w1=-0.08"' in text
    assert "logreg-explorable.height" in text
    assert not lab.page.locator("#share-file").is_visible()


def test_another_scene_in_the_address_of_a_file_opens_it(open_file) -> None:
    lab = open_file(hash="#w1=-0.08")
    lab.page.evaluate("() => { delete document.body.dataset.ready; location.hash = 'w1=-0.07'; }")
    lab.page.wait_for_selector("body[data-ready=true]")
    lab.rest()
    assert lab.value("w1") == -0.07


# ---- the address ---------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["served", "file"])
def test_the_address_keeps_what_is_shown_while_the_scene_moves(open_scene, way: str) -> None:
    view = {"figures": "sigmoid,table", "hide": "formula", "lock": "w0", "theme": "dark"}
    view["embed"] = "1"
    lab = open_scene(way, "&".join(f"{k}={v}" for k, v in view.items()))
    lab.press("w1", "ArrowRight", "ArrowRight")
    assert query(lab) == {**view, "dataset": "loans", "w1": "-0.093"}
    assert shown(lab.page) == ["sigmoid", "table"]


def test_a_lessons_scene_is_restored_where_it_differs_from_it(open_lab) -> None:
    """A weight that comes back to its data set's opening is not the lesson's own again."""
    lab = open_lab("?lesson=04")
    lab.page.evaluate("() => explorable.show({ dataset: 'loans' })")
    lab.rest()
    again = open_lab("?" + urlsplit(lab.page.url).query)
    assert again.scene() == lab.scene()


WRONG = (
    "hide=nope&lock=nope,w0&theme=pink&embed=perhaps&figures=nope,table&lesson=99"
    "&nonsense=1&threshold=2&w0=1_0"
)
SENTENCES = (
    "theme is one of auto, light, dark, got “pink”. embed is 1 or 0, got “perhaps”. {lesson}"
    "There is nothing called “nope” to hide. There is nothing called “nope” to lock. {figure}"
    "There is no setting “nonsense”. w0 is a number, got “1_0”. "
    "threshold goes from 0 to 1; 2 became 1."
)


def test_the_rest_of_a_bad_address_opens_and_a_notice_says_what_does_not(open_scene) -> None:
    lab = open_scene("file", f"w1=-0.08&{WRONG}")
    assert lab.value("w1") == -0.08
    assert shown(lab.page) == ["table"]
    expect(lab.page.locator("#w0")).to_be_disabled()
    assert lab.text("#notice") == SENTENCES.format(
        lesson="Lesson “99” is not in this file. ",
        figure="There is no figure “nope” in this file. ",
    )


def test_the_server_says_what_it_does_not_have(open_scene) -> None:
    lab = open_scene("served", f"w1=-0.08&{WRONG}")
    assert lab.value("w1") == -0.08
    assert shown(lab.page) == ["table"]
    said = lab.text("#notice")
    assert said.startswith("There is no lesson “99”. Known: 01, ")
    assert "There is no figure “nope”. Known: line, " in said
    assert said.endswith(SENTENCES.format(lesson="", figure=""))
    lab.press("w1", "ArrowRight")
    assert query(lab) == {"lock": "w0", "figures": "table", "dataset": "loans", "w1": "-0.0795"} | {
        "threshold": "1"
    }


# ---- access --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", {"width": 1280, "height": 900}), ("dark", PHONE)]
)
def test_the_dialog_has_no_axe_violation_and_fits(shared, scheme, viewport) -> None:
    lab = shared()
    lab.page.emulate_media(color_scheme=scheme)
    lab.page.set_viewport_size(viewport)
    share(lab, "markdown")
    violations = Axe().run(lab.page, context="#share").response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in violations] == []
    widths = lab.page.locator("#share").evaluate("(d) => [d.scrollWidth, d.clientWidth]")
    assert widths[0] <= widths[1]
    lab.page.keyboard.press("Escape")
    expect(lab.page.locator("#share")).to_be_hidden()
    expect(lab.page.locator("#share-open")).to_be_focused()
