"""Small programs, made of statements that two or three threads run at the same time."""

from __future__ import annotations

import random
from textwrap import indent

HEAD = """
import queue
import threading
import time

from grader import together

HITS = [0]
LEVEL = 0


def raise_level():
    global LEVEL
    LEVEL += 1


class State:
    total = 0

    def __init__(self):
        self.x = 0
        self.y = 0
        self.items = []


def main():
    s = State()
    d, log, b = {}, [], []
    slots = [0, 0, 0]
    lock, other, inner = threading.Lock(), threading.Lock(), threading.RLock()
    event, condition = threading.Event(), threading.Condition()
    semaphore, jobs, barrier = threading.Semaphore(1), queue.Queue(), threading.Barrier(2)
    numbers = iter([1, 2, 3])
    n = 0

    def bump():
        s.x += 10

    def count():
        nonlocal n
        n += 1

"""

TAIL = """
    together({names})
    return (
        s.x, s.y, tuple(sorted(d.items())), tuple(log), tuple(b), tuple(s.items), tuple(slots),
        State.total, HITS[0], n, LEVEL,
    )
"""

# `#` stands for the number of the thread.
STATEMENTS = [
    "s.x += 1",
    "s.y = s.x",
    "s.x = s.y + 1",
    "s.x, s.y = s.y, s.x + 1",
    "d['a'] = d.get('a', 0) + 1",
    "d['b'] = len(d)",
    "if 'a' not in d:\n    d['a'] = #",
    "for k in list(d):\n    s.y += 1",
    "d.update(a=#)",
    "d.pop('a', None)",
    "s.y = sorted(d.items())[:1]",
    "log.append(#)",
    "if not log:\n    log.append(9)",
    "s.y = sum(log)",
    "for k in log:\n    s.y += k",
    "log += b",
    "b.append(s.x)",
    "log.extend(b)",
    "s.items = b",
    "s.items.append(#)",
    "s.items += [#]",
    "slots[#] = s.x",
    "slots[0] += 1",
    "s.y = max(map(log.append, (#,)), default=0)",
    "s.y = tuple(k for k in slots)",
    "s.y = next(numbers, 0)",
    "with lock:\n    s.x += 1",
    "with lock:\n    with other:\n        s.y += 1",
    "with other:\n    with lock:\n        s.y += 2",
    "with inner:\n    with inner:\n        s.x += 1",
    "if lock.acquire(blocking=False):\n    s.x += 3\n    lock.release()",
    "lock.acquire()\ns.y = s.x\nlock.release()",
    "if lock.acquire(timeout=1):\n    s.x += 1\n    lock.release()",
    "if not lock.locked():\n    s.y += 1",
    "event.set()",
    "event.wait()\ns.y += s.x",
    "event.clear()",
    "if event.is_set():\n    s.x = 5",
    "event.wait(1)\ns.y += 1",
    "with condition:\n    condition.notify()",
    "with condition:\n    condition.wait()",
    "with condition:\n    s.x += 1\n    condition.notify_all()",
    "with condition:\n    while not s.x:\n        condition.wait()\n    s.x -= 1",
    "with condition:\n    condition.wait_for(lambda: s.x > 0)",
    "semaphore.acquire()\ns.x += 2\nsemaphore.release()",
    "with semaphore:\n    s.y += s.x",
    "jobs.put(#)",
    "s.y = jobs.get()",
    "if not jobs.empty():\n    s.y = jobs.get()",
    "try:\n    barrier.wait()\nexcept threading.BrokenBarrierError:\n    s.y = 'broken'",
    "State.total += 1",
    "s.y = s.total",
    "s.total = #",
    "setattr(s, 'x', s.x * 2)",
    "s.y = getattr(s, 'x')",
    "HITS[0] += 1",
    "raise_level()",
    "s.y = LEVEL",
    "count()",
    "alias = s\nalias.x += 1",
    "thread = threading.Thread(target=bump)\nthread.start()\nthread.join()",
    "thread = threading.Thread(target=bump)\nthread.start()\ns.y = thread.is_alive()",
    "time.sleep(0.1)\ns.y = s.x",
]


def program(*bodies: str) -> str:
    """Returns a program whose `main` runs each body in a thread of its own."""
    text = HEAD
    for number, body in enumerate(bodies):
        body = body.replace("#", str(number + 1))
        text += f"    def thread_{number}():\n{indent(body, '        ')}\n\n"
    return text + TAIL.format(names=", ".join(f"thread_{n}" for n in range(len(bodies))))


def pairs() -> list[str]:
    """Returns a program for every pair of statements."""
    count = len(STATEMENTS)
    return [
        program(STATEMENTS[first], STATEMENTS[second])
        for first in range(count)
        for second in range(first, count)
    ]


def drawn(seed: int) -> str:
    """Returns a program of two or three threads with one to three statements each."""
    choose = random.Random(seed)
    kinds = choose.sample(STATEMENTS, 4)
    threads = choose.choice([2, 2, 3])
    most = 3 if threads == 2 else 1
    return program(
        *[
            "\n".join(choose.choice(kinds) for _ in range(choose.randint(1, most)))
            for _ in range(threads)
        ]
    )
