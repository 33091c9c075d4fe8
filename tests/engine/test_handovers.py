"""Where the `gil` model hands over, and where not: between a read and the write that follows it."""

from __future__ import annotations

from textwrap import dedent

import pytest

UPDATE = """
from functools import partial

class Receipt:
    pass

class Wallet:
    coins = 1

    @property
    def worth(self):
        return self.coins

    def __call__(self):
        return self.coins

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return None

def get():
    return 1

def numbers():
    yield 1
    yield 2

lock, event, wallet, xs, nothing = threading.Lock(), threading.Event(), Wallet(), [1, 2], ()
total = 0

def add():
    global total
    going = numbers()
    next(going)
    seen = total
    {between}
    total = seen + 1

def main():
    thread = threading.Thread(target=add)
    thread.start()
    add()
    thread.join()
    return total
"""

HANDS_OVER = [
    "print(seen)",
    "isinstance(seen, int)",
    "len(xs)",
    "xs.append(seen)",
    "Receipt()",
    "get()",
    "get(*nothing)",
    "wallet()",
    "partial(get)()",
    "wallet.worth",
    "next(going)",
    "[n for n in nothing]",
    "sum(n for n in nothing)",
    "with lock: pass",
    "with wallet: pass",
    "event.set()",
    "time.sleep(0)",
    "for _ in 'a': pass",
    "raised = ValueError('no')",
]
KEEPS_THE_GIL = [
    "pass",
    "seen = seen + 0",
    "xs[0] += 1",
    "wallet.coins = wallet.coins + 1",
    "ys = [*xs]",
    "text = f'{seen} of {xs}'",
    "1 in xs",
    "for _ in nothing: pass",
    "if xs: pass",
    "del xs[:1]",
    "get, lock",
]


def between(lab, statement: str) -> list[object]:
    text = UPDATE.replace("{between}", statement)
    return lab.endings(text, switching="gil")


@pytest.mark.parametrize("statement", HANDS_OVER)
def test_hands_over(lab, statement: str) -> None:
    assert between(lab, statement) == [1, 2]


@pytest.mark.parametrize("statement", KEEPS_THE_GIL)
def test_keeps_the_gil(lab, statement: str) -> None:
    assert between(lab, statement) == [2]


def race(body: str) -> str:
    return dedent(body) + dedent("""
        def main():
            thread = threading.Thread(target=second)
            thread.start()
            first()
            thread.join()
            return result()
    """)


def test_a_while_hands_over_after_its_test_but_not_the_first_time(lab) -> None:
    """Up to 3.13 the way back is behind the test, which stands once more at the end."""
    program = """
        total = 0
        def first():
            global total
            while total < {limit}:
                total += 1
        second = first
        def result():
            return total
    """
    assert lab.endings(race(program.format(limit=1)), switching="gil") == [1]
    assert lab.endings(race(program.format(limit=2)), switching="gil") == [2, 3]


@pytest.mark.parametrize("leaving", ["return", "break", "continue"])
def test_a_with_that_is_left_early_hands_over(lab, leaving: str) -> None:
    value = "total" if leaving == "return" else ""
    program = race(f"""
        lock = threading.Lock()
        total = 0
        class Reader:
            @property
            def total(self):
                seen = None
                for _ in "a":
                    with lock:
                        seen = total
                        {leaving} {value}
                return seen
        reader = Reader()
        def first():
            global total
            total = reader.total + 1
        second = first
        def result():
            return total
    """)
    assert lab.endings(program, switching="gil") == [1, 2]


def test_a_thread_of_a_builtin_begins_whenever_it_likes(lab) -> None:
    program = """
        def main():
            items = []
            thread = threading.Thread(target=items.append, args=(1,))
            thread.start()
            seen = len(items)
            thread.join()
            return seen
    """
    assert lab.endings(program, switching="gil") == [0, 1]


def test_a_call_of_the_library_begins_with_a_handover(lab) -> None:
    """`put` is Python code: between reading its argument and its effect lies its entry."""
    program = race("""
        line = queue.Queue()
        value = 0
        def first():
            line.put(value)
        def second():
            global value
            value = 1
            line.put("written")
        def result():
            return line.get(), line.get()
    """)
    assert ("written", 0) in lab.endings(program, switching="gil")


def test_a_step_that_touches_nothing_costs_no_execution(lab) -> None:
    program = race("""
        def same(number):
            return number
        def first():
            for number in range(10):
                same(number)
        second = first
        def result():
            return 0
    """)
    exploration = lab.explore(program, switching="gil")
    assert exploration.exhaustive
    assert exploration.executions <= 4
