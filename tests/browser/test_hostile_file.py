"""The one file under hostile addresses and damaged storage: no error, and nothing is executed."""

import html
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from browser.conftest import Open
from browser.host import hosting
from browser.lab import Lab
from logreg_app import catalog

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
# What else can stand there is tried on the module that reads it, in answers.test.js.
DAMAGED = [
    "{",
    '{"__proto__": {"attempts": [1]}, "03/loss": null, "03/": [], "/": {}, "constructor/x": 5}',
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


def test_a_thousand_generated_fragments(open_file: Open):
    lab = open_file()
    assert lab.page.evaluate(SHOW_ALL, fragments(1000)) == []
    assert lab.page.evaluate(INNOCENT) == [None, None, None]


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


# A frame of somebody else sends these to the course page and to the scene beside it.
SENDS = """<script>
  const types = ["height", "ask", "scene", "__proto__"].map((name) => `logreg-explorable.${name}`);
  const heights = [NaN, -Infinity, 1e999, "9e9", null, {}, [777], 777n, undefined, new Date(777)];
  const odd = [0, "", null, undefined, [], "<img src=x onerror='window.executed=1'>", new Map()];
  const all = [...odd, ...types.flatMap((type) => heights.map((height) => ({ type, height })))];
  for (let i = 0; i < 20; i++)
    for (const each of all)
      for (const window of [parent, parent.frames[0]]) window.postMessage(each, "*");
  parent.postMessage({ type: types[0], height: 1e9 }, "*");
</script>"""
WORSE = ("error", "warning")
HEIGHTS = "() => [...document.querySelectorAll('iframe')].map((frame) => frame.offsetHeight)"


def test_messages_of_a_hostile_frame_change_no_other(
    browser: Browser, exported: Callable[..., Path], tmp_path: Path
):
    shutil.copy(exported(), tmp_path / "scene.html")
    (tmp_path / "host.js").write_text(catalog.text("host.js"), encoding="utf-8")
    hostile = f'<iframe sandbox="allow-scripts" srcdoc="{html.escape(SENDS)}"></iframe>'
    scene = '<iframe src="scene.html#embed=1&figures=sigmoid"></iframe>'
    page = browser.new_context().new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: said.type in WORSE and complaints.append(said.text))
    with hosting(tmp_path) as host:
        page.goto(host.allowed + host.put("course.html", f"{scene}<script src=host.js></script>"))
        inner = page.frames[1]
        inner.wait_for_selector("body[data-ready=true]")
        page.wait_for_function("() => document.querySelector('iframe').offsetHeight > 200")
        [own] = page.evaluate(HEIGHTS)
        page.evaluate("(other) => document.body.insertAdjacentHTML('beforeend', other)", hostile)
        page.wait_for_function("() => document.querySelectorAll('iframe')[1].offsetHeight > 5000")
        # Its own height is capped, and that of the scene's frame is the scene's.
        assert page.evaluate(HEIGHTS) == [own, pytest.approx(10_000, abs=10)]
        assert inner.evaluate("() => explorable.now().scene.dataset") == "loans"
        for frame in (page, inner):
            assert frame.evaluate("() => window.executed") is None
    page.context.close()
    assert complaints == []
