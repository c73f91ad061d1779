"""Colours and font of the whole page: one place for plots, style sheet and icon."""

from typing import TypeVar
from urllib.parse import quote

from bokeh.model import Model
from bokeh.models import LinearColorMapper

M = TypeVar("M", bound=Model)

# one hue from the ground up, in equal steps of lightness (OKLCH): a map of heights
_LIGHT_RELIEF = (
    "fcfaf6 f5f0e8 eee6db e6dccd dfd3c0 d8c9b3 d0bfa6 c9b699 c2ac8c bba37f b49a72 ad9065"
)
_DARK_RELIEF = "201e1a 27231d 2f2920 362f24 3e3527 463b2a 4d412d 564731 5e4d34 665437 6e5a3a 77613e"
RELIEF = [f"relief-{i}" for i in range(12)]

LIGHT = {
    "page": "#fbfaf7",
    "panel": "#ffffff",
    "ink": "#1c2126",
    "muted": "#5b646d",
    "line": "#dcdfe2",
    "edge": "#858d95",
    "grid": "#eceef0",
    "shadow": "#000000",
    "accent": "#00705a",
    "accent-soft": "#e2f1ed",
    "warn": "#a12622",
    "class-1": "#d55e00",
    "class-0": "#0072b2",
    **{name: f"#{c}" for name, c in zip(RELIEF, _LIGHT_RELIEF.split(), strict=True)},
}
DARK = {
    "page": "#14171a",
    "panel": "#1b1f24",
    "ink": "#e8eaed",
    "muted": "#a3acb5",
    "line": "#363d45",
    "edge": "#75808b",
    "grid": "#272d33",
    "shadow": "#000000",
    "accent": "#3fc9a5",
    "accent-soft": "#173830",
    "warn": "#ff9d94",
    "class-1": "#f08c3a",
    "class-0": "#56b4e9",
    **{name: f"#{c}" for name, c in zip(RELIEF, _DARK_RELIEF.split(), strict=True)},
}
"""Okabe-Ito colours for the classes, lighter ones on dark; the rest has contrast 4.5 or more."""

CLEAR = ["#00000000", "#00000000"]
"""A palette that shows nothing until the page fills it with shades of its class colours."""

SAFE = " '/:=()"  # may stand in the address of an image as they are
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"


def themed(model: M, **colours: str) -> M:
    """Give a model's colour properties names from the palette, so that the page can switch them.

    Parameters
    ----------
    model : Model
        A glyph or annotation.
    **colours : str
        Property name to palette name, such as ``line_color="ink"``.
    """
    model.update(**{prop: LIGHT[name] for prop, name in colours.items()})
    model.tags = [*model.tags, {"theme": colours}]
    return model


def class_colours() -> LinearColorMapper:
    """Colour of a label: class 0, class 1."""
    return _mapper(["class-0", "class-1"], low=0, high=1)


def sign_colours() -> LinearColorMapper:
    """Colour of a push on the logit: of class 0 below zero, of class 1 above."""
    return _mapper(["class-0", "class-1"], low=-1, high=1)


def relief() -> LinearColorMapper:
    """Colours of heights from the lowest to the highest in an image, in bands like contours."""
    return _mapper(RELIEF)


def _mapper(
    names: list[str], *, low: float | None = None, high: float | None = None
) -> LinearColorMapper:
    palette, tags = [LIGHT[name] for name in names], [{"theme": {"palette": names}}]
    return LinearColorMapper(low=low, high=high, palette=palette, tags=tags)


def css_variables() -> str:
    """The font and both palettes as custom properties; the system or the page asks for dark.

    A page that leaves the choice open follows the ground that a program around it stands on.
    """
    light, dark = (_declarations(p) for p in (LIGHT, DARK))
    return (
        f":root{{--font:{FONT};color-scheme:light;{light}}}"
        f"@media (prefers-color-scheme:dark){{"
        f":root:not([data-theme=light],[data-theme=auto][data-ground=light])"
        f"{{color-scheme:dark;{dark}}}}}"
        f":root:is([data-theme=dark],[data-theme=auto][data-ground=dark])"
        f"{{color-scheme:dark;{dark}}}"
    )


def icon() -> str:
    """The page's icon, a sigmoid curve, as the address of an image."""
    curve = (
        f"<path d='M1 14C9 14 7 2 15 2' fill='none' stroke='{LIGHT['accent']}' stroke-width='3'/>"
    )
    image = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{curve}</svg>"
    return f"data:image/svg+xml,{quote(image, safe=SAFE)}"


def _declarations(palette: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in palette.items())
