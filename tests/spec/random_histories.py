"""Random histories of a register, a counter and a queue, and the slow way to look for an order."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from grader.engine.encoding import canonical
from grader.spec import Call, History, Model, sequential


class Register:
    def __init__(self) -> None:
        self.value = 0

    def read(self) -> int:
        return self.value

    def write(self, value: int) -> None:
        self.value = value

    def swap_if(self, old: int, new: int) -> bool:
        if self.value == old:
            self.value = new
            return True
        return False


class Counter:
    def __init__(self) -> None:
        self.value = 0

    def increment(self) -> int:
        self.value += 1
        return self.value


class Queue:
    def __init__(self) -> None:
        self.items: deque[int] = deque()

    def put(self, item: int) -> None:
        self.items.append(item)

    def get(self) -> int:
        return self.items.popleft()


OPERATIONS = {
    Register: (("read", 0), ("write", 1), ("swap_if", 2)),
    Counter: (("increment", 0),),
    Queue: (("put", 1), ("get", 0)),
}


def draw(chance: random.Random, most: int) -> tuple[History, Model]:
    """Returns a history and its model; about half of them have an order.

    A random run of threads answers each call at a random moment while it is under way, as a
    linearizable object does; then, in half of the cases, one answer is replaced by another's.
    """
    kind = chance.choice(list(OPERATIONS))
    model = sequential(kind)
    state = model.initial
    threads = [f"T{n}" for n in range(1, chance.randint(2, 4))]
    open_calls: dict[str, tuple[Call, bool]] = {}
    calls: list[Call] = []
    wanted, event = chance.randint(1, most), 0
    while len(calls) < wanted or open_calls:
        thread = chance.choice(threads)
        if thread not in open_calls:
            if len(calls) == wanted:
                if chance.random() < 0.05:
                    break  # the rest never comes back
                continue
            name, arity = chance.choice(OPERATIONS[kind])
            args = tuple(chance.randint(0, 2) for _ in range(arity))
            call = Call(thread, name, args, None, None, event)
            calls.append(call)
            open_calls[thread] = (call, False)
        else:
            call, done = open_calls[thread]
            number = next(n for n, one in enumerate(calls) if one.begin == call.begin)
            if not done:
                ((answer, result), state) = next(iter(model.apply(state, call.name, call.args)))
                open_calls[thread] = (replace(call, kind=answer, result=result), True)
                continue
            calls[number] = replace(call, end=event)
            del open_calls[thread]
        event += 1
    back = [n for n, call in enumerate(calls) if call.end is not None]
    if chance.random() < 0.5 and back:
        number, other = chance.choice(back), chance.choice(back)
        changed = replace(calls[number], kind=calls[other].kind, result=calls[other].result)
        calls[number] = changed
    return History.of(calls), model


def brute_force(history: History, model: Model) -> bool:
    """Whether there is an order, by trying every one that real time allows."""
    return any(_orders(frozenset(range(len(history.calls))), model.initial, history, model))


def _orders(left: frozenset[int], state: object, history: History, model: Model) -> Iterator[bool]:
    if all(history.calls[n].kind is None for n in left):
        yield True
    for n in left:
        call = history.calls[n]
        others = (history.calls[m] for m in left if m != n)
        if any(other.end is not None and other.end < call.begin for other in others):
            continue
        for (kind, result), after in model.apply(state, call.name, call.args):
            if call.kind is None or (kind, canonical(result)) == call.answer:
                yield from _orders(left - {n}, after, history, model)
