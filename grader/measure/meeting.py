"""The desk of a run: where its tasks ask to meet, and where its result is handed in."""

from __future__ import annotations

import json
import os
import selectors
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

_LONGEST_MESSAGE = 8 * 1024 * 1024
_LONGEST_OUTPUT = 64 * 1024
_CREDENTIALS = struct.Struct("3i")


@dataclass(eq=False, slots=True)
class _Caller:
    line: socket.socket
    pid: int
    message: bytearray = field(default_factory=bytearray)
    guests: int = 0


class Desk:
    """Listens to the processes of one run.

    Args:
        address: the path of its Unix socket.
        output: the reading end of what the run prints; kept short and never allowed to fill up.

    Attributes:
        result: the first message that handed in a result, or None.
        result_pid: the process it came from.
        printed: the beginning of what the run printed.
        crew: the processes that came to a meeting, as the kernel knows them.
        together: the most of them that were there at once.
    """

    def __init__(self, address: str, output: int) -> None:
        self.result: dict[str, Any] | None = None
        self.result_pid = 0
        self.printed = bytearray()
        self.crew: set[int] = set()
        self.together = 0
        self._waiting: list[_Caller] = []
        self._output = output
        os.set_blocking(output, False)
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(address)
        self._door.listen(128)
        self._door.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._door, selectors.EVENT_READ, None)
        self._selector.register(output, selectors.EVENT_READ, None)

    @property
    def somebody_waits(self) -> bool:
        """Whether a task waits for others to come."""
        return bool(self._waiting)

    def attend(self, seconds: float) -> bool:
        """Deals with what comes within so many seconds; tells whether anything came."""
        events = self._selector.select(seconds)
        for key, _ in events:
            if key.fileobj is self._door:
                self._welcome()
            elif key.data is None:
                self._drain()
            else:
                self._hear(key.data)
        return bool(events)

    def dismiss(self) -> None:
        """Lets everybody go who waits: nobody else will come. Each learns how many they were."""
        for caller in list(self._waiting):
            guests = caller.guests
            present = {other.pid for other in self._waiting if other.guests == guests}
            for other in [other for other in self._waiting if other.guests == guests]:
                self._answer(other, len(present))

    def close(self) -> None:
        """Hangs up on everybody."""
        for key in list(self._selector.get_map().values()):
            if isinstance(key.data, _Caller):
                key.data.line.close()
        self._selector.close()
        self._door.close()
        os.close(self._output)

    def _welcome(self) -> None:
        line, _ = self._door.accept()
        line.setblocking(False)
        self._selector.register(line, selectors.EVENT_READ, _Caller(line, _peer(line)))

    def _drain(self) -> None:
        data = os.read(self._output, 65536)
        if not data:
            self._selector.unregister(self._output)
        room = _LONGEST_OUTPUT - len(self.printed)
        self.printed += data[: max(0, room)]

    def _hear(self, caller: _Caller) -> None:
        try:
            data = caller.line.recv(65536)
        except OSError:
            data = b""
        caller.message += data
        if not data or caller.guests or len(caller.message) > _LONGEST_MESSAGE:
            self._hang_up(caller)
        elif caller.message.endswith(b"\n"):
            self._understand(caller)

    def _understand(self, caller: _Caller) -> None:
        try:
            message = json.loads(caller.message)
        except ValueError:
            message = None
        if not isinstance(message, dict):
            self._hang_up(caller)
        elif isinstance(message.get("meet"), int) and message["meet"] > 0:
            caller.guests = message["meet"]
            caller.pid = caller.pid or int(message.get("pid", 0))
            self._waiting.append(caller)
            self.crew.add(caller.pid)
            self.together = max(self.together, len({other.pid for other in self._waiting}))
            self._gather(caller.guests)
        else:
            if self.result is None:
                self.result, self.result_pid = message, caller.pid
            caller.message.clear()

    def _gather(self, guests: int) -> None:
        """Holds the meeting as soon as there are enough processes for it."""
        present = {caller.pid: caller for caller in self._waiting if caller.guests == guests}
        if len(present) >= guests:
            for caller in list(present.values())[:guests]:
                self._answer(caller, guests)

    def _answer(self, caller: _Caller, present: int) -> None:
        with suppress(OSError):
            caller.line.sendall(b"%d\n" % present)
        self._hang_up(caller)

    def _hang_up(self, caller: _Caller) -> None:
        if caller in self._waiting:
            self._waiting.remove(caller)
        self._selector.unregister(caller.line)
        caller.line.close()


def _peer(line: socket.socket) -> int:
    """Returns the id of the process at the other end, as the kernel knows it; 0 if it doesn't."""
    option = getattr(socket, "SO_PEERCRED", None)
    if option is None:
        return 0
    credentials = line.getsockopt(socket.SOL_SOCKET, option, _CREDENTIALS.size)
    return int(_CREDENTIALS.unpack(credentials)[0])
