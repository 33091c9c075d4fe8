"""Many look, one edits: the lock around the routing table of a gateway.

Every request looks something up in the table, so `read()` is called all the time, by many threads.
Now and then an operator changes the table in several steps with `write()`. Two who only look don't
disturb each other; one who edits disturbs everybody.

What is wrong today
    The first reader closes the room to writers, and the last one opens it again. On busy days a
    request finds half of a change; now and then the gateway stands still; and sometimes the
    log says `release unlocked lock`.

What must hold
    - Who writes is alone: nobody reads and nobody else writes meanwhile.
    - Readers overlap: as long as nobody writes or waits to write, any number of them are inside
      at the same time.
    - Everybody gets in, once those before them have left.
    - Waiting costs nothing: no polling, with or without a sleep or a timeout. Who has to wait
      sleeps.
    - `read()` and `write()` return what the work returns. If the work raises, the error comes
      out, and the others get in nonetheless.

    Whether a reader may overtake a writer who waits is up to you.

What may not change
    The class `ReadWriteLock`, made without arguments; its methods `read(work)` and `write(work)`.
"""

import threading
from collections.abc import Callable


class ReadWriteLock:
    """A room with place for many readers or for one writer."""

    def __init__(self) -> None:
        self._readers = 0
        self._room = threading.Lock()

    def read(self, work: Callable[[], object]) -> object:
        """Do some work that only looks; others may be looking at the same time.

        Args:
            work: what to do inside.

        Returns:
            What `work` returns.
        """
        self._readers += 1
        if self._readers == 1:
            self._room.acquire()
        try:
            return work()
        finally:
            self._readers -= 1
            if self._readers == 0:
                self._room.release()

    def write(self, work: Callable[[], object]) -> object:
        """Do some work that changes something; nobody else is inside meanwhile.

        Args:
            work: what to do inside.

        Returns:
            What `work` returns.
        """
        with self._room:
            return work()
