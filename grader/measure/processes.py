"""A process and all that it started: who is there, whether anything moves, and the end of it.

Linux only, by /proc. Elsewhere nothing is ever seen to be still, so that a hang is found by its
deadline alone, and only the process group is ended.
"""

from __future__ import annotations

import os
import platform
import signal
import time
from contextlib import suppress
from dataclasses import dataclass

MARK = "DOJO_RUN"
"""The environment variable by which a process is known that left its session and its parents."""

_KILL_ROUNDS = 200
_ROUND_SECONDS = 0.01

# System calls that may sleep, and which argument holds their time limit: `None` where there always
# is one, ("ms", n) a number that is negative for none, ("ptr", n) an address that is 0 for none.
_Limit = tuple[str, int] | None
_TIMED_CALLS: dict[str, dict[int, _Limit]] = {
    "x86_64": {
        7: ("ms", 2),  # poll
        23: ("ptr", 4),  # select
        35: None,  # nanosleep
        128: ("ptr", 2),  # rt_sigtimedwait
        202: ("ptr", 3),  # futex
        219: None,  # restart_syscall
        230: None,  # clock_nanosleep
        232: ("ms", 3),  # epoll_wait
        270: ("ptr", 4),  # pselect6
        271: ("ptr", 2),  # ppoll
        281: ("ms", 3),  # epoll_pwait
        441: ("ptr", 3),  # epoll_pwait2
    },
    "aarch64": {
        22: ("ms", 3),  # epoll_pwait
        72: ("ptr", 4),  # pselect6
        73: ("ptr", 2),  # ppoll
        98: ("ptr", 3),  # futex
        101: None,  # nanosleep
        115: None,  # clock_nanosleep
        128: None,  # restart_syscall
        137: ("ptr", 2),  # rt_sigtimedwait
        441: ("ptr", 3),  # epoll_pwait2
    },
}


@dataclass(frozen=True, slots=True)
class Look:
    """What the processes of a run were doing at one moment.

    Two equal looks with `asleep` mean that nobody ran in between: a thread that wakes and sleeps
    again has one more switch on its account.

    Attributes:
        threads: each thread's id and how often it went off a processor so far.
        processes: how many processes there are.
        asleep: every thread waits for another one, not for a clock.
        sure: time limits could be told from endless waits.
    """

    threads: frozenset[tuple[int, int]]
    processes: int
    asleep: bool
    sure: bool


class ProcessTree:
    """A process that leads a session of its own, and everybody who comes from it.

    Args:
        root: the process id of the leader.
        mark: what `MARK` says in the environment of the run.
    """

    def __init__(self, root: int, mark: str) -> None:
        self.root = root
        self._mark = f"{MARK}={mark}".encode()
        self._known: set[tuple[int, str]] = set()

    def look(self) -> Look | None:
        """Returns what everybody does now; None where that can't be seen or is just changing."""
        pids = self._members()
        threads: set[tuple[int, int]] = set()
        asleep = sure = True
        try:
            for pid in pids:
                for tid in os.listdir(f"/proc/{pid}/task"):
                    state, switches = _status(f"/proc/{pid}/task/{tid}")
                    threads.add((int(tid), switches))
                    if state != "S":
                        asleep = False
                    elif asleep:
                        timed = _has_time_limit(f"/proc/{pid}/task/{tid}")
                        sure = sure and timed is not None
                        asleep = not timed
        except (OSError, ValueError, KeyError):
            return None
        return Look(frozenset(threads), len(pids), asleep and bool(pids), sure)

    def kill(self) -> None:
        """Ends all of them, and whoever they start meanwhile."""
        for _ in range(_KILL_ROUNDS):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.root, signal.SIGKILL)
            alive = self._members(marked=True)
            for pid in alive:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            if not alive:
                return
            time.sleep(_ROUND_SECONDS)

    def _members(self, marked: bool = False) -> set[int]:
        """Who is there and not dead: the session, all descendants, and all who ever were that.

        Args:
            marked: look into each process's environment too.
        """
        everybody: dict[int, tuple[int, int, str]] = {}
        for name in os.listdir("/proc") if os.path.isdir("/proc/self/task") else ():
            if name.isdecimal():
                try:
                    state, parent, session, started = _stat(name)
                except (OSError, ValueError, IndexError):
                    continue
                if state not in "ZX":
                    everybody[int(name)] = (parent, session, started)
        found = {
            pid
            for pid, (_, session, started) in everybody.items()
            if session == self.root
            or pid == self.root
            or (pid, started) in self._known
            or (marked and self._is_marked(pid))
        }
        fresh = found
        while fresh:
            fresh = {pid for pid, (parent, _, _) in everybody.items() if parent in fresh} - found
            found = found | fresh
        self._known.update((pid, everybody[pid][2]) for pid in found)
        return found

    def _is_marked(self, pid: int) -> bool:
        try:
            with open(f"/proc/{pid}/environ", "rb") as environment:
                return self._mark in environment.read().split(b"\0")
        except OSError:
            return False


def _stat(pid: str) -> tuple[str, int, int, str]:
    """Returns a process's state, parent, session and start time (clock ticks since boot)."""
    with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
        fields = file.read().rpartition(")")[2].split()
    return fields[0], int(fields[1]), int(fields[3]), fields[19]


def _status(folder: str) -> tuple[str, int]:
    """Returns a thread's state letter and how often it went off a processor."""
    with open(f"{folder}/status", encoding="utf-8", errors="replace") as file:
        fields = dict(line.split(":", 1) for line in file if ":" in line)
    voluntary = int(fields["voluntary_ctxt_switches"])
    return fields["State"].split()[0], voluntary + int(fields["nonvoluntary_ctxt_switches"])


def _has_time_limit(folder: str) -> bool | None:
    """Tells whether a sleeping thread will wake by itself; None where that can't be seen."""
    calls = _TIMED_CALLS.get(platform.machine())
    if calls is None:
        return None
    try:
        with open(f"{folder}/syscall", encoding="ascii") as file:
            number, *arguments = file.read().split()
    except OSError:
        return None
    if number == "running":
        return True
    if int(number) not in calls:
        return False
    limit = calls[int(number)]
    if limit is None:
        return True
    form, position = limit
    argument = int(arguments[position], 16)
    if form == "ptr":
        return argument != 0
    return argument & 0x80000000 == 0
