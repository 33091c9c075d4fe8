"""The tasks that a scenario may hand to a function under test: any process can import them.

Worker processes get a task by its name, so a task must be a function of a real module. This
file is the standard library only: whatever Python runs the submission imports it.
"""

from __future__ import annotations

import os

__all__ = ["meet", "square", "whereabouts"]

DESK = "DOJO_DESK"


def square(number: int) -> int:
    """Returns `number` times itself."""
    return number * number


def whereabouts(guests: int | None = None) -> int:
    """Returns the id of the process in which it is called.

    Args:
        guests: if given, so many processes are to be there at once before it returns, as for
            `meet`; so that nobody can do all the work before others have come.
    """
    if guests is not None:
        meet(guests)
    return os.getpid()


def meet(guests: int) -> int:
    """Waits until so many calls are present at once, each in a process of its own.

    It sleeps meanwhile, and takes no part in the decision. Whoever watches the run lets everybody
    go when the meeting is complete, or when nobody else will come: all processes of the run are
    asleep and none of them can wake another.

    Args:
        guests: how many processes are to be present.

    Returns:
        How many different processes were present: `guests` if the meeting took place.

    Raises:
        RuntimeError: it is called outside of `run_for_real()`.
    """
    desk = os.environ.get(DESK)
    if desk is None:
        raise RuntimeError("meet() needs run_for_real(): nobody watches these processes")
    import socket  # here, since most worker processes never need it

    with socket.socket(socket.AF_UNIX) as line:
        line.connect(desk)
        line.sendall(b'{"meet": %d, "pid": %d}\n' % (guests, os.getpid()))
        with line.makefile("rb") as answers:
            return int(answers.readline())
