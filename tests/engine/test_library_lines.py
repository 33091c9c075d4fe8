"""Nothing is lost by taking a call into the library as one step, split where it waits."""

from __future__ import annotations

from typing import Any

import pytest

from grader.engine import Exploration, canonical, explore, file_program, with_library_lines

PROGRAMS = {
    "an event": """
        def main():
            event, n = threading.Event(), [0]
            def wait():
                event.wait()
                n[0] += 1
            together(wait, event.set)
            return n[0]
    """,
    "an event that is cleared": """
        def main():
            event = threading.Event()
            def flash():
                event.set()
                event.clear()
            together(event.wait, flash)
    """,
    "a condition": """
        def main():
            condition, n = threading.Condition(), [0]
            def take():
                with condition:
                    while not n[0]:
                        condition.wait()
                    n[0] += 1
            def give():
                with condition:
                    n[0] = 5
                    condition.notify()
            together(take, give)
            return n[0]
    """,
    "a lost wakeup": """
        def main():
            condition = threading.Condition()
            def wait():
                with condition:
                    condition.wait()
            def notify():
                with condition:
                    condition.notify()
            together(wait, notify)
    """,
    "a wait with a timeout": """
        def main():
            condition = threading.Condition()
            def wait():
                with condition:
                    return condition.wait(1)
            def notify():
                with condition:
                    condition.notify()
            return together(wait, notify)[0]
    """,
    "a semaphore": """
        def main():
            semaphore, n = threading.Semaphore(1), [0]
            def add():
                with semaphore:
                    n[0] += 1
            together(add, add)
            return n[0]
    """,
    "a semaphore that is tried": """
        def main():
            semaphore = threading.Semaphore(1)
            def take():
                return semaphore.acquire(blocking=False)
            return tuple(together(take, take))
    """,
    "a bounded semaphore": """
        def main():
            semaphore = threading.BoundedSemaphore(1)
            semaphore.acquire()
            return tuple(together(*[lambda: attempt(semaphore.release)] * 2))
    """,
    "a barrier": """
        def main():
            barrier = threading.Barrier(2)
            return tuple(together(barrier.wait, barrier.wait))
    """,
    "a barrier that is aborted": """
        def main():
            barrier = threading.Barrier(2)
            def wait():
                try:
                    barrier.wait()
                except threading.BrokenBarrierError:
                    return "broken"
            return tuple(together(wait, barrier.abort))
    """,
    "a queue": """
        def main():
            jobs = queue.Queue(1)
            def put():
                jobs.put(1)
                jobs.put(2)
            return tuple(together(put, lambda: (jobs.get(), jobs.get())))
    """,
    "a queue that is joined": """
        def main():
            jobs, done = queue.Queue(), []
            jobs.put(1)
            def work():
                done.append(jobs.get())
                jobs.task_done()
            threading.Thread(target=work).start()
            jobs.join()
            return tuple(done)
    """,
    "a thread": """
        def main():
            n = [0]
            def add():
                n[0] += 1
            thread = threading.Thread(target=add)
            thread.start()
            alive = thread.is_alive()
            thread.join()
            return n[0], alive
    """,
}


def outcomes(exploration: Exploration) -> set[Any]:
    return {(o.kind, canonical(o.value), o.exception) for o in exploration.outcomes}


@pytest.mark.parametrize("name", PROGRAMS)
def test_switches_inside_the_library_add_no_outcome(lab, name: str) -> None:
    usual = lab.explore("from grader import attempt\n" + lab.joined(PROGRAMS[name]))
    assert usual.exhaustive
    inside = explore(with_library_lines(file_program(lab.path, "main")), executions=2000)
    assert outcomes(inside) == outcomes(usual)
    assert inside.executions > usual.executions
