"""Asks the zygote for confined processes; the judge's side of it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from grader.sandbox.confinement import Tier
from grader.sandbox.room import Room
from grader.sandbox.zygote import LARGEST

_PATIENCE = 60.0  # seconds that the zygote may take for an answer
_INHERITED = ("LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME", "TZ")


class NoZygoteError(OSError):
    """There is no zygote, or no more: nothing is said about the code in its processes."""


class Confined:
    """A process that the zygote has forked.

    Args:
        pid: its number, out here.
        zygote: its parent.
    """

    def __init__(self, pid: int, zygote: Spawner) -> None:
        self.pid = pid
        self.death = os.pidfd_open(pid)
        """A descriptor that is readable once it has ended."""
        self.returncode: int | None = None
        self.seconds = 0.0
        """Seconds of processor time that it has used, once it has ended."""
        self._zygote = zygote

    def signal(self, number: int) -> None:
        """Sends it a signal, unless it has ended."""
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.death, number)

    def kill(self) -> None:
        """Has the kernel end it, and with it everybody in its namespace."""
        self.signal(signal.SIGKILL)

    def poll(self) -> int | None:
        """Returns what `wait` would, or None if it has not ended."""
        ended, _, _ = select.select([self.death], [], [], 0)
        return self.wait() if ended else None

    def wait(self) -> int:
        """Waits for its end.

        Returns:
            Its exit code, or minus the number of the signal that ended it.

        Raises:
            NoZygoteError: the zygote is gone, and with it this process.
        """
        if self.returncode is None:
            try:
                answer = self._zygote.ask({"reap": self.pid})
            finally:
                os.close(self.death)
                self.death = -1
            self.seconds = answer["seconds"]
            self.returncode = int(answer["status"])
        return self.returncode


class Spawner:
    """A zygote, started at once and used until it ends.

    Args:
        module: what it loads before it forks; see `grader.sandbox.zygote`.
        without: layers to leave out: to find out, in tests, what each is good for.
    """

    def __init__(self, module: str, without: Collection[str] = ()) -> None:
        self._lock = threading.Lock()
        self.owner = os.getpid()
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.settimeout(_PATIENCE)
        environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        command = [sys.executable, "-P", "-B", "-m", "grader.sandbox.zygote"]
        with theirs:
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno()), module, ",".join(without)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=[theirs.fileno()],
                cwd="/",
                env=environment | {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "LANG": "C.UTF-8"},
                start_new_session=True,
            )
        self._tier: Tier | None = None
        self.why = ""
        """Why there is no better tier here."""

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def tier(self) -> Tier:
        """How its processes are confined.

        Raises:
            NoZygoteError: it did not start; the error says why.
        """
        with self._lock:
            if self._tier is None:
                ready = self._receive()
                self._tier, self.why = Tier(ready["tier"]), ready["why"]
            return self._tier

    def serve(self, fds: Sequence[int]) -> Confined:
        """Forks a process that serves at some descriptors.

        Raises:
            NoZygoteError: there is no zygote any more, or it can't.
        """
        return self._fork({"serve": True}, fds)

    def run(
        self, arguments: Sequence[str], environment: dict[str, str], room: Room, output: int
    ) -> Confined:
        """Forks a process that becomes another program.

        Args:
            arguments: the program, by its path, and what it is told.
            environment: all of its environment variables.
            room: what it gets.
            output: a descriptor for what it prints.

        Raises:
            NoZygoteError: there is no zygote any more, or it can't.
        """
        program = {
            "arguments": list(arguments),
            "environment": environment,
            "room": asdict(room),
        }
        return self._fork({"run": program}, [output])

    def ask(self, message: dict[str, Any], fds: Sequence[int] = ()) -> dict[str, Any]:
        """Sends a message and returns the answer.

        Raises:
            NoZygoteError: there is none any more.
        """
        _ = self.tier
        with self._lock:
            try:
                socket.send_fds(self._socket, [json.dumps(message).encode()], list(fds))
            except OSError as error:
                raise self._gone(str(error)) from None
            return self._receive()

    def end(self) -> None:
        """Ends the zygote, and with it all that it has forked."""
        self._process.kill()
        self._process.wait()
        self._socket.close()
        if self._process.stderr:
            self._process.stderr.close()

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def _fork(self, message: dict[str, Any], fds: Sequence[int]) -> Confined:
        answer = self.ask(message, fds)
        if "error" in answer:
            raise NoZygoteError(0, answer["error"])
        return Confined(answer["pid"], self)

    def _receive(self) -> dict[str, Any]:
        try:
            data = self._socket.recv(LARGEST)
        except OSError as error:
            raise self._gone(str(error)) from None
        if not data:
            raise self._gone("it ended")
        answer: dict[str, Any] = json.loads(data)
        return answer

    def _gone(self, why: str) -> NoZygoteError:
        self._process.kill()
        self._process.wait()
        assert self._process.stderr is not None
        said = b""
        if not self._process.stderr.closed:
            said = self._process.stderr.read()
        last = said.decode("utf-8", "replace").strip().splitlines()[-1:] or [why]
        return NoZygoteError(0, last[0])
