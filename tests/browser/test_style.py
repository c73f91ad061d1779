"""The style sheets together: the order in which they are joined decides nothing."""

import pytest

from browser.conftest import Open
from logreg_app import catalog, palette

# This lists what differs in each kind of page when the style is exchanged.
CHANGED = """([one, other]) => {
  const style = document.querySelector("style");
  style.textContent = one;
  const rules = (list) => [...list].flatMap((rule) => [rule, ...rules(rule.cssRules ?? [])]);
  const declared = rules(style.sheet.cssRules).flatMap((rule) => [...(rule.style ?? [])]);
  const names = [...new Set(declared)].filter((name) => !name.startsWith("--"));
  const alike = "math *, tr:nth-child(n + 3) *";
  const elements = [...document.querySelectorAll(`body, body *:not(${alike})`)];
  const look = (kind) => elements.flatMap((element) => ["", "::before"].flatMap((part) => {
    const seen = getComputedStyle(element, part || null);
    const name = `${kind}: ${element.tagName}.${element.className}${part}`;
    return names.map((each) => `${name} has ${each}: ${seen.getPropertyValue(each)}`);
  }));
  const shown = (css) => {
    style.textContent = css;
    return ["lesson", "free embed"].flatMap((kind) => {
      document.body.className = kind;
      return look(kind);
    });
  };
  const before = shown(one);
  return shown(other).filter((each, i) => each !== before[i]);
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_the_order_of_the_style_sheets_decides_nothing(open_lab: Open, width: int):
    sheets = list(catalog.styles().values())
    lab = open_lab("?lesson=08", viewport={"width": width, "height": 900}, reduced_motion="reduce")
    orders = ["".join([palette.css_variables(), *order]) for order in (sheets, sheets[::-1])]
    assert lab.page.evaluate(CHANGED, orders) == []
