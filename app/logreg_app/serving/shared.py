"""What all requests that a process answers have in common."""

from collections import OrderedDict
from functools import cache

from logreg_app.lesson import lessons
from logreg_app.serving.answers import Answers, Workshop
from logreg_app.serving.counts import Counts
from logreg_app.serving.options import Options
from logreg_app.serving.origins import host
from logreg_app.serving.packing import Piece

DAY = 86_400  # seconds that a token is good for: a page may lie in a tab for so long
PATIENCE = 20.0  # seconds that a page may take to be made, while others are made first
OTHERS = 20  # pages that are kept beside the usual ones

Asked = tuple[tuple[str, str], ...]
Page = tuple[tuple[Piece, ...], tuple[Piece, ...]]


class Shelf:
    """Pages that were asked for: the usual ones for good, of the others the last ones."""

    def __init__(self) -> None:
        self._usual: dict[Asked, Page] = {}
        self._others: OrderedDict[Asked, Page] = OrderedDict()

    def get(self, asked: Asked) -> Page | None:
        """A page, if it is kept."""
        if asked in self._others:
            self._others.move_to_end(asked)
        return self._usual.get(asked) or self._others.get(asked)

    def put(self, asked: Asked, page: Page) -> None:
        """Keep a page, and of the others than the usual ones no more than there is room for."""
        if asked in usual():
            self._usual[asked] = page
            return
        self._others[asked] = page
        while len(self._others) > OTHERS:
            self._others.popitem(last=False)


@cache
def usual() -> frozenset[Asked]:
    """What many readers ask for: the free lab, and every lesson."""
    return frozenset({(), *((("lesson", number),) for number in lessons())})


class Shared:
    """The settings, the numbers, who works and who reads."""

    def __init__(self, options: Options, counts: Counts) -> None:
        self.options, self.counts, self.shelf = options, counts, Shelf()
        self.answers, self.workshop = Answers(counts), Workshop("pages", PATIENCE)
        self.secret = options.secret.encode()
        # Bokeh's list takes no IPv6 address; it is reached as localhost
        own = (name for name in (options.address, "localhost", "127.0.0.1") if ":" not in name)
        self.hosts = [*(f"{name}:{options.port}" for name in own), *map(host, options.allow_origin)]
        self._readers: dict[str, object] = {}

    @property
    def full(self) -> bool:
        """Whether there is no room for another reader."""
        return self.counts.total("readers") >= self.options.readers

    def enter(self, session: str, reader: object) -> bool:
        """Take in the reader of a session; false if it has one."""
        if session in self._readers:
            return False
        self._readers[session] = reader
        self.counts.add("readers")
        return True

    def leave(self, session: str, reader: object) -> None:
        """Let a reader go."""
        if self._readers.get(session) is reader:
            del self._readers[session]
            self.counts.add("readers", -1)
