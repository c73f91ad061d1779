"""What goes down to a page, in the texts and bytes that BokehJS reads.

All readers have one and the same document, which nobody changes: a session of Bokeh's for each of
them would cost memory, and its end a collection of garbage during which everybody waits.
"""

import json
from functools import cache

from bokeh.core.types import ID
from bokeh.document import Document
from bokeh.document.events import ColumnDataChangedEvent
from bokeh.protocol import Protocol
from bokeh.protocol.message import Message

from logreg_app.serving.session import Reply, open_document

Parts = list[str | bytes]
_protocol = Protocol()


def greeting() -> Parts:
    """The first message to a page."""
    return _parts(_protocol.create("ACK"))


def document(request: str) -> Parts:
    """The document, for the request with this name."""
    header, metadata, _ = _parts(_protocol.create("PULL-DOC-REPLY", ID(request), Document()))
    return [header, metadata, _content()]


def answer(reply: Reply) -> Parts:
    """A change of the document's answer."""
    doc = _document()
    model = doc.get_model_by_name("answer")
    assert model is not None
    event = ColumnDataChangedEvent(doc, model, "data", {"answer": [reply]})
    return _parts(_protocol.create("PATCH-DOC", [event]))


@cache
def _document() -> Document:
    doc = Document()
    open_document(doc)
    return doc


@cache
def _content() -> str:
    return _protocol.create("PULL-DOC-REPLY", ID(""), _document()).content_json


def _parts(message: Message) -> Parts:
    """A message as the texts and bytes that it is sent in."""
    texts: Parts = [message.header_json, message.metadata_json, message.content_json]
    for buffer in message.buffers:
        texts += [json.dumps(buffer.ref), buffer.to_bytes()]
    return texts
