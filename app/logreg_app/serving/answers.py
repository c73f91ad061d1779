"""Questions of all readers, worked out so that none of them holds up another."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from logreg_app.sentences import SceneError
from logreg_app.serving.counts import Counts
from logreg_app.serving.gate import BLOCK, Question
from logreg_app.serving.session import Reply, answer_of, block_of, state_of
from logreg_app.state import State

T = TypeVar("T")
LIGHT = 1000  # steps and samples together that are worked out at once, in a few milliseconds
BUDGET = 3.0  # seconds until an answer comes too late to be of use
MOST_WAITING = 64
REST = 3  # times as long as an answer took, its reader's next question waits
LATE = "The server is busy, so these are the browser's own numbers."


class BusyError(RuntimeError):
    """So much waits already that a further job would come too late."""


class Workshop:
    """A thread for jobs that take long, one after the other, so that the others are not held up.

    A job that is not done within the budget, in seconds, is given up.
    """

    def __init__(self, name: str, budget: float) -> None:
        self._budget = budget
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._waiting = 0

    async def do(self, job: Callable[[], T]) -> T:
        """Result of a job.

        Raises
        ------
        BusyError
            If too much waits, or the job is not done in time.
        """
        if self._waiting >= MOST_WAITING:
            raise BusyError
        self._waiting += 1
        try:
            future = asyncio.get_running_loop().run_in_executor(self._thread, job)
            return await asyncio.wait_for(future, self._budget)
        except TimeoutError:
            raise BusyError from None
        finally:
            self._waiting -= 1


@dataclass(frozen=True)
class Answer:
    """What goes down to a page, the data set that it is about, and how long it took, in seconds."""

    reply: Reply
    dataset: str
    seconds: float


class Answers:
    """Answers to questions, light ones at once and heavy ones in a thread of their own."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._heavy = Workshop("heavy", BUDGET)

    async def answer(self, question: Question) -> Answer:
        """The answer to a question; a sentence instead if it cannot be worked out in time."""
        self._counts.add("questions")
        try:
            state, before = _timed(lambda: state_of(question.scene))
        except SceneError as problem:  # a page of another version may ask so
            return Answer({"turn": question.turn, **_without(str(problem))}, "", 0.0)

        def job() -> tuple[Reply, float]:
            return _timed(lambda: _reply_to(question, state))

        try:
            reply, seconds = job() if is_light(state) else await self._heavy.do(job)
        except BusyError:
            self._counts.add("late")
            reply, seconds = _without(LATE), 0.0
        self._counts.add("seconds", before + seconds)
        return Answer({"turn": question.turn, **reply}, state.dataset, before + seconds)


def is_light(state: State) -> bool:
    """Whether the answer takes no longer than a few milliseconds."""
    return state.steps + state.data.n <= LIGHT


def _reply_to(question: Question, state: State) -> Reply:
    reply = answer_of(state, question.tables)
    return reply | {"block": block_of(state.dataset)} if BLOCK in question.tables else reply


def _without(why: str) -> Reply:
    """A reply without a table, and the sentence that says why: the page's own numbers stand."""
    return {"late": why, "shapes": "{}", "numbers": b""}


def _timed(job: Callable[[], T]) -> tuple[T, float]:
    """Result of a job and the CPU seconds of this thread that it took."""
    before = time.thread_time()
    return job(), time.thread_time() - before
