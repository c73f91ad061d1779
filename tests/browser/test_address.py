"""The address follows the scene, and opening it again gives the same numbers."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from browser.conftest import Open
from browser.lab import Lab
from browser.truth import agree

WAYS = ("served", "file")
SCENES = [
    "dataset=loans",
    "dataset=loans&w0=3&threshold=0.75&sample=2&learning_rate=0.001&steps=37&unit=bits",
    "dataset=loans&standardise=1&w0=0.123456789012&w1=-2&l2=0.1&steps=12",
    "dataset=loans&moved=3:80.5;5:61&w0=1&w1=-0.0915&steps=1",
    "dataset=seven-points&cost_fp=5&cost_fn=0&loss_function=squared&sample=0",
]
# These stand in the address beside the scene.
KEPT = {"figures": "surface,history,table", "theme": "dark", "lock": "threshold", "embed": "1"}
VIEW = "&".join(f"{name}={value}" for name, value in KEPT.items())
READ = ("#formula", "#mean-loss", "#accuracy", "#boundary", "#odds-ratio", "#gradient", "#samples")


def setting(lab: Lab) -> dict[str, str]:
    """What the page's own address says of the scene."""
    parts = urlsplit(lab.page.url)
    asked = parse_qs(parts.query or parts.fragment, keep_blank_values=True)
    return {name: values[-1] for name, values in asked.items()}


def shown(lab: Lab) -> dict[str, str]:
    """Every number that the page shows."""
    return {at: str(lab.page.locator(at).text_content()) for at in READ}


@pytest.mark.parametrize(
    ("way", "query"),
    [*(("served", each) for each in SCENES), ("file", SCENES[1]), ("file", SCENES[3])],
)
def test_the_address_is_the_scene(
    shared: Callable[..., Lab], opened: Open, way: str, query: str
) -> None:
    lab = shared(query, way=way)
    lab.press("threshold", "PageUp", "ArrowLeft")
    again = opened(lab.page.url, offline=way == "file")
    assert again.page.locator("#notice").is_hidden()
    assert shown(again) == shown(lab)
    assert again.page.url == lab.page.url
    assert again.scene() == lab.scene()


@pytest.mark.parametrize("way", WAYS)
def test_the_address_follows_the_hand(shared: Callable[..., Lab], way: str) -> None:
    lab = shared(view="", way=way)
    lab.press("w1", "PageUp")
    assert setting(lab) == {"dataset": "loans", "w1": "-0.089"}
    lab.page.click("#samples tbody tr:nth-child(2)")
    lab.rest()
    assert setting(lab) == {"dataset": "loans", "w1": "-0.089", "sample": "2"}
    lab.click("reset")
    assert setting(lab) == {"dataset": "loans"}


def test_the_address_keeps_what_the_page_shows(shared: Callable[..., Lab]) -> None:
    lab = shared(view=VIEW)
    lab.press("w0", "ArrowRight")
    assert setting(lab) == {**KEPT, "dataset": "loans", "w0": "8.14"}


def test_training_stands_in_the_address_as_its_start_and_steps(
    shared: Callable[..., Lab], open_lab: Open
) -> None:
    lab = shared("dataset=loans&w0=0&w1=0", VIEW)
    lab.click("ten", "step")
    trained = {"dataset": "loans", "w0": "0", "w1": "0", "steps": "11"}
    assert setting(lab) == {**KEPT, **trained}
    numbers = lab.table("summary")
    again = open_lab(f"?{urlsplit(lab.page.url).query}")
    assert again.table("summary") == numbers
    agree(again)


WRONG = {
    "dataset=__proto__": "There is no data set “__proto__”",
    "w0=abc": "w0 is a number, got “abc”.",
    "threshold=2": "threshold goes from 0 to 1; 2 became 1.",
    "steps=1.5": "steps is a whole number, got “1.5”.",
    "sample=99": "sample goes from 0 to 6; 99 became 6.",
    "unit=bans": "unit is one of nats, bits, got “bans”.",
    "standardise=maybe": "standardise is 1 or 0, got “maybe”.",
    "interaction=1": "interaction needs two features; loans has 1.",
    "moved=9:1": "moved names samples 1 to 6 of loans, 1 value(s) each.",
    "nonsense=1": "There is no setting “nonsense”",
    "toString=1": "There is no setting “toString”",
    "theme=pink": "theme is one of auto, light, dark, got “pink”.",
}


@pytest.mark.parametrize("way", WAYS)
def test_what_an_address_cannot_mean_is_said_and_the_rest_opens(
    open_scene: Callable[[str, str], Lab], way: str
) -> None:
    lab = open_scene(way, "&".join(("w1=-0.08", *WRONG)))
    notice = lab.text("#notice")
    assert [sentence for sentence in WRONG.values() if sentence not in notice] == []
    assert (lab.value("dataset"), lab.value("w1")) == ("loans", -0.08)


@pytest.mark.parametrize("way", WAYS)
def test_an_unknown_data_set_is_said_and_the_page_opens(
    open_scene: Callable[[str, str], Lab], way: str
) -> None:
    lab = open_scene(way, "dataset=%3Cscript%3Ealert(1)%3C/script%3E&threshold=0.75")
    assert lab.text("#notice").startswith("There is no data set “<script>")
    assert lab.value("dataset") == "loans"
    assert lab.value("threshold") == 0.75
    assert lab.text("#accuracy") == "6 of 6"


def test_a_view_that_is_not_there_is_said(open_lab: Open) -> None:
    lab = open_lab("?lesson=77&figures=sigmoid,nope&w0=3")
    assert "There is no lesson “77”." in lab.text("#notice")
    assert "There is no figure “nope”. Known: line, curve" in lab.text("#notice")
    assert lab.value("w0") == 3
    agree(lab)
