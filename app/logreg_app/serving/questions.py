"""Questions as plain requests, for networks that do not let websockets through."""

import json

from bokeh.server.util import check_allowlist
from tornado.web import HTTPError

from logreg_app.serving.gate import NotOursError, question_in
from logreg_app.serving.handler import Handler
from logreg_app.serving.log import log
from logreg_app.serving.origins import host


class QuestionHandler(Handler):
    """The same questions and answers as through a websocket, without a session.

    The answer is one line of JSON, which has all but the numbers, and then their bytes.
    """

    async def head(self) -> None:
        """Refuse: there is nothing to be had without a question."""
        raise HTTPError(405)

    async def post(self) -> None:
        """Answer a question of this server's own page."""
        try:
            self._check_origin()
            question = question_in(self.request.body)
        except NotOursError as why:
            self.shared.counts.add("refused")
            log.warning("Refused %s", why)
            raise HTTPError(403) from None
        answer = await self.shared.answers.answer(question)
        head = {k: v for k, v in answer.reply.items() if k not in ("turn", "numbers")}
        self.set_header("Content-Type", "application/octet-stream")
        self.set_header("Cache-Control", "no-store")
        self.write(json.dumps(head) + "\n")
        self.write(answer.reply["numbers"])

    def _check_origin(self) -> None:
        asker = host(self.request.headers.get("Origin", "")).lower()
        if not asker or not check_allowlist(asker, self.shared.hosts):
            raise NotOursError("a question from another site")
