"""Every number that the page shows opens to its formula with its inputs filled in."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from browser.lab import Lab
from logreg_app.cards import CARDS
from logreg_app.figures import figures

NUMBER = re.compile(r"[-−]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[-−+]?\d+)?")
TIMES_POWER = re.compile("×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")
OPEN = """(name) => {
  const button = document.querySelector(`[aria-controls="explains-${name}"]`);
  if (!button || button.hidden) return false;
  if (button.ariaExpanded === "false") button.click();
  return true;
}"""
SCENES = {
    "loans": {"dataset": "loans", "w0": "8.12", "w1": "-0.094", "sample": "4"},
    "trained": {"dataset": "loans", "learning_rate": "0.001", "steps": "7", "unit": "bits"},
    "penalised": {"dataset": "exam", "standardise": "1", "l1": "0.02", "l2": "0.1", "w1": "1.3"},
    "costly": {"dataset": "seven-points", "cost_fp": "5", "threshold": "0.37", "sample": "2"},
    "above": {"dataset": "loans", "w0": "40", "w1": "-0.2", "sample": "6"},
    "binned": {"dataset": "calibration", "w1": "2", "sample": "1700"},
    "plane": {"dataset": "two-clouds", "threshold": "0.8", "sample": "5"},
    "bent": {"dataset": "xor", "interaction": "1", "w3": "2", "sample": "1"},
    "checklist": {"dataset": "churn", "sample": "2"},
}


@pytest.fixture(scope="module")
def lab(browser: Browser, base_url: str) -> Iterator[Lab]:
    """One page with every figure and card; its scenes are opened one after the other."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = Lab(context.new_page(), f"{base_url}?figures={','.join((*figures(), *CARDS))}")
    yield found
    assert found.complaints == []
    context.close()


@pytest.fixture(params=SCENES, scope="module")
def scene(lab: Lab, request: pytest.FixtureRequest) -> Lab:
    """The page at one scene, which no test changes, so all of them look at it in turn."""
    lab.tidy()
    settings = SCENES[request.param]
    if lab.scene()["dataset"] != settings["dataset"]:
        lab.choose(settings["dataset"])
    lab.page.evaluate("(settings) => explorable.show(settings)", settings)
    lab.rest()
    assert lab.text("#problem") == ""
    return lab


def numbers(text: str) -> list[str]:
    """Numbers in a text, with a plain minus and with a power of ten as e7."""
    text = TIMES_POWER.sub(lambda power: f"e{power[1].translate(RAISED)}", text)
    return [found.replace("−", "-").replace(",", "") for found in NUMBER.findall(text)]


def explained(lab: Lab, card: str) -> list[float]:
    """Numbers in the formulas of a card."""
    if not lab.page.evaluate(OPEN, card):
        return []
    lab.rest()
    shown = lab.page.locator(f"#explains-{card}")
    assert shown.is_visible()
    text = str(shown.text_content())
    assert "none" not in text, text
    return [float(found) for found in numbers(text)]


def last_place(text: str) -> float:
    """What one is worth at the last digit of a number; millions are shown to three digits."""
    lead, _, power = text.lstrip("-").partition("e")
    whole, _, decimals = lead.partition(".")
    if len(whole) > 6:
        return 10.0 ** (len(whole) - 3)
    return 10.0 ** (int(power or 0) - len(decimals))


def missing(shown: list[str], formulas: list[float]) -> list[str]:
    """Those of the shown numbers that no number in the formulas rounds to; signs may be apart."""

    def close(text: str, value: float) -> bool:
        return abs(abs(float(text)) - abs(value)) <= 0.5000001 * last_place(text)

    return [text for text in shown if not any(close(text, value) for value in formulas)]


def test_every_number_in_a_figure_opens(scene: Lab) -> None:
    # What was drawn in a figure that cannot show these data stays hidden behind a sentence.
    fit = "#figure-{}:not(.unfit)"
    visible = [n for n in figures() if scene.page.locator(fit.format(n)).is_visible()]
    assert len(visible) > 3
    # The data and the weights are given and have no formula.
    given = [*scene.table("samples").get("x", []), *scene.weights()]
    unexplained = {}
    for name in visible:
        drawn = [text for text in scene.drawn(name) if text != "predicted 1"]
        shown = [found for text in drawn for found in numbers(text) if float(found) not in given]
        unexplained[name] = missing(shown, explained(scene, name))
    assert {name: texts for name, texts in unexplained.items() if texts} == {}


def test_every_number_of_a_row_opens(scene: Lab) -> None:
    cells = "#samples tr[aria-selected=true] td"
    row = numbers(" ".join(scene.page.locator(cells).all_inner_texts()))
    means = numbers(" ".join(scene.page.locator("#samples tfoot td").all_inner_texts()[1:]))
    assert missing(row, [float(found) for found in numbers(scene.text("#by-hand"))]) == []
    assert missing([*row, *means], explained(scene, "table")) == []
    assert means


def test_every_count_opens(scene: Lab) -> None:
    counts = scene.page.locator("#counts b").all_inner_texts()
    formulas = explained(scene, "counts")
    assert missing([*counts, *numbers(scene.text("#accuracy"))[:1]], formulas) == []


def test_the_best_weights_open(scene: Lab) -> None:
    formulas = explained(scene, "optimum")
    shown = [text for text in numbers(scene.text("#optimum")) if "." in text]
    assert missing(shown, formulas) == []
    assert missing(numbers(scene.text("#optimum"))[-1:], formulas) == []


def test_formulas_can_be_hidden(open_file: Callable[..., Lab]) -> None:
    lab = open_file(hash="#hide=formulas")
    # The button of the read-out stays.
    assert lab.page.locator("[data-explains='boundary']:visible").count() == 1
    assert lab.page.get_by_role("button", name="Formulas").count() == 0
