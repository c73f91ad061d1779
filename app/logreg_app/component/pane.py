"""The Panel component that shows a page in a frame; assets/component.js is its other half."""

import zlib
from base64 import b64encode
from typing import ClassVar

import param
from panel.custom import JSComponent

from logreg_app import catalog
from logreg_app.component.turns import SILENT
from logreg_app.export import page
from logreg_app.state import State
from logreg_app.view import View


class Pane(JSComponent):
    """A page in a frame, and what is said through it.

    Attributes
    ----------
    page : str
        The whole page as text, packed.
    fixed : int
        Height of the frame in pixels; 0 lets it be as high as what is in it.
    told, said : str
        What Python and what hands have set, as `turns` writes it.
    """

    page = param.String()
    fixed = param.Integer(0)
    told = param.String(SILENT)
    said = param.String(SILENT)

    _esm = catalog.text("component.js")
    # Panel would collect changes for 50 ms, which a hand that drags can see.
    _priority_changes: ClassVar[list[str]] = ["said"]


def packed(state: State, view: View) -> str:
    """The page of a scene as text of a quarter of its length.

    It carries BokehJS, which is most of it, so that it draws in a notebook without a network and
    in an app whose own BokehJS is another one.
    """
    return b64encode(zlib.compress(page(state, view).encode())).decode()
