"""The page stays right without any name that it asks of BokehJS beyond what that documents."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.lab import PIXELS, Lab
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
    """add assign catch class clear closest connect constructor count data delete due el emit
    entries every figure filter flatMap found fromEntries function given has hidden
    includes keys length looks LOOKS map names values observe places read REMAKE
    removeAttribute roots slice some withoutSpeedUps""",
)
NAMES = sorted(words(MODULE) - set(KNOWN))
SPEED_UPS = re.findall(r"\w+", re.search(r"SPEED_UPS = \{(.*?)\}", MODULE)[1])


def apart() -> list[tuple[str, ...]]:
    """Names that are gone on the same page.

    The speed-up that remakes glyphs has no part in common with the others, and what saves a picture
    has none with what draws. So a name that only the one asks for goes together with a name that
    only the other asks for, and all other names go alone.
    """
    first, remaking = MODULE.split(REMAKING)
    before, saving, finding, others = re.split(
        r"(?=export function exported|/\*\* @param \{any\} doc \*/\nconst plotViews)"
        "|function paintEveryFrame",
        first,
    )
    parts = [words(part) & set(NAMES) for part in (before + finding, saving, others, remaking)]
    every = [name for part in parts for name in part]
    own = [sorted(name for name in part if every.count(name) == 1) for part in parts[1:]]
    pairs = [*zip(*own[1:], strict=False)]
    alone = sorted(set(NAMES) - {*own[0], *chain(*pairs)})
    pairs += zip(own[0], alone, strict=False)
    return [*pairs, *((name,) for name in NAMES if name not in {*chain(*pairs)})]


FIGURES = ("--figures", "sigmoid,plane,table")
WINDOW = {"width": 900, "height": 600}
START, END = "const $plots_bokeh = (() => {\n", "\n})();\n"

# The module, made anew for each pair of names: whoever imports it asks the one that was made last.
MAKING = """const $plots_bokeh = (() => {{
  const makers = {{ {makers} }};
  let made = makers[""]();
  globalThis.makeModule = (names) => {{ made = makers[names](); }};
  return Object.fromEntries(Object.keys(made).map((name) =>
    [name, (...given) => made[name](...given)]));
}})();
"""
# The plots, which a test takes down and draws anew in their place.
PLOTS = """{
  const { startPlots } = $plots_plots;
  let show, seen;
  $plots_plots.startPlots = async (page, now, ...others) => {
    globalThis.drawPlots = async () => { show = await startPlots(page, seen, ...others); };
    globalThis.takeDown = () => {
      show = () => {};
      for (const view of Bokeh.index.roots) view.remove();
      Bokeh.documents.length = 0;
      return Bokeh.index.roots.length;
    };
    seen = now;
    await drawPlots();
    return (other) => { seen = other; show(other); };
  };
}
"""
DRAW = """([names, without]) => {
  globalThis.withoutSpeedUps = without;
  makeModule(names);
  return drawPlots();
}"""


def renamed(module: str, names: Sequence[str]) -> str:
    """The module as it asks for other names, as if Bokeh had renamed them."""
    return re.sub(rf"\b({'|'.join(names)})\b", r"\1_gone", module) if names else module


def remaking(page: str) -> str:
    """A page whose plots can be made anew, with a module that asks for other names."""
    before, after = page.split(START)
    module, rest = after.split(END, 1)
    made = {"": (), **{" and ".join(names): names for names in apart()}}
    makers = ",\n".join(
        f"{json.dumps(key)}: () => {{\n{renamed(module, names)}\n}}" for key, names in made.items()
    )
    start = "const $plots_plots"
    plots, later = rest.split(start)[0], start + rest.split(start, 1)[1]
    drawing, others = later.split(END, 1)
    return f"{before}{MAKING.format(makers=makers)}{plots}{drawing}{END}{PLOTS}{others}"


@pytest.fixture(scope="module")
def again(
    browser: Browser, exported: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lab]:
    """A page in a file whose plots can be made anew."""
    file = tmp_path_factory.mktemp("names") / "lab.html"
    file.write_text(remaking(exported(*FIGURES).read_text(encoding="utf-8")), encoding="utf-8")
    context = browser.new_context(viewport=WINDOW, offline=True)
    lab = Lab(context.new_page(), file.as_uri())
    assert lab.complaints == []
    yield lab
    context.close()


def draw_anew(lab: Lab, names: Sequence[str] = (), without: Sequence[str] = ()) -> Lab:
    """Draw the plots anew, without some names or with some speed-ups switched off."""
    assert lab.page.evaluate("() => takeDown()") == 0
    lab.page.evaluate("() => explorable.show({ dataset: 'loans' })")
    lab.page.evaluate(DRAW, [" and ".join(names), list(without)])
    lab.rest()
    return lab


@pytest.fixture
def anew(again: Lab) -> Iterator[Callable[..., Lab]]:
    """Draw the plots anew; the test fails if the page logs an error or a warning."""
    again.complaints.clear()  # each test has plots of its own
    yield partial(draw_anew, again)
    assert again.complaints == []


def hastened(lab: Lab) -> dict[str, int]:
    """Of how many views each speed-up took hold."""
    return json.loads(lab.page.get_attribute("body", "data-hastened"))


Look = list[str]
STILL = 20  # looks that are the same, at a page that nothing is known of
# A page is looked at so often, every twentieth of a second, until it shows what it should.
PATIENCE = 100


def look(lab: Lab) -> Look:
    """A digest of what each plot shows."""
    return [sha256(pixels.encode()).hexdigest()[:12] for pixels in lab.page.evaluate(PIXELS)]


def until(lab: Lab, wanted: Look | None) -> Look:
    """What the plots show as soon as it is right, or in the end; Bokeh paints a little late.

    Where it is not known what is right, it is what no longer changes.
    """
    seen = [look(lab)]
    while len(seen) < PATIENCE and seen[-1] != wanted:
        if wanted is None and len(seen) >= STILL and seen[-STILL:] == seen[-1:] * STILL:
            break
        lab.page.wait_for_timeout(50)
        seen.append(look(lab))
    return seen[-1]


def looks(lab: Lab, wanted: Sequence[Look | None]) -> list[Look]:
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
def reference(again: Lab) -> list[Look]:
    """What a page draws that asks only for what Bokeh documents."""
    draw_anew(again, without=SPEED_UPS)
    assert set(hastened(again).values()) == {0}
    return looks(again, [None] * 3)


def test_the_names_are_found_in_the_module():
    assert {"throttled_paint", "update_position", "glyph", "masked", "all_set"} <= set(NAMES)
    assert len(NAMES) >= 30


def test_every_speed_up_takes_hold(open_file: Open) -> None:
    found = hastened(open_file())
    assert list(found) == SPEED_UPS
    assert min(found.values()) >= 5


def test_every_name_goes_once():
    assert sorted(name for names in apart() for name in names) == NAMES


@pytest.mark.parametrize("names", apart(), ids=" and ".join)
def test_without_a_name_the_page_draws_the_same(
    anew: Callable[..., Lab], reference: list[Look], names: tuple[str, ...]
) -> None:
    assert looks(anew(names), reference) == reference


@pytest.mark.parametrize("name", SPEED_UPS)
def test_each_speed_up_can_be_switched_off(
    anew: Callable[..., Lab], reference: list[Look], name: str
) -> None:
    lab = anew(without=[name])
    assert [n for n, count in hastened(lab).items() if count == 0] == [name]
    assert looks(lab, reference) == reference
