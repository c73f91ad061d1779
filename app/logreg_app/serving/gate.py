"""What a page may send: three kinds of messages, letter for letter, and nothing else.

BokehJS sends a message as three texts: header, metadata and content. A text that differs in one
letter from what the page's own script sends does not come from that script.
"""

import re
from dataclasses import dataclass

from logreg_core.frame import PARTS

MOST_SCENE = 8000  # letters; the longest scene that an address can hold
BLOCK = "block"
"""Asked for among the tables: the words, samples and inputs of the scene's data set."""

TABLES = frozenset((*PARTS, BLOCK))
# what URLSearchParams writes, and the three signs that the page leaves as they are
_SCENE = rf"[A-Za-z0-9*._+&=%:;,-]{{0,{MOST_SCENE}}}"
_TABLES = r"[a-z_,]{0,500}"
_HEADER = re.compile(r'\{"msgid":"[0-9A-F]{32}","msgtype":"(PULL-DOC-REQ|PATCH-DOC)"\}')
_READY = (
    '{"events":[{"kind":"MessageSent","msg_type":"bokeh_event","msg_data":'
    '{"type":"event","name":"document_ready","values":{"type":"map"}}}]}'
)
_QUESTION = re.compile(
    r'\{"events":\[\{"kind":"ModelChanged","model":\{"id":"p\d{1,12}"\},"attr":"data",'
    r'"new":\{"type":"map","entries":\[\["turn",\[(0|[1-9]\d{0,8})\]\],'
    rf'\["scene",\["({_SCENE})"\]\],\["tables",\["({_TABLES})"\]\]\]\}}\}}\]\}}'
)
_BODY = re.compile(rf'\{{"scene":"({_SCENE})","tables":"({_TABLES})"\}}')


class NotOursError(ValueError):
    """Something that no page of ours sends; the message says what kind of thing, not what."""


@dataclass(frozen=True)
class Question:
    """What a page asks: a number to tell answers apart, a scene as a query, names of tables."""

    turn: int
    scene: str
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Pull:
    """The one request for the document, and the name that its answer refers to."""

    name: str


class Gate:
    """What one connection has sent so far.

    Examples
    --------
    >>> gate = Gate()
    >>> gate.take('{"msgid":"00000000000000000000000000000000","msgtype":"PULL-DOC-REQ"}')
    >>> gate.take("{}")
    >>> type(gate.take("{}")).__name__
    'Pull'
    """

    def __init__(self) -> None:
        self._fragments: list[str] = []
        self._pulled = self._ready = False

    def take(self, fragment: str | bytes) -> Pull | Question | None:
        """One text of a message; the question or the pull that it completes.

        Raises
        ------
        NotOursError
            If the page would not have sent it.
        """
        if not isinstance(fragment, str):
            raise NotOursError("a message of bytes")
        self._fragments.append(fragment)
        if len(self._fragments) < 3:
            self._check_start(fragment)
            return None
        fragments = tuple(self._fragments)
        self._fragments.clear()
        return self._pull(fragments) if "PULL" in fragments[0] else self._patch(fragments[2])

    def _check_start(self, fragment: str) -> None:
        metadata = len(self._fragments) == 2
        if not (fragment == "{}" if metadata else _HEADER.fullmatch(fragment)):
            raise NotOursError("a message that the page does not send")

    def _pull(self, fragments: tuple[str, ...]) -> Pull:
        if self._pulled or fragments[2] != "{}":
            raise NotOursError("a second request for the document")
        self._pulled = True
        return Pull(fragments[0][10:42])  # where the header has its name

    def _patch(self, content: str) -> Question | None:
        if not self._pulled:
            raise NotOursError("a change before the document was asked for")
        if content == _READY and not self._ready:
            self._ready = True
            return None
        found = _QUESTION.fullmatch(content)
        if not found:
            raise NotOursError("a change that the page does not make")
        return Question(int(found[1]), found[2], tables_of(found[3]))


def question_in(body: bytes) -> Question:
    """The question in the body of a plain request.

    Raises
    ------
    NotOursError
        If it is not written as the page writes it.

    Examples
    --------
    >>> question_in(b'{"scene":"dataset=loans","tables":"samples,summary"}').tables
    ('samples', 'summary')
    """
    found = _BODY.fullmatch(body.decode("ascii", "replace"))
    if not found:
        raise NotOursError("a question that the page does not ask")
    return Question(0, found[1], tables_of(found[2]))


def tables_of(text: str) -> tuple[str, ...]:
    """Names of tables with a comma between, each known and named once.

    Raises
    ------
    NotOursError
        If one is unknown or stands twice.
    """
    names = tuple(text.split(",")) if text else ()
    if len({*names}) != len(names) or not TABLES.issuperset(names):
        raise NotOursError("tables that the page does not ask for")
    return names
