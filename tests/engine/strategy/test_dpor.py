"""The reduced search sees every outcome that the unreduced one sees, in fewer executions."""

from __future__ import annotations

from random import Random
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
STATEMENTS = [
    "s.x += 1",
    "s.x = s.y",
    "s.y = s.x + 1",
    "s.y = int(s.x)",
    "s.x = len(items)",
    "s.z = 1",
    "items.append(s.x)",
    "items.append(ME)",
    "del items[:]",
    "if s.x == s.y: s.x = 7",
    "if items: items.pop()",
    "if 'k' not in counts: counts['k'] = ME",
    "if hasattr(s, 'z'): items.append('z')",
    "for item in items: s.x += 1",
    "counts['k'] = counts.get('k', 0) + 1",
    "with lock:\n    s.x += 1",
    "with lock:\n    s.y = s.x\n    s.x = 3",
    "with other:\n    with lock:\n        s.y += 2",
    "with lock:\n    with other:\n        s.x = s.y + 1",
    "with lock:\n    event.wait()",
    "with condition:\n    condition.notify()",
    "with condition:\n    condition.wait()",
    "with condition:\n    condition.wait_for(lambda: s.x > 0)",
    "with condition:\n    s.x = 1\n    condition.notify_all()",
    "if lock.acquire(False):\n    s.y = 4\n    lock.release()",
    "lock.acquire()",
    "lock.release()",
    "s.y = lock.locked()",
    "event.set()",
    "event.wait()",
    "if event.is_set(): s.x = 9",
    "q.put(ME)",
    "s.x = q.get()",
    "if not q.empty(): items.append(q.get())",
    "room.acquire()\ns.y += 1\nroom.release()",
    "time.sleep(1)\ns.x += 1",
    "raise ValueError(s.x)",
]


def indented(text: str, depth: int) -> str:
    return "".join(" " * depth + line + "\n" for line in text.splitlines())


def generated(seed: int) -> str:
    """A small program whose threads share objects; some are daemons, some nobody joins."""
    draw = Random(seed)
    count = draw.choice([2, 2, 3])
    text = HEAD + "def main():\n" + OBJECTS
    for me in range(count):
        body = [draw.choice(STATEMENTS) for _ in range(draw.randint(1, 3 if count == 2 else 1))]
        text += f"    def f{me}():\n" + indented("\n".join(body).replace("ME", str(me)), 8)
    names = [f"f{me}" for me in range(count)]
    style = draw.random()
    if style < 0.6:
        return text + f"    together({', '.join(names)})\n" + RESULT
    if style < 0.8:
        text += f"    threading.Thread(target=f0, daemon={draw.random() < 0.5}).start()\n"
        return text + f"    together({', '.join(names[1:])})\n" + RESULT
    for name in names:
        text += f"    {name} = threading.Thread(target={name}, daemon={draw.random() < 0.5})\n"
        text += f"    {name}.start()\n"
    joined = [name for name in names if draw.random() < 0.5]
    return text + "".join(f"    {name}.join()\n" for name in joined) + RESULT


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


@pytest.mark.parametrize(("timeouts", "programs"), [("patient", 40), ("adversarial", 15)])
def test_generated_programs(timeouts: str, programs: int) -> None:
    compared = saved = 0
    for seed in range(programs):
        text = generated(seed)
        full, reduced = both(text, timeouts)
        if not full.exhaustive:
            continue
        compared += 1
        saved += full.executions - reduced.executions
        assert facts(reduced) == facts(full), text
    assert compared > programs // 2
    assert saved > 10 * compared


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
