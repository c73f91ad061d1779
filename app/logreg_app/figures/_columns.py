"""How a glyph reads a column: a number as words, a row's place, an image without corners.

Each is a transform that runs where the glyph is drawn, so that the columns stay plain numbers.
"""

from typing import Any, Literal

from bokeh.core.property.vectorization import Field
from bokeh.models import ColumnDataSource, CustomJSTransform, LinearInterpolator
from bokeh.transform import transform

MANY = 10**9
Sign = Literal["minus", "always", "never"]
"""Which numbers have their sign: those below zero, all, or none."""

SHOWN = 12  # digits that hold of a number unless the page says that training has lost some
_WORDS = r"""
if (xs.length > most) return Array.from(xs, () => null);
const plus = (x) => (sign === "always" && x > 0 ? "+" : "");
const size = (x) => (sign === "never" ? Math.abs(x) : x);
const few = (x) => (Math.abs(x) < 1 ? x.toFixed(holds) : String(Number(x.toPrecision(holds))));
const held = (x) => (holds < 1 ? "?" : few(x));
const cut = (x) => (holds < digits ? held(x) : String(Number(x.toPrecision(digits))));
const short = (x) => cut(x).replaceAll("-", "−");
const again = (x) => held(Number(x.replaceAll("−", "-"))).replaceAll("-", "−");
const kept = (x) => (holds < digits ? x.replace(/[-−]?[0-9][0-9.]*(e[-+−]?[0-9]+)?/g, again) : x);
const text = (x) => kept(x).replace(/-(?=[0-9])/g, "−");
const known = (x) => (Number.isFinite(x) ? plus(x) + short(size(x)) : null);
const word = (x) => (x === undefined ? "?" : typeof x === "string" ? text(x) : known(x));
return Array.from(xs, word).map((w) => w && before + w);
"""
_PLACE = "return Array.from(xs, (_, i) => (i + at) / xs.length);"
_SHARE = "return Array.from(xs, () => Math.max(part / xs.length, 0.006));"
_ONLY = "return Array.from(xs, (x, i) => (i === (last ? xs.length - 1 : 0) ? x : NaN));"
# two lines of text in turn: so neighbours do not cover each other, and a phone has room for both
_INWARD = "return Array.from(xs, (x, i) => Math.sign(x) * (15 + 12 * (i % 2)));"
_TURNS = "return Array.from(xs, (_, i) => (i % 2 ? pixels : -pixels));"
_WHERE = """
const isMore = (i) => table.data[more][i] > table.data[less][i];
return Array.from(xs, (x, i) => (isMore(i) === wanted ? x : NaN));
"""
_ALONE = "return Array.from(xs, () => (xs.length > 1 ? null : text));"
_SMOOTH = """
const fine = (image) => {
  if (!image?.shape) return image;
  const [rows, columns] = image.shape;
  const between = (at, count) => {
    const low = Math.min(Math.floor((at * (count - 1)) / (side - 1)), count - 2);
    return [low, (at * (count - 1)) / (side - 1) - low];
  };
  const wide = new Float64Array(rows * side); // first across, then up: each point is met once
  for (let i = 0; i < side; i++) {
    const [column, right] = between(i, columns);
    for (let j = 0; j < rows; j++) {
      const k = j * columns + column;
      wide[j * side + i] = image[k] + right * (image[k + 1] - image[k]);
    }
  }
  const to = new Float64Array(side * side);
  for (let j = 0; j < side; j++) {
    const [row, up] = between(j, rows);
    for (let i = 0; i < side; i++) {
      const k = row * side + i;
      to[j * side + i] = wide[k] + up * (wide[k + side] - wide[k]);
    }
  }
  return new image.constructor(to, [side, side]);
};
return Array.from(xs, fine);
"""


def number(
    column: str, *, before: str = "", digits: int = 4, sign: Sign = "minus", most: int = MANY
) -> Field:
    """A column's numbers or words as text; nothing if it has more than `most` of them.

    A number that is not finite has no text. What a question covers is undefined, and "?" stands
    for it. The page lowers `holds` where training has lost digits.
    """
    look = {"before": before, "digits": digits, "sign": sign, "most": most}
    return _run(column, _WORDS, **look, holds=SHOWN)


def given(column: str, *, before: str = "", digits: int = 4, most: int = MANY) -> Field:
    """A column's numbers as text where no training leads to them: they never lose digits."""
    look = {"before": before, "digits": digits, "sign": "minus", "most": most}
    return _run(column, f"const holds = {SHOWN};\n{_WORDS.lstrip()}", **look)


def place(column: str, at: float = 0.5) -> Field:
    """The place of each row where all rows share the length 1, by default the row's middle."""
    return _run(column, _PLACE, at=at)


def share(column: str, part: float) -> Field:
    """A part of each row's share of the length 1, but never too little to be seen."""
    return _run(column, _SHARE, part=part)


def first(column: str) -> Field:
    """The column's first value; nan in all other rows."""
    return _run(column, _ONLY, last=False)


def last(column: str) -> Field:
    """The column's last value; nan in all other rows."""
    return _run(column, _ONLY, last=True)


def where(
    column: str, table: ColumnDataSource, more: str, less: str, *, wanted: bool = True
) -> Field:
    """The column's values where one column is more than another, or only those where it is not."""
    return _run(column, _WHERE, table=table, more=more, less=less, wanted=wanted)


def alone(column: str, text: str) -> Field:
    """A text where the column has a single row; nothing where it has more."""
    return _run(column, _ALONE, text=text)


def smooth(column: str, side: int = 241) -> Field:
    """Images with `side` points along each side, interpolated linearly between their own."""
    return _run(column, _SMOOTH, side=side)


def within(column: str, low: float, high: float) -> Field:
    """A column's values from low to high, nan beyond: the plot does not cut off what moves."""
    ends = [low, high]
    return transform(column, LinearInterpolator(x=ends, y=ends, clip=True))


def clamped(column: str, low: float, high: float) -> Field:
    """A column's values from low to high; those beyond stand at the end."""
    ends = [low, high]
    return transform(column, LinearInterpolator(x=ends, y=ends, clip=False))


def inward(column: str) -> Field:
    """Pixels that lead from an end of a plot about 0 into it, on one of two lines in turn."""
    return _run(column, _INWARD)


def turns(column: str, pixels: float) -> Field:
    """Pixels up and down in turn, so that neighbours in a row of text do not touch."""
    return _run(column, _TURNS, pixels=pixels)


def _run(column: str, code: str, **known: Any) -> Field:
    return transform(column, CustomJSTransform(args=known, v_func=code.strip()))
