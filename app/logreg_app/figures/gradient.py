"""Tug of war: what each sample adds to the gradient, as bars end to end."""

from typing import Any

from bokeh.models import BasicTicker, GridBox, HBar, VSpan
from bokeh.plotting import figure

from logreg_app.figures._columns import given, number, place, share
from logreg_app.figures._marks import words
from logreg_app.figures._plot import add, bare_plot, grid, heading, pin
from logreg_app.palette import themed
from logreg_app.sources import Sources

RANK = 60
TITLE = "Tug of war"
ALT = (
    "Two panels with one bar for each sample: its residual p − y, which pulls at w₀, and its "
    "residual times x, which pulls at w₁; with the squared loss, its slope 2 (p − y) p (1 − p) "
    "in place of the residual. Each bar starts where the one before ends, so the last ends at "
    "their sum; beside each stands whether the sample would raise, lower or leave p."
)
PARTS = ("gradient", "gradient_now")
FEATURES = (1,)  # there are two panels, one for each weight
JUDGED = False
MOST_SAMPLES = 250  # bars of more samples would be too thin to see
CONTROLS = ("learning_rate", "steps", "standardise", "l1", "l2", "loss_function")
FORMULAS = ("pulls", "gradient", "step", "rate-limit")
RANGES = {
    "residual": ("gradient", ["residual_from", "residual_to"], {"include_zero": True}),
    "residual_x": ("gradient", ["residual_x_from", "residual_x_to"], {"include_zero": True}),
}
BY_LOSS = {
    f"title-pull-{name}": {"nats": residual, "bits": residual, "squared": slope}
    for name, residual, slope in (
        ("residual", "w₀:  p − y", "w₀:  slope"),
        ("residual_x", "w₁:  (p − y) x", "w₁:  slope × x"),
    )
}
GUTTER = 96  # pixels for the words beside the bars
SMALL: dict[str, Any] = {"text_font_size": "12px", "padding": 0}  # rows are low on a phone
MOST = 14  # rows at most that have words beside them
FLOOR = 1.28  # lower end of the axis: the bars take a height of 1, and their sum lies below them


def build(sources: Sources) -> GridBox:
    """Build both panels from the sources gradient and gradient_now."""
    left = _panel(sources, "residual")
    right = _panel(sources, "residual_x")
    left.min_border_left = GUTTER
    lane = place("y")
    for text in (
        words(x=0, y=lane, text=number("pull", most=MOST), x_offset=-6, **SMALL),
        words(
            x=0,
            y=lane,
            text=given("x", digits=3, most=MOST),
            x_offset=-46,
            colour="muted",
            **SMALL,
        ),
    ):
        text.anchor = "center_right"
        pin(left, sources["gradient"], text)
    widths = [f"calc(50% + {GUTTER // 2}px)", "1fr"]
    return grid([(left, 0, 0), (right, 0, 1)], cols=widths)


def _panel(sources: Sources, name: str) -> figure:
    title = f"title-pull-{name}"
    fig = bare_plot(sources.range(name), (FLOOR, 0))
    fig.update(min_border_left=12, title=heading(BY_LOSS[title]["nats"], title, outdent=4))
    fig.yaxis.visible = fig.ygrid.visible = False
    fig.xaxis.ticker = BasicTicker(desired_num_ticks=2)
    colour = {"field": "y", "transform": sources.class_colours}
    at: dict[str, Any] = {"y": place("y"), "height": share("y", 0.62), "fill_color": colour}
    at |= {"left": f"{name}_from", "right": f"{name}_to"}
    chosen = themed(HBar(**at, line_width=3), line_color="accent")
    add(fig, sources["gradient"], HBar(**at, line_alpha=0), chosen=chosen)
    now = sources["gradient_now"]
    total = HBar(y=1.05, height=0.06, left=0.0, right=f"{name}_sum", line_alpha=0)
    add(fig, now, themed(VSpan(x=0, line_width=1), line_color="edge"))
    add(fig, now, themed(total, fill_color="ink"))
    text = number(f"{name}_sum", before="sum ")
    pin(fig, now, words(x=1, y=1.19, text=text, anchor="center_right", **SMALL))
    return fig
