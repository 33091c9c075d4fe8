"""Locks and what is built on them: the answers and the complaints of Python's own."""

from __future__ import annotations

import pytest

MISUSE = [
    "threading.Lock().release()",
    "threading.RLock().release()",
    "threading.Lock().acquire(timeout=-2)",
    "threading.RLock().acquire(timeout=-2)",
    "threading.Lock().acquire(False, 1)",
    "threading.RLock().acquire(False, 1)",
    "threading.Lock().acquire(timeout=1e12)",
    "threading.Lock().acquire(timeout='1')",
    "threading.Lock().__exit__(None, None, None)",
    "threading.Semaphore(-1)",
    "threading.Semaphore().acquire(False, 1)",
    "threading.Semaphore().release(0)",
    "threading.BoundedSemaphore(1).release()",
    "threading.BoundedSemaphore(2).release(3)",
    "threading.Condition().wait()",
    "threading.Condition().wait_for(bool)",
    "threading.Condition().notify()",
    "threading.Condition().notify_all()",
    "threading.Condition(threading.Lock()).release()",
    "threading.Condition(5)",
    "threading.Event(1)",
    "threading.Barrier()",
    "threading.Lock().acquire(timeout=float('nan'))",
    "threading.RLock()._release_save()",
    "type('Mine', (type(threading.Lock()),), {})",
]
ANSWERS = [
    "threading.Lock().acquire()",
    "threading.Lock().acquire(False)",
    "threading.Lock().acquire(blocking=True, timeout=-1)",
    "threading.Lock().acquire(True, 5)",
    "threading.Lock().locked()",
    "threading.Lock().__enter__()",
    "threading.Semaphore().acquire(blocking=False)",
    "threading.Semaphore(0).acquire(timeout=0)",
    "threading.Semaphore(2).release(2)",
    "threading.Event().is_set()",
    "threading.Event().wait(0)",
    "threading.Event().set()",
    "threading.Barrier(1).wait()",
    "threading.Barrier(3).parties",
    "threading.Barrier(3).n_waiting",
    "threading.Barrier(3).broken",
    "threading.Condition().acquire()",
    "threading.Condition().__enter__()",
    "str(threading.Lock())[:37]",
    "str(threading.RLock())[:55]",
    "type(threading.Lock()), type(threading.RLock())",
    "[hasattr(threading.RLock(), name) for name in ('locked', '_recursion_count', 'acquire_lock')]",
    "type('Mine', (type(threading.RLock()),), {})().acquire()",
    "type(threading.Lock()).__name__",
    "type(threading.RLock()).__name__",
    "isinstance(threading.Lock(), type(threading.Lock()))",
    "threading.TIMEOUT_MAX",
    "isinstance(threading.ThreadError(), RuntimeError)",
]


@pytest.mark.parametrize("call", MISUSE)
def test_misuse_gets_pythons_own_complaint(lab, call: str) -> None:
    kind, *_ = lab.as_python(f"""
        def main():
            try:
                return "fine", {call}
            except Exception as error:
                return type(error).__name__, str(error)
    """)
    assert kind != "fine"


@pytest.mark.parametrize("call", ANSWERS)
def test_calls_answer_as_pythons_own(lab, call: str) -> None:
    lab.as_python(f"def main():\n    return {call}\n")


STORIES = {
    "a lock may be released by another thread": """
        def main():
            lock = threading.Lock()
            lock.acquire()
            together(lock.release)
            return lock.locked(), lock.acquire(False)
    """,
    "a reentrant lock may not": """
        def main():
            lock = threading.RLock()
            lock.acquire()
            return together(lambda: attempt(lock.release))
    """,
    "a reentrant lock counts": """
        def main():
            lock = threading.RLock()
            with lock:
                with lock:
                    pass
                inner = together(lambda: lock.acquire(False))
            outer = together(lambda: lock.acquire(False))
            return inner, outer
    """,
    "a lock is free again after an exception": """
        def main():
            lock = threading.Lock()
            try:
                with lock:
                    raise KeyError
            except KeyError:
                return lock.locked()
    """,
    "a bounded semaphore gives back what it took": """
        def main():
            room = threading.BoundedSemaphore(2)
            with room, room:
                full = room.acquire(False)
            return full, room.acquire(False), room.acquire(False), room.acquire(False)
    """,
    "release(n) wakes n": """
        def main():
            s = threading.Semaphore(0)
            def free():
                s.release(3)
            return together(s.acquire, s.acquire, free, s.acquire)
    """,
    "an event stays set until cleared": """
        def main():
            event = threading.Event()
            event.set()
            first = event.wait(), event.is_set()
            event.clear()
            return first, event.is_set(), event.wait(0)
    """,
    "notify_all wakes all": """
        def main():
            condition = threading.Condition()
            waiting = []
            def wait():
                with condition:
                    waiting.append(1)
                    condition.notify_all()
                    condition.wait_for(lambda: len(waiting) == 3)
                    return len(waiting)
            return together(wait, wait, wait)
    """,
    "a condition over a lock of one's own": """
        def main():
            lock = threading.Lock()
            full, empty = threading.Condition(lock), threading.Condition(lock)
            box = []
            def put():
                for item in range(2):
                    with lock:
                        while box:
                            empty.wait()
                        box.append(item)
                        full.notify()
            def get():
                got = []
                for _ in range(2):
                    with lock:
                        while not box:
                            full.wait()
                        got.append(box.pop())
                        empty.notify()
                return got
            return together(put, get)[1]
    """,
    "waiting gives a reentrant lock back at any depth": """
        def main():
            condition = threading.Condition(threading.RLock())
            ready = []
            def wait():
                with condition:
                    with condition:
                        condition.wait_for(lambda: ready)
                        return list(ready)
            def make():
                with condition:
                    ready.append("made")
                    condition.notify()
            return together(wait, make)[0]
    """,
    "wait_for returns the predicate's last value": """
        def main():
            condition = threading.Condition()
            with condition:
                return condition.wait_for(lambda: "yes"), condition.wait_for(lambda: 0, timeout=0)
    """,
    "a barrier runs its action once and numbers its threads": """
        def main():
            log = []
            barrier = threading.Barrier(3, action=lambda: log.append("action"))
            numbers = together(barrier.wait, barrier.wait, barrier.wait)
            return sorted(numbers), log
    """,
    "a barrier can be used again": """
        def main():
            barrier = threading.Barrier(2)
            def rounds():
                return [barrier.wait() in (0, 1) for _ in range(2)]
            return together(rounds, rounds), barrier.n_waiting
    """,
    "a barrier whose action raises is broken": """
        def main():
            def fail():
                raise ValueError
            barrier = threading.Barrier(2, action=fail)
            return sorted(together(lambda: attempt(barrier.wait), lambda: attempt(barrier.wait)))
    """,
    "an aborted barrier complains, a reset one works": """
        def main():
            barrier = threading.Barrier(1)
            barrier.abort()
            broken = attempt(barrier.wait)
            barrier.reset()
            return broken, attempt(barrier.wait)
    """,
    "locks have weak references, as keys too": """
        import weakref
        def main():
            lock, again = threading.Lock(), threading.RLock()
            seen = {lock: 1, again: 2}
            return seen[lock], weakref.ref(lock)() is lock, weakref.ref(again)() is again
    """,
}


@pytest.mark.parametrize("story", STORIES)
def test_as_python_does(lab, story: str) -> None:
    lab.as_python(STORIES[story], strategy="random", executions=30)


def test_a_lock_excludes(lab) -> None:
    for make in ("Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore"):
        exploration = lab.explore(f"""
            class Counter:
                value = 0
            def main():
                counter = Counter()
                lock = threading.{make}()
                def add():
                    with lock:
                        counter.value += 1
                together(add, add)
                return counter.value
        """)
        assert exploration.values == {2}, make
        assert exploration.exhaustive, make


def test_two_of_three_may_pass_a_semaphore(lab) -> None:
    exploration = lab.explore(
        """
        class Room:
            inside = most = 0
        def main():
            room = Room()
            door, lock = threading.Semaphore(2), threading.Lock()
            def visit():
                with door:
                    with lock:
                        room.inside += 1
                        room.most = max(room.most, room.inside)
                    with lock:
                        room.inside -= 1
            together(visit, visit, visit)
            return room.most
        """,
        executions=400,
    )
    assert exploration.values == {1, 2}


def test_whoever_waits_for_a_lock_gets_it_in_any_order(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            lock = threading.Lock()
            order = []
            def enter(name):
                with lock:
                    order.append(name)
            together(lambda: enter("a"), lambda: enter("b"), lambda: enter("c"))
            return "".join(order)
        """,
        strategy="dfs",
    )
    assert exploration.values == {"abc", "acb", "bac", "bca", "cab", "cba"}
    # Who is first, who is next: nobody else can run inside the lock.
    assert (exploration.exhaustive, exploration.executions) == (True, 3 * 2 * 1)
