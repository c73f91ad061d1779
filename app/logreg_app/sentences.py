"""What is said about a scene or a view that cannot be taken: one sentence for each way to be wrong.

The sentences are templates with named places, cut to a length where a place says so; the browser
fills the same ones. Python refuses with a sentence of PROBLEMS. The browser goes on with what fits,
and where that calls for other words, they stand in TOLERATED under the same key.
"""

PROBLEMS = {
    "unknown": "There is no setting “{name:.40}”.",
    "check": "{name} is 1 or 0, got “{got:.20}”.",
    "choice": "{name} is one of {options}, got “{got:.40}”.",
    "number": "{name} is a number, got “{got:.20}”.",
    "count": "{name} is a whole number, got “{got:.20}”.",
    "moved": "{name} is written row:value, such as 4:52.5, got “{got:.20}”.",
    "range": "{name} goes from {low} to {high}, got {got}.",
    "rows": "{name} names samples 1 to {n} of {dataset}, {d} value(s) each.",
    "interaction": "{name} needs two features; {dataset} has {d}.",
    "weight": "{name} belongs to another data set; {dataset} has no such feature.",
    "costs": "cost_fp and cost_fn are both 0, so no decision matters; give one a cost.",
    "lesson": "There is no lesson “{got:.40}”. Known: {known}.",
    "figures": "There is no figure “{got:.40}”. Known: {known}.",
    "unfit": "No figure that was asked for can show “{dataset}”: {figures}. Others stand below.",
    "step": "There is no step “{got:.20}”: this lesson has steps 1 to {last}.",
    "part": "There is nothing called “{got:.40}” to {name}.",
}
TOLERATED = {
    "range": "{name} goes from {low} to {high}; {got} became {fitting}.",
    "costs": "cost_fp and cost_fn are both 0, so no decision would matter; 1 each.",
    "dataset": "There is no data set “{got:.40}” on this page.",
    "lesson": "Lesson “{got:.20}” is not in this file.",
    "figures": "There is no figure “{got:.40}” in this file.",
}


class SceneError(ValueError):
    """A setting that cannot be taken; the message names it and says what would fit."""


def refusal(problem: str, **places: object) -> SceneError:
    """The error of a problem, its sentence filled in."""
    return SceneError(PROBLEMS[problem].format(**places))
