"""The connection of one reader: what comes through the gate is answered, all else ends it."""

import asyncio
import time
from typing import Any

from bokeh.server.util import check_allowlist
from bokeh.util.token import check_token_signature, get_session_id, get_token_payload
from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from logreg_app.serving import messages
from logreg_app.serving.answers import REST, Answer
from logreg_app.serving.gate import Gate, NotOursError, Pull, Question
from logreg_app.serving.handler import Quiet
from logreg_app.serving.log import log
from logreg_app.serving.origins import host, tell_refused
from logreg_app.serving.session import Reply, block_of
from logreg_app.view import view_of

MOST_TOKEN = 1000  # letters; those that the server makes have 500 at most
BREATH = 0.02  # seconds between questions of a page that asks faster than it is answered
UNPULLED = 20  # seconds in which a page has asked for its document
PONGS = 1.0  # seconds between two answers to pings, which come every half minute
REFUSED = 1008  # the websocket's code for a message that breaks the rules


class SocketHandler(Quiet, WebSocketHandler):
    """A websocket of a page, from the page's own hosts and the allowed ones."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gate = Gate()
        self._session = ""
        self._sent: set[str] = set()
        self._asked: Question | None = None
        self._work: asyncio.Task[None] | None = None
        self._deadline: asyncio.TimerHandle | None = None
        self._last_pong = 0.0
        self._gone = False

    def prepare(self) -> None:
        """Refuse who has no token of this server's, or finds it full, before a connection opens."""
        offered = self.request.headers.get("Sec-WebSocket-Protocol", "")
        word, _, token = offered.replace(" ", "").partition(",")
        if word != "bokeh" or len(token) > MOST_TOKEN or not self._is_good(token):
            self.shared.counts.add("refused")
            raise HTTPError(403)
        if self.shared.full:
            self.shared.counts.add("refused")
            raise HTTPError(503)

    def _is_good(self, token: str) -> bool:
        """Whether this server made a token, not too long ago."""
        try:
            if not check_token_signature(token, secret_key=self.shared.secret, signed=True):
                return False
        except Exception:  # whatever a forged token makes the decoder raise
            return False
        payload = get_token_payload(token)
        query = {name: values[0].decode() for name, values in payload["arguments"].items()}
        view, state = view_of(query, self.shared.options.dataset)
        self._session, self._sent = get_session_id(token), set(view.carried(state))
        return bool(payload["session_expiry"] > time.time())

    def check_origin(self, origin: str) -> bool:
        """Whether a page of this origin may connect."""
        if check_allowlist(host(origin).lower(), self.shared.hosts):
            return True
        tell_refused("connection", origin)
        return False

    def select_subprotocol(self, _offered: list[str]) -> str:
        """The only protocol that is spoken here; the token stands beside it."""
        return "bokeh"

    async def open(self) -> None:
        """Take in a reader; two connections of one session are none."""
        if not self.shared.enter(self._session, self):
            self._refuse("a second connection of a session")
            return
        self.set_nodelay(True)  # answers would wait up to 40 ms for more to go with them
        self._deadline = asyncio.get_running_loop().call_later(UNPULLED, self._end_unpulled)
        await self._send(messages.greeting())

    def _end_unpulled(self) -> None:
        self._refuse("no request for the document")

    async def on_message(self, fragment: str | bytes) -> None:
        """Take one text of a message."""
        try:
            came = self._gate.take(fragment)
        except NotOursError as why:
            self._refuse(str(why))
            return
        if isinstance(came, Pull):
            self._cancel_deadline()
            await self._send(messages.document(came.name))
        if isinstance(came, Question):
            await self._ask(came)

    async def _ask(self, question: Question) -> None:
        """Let a question take the place of the one that waits."""
        hasty, self._asked = self._asked is not None, question
        if self._work is None:
            self._work = asyncio.create_task(self._answer_all())
        if hasty:
            await asyncio.sleep(BREATH)

    async def _answer_all(self) -> None:
        while self._asked is not None:
            question, self._asked = self._asked, None
            answer = await self.shared.answers.answer(question)
            await self._send(messages.answer(self._with_block(answer)))
            await asyncio.sleep(REST * answer.seconds)
        self._work = None

    def _with_block(self, answer: Answer) -> Reply:
        """The reply, with the data set if the page does not have it."""
        if answer.dataset in self._sent or "late" in answer.reply:
            return answer.reply
        self._sent.add(answer.dataset)
        return answer.reply | {"block": block_of(answer.dataset)}

    async def _send(self, parts: messages.Parts) -> None:
        """Send a message, unless the page has gone."""
        try:
            for part in parts:
                await self.write_message(part, binary=isinstance(part, bytes))
        except WebSocketClosedError:
            self.close()

    def on_ping(self, _data: bytes) -> None:
        """Refuse a ping: a browser does not let a page send one."""
        self._refuse("a ping")

    def on_pong(self, _data: bytes) -> None:
        """Refuse answers to pings that nobody has sent."""
        now = time.monotonic()
        if now - self._last_pong < PONGS:
            self._refuse("an answer to no ping")
        self._last_pong = now

    def on_close(self) -> None:
        """Forget the reader, and the question that waits."""
        self._gone = True
        self.shared.leave(self._session, self)
        self._asked = None
        self._cancel_deadline()
        if self._work is not None:
            self._work.cancel()

    def _cancel_deadline(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None  # it would keep this connection in memory

    def _refuse(self, why: str) -> None:
        """End the connection, with one line in the log."""
        if not self._gone:
            self._gone = True
            self.shared.counts.add("refused")
            log.warning("Refused %s", why)
            self.close(REFUSED)
