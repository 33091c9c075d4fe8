"""A worker as the judge sees it: asked for observations, killed and replaced at will."""

from __future__ import annotations

import contextlib
import math
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from grader.engine.errors import DojoError, ScheduleError, UnsimulatedError
from grader.judge.allowance import WORK, Allowance
from grader.judge.channel import ChannelError
from grader.judge.process import DeadlinePassedError, ProcessEndedError, WorkerProcess
from grader.judge.sandbox import spawner, tier
from grader.sandbox.confinement import Tier
from grader.sandbox.spawning import NoZygoteError

_START = 60.0  # seconds that a worker may take to be ready
_LOOK = 1.0  # seconds to learn where a worker hangs, or how it ended


class WorkerError(Exception):
    """A worker gave no answer; `sentence` says why, to the author of the code in it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class WorkerDiedError(WorkerError):
    """The process ended in the middle of a request."""


class WorkerHungError(WorkerError):
    """No answer before the deadline.

    Attributes:
        seconds: the deadline.
        stack: (file, line) of where it hung, innermost first; empty if unknown.
    """

    def __init__(self, seconds: float, stack: Sequence[tuple[str, int]]) -> None:
        super().__init__(f"no answer within {seconds:g} seconds")
        self.seconds = seconds
        self.stack = tuple(stack)


class WorkerSpentError(WorkerError):
    """What all requests together may take is used up."""

    def __init__(self, what: str = "its threads take", seconds: float = WORK) -> None:
        super().__init__(f"{what} more than {seconds:g} seconds in all")


class WorkerGarbledError(WorkerError):
    """What came over the channel is no answer."""


class WorkerBugError(WorkerError):
    """The worker didn't start, or our own code in it failed: no verdict on the code in it."""


class WorkerDefectError(WorkerBugError):
    """Our own code in the worker failed.

    Attributes:
        traceback: where, as text.
    """

    def __init__(self, traceback: str) -> None:
        super().__init__((traceback.strip().splitlines() or ["no reason given"])[-1])
        self.traceback = traceback


class Worker:
    """Answers requests about foreign code, which runs in a process of its own.

    A context manager. After a `WorkerError` that process is gone, with all that it
    started, and the next request gets a fresh one.

    Args:
        folder: the working directory of the process; it is then not confined, because the
            code is the user's own. None for a submission, which runs in the sandbox.
        allowance: what all requests may take together; None for anything.
    """

    def __init__(self, folder: Path | None = None, allowance: Allowance | None = None) -> None:
        self._folder = folder
        self.allowance = allowance
        self._process: WorkerProcess | None = None
        self._ready = False
        self._asked = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    @property
    def pid(self) -> int | None:
        """The process that answers now; None while there is none."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Has what is needed for the process started, without waiting until it is ready."""
        try:
            if self._folder is None and spawner() is not None:
                return
            self._begin()
        except OSError as error:
            raise WorkerBugError(f"a worker can't be started: {error}") from error

    def _begin(self) -> None:
        """Starts the process unless it runs.

        Raises:
            OSError: it can't be started.
        """
        if self._process is None:
            confined = self._folder is None and tier() is not Tier.PROCESS
            self._process = WorkerProcess(
                self._folder or Path("/"), spawner() if confined else None
            )
            self._ready = False

    def ask(self, request: Mapping[str, Any], deadline: float | None) -> dict[str, Any]:
        """Sends a request and returns its result.

        Args:
            request: JSON-able, with an "operation" that `grader.judge.child` knows.
            deadline: seconds of work, or of idleness; None waits for ever.

        Raises:
            DojoError: the engine says that it can't be done, and why.
            WorkerError: there is no answer.
        """
        try:
            self._begin()
        except NoZygoteError as error:
            raise WorkerBugError(f"a worker doesn't start: {error.strerror}") from error
        except OSError as error:
            raise WorkerBugError(f"a worker can't be started: {error}") from error
        try:
            self._wait_until_ready()
            return self._result(request, deadline)
        except DojoError:
            raise
        except BaseException:
            self.kill()
            raise

    def kill(self) -> None:
        """Ends the process and all that it started; harmless when there is none."""
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(NoZygoteError):
                process.end()

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        if self._ready:
            return
        try:
            self._process.exchange(None, _START)
        except (ChannelError, ProcessEndedError, DeadlinePassedError) as error:
            process = self._process
            self.kill()
            why = process.stderr.strip().splitlines()[-1:] or [repr(error)]
            raise WorkerBugError(f"a worker doesn't start: {why[0]}") from error
        self._ready = True

    def _result(self, request: Mapping[str, Any], deadline: float | None) -> dict[str, Any]:
        assert self._process is not None
        self._asked += 1
        left = self.allowance or Allowance(math.inf, math.inf)
        if min(left.work, left.wait) <= 0:
            raise WorkerSpentError
        process, began = self._process, time.monotonic()
        try:
            reply = process.exchange({"id": self._asked, **request}, deadline)
            return _read_reply(reply, self._asked)
        except DeadlinePassedError:
            assert deadline is not None
            raise WorkerHungError(deadline, process.stack(_LOOK)) from None
        except ProcessEndedError:
            raise self._end_of_process() from None
        except ChannelError as error:
            raise WorkerGarbledError(f"it wrote into the judge's channel: {error}") from None
        finally:
            left.work -= process.taken
            left.wait -= time.monotonic() - began

    def _end_of_process(self) -> WorkerError:
        """Says how the process ended: by itself, or by what has nothing to do with its code."""
        process, self._process = self._process, None
        assert process is not None
        try:
            status = process.end(_LOOK)
        except NoZygoteError:
            return WorkerBugError("a worker's process ended with the zygote")
        if process.confined and status == -signal.SIGKILL and not process.used_up:
            return WorkerBugError("a worker's process was killed from outside")
        return WorkerDiedError(_describe_end(status))


_ERRORS = {cls.__name__: cls for cls in (DojoError, UnsimulatedError, ScheduleError)}


def _read_reply(reply: dict[str, Any], asked: int) -> dict[str, Any]:
    if reply.get("id") != asked:
        raise ChannelError("the answer to another request")
    if type(result := reply.get("result")) is dict:
        return result
    if type(bug := reply.get("bug")) is str:
        raise WorkerDefectError(bug)
    match reply.get("error"):
        case {
            "type": str(kind),
            "sentence": str(sentence),
            "file": str() | None as file,
            "line": int() | None as line,
        }:
            raise _ERRORS.get(kind, DojoError)(sentence, file, line)
    raise ChannelError("an answer without a result")


def _describe_end(status: int) -> str:
    """Says how a process with this exit code (or minus a signal's number) ended."""
    if status < 0:
        try:
            name = signal.Signals(-status).name
        except ValueError:
            name = f"signal {-status}"
        return f"the code's process was ended by {name}"
    return f"the code ended its own process, with exit code {status}"
