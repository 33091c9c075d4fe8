"""The zygote: a process that has loaded all that a worker needs, and forks one when asked.

`python -m grader.sandbox.zygote SOCKET MODULE LAYERS`. It executes nothing foreign and knows no
secret. Each message on the socket, a JSON object with file descriptors beside it, is answered by
one: `{"serve": [...]}` forks a process that calls `MODULE.main` in a room of its own, `{"run": …}`
one that becomes another program there, `{"reap": pid}` waits for the end of one.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Collection
from typing import Any, NoReturn

from grader.sandbox import kernel
from grader.sandbox.confinement import Tier, confine, enter_namespaces
from grader.sandbox.room import Room, for_threads

LARGEST = 64 * 1024
"""The most bytes that a message may have."""

_MOST_DESCRIPTORS = 8


class Zygote:
    """Forks confined processes.

    Args:
        socket: where it is asked.
        serve: what a process of `{"serve": …}` calls, with the numbers of its descriptors.
        without: layers to leave out: to find out, in tests, what each is good for.
    """

    def __init__(
        self, asked: socket.socket, serve: Callable[..., None], without: Collection[str] = ()
    ) -> None:
        self._socket = asked
        self._serve = serve
        # A view without a namespace of its own would be the view of the whole system.
        self._without = frozenset(without) | ({"view"} if "namespaces" in without else set())
        self._room = for_threads()
        self.tier, self._why = self._probe()

    def answer_all(self) -> None:
        """Answers until the other end of the socket is closed."""
        self._send({"tier": int(self.tier), "why": self._why})
        while True:
            data, fds, _, _ = socket.recv_fds(self._socket, LARGEST, _MOST_DESCRIPTORS)
            if not data:
                return
            try:
                self._send(self._answer(json.loads(data), fds))
            finally:
                for fd in fds:
                    os.close(fd)

    def _answer(self, message: dict[str, Any], fds: list[int]) -> dict[str, Any]:
        if "reap" in message:
            _, status, usage = os.wait4(message["reap"], 0)
            seconds = usage.ru_utime + usage.ru_stime
            return {"status": os.waitstatus_to_exitcode(status), "seconds": seconds}
        try:
            if "run" in message:
                program = message["run"]
                room = Room(**program["room"])
                return {"pid": self._fork(room, self._layers, lambda: _become(program, fds), fds)}
            return {"pid": self._fork(self._room, self._layers, lambda: self._serve(*fds), fds)}
        except OSError as error:
            return {"error": f"a process can't be confined: {error}"}

    @property
    def _layers(self) -> frozenset[str]:
        return frozenset(self.tier.layers) - self._without

    def _probe(self) -> tuple[Tier, str]:
        """Finds the best tier that works here, and why no better one does."""
        why: list[str] = []
        for tier in (Tier.NAMESPACES, Tier.LANDLOCK):
            try:
                pid = self._fork(self._room, frozenset(tier.layers) - self._without, lambda: None)
            except OSError as error:
                why.append(str(error.strerror or error))
            else:
                os.waitpid(pid, 0)
                return tier, "; ".join(why)
        return Tier.PROCESS, "; ".join(why)

    def _fork(
        self,
        room: Room,
        layers: frozenset[str],
        body: Callable[[], None],
        fds: Collection[int] = (),
    ) -> int:
        """Returns a new process, confined already, that does `body` and ends.

        Raises:
            OSError: it can't be confined as it should.
        """
        ours, theirs = socket.socketpair()
        with ours, theirs:
            pid = os.fork()
            if pid == 0:
                _in_child(lambda: self._be_born(room, layers, body, fds, ours, theirs))
            theirs.close()
            if "namespaces" in layers:
                pid = self._adopt(pid, ours)
            with contextlib.suppress(OSError):
                ours.sendall(b"!")
            error = ours.recv(1000).decode("utf-8", "replace")
            if error != "ok":
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                raise OSError(0, error or "it ended while it was being confined")
        return pid

    def _adopt(self, between: int, line: socket.socket) -> int:
        """Learns from the process in between which one it has started, and waits for its end."""
        told = line.recv(100).decode()
        os.waitpid(between, 0)
        if not told.isdigit():
            raise OSError(0, told or "no namespaces can be had")
        return int(told)

    def _be_born(
        self,
        room: Room,
        layers: frozenset[str],
        body: Callable[[], None],
        fds: Collection[int],
        ours: socket.socket,
        line: socket.socket,
    ) -> None:
        ours.close()
        self._socket.close()
        try:
            if "namespaces" in layers:
                enter_namespaces()
                pid = os.fork()
                if pid:
                    line.sendall(str(pid).encode())
                    return
            line.recv(1)
            # Now the zygote is the parent, and the process in between is gone.
            kernel.die_with_parent(signal.SIGKILL)
            os.setsid()
            _keep_only({0, 1, 2, line.fileno(), *fds})
            confine(room, layers)
        except OSError as error:
            # A filter may be in force already, and it has no word for what sockets do.
            os.write(line.fileno(), str(error.strerror or error).encode()[:1000])
            return
        os.write(line.fileno(), b"ok")
        line.close()
        body()

    def _send(self, message: dict[str, Any]) -> None:
        self._socket.sendall(json.dumps(message).encode())


def _in_child(body: Callable[[], None]) -> NoReturn:
    """Does `body` and ends; whatever it raises is a crash of this process alone."""
    try:
        body()
        os._exit(0)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(70)


def _become(program: dict[str, Any], fds: list[int]) -> None:
    """Executes a program, which writes to the first descriptor."""
    os.dup2(fds[0], 1)
    os.dup2(fds[0], 2)
    os.execve(program["arguments"][0], program["arguments"], program["environment"])


def _keep_only(fds: set[int]) -> None:
    """Closes all file descriptors but these."""
    before = 0
    for fd in [*sorted(fds), os.sysconf("SC_OPEN_MAX")]:
        if before < fd:  # from 0 to 0 would be from 0 on
            os.closerange(before, fd)
        before = fd + 1


def main() -> None:
    """Is the zygote of the socket that was named on the command line."""
    number, module, without = sys.argv[1:4]
    asked = socket.socket(fileno=int(number))
    os.set_inheritable(asked.fileno(), False)
    for name in ("PYTHONPATH", "PYTHONHOME"):
        os.environ.pop(name, None)
    sys.argv[1:] = []
    # An interrupt is the judge's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    kernel.become_subreaper()
    serve = importlib.import_module(module)
    serve.prepare()
    # A collection would touch, and so copy, all memory that a fork shares with this process.
    gc.collect()
    gc.freeze()
    Zygote(asked, serve.main, without.split(",")).answer_all()


if __name__ == "__main__":
    main()
