"""The reduced search sees every outcome that the unreduced one sees, in fewer executions."""

from __future__ import annotations

from typing import Any

import pytest

from grader.engine import Exploration, Program, Source, canonical
from grader.engine.explorer import explore

HEAD = """\
import queue
import threading
import time
from grader.engine.vocabulary import attempt, together
class Shared:
    x = 0
    y = 0
"""
OBJECTS = """\
    s, items, counts = Shared(), [], {}
    lock, other, event = threading.Lock(), threading.Lock(), threading.Event()
    q, room, condition = queue.Queue(), threading.Semaphore(1), threading.Condition()
"""
RESULT = "    return s.x, s.y, list(items), dict(counts)\n"


def indented(text: str, depth: int) -> str:
    return "".join(" " * depth + line + "\n" for line in text.splitlines())


def facts(exploration: Exploration) -> set[Any]:
    return {
        (o.kind, canonical(o.value), o.exception, o.message, o.unhandled, o.left_running)
        for o in exploration.outcomes
    }


def both(
    text: str, timeouts: str = "patient", budget: int = 200
) -> tuple[Exploration, Exploration]:
    program = Program((Source("p", "p.py", text),), ("p", "main"))
    return (
        explore(program, strategy="dfs", executions=budget, timeouts=timeouts),
        explore(program, executions=budget, timeouts=timeouts),
    )


# Where the first execution ends before somebody's step, that step counts all the same.
CUT_SHORT = {
    "a deadlock keeps a thread from the lock that would have prevented it": """
        def a():
            with lock:
                event.wait()
        def b():
            with lock:
                event.set()
        together(a, b)
    """,
    "a daemon is dropped before it changes what main returns": """
        def work():
            items.append(1)
            items.append(2)
        threading.Thread(target=work, daemon=True).start()
    """,
    "a thread that nobody joins ends before main reads": """
        def work():
            s.x = 1
        threading.Thread(target=work, daemon=True).start()
        together(lambda: None)
    """,
    "a thread is left running or is not": """
        def work():
            s.x = 1
        threading.Thread(target=work).start()
        raise KeyError
    """,
}


@pytest.mark.parametrize("name", CUT_SHORT)
def test_steps_that_an_execution_never_came_to(name: str) -> None:
    body = "\n".join(line[8:] for line in CUT_SHORT[name].splitlines())
    full, reduced = both(HEAD + "def main():\n" + OBJECTS + indented(body, 4) + RESULT)
    assert len(facts(full)) > 1
    assert facts(reduced) == facts(full)
    assert reduced.exhaustive and full.exhaustive


@pytest.mark.parametrize(("threads", "times", "orders"), [(2, 2, 6), (2, 3, 20), (3, 2, 90)])
def test_nothing_is_saved_where_every_order_is_different(
    threads: int, times: int, orders: int
) -> None:
    text = f"""
def main():
    lock, log = threading.Lock(), []
    def work(me):
        for _ in range({times}):
            with lock:
                log.append(me)
    together(*[lambda me=me: work(me) for me in range({threads})])
    return tuple(log)
"""
    full, reduced = both(HEAD + text)
    assert len(facts(full)) == orders
    assert reduced.executions == full.executions == orders
    assert reduced.exhaustive and full.exhaustive


def test_threads_that_share_nothing_take_one_execution() -> None:
    text = """
def main():
    boxes = [Shared(), Shared(), Shared()]
    def work(box):
        box.x += 1
        box.y += 1
    together(*[lambda box=box: work(box) for box in boxes])
    return [box.x for box in boxes]
"""
    full, reduced = both(HEAD + text)
    assert not full.exhaustive
    assert (reduced.exhaustive, reduced.executions) == (True, 1)
    assert reduced.values == [[1, 1, 1]]


def test_a_lock_taken_before_there_are_threads_asks_for_nothing_later() -> None:
    text = """
def main():
    s, lock = Shared(), threading.Lock()
    def twice():
        with lock:
            s.x = 2
            s.x = 1
    twice()
    thread = threading.Thread(target=twice)
    thread.start()
    seen = s.x
    thread.join()
    return seen
"""
    full, reduced = both(HEAD + text)
    assert full.values == reduced.values == {1, 2}
    assert (reduced.exhaustive, reduced.executions) == (True, 3)
