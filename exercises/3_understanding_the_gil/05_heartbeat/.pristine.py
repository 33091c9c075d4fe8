"""A node of a computing cluster: it works, and it says that it is alive.

The coordinator sends jobs, and every second a ping. A node that doesn't answer for a while is
declared dead, and its jobs go to another one. All messages go into an inbox; one thread, in
`serve()`, takes them out and does what they say.

What is wrong today
    During a long job nobody looks into the inbox. Nodes in the best of health are declared dead,
    and their jobs begin again elsewhere, where the same happens. What was tried: `sleep(0)` after
    each item, a shorter switch interval, a thread of its own for the pings. On quiet days it
    helped: Python *may* let another thread go on, and nothing says when it does.

What must hold
    - A ping is answered after at most `SLICE` more items of each job that is under way, however
      long the jobs are and whatever thread Python lets run.
    - A short job doesn't wait for the end of a long one: it gets its turn after at most twice
      `SLICE` more items of each other job.
    - Every item of a job is crunched once, in the order of the items, and `done` gets the sum.
      What was asked for before `stop()` is done; then `serve()` comes back.
    - As long as there is nothing to do, the node sleeps: it neither polls nor gives up.
    - `submit()`, `ping()` and `stop()` only ask and come back at once; `serve()` does the work.

What may not change
    `SLICE`, and the names and arguments of `Node`. `crunch` computes and can't be interrupted.
    `crunch`, `pong` and `done` raise nothing, and may call `submit()`, `ping()` or `stop()`. After
    `stop()` nobody asks for anything.
"""

import queue
from collections.abc import Callable, Sequence

SLICE = 4
"""How many items of one job may be crunched in a row."""


class Node:
    """Does jobs and answers pings.

    Args:
        crunch: computes one item; this is what takes so long.
    """

    def __init__(self, crunch: Callable[[int], int]) -> None:
        self._crunch = crunch
        self._inbox: queue.Queue[tuple] = queue.Queue()

    def submit(self, items: Sequence[int], done: Callable[[int], None]) -> None:
        """Ask for the sum of all crunched items; `done` is called with it."""
        self._inbox.put(("job", items, done))

    def ping(self, pong: Callable[[], None]) -> None:
        """Ask whether the node is alive; the answer is a call of `pong`."""
        self._inbox.put(("ping", pong))

    def stop(self) -> None:
        """Ask the node to finish what it has got, and to end."""
        self._inbox.put(("stop",))

    def serve(self) -> None:
        """Do what is asked for until the node is stopped."""
        while True:
            match self._inbox.get():
                case "job", items, done:
                    done(sum(self._crunch(item) for item in items))
                case "ping", pong:
                    pong()
                case _:
                    return
