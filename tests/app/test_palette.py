"""Both palettes: the same names, and contrast by the formula of WCAG 2.2."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from bokeh.models import Line

from logreg_app import catalog
from logreg_app.palette import DARK, LIGHT, css_variables, icon, themed
from logreg_app.script import LAB, script

PALETTES = {"light": LIGHT, "dark": DARK}
SHEETS = [f"page/{name}" for name in catalog.styles()]
SCRIPTS = [f"script/{path}" for path in catalog.scripts()]
GROUNDS = ("page", "panel")
TEXT, GRAPHIC = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


@pytest.fixture(params=PALETTES.values(), ids=PALETTES)
def palette(request: pytest.FixtureRequest) -> dict[str, str]:
    return request.param


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb, from 0 to 1."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1.0)],
)
def test_the_formula_gives_known_ratios(one: str, other: str, ratio: float):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_both_palettes_have_the_same_names():
    assert list(LIGHT) == list(DARK)


def test_a_colour_is_written_with_six_digits(palette: dict[str, str]):
    assert [c for c in palette.values() if not re.fullmatch("#[0-9a-f]{6}", c)] == []


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", ["ink", "muted", "accent", "warn"])
def test_text_can_be_read(palette: dict[str, str], text: str, ground: str):
    assert contrast(palette[text], palette[ground]) >= TEXT


@pytest.mark.parametrize("mark", ["class-0", "class-1", "accent", "ink"])
def test_a_mark_can_be_seen(palette: dict[str, str], mark: str):
    assert contrast(palette[mark], palette["panel"]) >= GRAPHIC


def test_the_icon_is_an_image_in_the_accent_colour():
    address = unquote(icon())
    assert address.startswith("data:image/svg+xml,<svg ")
    assert re.findall("#[0-9a-f]{6}", address) == [LIGHT["accent"]]
    assert re.findall('["<>#]', icon()) == []  # it stands in an attribute, and # would end it
    assert ElementTree.fromstring(address.partition(",")[2]).tag.endswith("}svg")


@pytest.mark.parametrize("name", LIGHT)
def test_the_style_sheet_gets_every_colour_of_both_palettes(name: str):
    wanted = [LIGHT[name], DARK[name], DARK[name]]  # dark by the system's wish, and by the page's
    assert re.findall(rf"--{name}:(#\w+);", css_variables()) == wanted


def test_the_dark_colours_stand_under_the_systems_wish():
    light, dark = css_variables().split("@media (prefers-color-scheme:dark)")
    assert "color-scheme:light" in light
    assert "color-scheme:dark" in dark
    assert ":root:not([data-theme=light]){" in dark
    assert "}:root[data-theme=dark]{" in dark
    assert css_variables().count("{") == css_variables().count("}") == 4


@pytest.mark.parametrize("asset", [*SHEETS, "page/page.html", *SCRIPTS])
def test_an_asset_uses_colours_of_the_palette_only(asset: str):
    text = catalog.text(asset)
    own = {
        "--font",
        *re.findall(r"(--[\w-]+)\s*:", text),
        *re.findall(r'setProperty\("(--[\w-]+)"', script(LAB)),
    }
    assert set(re.findall(r"var\((--[\w-]+)", text)) - own <= {f"--{name}" for name in LIGHT}


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_style_sheet_has_no_colour_of_its_own(sheet: str):
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", catalog.text(sheet)) == []


def test_a_themed_model_has_the_light_colour_and_the_name():
    line = themed(Line(tags=["kept"]), line_color="warn")
    assert line.line_color == LIGHT["warn"]
    assert line.tags == ["kept", {"theme": {"line_color": "warn"}}]


def test_a_colour_that_is_not_in_the_palette_is_refused():
    with pytest.raises(KeyError, match="pink"):
        themed(Line(), line_color="pink")
