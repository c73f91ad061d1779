"""The Share dialog of the free lab gives the scene as a program."""

from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from browser.conftest import Open
from browser.lab import Lab

FORMATS = ("numpy", "sklearn")
PHONE: ViewportSize = {"width": 360, "height": 740}


def program(lab: Lab, form: str) -> str:
    lab.page.click("#share-open")
    lab.page.check(f"#share-{form}")
    return lab.page.input_value("#share-text")


def printed(text: str, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    exec(compile(text, "program.py", "exec"), {})
    out = capsys.readouterr().out
    return dict(line.split(" ", 1) for line in out.splitlines())


@pytest.mark.parametrize("form", FORMATS)
def test_the_program_prints_what_stands_on_the_page(
    shared: Open, capsys: pytest.CaptureFixture[str], form: str
):
    lab = shared("dataset=exam&standardise=1&steps=40")
    said = printed(program(lab, form), capsys)
    assert said["mean"].split()[1] == lab.text("#mean-loss")
    assert said["boundary"].removeprefix("x1 = ") in lab.text("#boundary").replace("−", "-")
    assert said["right"].split()[0] == lab.text("#accuracy").split()[0]


def test_the_program_of_own_data_has_them(open_lab: Open, capsys: pytest.CaptureFixture[str]):
    lab = open_lab("?dataset=own#data=hours,passed;1.5,no;2,no;3.5,yes;3,no;2.5,yes;77.125,yes")
    text = program(lab, "numpy")
    assert "[1.5], [2], [3.5], [3], [2.5], [77.125]" in text
    assert printed(text, capsys)["mean"].split()[1] == lab.text("#mean-loss")


def test_a_program_stands_alone_in_the_dialog(shared: Open):
    lab = shared()
    program(lab, "numpy")
    expect(lab.page.locator(".share-choices")).to_be_hidden()
    lab.page.check("#share-html")
    expect(lab.page.locator(".share-choices")).to_be_visible()
    expect(lab.page.locator("#share-rows")).to_be_hidden()


def test_many_rows_are_downloaded_beside_the_program(
    shared: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    lab = shared("dataset=rare")
    text = program(lab, "numpy")
    with lab.page.expect_download() as waited:
        lab.page.click("#share-rows")
    waited.value.save_as(tmp_path / waited.value.suggested_filename)
    monkeypatch.chdir(tmp_path)
    assert printed(text, capsys)["mean"].split()[1] == lab.text("#mean-loss")


def test_the_training_card_leads_to_the_program(open_lab: Open):
    lab = open_lab("?figures=sigmoid,history")
    lab.click("step")
    lab.page.click("#to-python")
    assert "class LogisticRegression" in lab.page.input_value("#share-text")


def test_a_lesson_has_no_program(open_lab: Open):
    lab = open_lab("?lesson=05")
    lab.page.click("#share-open")
    expect(lab.page.locator("#share-html")).to_be_visible()
    assert lab.page.locator("#share-numpy, #to-python").count() == 0


@pytest.mark.parametrize("form", FORMATS)
def test_on_a_phone_the_copy_button_is_in_sight(shared: Open, form: str):
    lab = shared(size=PHONE)
    program(lab, form)
    expect(lab.page.locator("#share-copy")).to_be_in_viewport(ratio=1)
    wide = "() => document.querySelector('#share').scrollWidth <= innerWidth"
    assert lab.page.evaluate(wide)
