"""One process that runs foreign code, and the pipes to it."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import select
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from grader.judge.channel import ChannelError, FrameReader, frame
from grader.sandbox.room import SECONDS
from grader.sandbox.spawning import Confined, Spawner

_ERRORS_KEPT = 64 * 1024  # bytes of standard error
_PAUSE = 0.05  # seconds without a byte after which a stack is taken to be whole
_AT_MOST = 10  # times its deadline that a process may take on a busy machine
_AGAIN = 0.5  # seconds between two looks at a process past its deadline
_WHERE_MODULES_ARE = {
    *("PYTHONHOME", "PYTHONPATH", "PYTHONPLATLIBDIR", "PYTHONUSERBASE", "PYTHONNOUSERSITE"),
}
_MARKER = "GIL_DOJO_WORKER"
_FRAME_LINE = re.compile(r'File "([^"\n]*)", line (\d+)')


class ProcessEndedError(Exception):
    """The process is no more; the channel is closed."""


class DeadlinePassedError(Exception):
    """No whole frame arrived in time."""


def launch(
    arguments: Sequence[str],
    fds: Sequence[int],
    errors: int,
    folder: Path,
    environment: Mapping[str, str],
) -> subprocess.Popen[bytes]:
    """Starts a worker's process outside of any sandbox.

    Args:
        arguments: the command line.
        fds: file descriptors that the process inherits besides 0, 1 and 2.
        errors: the one where its standard error goes.
        folder: its working directory.
        environment: all of its environment variables.
    """
    return subprocess.Popen(
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=errors,
        pass_fds=fds,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )


class WorkerProcess:
    """A running `grader.judge.child`. Its last act must be `end`.

    Args:
        folder: the working directory of a process that is not confined.
        spawner: who makes it, if it is to be confined.

    Raises:
        OSError: the process can't be started.
    """

    def __init__(self, folder: Path, spawner: Spawner | None = None) -> None:
        self._token = secrets.token_hex(16)
        with contextlib.ExitStack() as undo:
            child_requests, self._requests = _pipe(undo)
            self._replies, child_replies = _pipe(undo)
            self._errors, child_errors = _pipe(undo)
            child_lifeline, self._lifeline = _pipe(undo)
            channel = (child_requests, child_replies)
            self._process: subprocess.Popen[bytes] | Confined
            if spawner is None:
                inherited = (*channel, child_lifeline)
                command = [sys.executable, "-P", "-B", "-m", "grader.judge.child"]
                command += map(str, inherited)
                environment = _environment(self._token)
                self._process = launch(command, inherited, child_errors, folder, environment)
            else:
                self._process = spawner.serve((*channel, child_errors))
            undo.pop_all()
        for fd in (*channel, child_errors, child_lifeline):
            os.close(fd)
        for fd in (self._requests, self._replies, self._errors):
            os.set_blocking(fd, False)
        self._death: int | None = None
        if isinstance(self._process, Confined):
            self._death = self._process.death
        elif hasattr(os, "pidfd_open"):
            self._death = os.pidfd_open(self.pid)
        self._reader = FrameReader()
        self._stderr = b""
        self.taken = 0.0
        """Seconds that the last exchange took: of its work, where that can be told."""

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def confined(self) -> bool:
        """Whether it runs in the sandbox, where nobody inside can send a signal that ends it."""
        return isinstance(self._process, Confined)

    @property
    def used_up(self) -> bool:
        """Whether the kernel has ended it because it used up its processor time."""
        return isinstance(self._process, Confined) and self._process.seconds >= SECONDS

    @property
    def stderr(self) -> str:
        """The end of what the process has written to its standard error."""
        return self._stderr.decode(errors="replace")

    def exchange(self, message: dict[str, Any] | None, seconds: float | None) -> dict[str, Any]:
        """Sends a message, if there is one, and returns the next that comes back.

        Args:
            message: what to send.
            seconds: of work that the process may do first; of waiting, if it does none.

        Raises:
            ChannelError: what came back is no frame, or more than one.
            ProcessEndedError: the process died instead.
            DeadlinePassedError: nothing came in time.
        """
        unsent = memoryview(frame(message) if message is not None else b"")
        deadline = _Deadline(self.pid, seconds)
        try:
            return self._exchange(unsent, deadline)
        finally:
            self.taken = deadline.taken()

    def _exchange(self, unsent: memoryview, deadline: _Deadline) -> dict[str, Any]:
        with selectors.DefaultSelector() as selector:
            selector.register(self._replies, selectors.EVENT_READ)
            selector.register(self._errors, selectors.EVENT_READ)
            if self._death is not None:
                selector.register(self._death, selectors.EVENT_READ)
            if unsent:
                selector.register(self._requests, selectors.EVENT_WRITE)
            while True:
                ready = {key.fd for key, _ in selector.select(deadline.left())}
                if self._errors in ready and not self._keep_errors():
                    selector.unregister(self._errors)
                if self._requests in ready:
                    unsent = self._send(unsent)
                    if not unsent:
                        selector.unregister(self._requests)
                if self._replies in ready:
                    data = os.read(self._replies, 1 << 20)
                    if not data:
                        raise ProcessEndedError
                    messages = self._reader.feed(data)
                    if messages:
                        return _only(messages)
                elif self._death in ready:
                    raise ProcessEndedError

    def stack(self, seconds: float) -> tuple[tuple[str, int], ...]:
        """Asks the process where it is and returns (file, line) pairs, innermost first.

        Waits for the answer for at most `seconds`; empty if there is none.
        """
        self._keep_errors()
        self._stderr = b""
        if isinstance(self._process, Confined):
            self._process.signal(signal.SIGUSR1)
        else:
            os.kill(self.pid, signal.SIGUSR1)
        until = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(self._errors, selectors.EVENT_READ)
            patience = seconds
            while until > time.monotonic() and selector.select(patience):
                self._keep_errors()
                patience = _PAUSE
        pairs = _FRAME_LINE.findall(self.stderr)
        return tuple((file, int(line)) for file, line in pairs)

    def end(self, seconds: float = 0) -> int:
        """Kills the process, unless it ends by itself within `seconds`, and all that it started.

        Returns:
            Its exit code, or minus the number of the signal that ended it.
        """
        if seconds and self._death is not None:
            select.select([self._death], [], [], seconds)
        fds = [self._requests, self._replies, self._errors, self._lifeline]
        if isinstance(self._process, Confined):
            self._process.kill()
        else:
            # It isn't reaped yet, so the group's number can't belong to anybody else.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
            fds += [] if self._death is None else [self._death]
        try:
            return self._process.wait()
        finally:
            if isinstance(self._process, subprocess.Popen):
                _kill_strays(self._token)
            self._keep_errors()
            for fd in fds:
                os.close(fd)

    def _send(self, unsent: memoryview) -> memoryview:
        try:
            return unsent[os.write(self._requests, unsent) :]
        except BrokenPipeError:
            raise ProcessEndedError from None

    def _keep_errors(self) -> bool:
        """Drains standard error, keeping its end; False when it is closed."""
        try:
            data = os.read(self._errors, 1 << 20)
        except BlockingIOError:
            return True
        self._stderr = (self._stderr + data)[-_ERRORS_KEPT:]
        return bool(data)


class _Deadline:
    """When to give a process up: a busy machine gives it more time, a hang doesn't.

    Args:
        pid: the process.
        seconds: of work, or of idleness; None for any number.
    """

    def __init__(self, pid: int, seconds: float | None) -> None:
        self._clock = (~pid << 3) | 2  # Linux: the CPU clock of that process
        self._seconds = seconds
        self._began = time.monotonic()
        self._worked_before = self._worked() or 0.0
        self._last = -1.0
        self._passed = False

    def taken(self) -> float:
        """Returns the seconds that have been used: of work, or of waiting in vain."""
        worked = self._worked()
        if worked is None:
            waited = time.monotonic() - self._began
            return waited if self._seconds is None else min(waited, self._seconds)
        return max(worked - self._worked_before, (self._seconds or 0.0) * self._passed)

    def left(self) -> float | None:
        """Returns the seconds until this is to be called again, None for never.

        Raises:
            DeadlinePassedError: there are none.
        """
        if self._seconds is None:
            return None
        waited = time.monotonic() - self._began
        if waited < self._seconds:
            return self._seconds - waited
        worked = self._worked()
        if (
            worked is None
            or worked - self._worked_before >= self._seconds
            or worked == self._last
            or waited >= _AT_MOST * self._seconds
        ):
            self._passed = True
            raise DeadlinePassedError
        self._last = worked
        return _AGAIN

    def _worked(self) -> float | None:
        try:
            return time.clock_gettime(self._clock)
        except (OSError, AttributeError, OverflowError):
            return None


def _pipe(undo: contextlib.ExitStack) -> tuple[int, int]:
    ends = os.pipe()
    for fd in ends:
        undo.callback(os.close, fd)
    return ends


def _only(messages: list[dict[str, Any]]) -> dict[str, Any]:
    if len(messages) > 1:
        raise ChannelError("two answers to one request")
    return messages[0]


def _environment(token: str) -> dict[str, str]:
    """This process's variables, but for those that change what Python does."""
    ours = {
        name: text
        for name, text in os.environ.items()
        if not name.startswith(("PYTHON", "PYTEST_")) or name in _WHERE_MODULES_ARE
    }
    return ours | {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", _MARKER: token}


def _kill_strays(token: str) -> None:
    """Ends what left the process group: whatever still carries the worker's mark (Linux)."""
    mark = f"{_MARKER}={token}".encode()
    for _ in range(100):
        strays = [int(entry.name) for entry in _processes() if _carries(entry, mark)]
        if not strays:
            return
        for pid in strays:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)


def _processes() -> list[Path]:
    with contextlib.suppress(OSError):
        return [Path("/proc", name) for name in os.listdir("/proc") if name.isdigit()]
    return []


def _carries(process: Path, mark: bytes) -> bool:
    try:
        return mark in (process / "environ").read_bytes()
    except OSError:
        return False
