"""The one file under hostile addresses and damaged storage: no error, and nothing is executed."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from browser.lab import Lab
from playwright.sync_api import Browser

ANSWERS = "logreg-explorable/answers"
BAIT = "<img src=x onerror='window.executed=1'><script>window.executed=1</script>"
NAMES = [
    *("dataset", "w0", "w1", "threshold", "steps", "moved", "sample", "unit", "loss_function"),
    *("theme", "figures", "hide", "lock", "embed", "present", "lesson", "step", "standardise"),
    *("__proto__", "constructor", "toString", "hasOwnProperty", "prototype", BAIT, ""),
]
VALUES = [
    *("1", "-1", "1e308", "-1e999", "NaN", "², 5", "0x10", "__proto__", "constructor", "", ","),
    *(
        "1:2;3:4",
        "__proto__:1",
        "1:" + "9" * 400,
        "javascript:executed=1",
        BAIT,
        "\x00",
        "٣",
        "a" * 5000,
    ),
    *("seven-points", "loans", "sigmoid,__proto__,table", "true", "'\"&<>", "%", "💥"),
]
DAMAGED = [
    *("", "null", "0", '"text"', "[]", "{", "\x00", "[[[[]]]]", "{}", "true", "1e999"),
    '{"__proto__": {"attempts": [1]}}',
    '{"03/loss": null, "03/": [], "/": {}, "constructor/x": 5}',
    json.dumps({"03/loss": {"attempts": {"length": 5}, "again": 7, "tries": -3}}),
    json.dumps({"03/loss": {"attempts": [{"entered": BAIT, "right": 1, "at": BAIT}]}}),
    json.dumps({"03/loss": {"entered": BAIT, "right": True, "at": "2031-05-06", "asked": BAIT}}),
]


def fragments(count: int) -> list[str]:
    chance = random.Random(20261126)

    def part() -> str:
        return f"{quote(chance.choice(NAMES))}={quote(chance.choice(VALUES))}"

    return ["&".join(part() for _ in range(chance.randint(1, 6))) for _ in range(count)]


# The reader of addresses and the store run for each fragment on a page that stands.
SHOW_ALL = """(fragments) => {
  const failed = [];
  for (const each of fragments) {
    try {
      explorable.show(Object.fromEntries(new URLSearchParams(each)));
      if (!Number.isFinite(explorable.now().scene.threshold)) failed.push(each);
    } catch (error) {
      failed.push(`${each}: ${error}`);
    }
  }
  return failed;
}"""
INNOCENT = "() => [window.executed, ({}).attempts, document.querySelector('img[src=x]')]"


def test_a_thousand_generated_fragments(browser: Browser, exported: Callable[..., Path]):
    url = exported().as_uri()
    lab = Lab(browser.new_context(offline=True).new_page(), url)
    assert lab.page.evaluate(SHOW_ALL, fragments(1000)) == []
    assert lab.page.evaluate(INNOCENT) == [None, None, None]
    assert lab.complaints == []
    lab.page.context.close()


@pytest.fixture(scope="module")
def visited(browser: Browser, exported: Callable[..., Path]) -> list[str]:
    """Complaints of one page that opens damaged storage and hostile fragments, one by one."""
    url = exported("--lesson", "03").as_uri()
    page = browser.new_context(offline=True).new_page()
    lab = Lab(page, url)
    for stored, fragment in zip(DAMAGED, fragments(len(DAMAGED)), strict=True):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [ANSWERS, stored])
        page.goto("about:blank")
        page.goto(f"{url}#{fragment}")
        page.wait_for_selector("body[data-ready=true]")
        if page.evaluate(INNOCENT) != [None, None, None] or page.locator("canvas").count() == 0:
            lab.complaints.append(f"{stored} {fragment}")
    page.context.close()
    return lab.complaints


def test_damaged_storage_and_hostile_fragments_leave_a_lesson_with_its_plots(visited: list[str]):
    assert visited == []


def test_the_file_fetches_nothing(browser: Browser, exported: Callable[..., Path], base_url: str):
    lab = Lab(browser.new_page(), exported().as_uri())
    fetched = "(url) => fetch(url, { mode: 'no-cors' }).then(() => 'fetched', () => 'refused')"
    assert lab.page.evaluate(fetched, base_url) == "refused"
    assert "Content Security Policy" in " ".join(lab.complaints)
    lab.page.context.close()
