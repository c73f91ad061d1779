"""The page stays right without any name that it asks of BokehJS beyond what that documents."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from browser.conftest import DESK
from browser.lab import PIXELS, Lab
from playwright.sync_api import Browser

from logreg_app import catalog

Open = Callable[..., Lab]
REMAKING = "// ---- remaking glyphs"


def words(module: str) -> set[str]:
    """Names that code asks an object for, without those in comments."""
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", module, flags=re.DOTALL)
    return {*re.findall(r"\.(\w+)", code), *re.findall(r'"(\w+)"', code)}


MODULE = catalog.scripts()["plots/bokeh.js"]
# These are words of JavaScript, of the page itself, and of what Bokeh documents.
KNOWN = re.findall(
    r"\w+",
    """add assign attributeFilter bind boolean catch class clear closest connect constructor
    count data delete due el emit entries every figure filter flatMap found fromEntries
    function given has hidden id includes keys length looks LOOKS map name names values
    observe places read REMAKE removeAttribute roots slice some undefined unknown
    withoutSpeedUps""",
)
NAMES = sorted(words(MODULE) - set(KNOWN))
SPEED_UPS = re.findall(r"\w+", re.search(r"SPEED_UPS = \{(.*?)\}", MODULE)[1])


def apart() -> list[tuple[str, ...]]:
    """Names that are gone on the same page.

    The speed-up that remakes glyphs has no part in common with the others. So a name that only it
    asks for goes together with a name that only they ask for, and all other names go alone.
    """
    first, remaking = MODULE.split(REMAKING)
    finding, others = first.split("function paintEveryFrame")
    parts = [words(part) & set(NAMES) for part in (others, remaking)]
    own = [
        sorted(part - words(finding) - rest) for part, rest in zip(parts, parts[::-1], strict=True)
    ]
    pairs = list(zip(*own, strict=False))
    return [*pairs, *((name,) for name in sorted(set(NAMES) - {n for p in pairs for n in p}))]


FIGURES = ("--figures", "sigmoid,plane,table")
START = "const $plots_bokeh = (() => {"


def renamed(page: str, names: Sequence[str]) -> str:
    """A page whose module asks for other names, as if Bokeh had renamed them."""
    before, after = page.split(START)
    module, rest = after.split("\n})();\n", 1)
    module = re.sub(rf"\b({'|'.join(names)})\b", r"\1_gone", module)
    return f"{before}{START}{module}\n}})();\n{rest}"


@contextmanager
def page_of(browser: Browser, file: Path, without: Sequence[str] = ()) -> Iterator[Lab]:
    """A page in a file, with some speed-ups switched off."""
    context = browser.new_context(viewport=DESK, offline=True)
    context.add_init_script(f"globalThis.withoutSpeedUps = {json.dumps(list(without))};")
    lab = Lab(context.new_page(), file.as_uri())
    yield lab
    context.close()
    assert lab.complaints == []


def hastened(lab: Lab) -> dict[str, int]:
    """Of how many views each speed-up took hold."""
    return json.loads(lab.page.get_attribute("body", "data-hastened"))


Look = list[str]
# A page is looked at so often, every tenth of a second, until it shows what it should.
PATIENCE = 50


def look(lab: Lab) -> Look:
    """A digest of what each plot shows."""
    return [sha256(pixels.encode()).hexdigest()[:12] for pixels in lab.page.evaluate(PIXELS)]


def until(lab: Lab, wanted: Look) -> Look:
    """What the plots show as soon as it is right, or in the end; Bokeh paints a little late."""
    seen = look(lab)
    for _ in range(PATIENCE):
        if seen == wanted:
            break
        lab.page.wait_for_timeout(100)
        seen = look(lab)
    return seen


def looks(lab: Lab, wanted: Sequence[Look]) -> list[Look]:
    """What all plots show after each of three changes."""
    lab.press("w1", "PageUp", "ArrowRight")
    first = until(lab, wanted[0])
    lab.choose("two-clouds")
    lab.press("w0", "PageUp")
    second = until(lab, wanted[1])
    lab.choose("seven-points")
    lab.page.click("#samples tbody tr:nth-child(2)")
    lab.press("threshold", "PageDown")
    return [first, second, until(lab, wanted[2])]


@pytest.fixture(scope="module")
def reference(browser: Browser, exported: Callable[..., Path]) -> list[Look]:
    """What a page draws that asks only for what Bokeh documents."""
    with page_of(browser, exported(*FIGURES), SPEED_UPS) as lab:
        assert set(hastened(lab).values()) == {0}
        return looks(lab, [[]] * 3)


def test_the_names_are_found_in_the_module():
    assert {"throttled_paint", "_invalidate_all", "glyph", "masked", "all_set"} <= set(NAMES)
    assert len(NAMES) >= 30


def test_every_speed_up_takes_hold(open_file: Open) -> None:
    found = hastened(open_file())
    assert list(found) == SPEED_UPS
    assert min(found.values()) >= 5


def test_every_name_goes_once():
    assert sorted(name for names in apart() for name in names) == NAMES


@pytest.mark.parametrize("names", apart(), ids=" and ".join)
def test_without_a_name_the_page_draws_the_same(
    browser: Browser,
    exported: Callable[..., Path],
    tmp_path: Path,
    reference: list[Look],
    names: tuple[str, ...],
) -> None:
    file = tmp_path / "lab.html"
    page = renamed(exported(*FIGURES).read_text(encoding="utf-8"), names)
    file.write_text(page, encoding="utf-8")
    with page_of(browser, file) as lab:
        assert looks(lab, reference) == reference


@pytest.mark.parametrize("name", SPEED_UPS)
def test_each_speed_up_can_be_switched_off(
    browser: Browser, exported: Callable[..., Path], reference: list[Look], name: str
) -> None:
    with page_of(browser, exported(*FIGURES), [name]) as lab:
        assert [n for n, count in hastened(lab).items() if count == 0] == [name]
        assert looks(lab, reference) == reference
