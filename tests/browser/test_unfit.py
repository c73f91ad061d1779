"""Figures that cannot show the data set say so in their place."""

from browser.conftest import Open
from browser.lab import Lab
from browser.truth import agree


def place(lab: Lab, figure: str) -> str:
    """What a figure says instead of showing the data set."""
    return lab.page.locator(f"#figure-{figure} .instead").inner_text()


def plots(lab: Lab) -> list[str]:
    """Figures whose plots are in sight."""
    cards = lab.page.locator(".figure:has(.plot:visible)").all()
    return [str(card.get_attribute("data-part")) for card in cards]


def test_figures_that_all_drop_out_are_named_and_others_stand_below(open_lab: Open) -> None:
    lab = open_lab("?figures=plane&dataset=loans")
    assert "No figure that was asked for can show “Loan default by income”" in lab.text("#notice")
    assert "Choose a data set with two features, such as “Too cold or too warm”." in place(
        lab, "plane"
    )
    assert plots(lab) == ["sigmoid", "loss", "boundary"]
    lab.drag("w0", 20)
    assert "figures=plane&" in lab.page.url
    agree(lab)
    lab.choose("two-clouds")
    assert plots(lab) == ["loss", "plane"]  # of the others, nobody asked for them
    assert lab.page.locator(".instead").count() == 0
    agree(lab)


def test_a_figure_that_was_asked_for_leaves_and_comes_back(open_lab: Open) -> None:
    lab = open_lab("?figures=sigmoid,loss,table")
    lab.page.click("#figure-sigmoid .explains")
    lab.choose("two-clouds")
    assert plots(lab) == ["loss"]
    assert "This figure shows one feature; “Two clouds” has two." in place(lab, "sigmoid")
    assert lab.page.locator("#figure-sigmoid .explains:not([hidden])").count() == 0
    assert not lab.page.is_visible("#explains-sigmoid")
    lab.drag("w0", 20)
    agree(lab)
    lab.choose("loans")
    assert plots(lab) == ["sigmoid", "loss"]
    assert lab.page.is_visible("#explains-sigmoid")
    agree(lab)


def test_a_link_opens_a_figure_that_can_show_the_data_set(open_lab: Open) -> None:
    lab = open_lab("?figures=sigmoid,loss&dataset=two-clouds&w0=0.25")
    lab.page.locator("#figure-sigmoid .instead a").click()
    lab.page.wait_for_selector("body[data-ready=true] #figure-plane")
    lab.rest()
    assert plots(lab) == ["loss", "plane"]
    assert lab.value("w0") == 0.25


def test_figures_of_the_usual_page_stay_away_in_silence(open_lab: Open) -> None:
    lab = open_lab("?dataset=churn")
    assert plots(lab) == ["loss"]
    assert lab.page.locator(".instead").count() == 0


def test_a_file_says_so_too(open_file: Open) -> None:
    lab = open_file(hash="#figures=sigmoid&dataset=two-clouds")
    assert lab.text("#notice").startswith("No figure that was asked for can show “Two clouds”")
    assert "Choose a data set with one feature" in place(lab, "sigmoid")
    assert plots(lab) == ["loss", "plane"]
    lab.choose("loans")
    assert plots(lab) == ["sigmoid", "loss", "boundary"]
