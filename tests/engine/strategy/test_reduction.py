"""The reduced search ends in the same outcomes as the unreduced one, on drawn programs.

Hypothesis draws what two or three threads do at the same time, out of statements over every
simulated primitive, containers, aliases and calls of C code. The default is a sample;
`pytest --hypothesis-profile=thorough` draws 2,500, some minutes long (`--timeout=0`).
"""

from __future__ import annotations

import re
from itertools import chain
from textwrap import indent
from typing import Any

from hypothesis import event, given, note
from hypothesis import strategies as st

from grader.engine import Exploration, Program, Source, canonical
from grader.engine.explorer import explore

BUDGET = 400
# What the reduced search does in 400 may take the unreduced one many more.
UNREDUCED = 2000

HEAD = """
import heapq
import operator
import queue
import threading
import time
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor

from grader import attempt, together

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

    @property
    def both(self):
        return self.x + self.y

    def grow(self):
        self.x += 1
        return self.x


class Slotted:
    __slots__ = ("x",)


def main():
    s, t = State(), Slotted()
    t.x = 0
    d, log, b, heap, ends = {}, [], [], [3, 5], deque([1])
    slots, words, tags = [0, 0, 0], Counter(), set()
    numbers = iter([1, 2, 3])
    n = 0

    def bump():
        s.x += 10

    def count():
        nonlocal n
        n += 1

"""

# What `main` makes of these if a statement names it: to make all each time would take long.
PRIMITIVES = {
    "lock": "Lock()",
    "other": "Lock()",
    "inner": "RLock()",
    "event": "Event()",
    "condition": "Condition()",
    "semaphore": "Semaphore(1)",
    "bounded": "BoundedSemaphore(1)",
    "barrier": "Barrier(2)",
    "local": "local()",
}
QUEUES = {"jobs": "Queue()", "stack": "LifoQueue(maxsize=1)", "simple": "SimpleQueue()"}

RESULT = """
    return (
        s.x, s.y, t.x, tuple(sorted(d.items())), tuple(log), tuple(b), tuple(s.items),
        tuple(slots), tuple(heap), tuple(ends), tuple(sorted(words.items())), len(tags),
        State.total, HITS[0], n, LEVEL,
    )
"""

DATA = [
    "s.x += 1",
    "s.y = s.x",
    "s.x = s.y + 1",
    "s.x, s.y = s.y, s.x + 1",
    "s.y = int(s.x)",
    "s.z = 1",
    "if hasattr(s, 'z'):\n    log.append('z')",
    "if s.x == s.y:\n    s.x = 7",
    "s.y = s.both",
    "s.y = s.grow()",
    "t.x += s.x",
    "alias = s\nalias.x += 1",
    "State.total += 1",
    "s.y = s.total",
    "s.total = #",
    "type(s).total = s.x",
    "setattr(s, 'x', s.x * 2)",
    "s.y = getattr(s, 'x')",
    "s.y = operator.attrgetter('x')(s)",
    "HITS[0] += 1",
    "raise_level()",
    "s.y = LEVEL",
    "count()",
    "s.y = f'{s.x}{n}'",
    "raise ValueError(s.x)",
    "s.y = attempt(lambda: d['a'])",
]
CONTAINERS = [
    "d['a'] = d.get('a', 0) + 1",
    "d['b'] = len(d)",
    "if 'a' not in d:\n    d['a'] = #",
    "d.setdefault('a', len(log))",
    "for k in list(d):\n    s.y += 1",
    "for k in d:\n    s.y += 1",
    "d.update(a=#)",
    "d.pop('a', None)",
    "s.y = sorted(d.items())[:1]",
    "s.y = {**d} == {}",
    "log.append(#)",
    "if not log:\n    log.append(9)",
    "s.y = sum(log)",
    "for k in log:\n    s.y += k",
    "log += b",
    "log[:] = b",
    "del log[:]",
    "b.append(s.x)",
    "log.extend(b)",
    "log.sort(reverse=True)",
    "s.y = log == b",
    "s.y = 1 in log",
    "s.y = [k + 1 for k in log]",
    "s.items = b",
    "s.items.append(#)",
    "s.items += [#]",
    "first, *rest = s.items or [0]\ns.y = first",
    "slots[#] = s.x",
    "slots[0] += 1",
    "slots[len(log) % 3] += 1",
    "s.y = tuple(k for k in slots)",
    "s.y = next(numbers, 0)",
    "s.y = max(map(log.append, (#,)), default=0)",
    "heapq.heappush(heap, #)",
    "if heap:\n    s.y = heapq.heappop(heap)",
    "ends.append(#)",
    "s.y = ends.popleft() if ends else None",
    "ends.rotate(1)",
    "words['a'] += 1",
    "words.update('ab')",
    "tags.add(#)",
    "if # in tags:\n    tags.clear()",
    "operator.iadd(log, [#])",
    "add = log.append\nadd(s.x)",
]
LOCKS = [
    "with lock:\n    s.x += 1",
    "with lock:\n    with other:\n        s.y += 1",
    "with other:\n    with lock:\n        s.y += 2",
    "with inner:\n    with inner:\n        s.x += 1",
    "with lock:\n    event.wait()",
    "if lock.acquire(blocking=False):\n    s.x += 3\n    lock.release()",
    "if lock.acquire(timeout=1):\n    s.x += 1\n    lock.release()",
    "lock.acquire()\ns.y = s.x\nlock.release()",
    "lock.acquire()",
    "lock.release()",
    "if not lock.locked():\n    s.y += 1",
    "semaphore.acquire()\ns.x += 2\nsemaphore.release()",
    "with semaphore:\n    s.y += s.x",
    "semaphore.release()",
    "if semaphore.acquire(blocking=False):\n    s.x += 1",
    "bounded.release()",
    "with bounded:\n    s.x += 1",
]
WAITING = [
    "event.set()",
    "event.wait()\ns.y += s.x",
    "event.clear()",
    "if event.is_set():\n    s.x = 5",
    "event.wait(1)\ns.y += 1",
    "with condition:\n    condition.notify()",
    "with condition:\n    condition.wait()",
    "with condition:\n    s.y = condition.wait(1)",
    "with condition:\n    s.x += 1\n    condition.notify_all()",
    "with condition:\n    while not s.x:\n        condition.wait()\n    s.x -= 1",
    "with condition:\n    condition.wait_for(lambda: s.x > 0)",
    "jobs.put(#)",
    "s.y = jobs.get()",
    "if not jobs.empty():\n    s.y = jobs.get()",
    "try:\n    s.y = jobs.get_nowait()\nexcept queue.Empty:\n    s.y = 'empty'",
    "jobs.put(#)\njobs.task_done()",
    "stack.put(#)",
    "try:\n    stack.put(#, timeout=1)\nexcept queue.Full:\n    s.y = 'full'",
    "s.y = stack.get()",
    "simple.put(s.x)",
    "s.y = simple.get()",
    "s.y = jobs.qsize(), simple.empty()",
    "try:\n    barrier.wait()\nexcept threading.BrokenBarrierError:\n    s.y = 'broken'",
    "barrier.abort()",
    "local.x = s.x\ns.y = local.x",
    "s.y = hasattr(local, 'x')",
    "time.sleep(0.1)\ns.y = s.x",
    "s.y = time.monotonic() > 0",
]
STARTING = [
    "thread = threading.Thread(target=bump)\nthread.start()\nthread.join()",
    "thread = threading.Thread(target=bump)\nthread.start()\ns.y = thread.is_alive()",
    "thread = threading.Thread(target=bump, daemon=True)\nthread.start()",
    "thread = threading.Thread(target=bump)\nthread.start()\nthread.join(1)\ns.y = s.x",
    "timer = threading.Timer(1, bump)\ntimer.start()\ns.y = s.x\ntimer.cancel()",
    "with ThreadPoolExecutor(1) as pool:\n    future = pool.submit(s.grow)\n    s.y = future.result()",
    "together(bump, count)",
]


def program(bodies: list[list[str]], styles: list[str], before: str = "", beside: str = "") -> str:
    """Returns a program whose `main` runs each body in a thread, started in the given style.

    `before` is what it does itself when it is alone, `beside` what it does beside the threads.
    """
    text = HEAD
    statements = [*chain.from_iterable(bodies), before, beside]
    named = set(re.findall(r"\w+", "\n".join(statements)))
    for module, made in (("threading", PRIMITIVES), ("queue", QUEUES)):
        text += "".join(f"    {n} = {module}.{make}\n" for n, make in made.items() if n in named)
    for number, statements in enumerate(bodies):
        body = "\n".join(statements).replace("#", str(number + 1))
        text += f"    def thread_{number}():\n{indent(body, '        ')}\n\n"
    text += indent(before.replace("#", "8"), "    ") + "\n"
    joins = indent(beside.replace("#", "9"), "    ") + "\n"
    together = []
    for number, style in enumerate(styles):
        if style == "together":
            together.append(f"thread_{number}")
            continue
        daemon = style == "daemon"
        text += f"    t{number} = threading.Thread(target=thread_{number}, daemon={daemon})\n"
        text += f"    t{number}.start()\n"
        if style == "joined":
            joins += f"    t{number}.join()\n"
    if together:
        text += f"    together({', '.join(together)})\n"
    return text + joins + RESULT


@st.composite
def programs(draw: st.DrawFn) -> str:
    threads = draw(st.sampled_from([2, 2, 3]))
    group = st.sampled_from([DATA, CONTAINERS, LOCKS, WAITING, STARTING])
    kinds = [draw(st.sampled_from(draw(group))) for _ in range(3)]
    body = st.lists(st.sampled_from(kinds), min_size=1, max_size=2 if threads == 2 else 1)
    bodies = [draw(body) for _ in range(threads)]
    if draw(st.booleans()):
        return program(bodies, ["together"] * threads)
    styles = st.sampled_from(["together", "joined", "daemon", "left"])
    mine = st.just("") | st.sampled_from(kinds)
    return program(bodies, [draw(styles) for _ in bodies], draw(mine), draw(mine))


def outcomes(exploration: Exploration) -> set[Any]:
    return {
        (o.kind, canonical(o.value), o.exception, o.message, o.unhandled, o.left_running)
        for o in exploration.outcomes
    }


@given(text=programs(), timeouts=st.sampled_from(["patient", "patient", "adversarial"]))
def test_the_reduced_search_loses_no_outcome(text: str, timeouts: str) -> None:
    sources = Program((Source("program", "program.py", text),), ("program", "main"))
    reduced = explore(sources, strategy="dpor", executions=BUDGET, timeouts=timeouts)
    budget = UNREDUCED if reduced.exhaustive else BUDGET
    full = explore(sources, strategy="dfs", executions=budget, timeouts=timeouts)
    note(text)
    if full.exhaustive:
        event("compared in full")
        assert reduced.exhaustive
        assert outcomes(reduced) == outcomes(full)
        assert reduced.executions + reduced.pruned <= 2 * full.executions
    elif reduced.exhaustive:
        event("the unreduced search did not end")
        assert outcomes(reduced) >= outcomes(full)
