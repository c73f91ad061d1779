"""Training by hand: steps forwards and backwards, running, and what starts a path anew."""

from collections.abc import Callable

import numpy as np
import pytest

from browser.conftest import Open
from browser.lab import Lab
from browser.truth import agree
from logreg_app.path import MOST_STEPS
from logreg_core import descend

SHOWN = "figures=surface,history"
START = "dataset=loans&w0=1&w1=0.02&learning_rate=0.0005"


@pytest.fixture
def lab(shared: Callable[..., Lab]) -> Lab:
    """The page at the start of a training; the tests share it."""
    return shared(START, SHOWN)


def trained(lab: Lab, steps: int) -> None:
    """So many steps were taken, to where the core's descent leads from the scene's start."""
    state = lab.state()
    assert lab.value("steps") == steps
    assert lab.text("#steps") == f"{steps} {'step' if steps == 1 else 'steps'}"
    penalties = {"l1": state.l1, "l2": state.l2}
    way = descend(state.data, state.start, state.learning_rate, steps, **penalties)
    np.testing.assert_allclose(lab.weights(), way.weights[-1], rtol=1e-10)
    agree(lab)


@pytest.mark.parametrize(
    ("buttons", "steps"),
    [
        (["step"], 1),
        (["step", "step", "back"], 1),
        (["ten", "ten", "step"], 21),
        (["back"], 0),
        (["tenfold"], 10),
        (["ten", "step", "step", "tenfold"], 120),
        (["tenfold", "tenfold", "tenfold", "tenfold"], 10_000),
        (["ten", "restart"], 0),
    ],
)
def test_buttons_take_steps(lab: Lab, buttons: list[str], steps: int) -> None:
    lab.click(*buttons)
    trained(lab, steps)


def test_the_buttons_stay_where_they_are(shared: Callable[..., Lab]) -> None:
    lab = shared(START, "figures=sigmoid,history")
    places, hollow = [], []
    for _ in range(3):
        lab.click("step")
        places.append(lab.page.locator("#step").bounding_box())
        hollow.append(lab.page.is_visible("#hollow"))
    assert set(hollow) == {True, False}  # What is said above the buttons has changed.
    assert places == places[:1] * 3


CLICK = """async () => {
  for (let i = 0; i < 10; i++) {
    document.querySelector("#step").click();
    await new Promise((go) => setTimeout(go, 20));
  }
}"""


@pytest.mark.parametrize("slower", [1, 6])
def test_every_click_counts_however_slow_the_machine(lab: Lab, slower: int) -> None:
    client = lab.page.context.new_cdp_session(lab.page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    lab.page.evaluate(CLICK)
    lab.rest()
    client.detach()  # The page is as fast as before.
    trained(lab, 10)


def test_restart_leads_back_to_where_training_began(lab: Lab) -> None:
    lab.click("ten", "tenfold", "restart")
    assert lab.weights() == [1.0, 0.02]


def test_there_is_an_end_to_training(lab: Lab) -> None:
    lab.click("tenfold", "tenfold", "tenfold", "tenfold", "tenfold", "ten", "step")
    assert lab.value("steps") == MOST_STEPS
    trained(lab, MOST_STEPS)


def test_the_slider_boxes_follow_training(lab: Lab) -> None:
    lab.click("ten")
    boxes = [float(lab.box(name).input_value().replace("−", "-")) for name in ("w0", "w1")]
    np.testing.assert_allclose(boxes, lab.weights(), rtol=1e-4)  # A box shows five digits.


def test_a_run_goes_on_until_it_is_paused(lab: Lab) -> None:
    lab.page.click("#run")
    assert lab.text("#run") == "Pause"
    lab.page.wait_for_function("() => explorable.now().scene.steps >= 5")
    lab.page.click("#run")
    assert lab.text("#run") == "Run"
    lab.rest()
    steps = lab.value("steps")
    lab.page.wait_for_timeout(300)
    trained(lab, steps)


@pytest.mark.parametrize("button", ["step", "back", "ten", "restart"])
def test_any_other_button_ends_a_run(lab: Lab, button: str) -> None:
    lab.page.click("#run")
    lab.page.wait_for_function("() => explorable.now().scene.steps >= 3")
    lab.click(button)
    steps = lab.value("steps")
    assert lab.text("#run") == "Run"
    lab.page.wait_for_timeout(300)
    trained(lab, steps)


def test_a_number_that_is_selected_during_a_run_can_be_typed_over(lab: Lab) -> None:
    lab.page.click("#run")
    lab.box("w0").press("Control+A")
    steps = lab.scene()["steps"]
    lab.page.wait_for_function(f"() => explorable.now().scene.steps > {steps} + 10")
    lab.page.keyboard.type("3")
    lab.page.keyboard.press("Enter")
    lab.rest()
    assert [lab.value("w0"), lab.text("#problem"), lab.text("#run")] == [3, "", "Run"]


@pytest.mark.parametrize("end", ["reset", "dataset", "drag", "number", "surface"])
def test_what_starts_anew_ends_a_run(lab: Lab, end: str) -> None:
    lab.page.click("#run")
    lab.page.wait_for_function("() => explorable.now().scene.steps >= 3")
    ways: dict[str, Callable[[], object]] = {
        "reset": lambda: lab.page.click("#reset"),
        "dataset": lambda: lab.page.select_option("#dataset", "challenger"),
        "drag": lambda: lab.grab("w0", 30),
        "number": lambda: lab.type("w0", "3"),
        "surface": lambda: lab.page.locator("#plot-surface").click(),
    }
    ways[end]()
    lab.page.mouse.up()
    lab.page.wait_for_timeout(500)
    assert lab.text("#run") == "Run"
    steps = lab.value("steps")
    lab.page.wait_for_timeout(500)
    assert lab.value("steps") == steps


def test_a_drag_never_counts_as_a_step(lab: Lab) -> None:
    lab.click("ten")
    (_, w1), low = lab.weights(), lab.value("w0")
    lab.drag("w0", 25)
    assert lab.value("steps") == 0
    assert lab.value("w0") > low
    assert lab.weights()[1] == pytest.approx(w1, rel=1e-11)  # The other one stays.
    trained(lab, 0)
    lab.click("step")
    trained(lab, 1)


def test_another_learning_rate_is_another_path_from_the_same_start(lab: Lab) -> None:
    lab.click("ten")
    lab.type("learning_rate", "0.001")
    assert [lab.scene()["w0"], lab.scene()["w1"]] == [1.0, 0.02]
    trained(lab, 10)


@pytest.mark.parametrize("penalty", ["l1", "l2"])
def test_a_penalty_is_another_path_from_the_same_start(lab: Lab, penalty: str) -> None:
    lab.click("ten")
    lab.type(penalty, "0.5")
    trained(lab, 10)


def test_a_threshold_leaves_training_as_it_is(lab: Lab) -> None:
    lab.click("ten")
    lab.drag("threshold", 20)
    trained(lab, 10)


@pytest.mark.parametrize("rate", ["0.01", "0.1"])
def test_a_rate_that_bounces_is_drawn_as_it_is(shared: Callable[..., Lab], rate: str) -> None:
    lab = shared(f"dataset=loans&w0=0&w1=0&learning_rate={rate}", SHOWN)
    lab.click("ten", "step")
    trained(lab, 11)
    assert lab.table("history")["mean_loss"][1] > lab.table("history")["mean_loss"][0]


def test_with_less_motion_nothing_runs_by_itself(open_lab: Open) -> None:
    lab = open_lab(f"?{SHOWN}", reduced_motion="reduce")
    assert lab.page.locator("#run").count() == 0
    lab.click("hundred")
    trained(lab, 100)


def test_a_large_data_set_says_how_many_steps_it_took(shared: Callable[..., Lab]) -> None:
    lab = shared("dataset=rare&steps=9000", SHOWN)
    taken = int(lab.table("history")["step"][-1])
    assert taken < 9000
    assert lab.text("#steps").startswith(f"{taken} steps")
    assert "5,000 samples" in lab.text("#steps-end")


def test_a_page_without_training_says_how_many_steps_it_took(open_lab: Open) -> None:
    lab = open_lab("?dataset=rare&steps=9000&figures=sigmoid")
    assert "Training took 1,000 steps, not 9,000" in lab.text("#ending")


def test_the_end_of_training_says_why_nothing_moves(lab: Lab) -> None:
    lab.click("tenfold", "tenfold", "tenfold")
    assert lab.text("#steps-end") == ""
    lab.click("tenfold")
    assert lab.text("#steps-end") == "Training took 10,000 steps. There are no more here."
    lab.click("back")
    assert lab.text("#steps-end") == ""


def test_a_run_ends_where_a_weight_grows_too_far(shared: Callable[..., Lab]) -> None:
    lab = shared("dataset=loans&w0=0&w1=1000000&learning_rate=1&l2=10", SHOWN)
    lab.page.click("#run")
    lab.page.get_by_text("a weight grew beyond").wait_for()
    assert lab.text("#run") == "Run"
    lab.rest()
    steps = lab.weights(), lab.text("#steps")
    assert lab.text("#steps-end") == (
        f"Training stopped after {steps[1]}: a weight grew beyond 1,000,000,000."
    )
    lab.click("step", "tenfold")
    assert (lab.weights(), lab.text("#steps")) == steps


def test_labels_in_plots_show_no_digits_that_do_not_hold(open_lab: Open) -> None:
    scene = "dataset=loans&w0=0&w1=0&learning_rate=0.1"
    lab = open_lab(f"?{scene}&steps=1000&figures=history,rulers,sigmoid")
    assert lab.drawn("history") == ["?", "?"]
    assert "?" in lab.drawn("sigmoid")
    assert {text for text in lab.drawn("rulers") if text} == {"? ↑", "? ↓"}
    lab.click("restart")
    assert lab.drawn("history") == ["0.6931", "no step yet"]
