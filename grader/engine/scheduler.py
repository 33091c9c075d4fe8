"""Runs one execution after another: simulated threads on pooled greenlets.

All threads of the program live on one OS thread. A thread runs until it is
about to do something that another thread could see; there the strategy says who
goes on. "Nobody can" is a deadlock, known at once. What an execution does
depends on nothing but those decisions.

Order of the enabled threads handed to a strategy: the one that should go on by
default comes first (the running thread if it can, else the next in cyclic
order); sleepers come last, whoever wakes soonest first. A choice of index 0
everywhere is thus a fair, non-preemptive run, and a schedule is the list of the
other choices.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextvars import Context
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, NoReturn

from greenlet import getcurrent, greenlet

from grader.engine import pool
from grader.engine.call_log import CallLog
from grader.engine.encoding import beginning, scrub
from grader.engine.errors import Kill
from grader.engine.operations import CLOCK, Operation
from grader.engine.simulated_thread import SimThread, do_nothing
from grader.engine.strategy.dpor import PRUNE, Reduced

if TYPE_CHECKING:
    from grader.engine.recorder import Recorder
    from grader.engine.rewrite.sites import Site
    from grader.engine.strategy.base import Strategy

# A thread that goes round a loop so often without a switch lets the others go first.
PATIENCE = 50
# A sleeper that others keep from waking for so many steps goes first.
DROWSE = 4 * PATIENCE
# Frames that the engine may need on top of the program's own.
HEADROOM = 300
# What a thread begins with; Python makes an empty one as soon as a variable is set.
NO_CONTEXT: Context | None = None
# A dropped thread that swallows so many kills is never resumed again.
_STUBBORN = 50


def check_depth() -> None:
    """Raises RecursionError in the program, before it could come up in the engine."""
    try:
        sys._getframe(sys.getrecursionlimit() - HEADROOM)
    except ValueError:
        return
    raise RecursionError("maximum recursion depth exceeded")


class Scheduler:
    """The state of one execution, reused for the next.

    Args:
        adversarial: timeouts may fire whenever they would block, instead of only
            when nothing else can run before their time is up.
        max_steps: scheduling points after which an execution is given up.
    """

    def __init__(self, adversarial: bool, max_steps: int) -> None:
        self.adversarial = adversarial
        self.step_limit = max_steps
        self.sites: list[Site] = []
        # What the next item of an iterator touches.
        self.iteration: Callable[[Any], Operation] = lambda iterator: None
        # Told the ident of a thread of `together` that ends.
        self.thread_ends: Callable[[int], None] = lambda ident: None
        self.ends_show = False
        self.gil = False
        self.tracking = False
        self.reduced: Reduced | None = None
        self.recorder: Recorder | None = None
        self.graveyard: list[greenlet] = []
        self.hub = getcurrent()
        self.strategy: Strategy
        self.reset()
        # Who runs while no execution is under way: finalisers may still come to points.
        self._nobody = SimThread(self, "0", do_nothing, False)

    def reset(self) -> None:
        self.threads: list[SimThread] = []
        self.alive: list[SimThread] = []
        self.steps = 0
        self.calls = 0
        self.max_steps = self.step_limit
        self.preemptions = 0
        self.trace: list[int] = []
        self.quiet = 0
        self.sleepers = 0
        self.killing = False
        self.over = False
        self.clock = 0.0
        self.ending = ""
        self.refusal: BaseException | None = None
        self.unhandled: list[str] = []
        self.exit_calls: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []
        self.left_running: tuple[str, ...] = ()
        self.identities: dict[int, tuple[int, object]] = {}
        self.identified = 0
        self.opaque = False
        self.deadlock: list[str] = []
        self.switch_reason = ""
        self.unfair = False
        self.event = -1
        self.kept: list[Any] = []
        self.passed_on: dict[int, object] = {}
        self.lock_changes: dict[int, list[tuple[int, int | None]]] = {}
        self.stack_size = 0
        self.clock_reads = (0, 0)
        self.call_log: CallLog | None = None

    # -- an execution ------------------------------------------------------

    def run(self, main: Callable[[], None], strategy: Strategy) -> str:
        """Runs one execution; `main` is the body of thread "0".

        Returns:
            "ended", "deadlock" or "limit".
        """
        self.reset()
        self.strategy = strategy
        self.reduced = strategy if isinstance(strategy, Reduced) else None
        self.tracking = self.reduced is not None
        self.hub = getcurrent()
        pool.fill()
        thread = SimThread(self, "0", main, False)
        self._register(thread)
        self.running = thread
        assert thread.greenlet is not None
        thread.greenlet.switch(thread)
        ending = self.ending
        if self.reduced is not None:
            self.reduced.leave(self)
        if ending == "deadlock":
            self.deadlock = [
                f"{t.name} {t.block_note()}"
                for t in self.threads
                if not (t.done or t.daemon or t.wait is None)
            ]
            if self.recorder is not None:
                self.recorder.mark_deadlock()
        elif ending == "limit" and self.recorder is not None:
            self.recorder.mark_loops()
        self._drop_threads()
        # Finalisers of what dies from now on run through, but not for ever.
        self.over = True
        self.quiet = 1
        self.max_steps = self.steps + self.step_limit
        return ending

    def forget(self) -> None:
        """Drops the program's objects; their finalisers run now, when the execution is over."""
        for thread in self.threads:
            thread.forget()
        self.threads.clear()
        self.alive.clear()
        self.running = self._nobody
        self.identities.clear()
        self.kept.clear()
        self.passed_on.clear()
        self.exit_calls.clear()

    def _register(self, thread: SimThread) -> None:
        self.threads.append(thread)
        self.alive.append(thread)
        g = pool.take()
        g.parent = self.hub
        g.gr_context = NO_CONTEXT
        thread.greenlet = g

    def live(self, thread: SimThread) -> greenlet:
        """Runs a thread to its end; returns the greenlet that goes on then."""
        try:
            thread.run()
        except Kill:
            pass
        except BaseException as error:
            if not self.killing:
                # Every body catches what its program raises; this is a defect of ours.
                self.refusal = self.refusal or error
                self.ending = "refused"
                thread.done = True
        if self.killing or self.ending == "refused":
            return self.hub
        return self._finish(thread)

    def _finish(self, thread: SimThread) -> greenlet:
        # What goes now may have finalisers.
        self.quiet += 1
        thread.run = do_nothing
        thread.drop_locals()
        self.quiet -= 1
        thread.done = True
        if self.killing:
            # A finaliser used the step budget up, and swallowed its Kill as finalisers do.
            return self.hub
        thread.ended_at = self.event
        self.alive.remove(thread)
        if self.recorder is not None:
            self.recorder.ended(thread)
        for action in thread.end_actions:
            action()
        if thread.index == 0:
            self.ending = self.ending or "ended"
            return self.hub
        following = thread.starter
        if following is not None:
            thread.starter = None
        else:
            following = self._choose(thread, True)
        if following is None:
            return self.hub
        self.running = following
        return self._target(following)

    @staticmethod
    def _target(thread: SimThread) -> greenlet:
        assert thread.greenlet is not None
        return thread.greenlet

    def refuse(self, error: BaseException) -> NoReturn:
        """Ends the execution with bad input; the program cannot catch that."""
        self.refusal = error
        self._stop("refused")

    def _stop(self, ending: str) -> NoReturn:
        """Ends the execution from inside a thread; the thread never goes on."""
        self.ending = ending
        self.hub.switch()
        raise Kill

    def _drop_threads(self) -> None:
        self.killing = True
        self.max_steps = -1
        for thread in list(self.threads):
            if not thread.done and thread.greenlet is not None:
                thread.starter = None
                self.running = thread
                thread.greenlet.throw(Kill)
        self.killing = False

    def die(self) -> NoReturn:
        """Raises Kill in a thread that is being dropped; a stubborn one stops here for good."""
        here = getcurrent()
        thread = next(t for t in self.threads if t.greenlet is here and not t.done)
        thread.kills += 1
        if thread.kills > _STUBBORN:
            self.graveyard.append(here)
            while True:
                self.hub.switch()
        raise Kill

    # -- scheduling points -------------------------------------------------

    def point(self, site: int, gives_way: bool = False) -> None:
        """The running thread is about to do what stands at `site`; somebody may go first.

        Args:
            site: its number.
            gives_way: others go first by default, of the thread's own will.
        """
        thread = self.running
        self.steps += 1
        thread.site = site
        if self.steps > self.max_steps:
            self.exhausted()
        if not self.steps & 31:
            check_depth()
        if self.recorder is not None:
            self.recorder.announce(thread)
        if self.quiet or (len(self.alive) == 1 and not (self.tracking and len(self.threads) > 1)):
            return
        if thread.starter is not None:
            self._hand_back(thread)
            return
        choice = self._choose(thread, gives_way)
        if choice is not thread:
            self._switch(thread, choice)

    def back_edge(self, site: int) -> None:
        """A loop goes round; no point of its own, unless it spins."""
        thread = self.running
        self.steps += 1
        if self.steps > self.max_steps:
            thread.site = site
            self.exhausted()
        thread.spin += 1
        if thread.spin > PATIENCE and len(self.alive) > 1 and not self.quiet:
            self.yield_fairly(site)

    def yield_fairly(self, site: int) -> None:
        """A spinning thread lets the next one go on; no decision, so that no search starves it."""
        thread = self.running
        thread.spin = 0
        thread.yields += 1
        thread.site = site
        if thread.starter is not None:
            self._hand_back(thread)
            return
        self.unfair = True
        choice = (self._enabled(thread, True, others=True) or [thread])[0]
        if self.reduced is not None:
            self.reduced.decide(self, [choice])
        if choice.begins and self.call_log is not None:
            self.call_log.begins(choice)
        if choice is not thread:
            self.switch_reason = "yields"
            self._switch(thread, choice)

    def block(self, ready: Callable[[], bool], deadline: float | None = None) -> bool:
        """Waits until `ready()`; the running thread cannot go on before.

        Args:
            ready: tells whether the thread may go on.
            deadline: the clock's time (seconds) at which it may give up.

        Returns:
            Whether `ready()` held; False means the time was up.
        """
        thread = self.running
        self.steps += 1
        if self.steps > self.max_steps:
            self.exhausted()
        if self.quiet:
            raise RuntimeError("a finaliser or __repr__ waits for a lock that is held")
        thread.wait = ready
        thread.deadline = deadline
        if self.recorder is not None:
            self.recorder.announce(thread)
            self.recorder.blocked(thread)
        if thread.starter is not None:
            self._hand_back(thread)
        else:
            choice = self._choose(thread, False)
            if choice is not thread:
                self._switch(thread, choice)
        thread.wait = None
        thread.deadline = None
        if ready():
            return True
        assert deadline is not None
        self.clock = max(self.clock, deadline)
        return False

    def acquire_point(self, site: int, ready: Callable[[], bool]) -> None:
        """A point before an operation that cannot go on until `ready()`."""
        thread = self.running
        if ready():
            thread.wait = ready
            try:
                self.point(site)
            finally:
                thread.wait = None
        else:
            thread.site = site
            self.block(ready)

    def sleep(self, seconds: float) -> None:
        """Sleeps: others go first by default, but the sleeper may wake at any moment."""
        thread = self.running
        start = self.clock
        thread.pending = CLOCK
        thread.sleeping = True
        thread.wakes = start + seconds
        thread.asleep_since = self.steps
        self.sleepers += 1
        # Whoever only sleeps in a loop spins as well.
        thread.spin += PATIENCE // 5
        try:
            if thread.spin > PATIENCE and len(self.alive) > 1 and not self.quiet:
                self.yield_fairly(thread.site)
            else:
                self.point(thread.site, gives_way=True)
        finally:
            thread.sleeping = False
            self.sleepers -= 1
        self.clock = max(self.clock, start + seconds)

    def exhausted(self) -> NoReturn:
        """The step budget is spent, or the thread is being dropped."""
        if self.killing:
            self.die()
        if self.over:
            raise Kill
        self._stop("limit")

    def _hand_back(self, thread: SimThread) -> None:
        starter = thread.starter
        assert starter is not None
        thread.starter = None
        self.running = starter
        self._target(starter).switch()

    def _switch(self, thread: SimThread, choice: SimThread | None) -> None:
        thread.spin = 0
        if choice is None:
            self.hub.switch()
            raise Kill
        self.running = choice
        choice.greenlet.switch()  # type: ignore[union-attr]

    def _choose(self, thread: SimThread, voluntary: bool) -> SimThread | None:
        """Who goes on; None where nobody can, after noting the deadlock."""
        enabled = self._enabled(thread, voluntary)
        if not enabled:
            if self.killing:
                self.die()
            self.ending = "deadlock"
            return None
        free = voluntary or enabled[0] is not thread
        index = 0
        if self.reduced is not None:
            index = self.reduced.decide(self, enabled)
            if index == PRUNE:
                self.ending = "pruned"
                return None
        elif len(enabled) > 1:
            index = self.strategy.pick(self, thread, enabled, free)
        elif self.recorder is not None and self.recorder.director is not None:
            self.recorder.director.only(self, enabled[0])
        choice = enabled[index]
        if len(enabled) > 1:
            self.trace.append(index)
        if choice.begins and self.call_log is not None:
            self.call_log.begins(choice)
        if index and not free:
            self.preemptions += 1
            self.switch_reason = "preempted"
        elif choice is not thread:
            self.switch_reason = "ended" if thread.done else "yields" if voluntary else "waits"
        return choice

    def _enabled(self, thread: SimThread, voluntary: bool, others: bool = False) -> list[SimThread]:
        first = thread.index + 1 if voluntary or thread.done else thread.index
        earlier = 0
        able = []
        for other in self.alive:
            wait = other.wait
            if wait is None or wait() or (other.deadline is not None and self._fires(other)):
                if others and other is thread:
                    continue
                able.append(other)
                if other.index < first:
                    earlier += 1
        if earlier:
            able = able[earlier:] + able[:earlier]
        if self.sleepers and able:
            if len(able) > 1:
                able.sort(key=self._turn)
            if able[0].sleeping:
                # Whoever waits for less long than they sleep need not wait for them.
                early = self._soonest(min(sleeper.wakes for sleeper in able))
                return able + early if self._turn(able[0]) < 0 else early + able
        return able or self._soonest()

    def _fires(self, thread: SimThread) -> bool:
        """Tells whether a waiting thread's time may be up by now."""
        return self.adversarial or (thread.deadline or 0.0) <= self.clock

    def _turn(self, thread: SimThread) -> float:
        """Sleepers come last, as they would wake; whoever has slept for many steps comes first."""
        if not thread.sleeping:
            return -2.0
        return -1.0 if self.steps - thread.asleep_since > DROWSE else thread.wakes

    def _soonest(self, before: float = inf) -> list[SimThread]:
        """The threads whose time is up next, if that is before a time of the clock."""
        timed = [
            (thread.deadline, thread)
            for thread in self.alive
            if thread.deadline is not None and thread.deadline < before
        ]
        soonest = min((deadline for deadline, _ in timed), default=before)
        return [thread for deadline, thread in timed if deadline == soonest]

    def text_of(self, error: BaseException) -> str:
        """The text of an exception; nobody switches while the program's own code makes it."""
        self.quiet += 1
        try:
            return scrub(beginning(str(error)))[:300]
        except Exception:
            return ""
        finally:
            self.quiet -= 1

    def log_calls(self) -> CallLog:
        """Returns what records calls from now on."""
        if self.call_log is None:
            self.call_log = CallLog(self)
        return self.call_log

    # -- threads -----------------------------------------------------------

    def spawn(self, run: Callable[[], None], daemon: bool = False) -> SimThread:
        """Starts a thread and lets it run up to its first scheduling point."""
        starter = self.running
        starter.spawned += 1
        number = str(starter.spawned)
        path = number if starter.index == 0 else f"{starter.path}.{number}"
        thread = SimThread(self, path, run, daemon)
        self._register(thread)
        thread.starter = starter
        thread.site = starter.site
        thread.born = self.event
        self.running = thread
        self._target(thread).switch(thread)
        return thread

    def run_together(self, bodies: Sequence[Callable[[], None]]) -> None:
        """Runs each body in a thread and waits for all of them."""

        def in_thread(body: Callable[[], None]) -> None:
            body()
            self.thread_ends(self.running.ident)

        threads = [self.spawn(partial(in_thread, body)) for body in bodies]
        remaining = [thread for thread in threads if not thread.done]

        def ended() -> bool:
            while remaining and remaining[-1].done:
                remaining.pop()
            return not remaining

        if not ended():
            self.running.block_note = lambda: "waits for its threads to end"
            self.running.pending = ()
            self.running.waits_for = tuple(threads)
            self.running.waits_on = self.running.waits_for
            self.block(ended)

    def join_non_daemons(self) -> None:
        """Waits, as the end of a process does, for every thread that is no daemon."""
        main = self.running

        def ended() -> bool:
            return all(t.done or t.daemon or t is main for t in self.threads)

        if len(self.alive) > 1 and not ended():
            main.pending = ()
            main.waits_for = tuple(self.threads)
            main.waits_on = tuple(t for t in self.threads if not t.daemon and t is not main)
            main.block_note = lambda: "has returned and waits for the other threads to end"
            self.block(ended)
