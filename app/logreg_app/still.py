"""A still picture of a figure, which stands in its place until BokehJS has drawn it.

It is an SVG of the curve and the samples in the frame of the plot, without axes and words: what the
eye rests on while a slow line brings the rest.
"""

from logreg_app.figures import figures
from logreg_app.state import State
from logreg_core.link import Floats

DIGITS = 4  # of a place, which goes from 0 to 1


def still(name: str, state: State) -> str:
    """The still picture of a figure as SVG; empty for a figure that names none.

    Parameters
    ----------
    name : str
    state : State
        The scene that the page opens with; a scene of several features has no still picture.
    """
    rule = getattr(figures().get(name), "STILL", None)
    if rule is None or state.data.d != 1:
        return ""
    frame = state.frame_of((rule["table"], "samples"))
    curve = getattr(frame, rule["table"])
    samples = {name: column[state.rows] for name, column in frame.samples.items()}
    ends = float(curve["x"][0]), float(curve["x"][-1])
    line = _places(_shares(curve["x"], ends), _shares(curve[rule["column"]], rule["ends"]))
    dots = ""
    for column in rule["dots"]:
        places = _places(_shares(samples["x"], ends), _shares(samples[column], rule["ends"]))
        for label in (0, 1):
            dots += _dots(
                [p for p, y in zip(places, samples["y"], strict=True) if y == label], label
            )
    return (
        '<svg class="still" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">'
        f'<path class="curve" d="M{"L".join(line)}"/>{dots}</svg>'
    )


def _shares(values: Floats, ends: tuple[float, float]) -> Floats:
    """Where values lie between two ends, as shares from 0 to 1."""
    low, high = ends
    shares: Floats = (values - low) / (high - low)
    return shares


def _places(across: Floats, up: Floats) -> list[str]:
    """Places in the picture, which SVG counts from above."""
    return [f"{_short(x)} {_short(1 - y)}" for x, y in zip(across, up, strict=True)]


def _dots(places: list[str], label: int) -> str:
    """Lines of no length, whose round or square ends are dots that keep their shape."""
    marks = "".join(f"M{place}h0" for place in places)
    return f'<path class="dots class-{label}" d="{marks}"/>' if marks else ""


def _short(share: float) -> str:
    return f"{share:.{DIGITS}f}".rstrip("0").rstrip(".")
