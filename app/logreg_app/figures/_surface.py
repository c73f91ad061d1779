"""A loss as a landscape over both weights, where the scene stands on it, and its next step."""

from typing import Any

from bokeh.models import Image, Scatter
from bokeh.models.annotations import Arrow, NormalHead
from bokeh.plotting import figure

from logreg_app.figures._columns import number, smooth
from logreg_app.figures._marks import NOW, point, words
from logreg_app.figures._plot import add, bare_plot, heading
from logreg_app.palette import relief, themed
from logreg_app.sources import Sources

KEY = "(strong: high)"


def titles(of: dict[str, str]) -> dict[str, str]:
    """Words of a surface's title by what the loss is in, with and without penalties."""
    plain = {kind: f"{name}, log scale {KEY}" for kind, name in of.items()}
    both = {f"{kind}, penalised": f"{name} + penalty, log scale {KEY}" for kind, name in of.items()}
    return plain | both


def land(sources: Sources, table: str, ranges: tuple[str, ...], title: str, name: str) -> figure:
    """Build a surface from the source `table`, with the names of its two ranges."""
    across, up = map(sources.range, ranges)
    fig = bare_plot(across, up, x_label="intercept w₀")
    fig.yaxis.axis_label = "coefficient w₁"
    fig.title = heading(title, name, outdent=50)
    fig.grid.visible = False
    corner: dict[str, Any] = {"x": "w0_low", "y": "w1_low", "dw": "w0_width", "dh": "w1_width"}
    image = Image(image=smooth("log_loss"), **corner, color_mapper=relief())
    fig.add_glyph(sources[table], image, level="image")
    return fig


def stand(fig: figure, sources: Sources, table: str) -> None:
    """Mark where the scene stands, also beyond the edge, and where the next step leads."""
    head = themed(NormalHead(size=8, line_alpha=0), fill_color="ink")
    ends: dict[str, Any] = {
        "x_start": "arrow_w0_from",
        "y_start": "arrow_w1_from",
        "x_end": "arrow_w0_to",
        "y_end": "arrow_w1_to",
    }
    arrow = Arrow(source=sources[f"{table}_now"], **ends, end=head)
    arrow.update(line_width=2.5)
    fig.add_layout(themed(arrow, line_color="ink"))
    now = sources[f"{table}_now"]
    add(fig, now, point("w0", "w1"))
    # a point beyond the edge: its label keeps clear of its mark, which is drawn on it
    at = number("pin_label", digits=3)
    add(fig, now, words(x="pin_w0", y="pin_w1", text=at, anchor="pin_anchor", padding=9))
    beyond = Scatter(x="pin_w0", y="pin_w1", size=NOW, line_width=3)
    add(fig, now, themed(beyond, fill_color="panel", line_color="ink"))
