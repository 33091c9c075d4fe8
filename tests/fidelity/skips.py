"""The tests of CPython that do not hold on simulated threads, by name, each with its reason.

An entry holds only for a test that fails with the words it gives, so that another failure of the
same test is not hidden; a pattern that no failure needs any more is reported.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from fnmatch import fnmatchcase

NEVER = "never"
BY_DEFAULT = "by default"


@dataclass(frozen=True)
class Skip:
    """Tests of which less is expected.

    Attributes:
        reason: why.
        patterns: their names, as `module.Class.test`; `*` stands for anything.
        says: one of these stands in the text of their failure, or of their own skip.
        holds: "never", or "by default": under the default schedule alone.
        since: the first Python that this is about.
        before: the first one that it is not about any more.
    """

    reason: str
    patterns: tuple[str, ...]
    says: tuple[str, ...] = ("",)
    holds: str = NEVER
    since: tuple[int, int] = (3, 11)
    before: tuple[int, int] = (4, 0)


ALL = (
    Skip(
        "starts a Python of its own, to see it end: the engine refuses `subprocess`",
        ("test_threading.*", "test_concurrent_futures*.ThreadPoolShutdownTest.*"),
        ("subprocess.", "requires subprocess support"),
    ),
    Skip(
        "forks: the engine refuses it",
        ("test_threading.ThreadTests.*", "test_threading.ThreadJoinOnShutdown.*"),
        ("os.fork()",),
    ),
    Skip(
        "talks to another process or interpreter through a pipe: the engine refuses it",
        ("test_thread.TestForkInThread.*", "test_threading.SubinterpThreadingTests.*"),
        ("os.pipe()",),
    ),
    Skip(
        "starts processes: the engine refuses them",
        ("test_concurrent_futures.*",),
        (
            *("concurrent.futures.process.", "multiprocessing.", "subprocess."),
            # Without a way to start one, such a test skips itself.
            "forkserver start method is not available",
        ),
    ),
    Skip(
        "starts interpreters: the engine refuses them",
        ("test_concurrent_futures.*Interpreter*",),
        ("concurrent.futures.interpreter.", "concurrent.interpreters."),
        since=(3, 14),
    ),
    Skip(
        "sends or handles signals: the engine refuses them",
        ("test_threading.InterruptMainTests.*",),
        ("signal.", "interrupt_main() is not simulated"),
    ),
    Skip(
        "sets an alarm: the engine refuses signals",
        ("test_concurrent_futures*.ThreadPoolShutdownTest.test_hang_gh94440",),
        ("signal.",),
        since=(3, 12),
    ),
    Skip(
        "sets a trace or profile function: the engine refuses that",
        ("test_threading.ThreadTests.*",),
        ("settrace", "setprofile"),
    ),
    Skip(
        "calls C code that Python has for its tests, which makes or looks into real threads",
        ("test_threading.*", "test_threading_local.*.test_threading_local_clear_race"),
        ("_testcapi", "_testinternalcapi", "_testlimitedcapi", "subinterpreters required"),
    ),
    Skip(
        "measures the C type of SimpleQueue, in whose place programs get the Python one",
        ("test_queue.CSimpleQueueTest.test_simplequeue_sizeof",),
        ("_testinternalcapi",),
        since=(3, 15),
    ),
    Skip(
        "raises an exception in another thread through the C API, which knows no simulated one",
        ("test_threading.ThreadTests.test_PyThreadState_SetAsyncExc",),
        ("not finished",),
    ),
    Skip(
        "puts 65,536 messages through a queue: more than 100,000 steps",
        (
            "test_queue.*QueueTest.test_shutdown_all_methods_in_many_threads",
            "test_queue.*QueueTest.test_shutdown_immediate_all_methods_in_many_threads",
        ),
        ("not finished",),
        since=(3, 13),
    ),
    Skip(
        "a hundred threads pass 10,000 messages, or poll for them: more than 100,000 steps",
        ("test_queue.*SimpleQueueTest.test_many_threads_nonblock",),
        ("not finished",),
    ),
    Skip(
        "25 threads take 5,000 items each from shared iterators: more than 100,000 steps",
        (
            "test_threading.ThreadingIteratorToolsTests."
            "test_concurrent_tee_supports_concurrent_consumers",
        ),
        ("not finished",),
        since=(3, 15),
    ),
    Skip(
        "what an exception prints that ends a thread: here it is part of the outcome instead",
        (
            "test_threading.ExceptHookTests.test_excepthook",
            "test_threading.ExceptHookTests.test_excepthook_thread_None",
        ),
        ("'Exception in thread",),
    ),
    Skip(
        "the operating system's name of a thread: simulated threads have none",
        (
            "test_threading.MiscTestCase.test_set_name",
            "test_threading.MiscTestCase.test_change_name",
        ),
        ("AssertionError",),
        since=(3, 14),
    ),
    Skip(
        "`threading.Lock` is a function before 3.13; here it is the type on every Python, so that"
        " all have the same schedules",
        ("test_threading.ThreadTests.test_disallow_instantiation",),
        ("TypeError not raised",),
        before=(3, 13),
    ),
    Skip(
        "the workers end when nobody refers to the executor any more; here it lives as long as the"
        " execution, because what is shown of an execution refers to it",
        (
            "test_concurrent_futures*.ThreadPoolShutdownTest.test_del_shutdown",
            "test_concurrent_futures*.ThreadPoolShutdownTest.test_thread_names_assigned",
            "test_concurrent_futures*.ThreadPoolShutdownTest.test_thread_names_default",
        ),
        ("deadlock",),
    ),
    Skip(
        "a sleep stands for `until the others wait`; here it orders nothing",
        ("test_threading.EventTests.test_set_and_clear",),
        holds=BY_DEFAULT,
    ),
    Skip(
        "one sleeps for longer than others wait, who give up; here whoever sleeps may wake first",
        (
            "test_threading.BarrierTests.test_timeout",
            "test_concurrent_futures*.ThreadPoolExecutorTest.test_map_timeout",
            "test_concurrent_futures*.ThreadPoolAsCompletedTest.test_[fz]*_time*out",
        ),
        holds=BY_DEFAULT,
    ),
    Skip(
        "waits for less long than a job sleeps, and must not see its end; here that may come first",
        ("test_concurrent_futures*.ThreadPoolWaitTests.test_timeout",),
        holds=BY_DEFAULT,
        before=(3, 14),
    ),
    Skip(
        "waits with a timeout while others sleep in a loop; here each of these sleeps may come"
        " first, and take the clock beyond the timeout",
        (
            "test_threading.BarrierTests.test_barrier_10",
            "test_threading.ConditionTests.test_timeout",
        ),
        holds=BY_DEFAULT,
    ),
    Skip(
        "a job that sleeps stands for one that takes longer than another; here it may end first",
        (
            "test_concurrent_futures*.ThreadPoolWaitTests.test_first_completed",
            "test_concurrent_futures*.ThreadPoolWaitTests.test_first_completed_some_already_completed",
            "test_concurrent_futures*.ThreadPoolWaitTests.test_first_exception",
            "test_concurrent_futures*.ThreadPoolWaitTests.test_first_exception_one_already_failed",
            "test_concurrent_futures*.ThreadPoolWaitTests.test_first_exception_some_already_complete",
        ),
        holds=BY_DEFAULT,
        before=(3, 14),
    ),
    Skip(
        "jobs that sleep keep the workers busy until the rest is cancelled; here they may end first",
        ("test_concurrent_futures*.ThreadPoolShutdownTest.test_cancel_futures",),
        holds=BY_DEFAULT,
    ),
)


def here() -> list[Skip]:
    """Those that are about the Python that runs this."""
    return [skip for skip in ALL if skip.since <= sys.version_info[:2] < skip.before]


def find(test: str, why: str, holds: str) -> Skip | None:
    """The entry that explains why a test fails, or skips itself."""
    for skip in here():
        named = any(fnmatchcase(test, pattern) for pattern in skip.patterns)
        if skip.holds == holds and named and any(words in why for words in skip.says):
            return skip
    return None


def unused(explained: list[str], modules: list[str]) -> list[str]:
    """The patterns of this Python that explain nothing.

    Args:
        explained: the tests that failed or skipped themselves, and that an entry explains.
        modules: the modules whose tests were run.
    """
    return [
        pattern
        for skip in here()
        for pattern in skip.patterns
        if any(_is_about(pattern, module) for module in modules)
        and not any(fnmatchcase(test, pattern) for test in explained)
    ]


def _is_about(pattern: str, module: str) -> bool:
    known = pattern.split("*")[0]
    return known.startswith(f"{module}.") or f"{module}.".startswith(known)
