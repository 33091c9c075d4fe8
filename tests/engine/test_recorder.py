"""The timeline: one execution, step by step, in the program's own lines."""

from __future__ import annotations

from typing import Any

import pytest

from grader.engine import Outcome

Row = tuple[Any, ...]


def rows(outcome: Outcome, first_line: int) -> list[Row]:
    """(thread, line of the program, action, target, value, fatal) of every step."""
    return [
        (s.name, s.line - first_line + 1, s.action, s.target, s.value, s.fatal)
        for s in outcome.timeline.steps
    ]


@pytest.fixture
def shown(lab):
    """Explores a program and returns the rows of the outcome that `wanted` picks."""

    def show(text: str, wanted: Any, **options: Any) -> list[Row]:
        exploration = lab.explore(text, strategy="dfs", **options)
        lines = lab.path.read_text().splitlines()
        first = next(n for n, line in enumerate(lines, 1) if line.startswith("# line 1"))
        return rows(next(o for o in exploration.outcomes if wanted(o)), first)

    return show


def test_a_lost_update(shown) -> None:
    assert shown(
        """
        # line 1
        class Counter:
            def __init__(self):
                self.value = 0
            def increment(self):
                self.value += 1
        def main():
            counter = Counter()
            together(counter.increment, counter.increment)
            return counter.value
        """,
        lambda o: o.value == 1,
    ) == [
        ("main", 4, "write", "self.value", "0", False),
        ("main", 9, "wait", "together", "", False),
        ("T1", 6, "read", "self.value", "0", False),
        ("T2", 6, "read", "self.value", "0", False),
        ("T2", 6, "write", "self.value", "1", False),
        ("T1", 6, "write", "self.value", "1", True),
        ("main", 10, "read", "counter.value", "1", False),
    ]


def test_check_then_act(shown) -> None:
    assert shown(
        """
        # line 1
        class Store:
            thing = None
        def main():
            store = Store()
            made = []
            def get():
                if store.thing is None:
                    made.append("thing")
                    store.thing = "thing"
            together(get, get)
            return len(made)
        """,
        lambda o: o.value == 2,
    ) == [
        ("main", 11, "wait", "together", "", False),
        ("T1", 8, "read", "store.thing", "None", False),
        ("T1", 9, "call", "made.append('thing')", "", False),
        ("T2", 8, "read", "store.thing", "None", False),
        ("T2", 9, "call", "made.append('thing')", "", False),
        ("T2", 10, "write", "store.thing", "'thing'", False),
        ("T1", 10, "write", "store.thing", "'thing'", True),
    ]


def test_a_deadlock(shown, lab) -> None:
    text = """
        # line 1
        def main():
            a, b = threading.Lock(), threading.Lock()
            def one():
                with a:
                    with b:
                        pass
            def two():
                b.acquire()
                a.acquire()
                a.release()
                b.release()
            together(one, two)
    """
    assert shown(text, lambda o: o.kind == "deadlock") == [
        ("main", 13, "wait", "together", "", False),
        ("T1", 5, "acquire", "a", "", False),
        ("T2", 9, "acquire", "b", "", False),
        ("T2", 10, "wait", "a.acquire", "", True),
        ("T1", 6, "wait", "b", "", True),
    ]
    stuck = next(o for o in lab.explore(text).outcomes if o.kind == "deadlock")
    first = lab.path.read_text().splitlines().index("# line 1") + 1
    notes = [s.note for s in stuck.timeline.steps if s.fatal]
    assert notes == [
        f"waits for a, held by T1 since line {first + 4}",
        f"waits for b, held by T2 since line {first + 8}",
    ]
    assert stuck.timeline.ending == stuck.message
    assert [s.switch for s in stuck.timeline.steps] == ["", "waits", "preempted", "", "waits"]


def test_an_exception(shown, lab) -> None:
    text = """
        # line 1
        def main():
            stock = [1]
            def take():
                if stock:
                    stock.pop()
            together(take, take)
    """
    assert shown(text, lambda o: o.kind == "raised") == [
        ("main", 7, "wait", "together", "", False),
        ("T1", 5, "read", "stock", "[1]", False),
        ("T2", 5, "read", "stock", "[1]", False),
        ("T2", 6, "call", "stock.pop()", "1", False),
        ("T1", 6, "call", "stock.pop()", "", False),
        ("T1", 6, "raise", "IndexError", "", True),
    ]
    bad = next(o for o in lab.explore(text).outcomes if o.kind == "raised")
    assert bad.timeline.ending == "raised IndexError: pop from empty list"
    assert [s.note for s in bad.timeline.steps if s.fatal] == ["pop from empty list"]


def test_every_thread_that_fails_is_shown(lab) -> None:
    exploration = lab.explore("""
        def main():
            for text in ("x", "y", "z"):
                thread = threading.Thread(target=int, args=(text,))
                thread.start()
                thread.join()
    """)
    (outcome,) = exploration.outcomes
    assert [(s.name, s.target) for s in outcome.timeline.steps if s.action == "raise"] == [
        (f"T{n}", "ValueError") for n in (1, 2, 3)
    ]


def test_an_exception_is_shown_where_it_was_raised(lab) -> None:
    exploration = lab.explore("""
        class Odd(Exception):
            def __str__(self):
                raise KeyError
        def deep(n):
            x = [1]
            x.append(n)
            if n:
                deep(n - 1)
            else:
                raise Odd(x)
        def main():
            deep(2)
    """)
    (outcome,) = exploration.outcomes
    assert (outcome.exception, outcome.message) == ("Odd", "")
    assert [(s.source, s.target) for s in outcome.timeline.steps if s.fatal] == [
        ("raise Odd(x)", "Odd")
    ]


def test_an_exception_that_somebody_handles_is_not_fatal(lab) -> None:
    exploration = lab.explore("""
        def fail():
            raise ValueError("no")
        def main():
            try:
                together(fail)
            except ValueError:
                return "handled"
    """)
    (outcome,) = exploration.outcomes
    steps = outcome.timeline.steps
    assert [(s.name, s.source, s.note, s.fatal) for s in steps if s.action == "raise"] == [
        ("T1", 'raise ValueError("no")', "no", False)
    ]


def test_locks_are_named_as_the_program_names_them(shown) -> None:
    assert shown(
        """
        # line 1
        class Account:
            def __init__(self):
                self.lock = threading.Lock()
                self.balance = 10
            def deposit(self, amount):
                with self.lock:
                    self.balance += amount
        def main():
            account = Account()
            account.deposit(5)
            account.lock.acquire()
            account.lock.release()
        """,
        lambda o: True,
    )[1:] == [
        ("main", 7, "acquire", "self.lock", "", False),
        ("main", 8, "read", "self.balance", "10", False),
        ("main", 8, "write", "self.balance", "15", False),
        ("main", 7, "release", "self.lock", "", False),
        ("main", 12, "acquire", "account.lock", "", False),
        ("main", 13, "release", "account.lock", "", False),
    ]


VALUES = [
    ("d['k'] += 1", "d['k']", "1", "2"),
    ("items[0] += 1", "items[0]", "5", "6"),
    ("items[1] = 'x' * 3", "items[1]", None, "'xxx'"),
    ("d[1, 2] = [1]", "d[1, 2]", None, "[1]"),
    ("box.deep.x = 3.5", "box.deep.x", None, "3.5"),
    ("box.long = list(range(100))", "box.long", None, "[0, 1, 2, 3, 4, 5, 6, 7]"),
    ("box.text = 'a' * 100", "box.text", None, "'" + "a" * 38 + "…"),
    ("box.slot = Slotted(3)", "box.slot", None, "<Slotted>"),
    ("slotted.x += 1", "slotted.x", "7", "8"),
    ("total += 2", "total", "10", "12"),
    ("count += 1", "count", "0", "1"),
    ("box.kind = Box", "box.kind", None, "Box"),
    ("box.error = ValueError('no', 1)", "box.error", None, "ValueError('no', 1)"),
]


@pytest.mark.parametrize(("statement", "target", "read", "written"), VALUES)
def test_values_read_and_written(
    lab, statement: str, target: str, read: str | None, written: str
) -> None:
    exploration = lab.explore(
        f"""
        class Box:
            pass
        class Slotted:
            __slots__ = ("x",)
            def __init__(self, x):
                self.x = x
        total = 10
        def main():
            global total
            d, items, box, slotted = {{"k": 1}}, [5, 6, 7], Box(), Slotted(7)
            box.deep = Box()
            i = count = 0
            def change():
                nonlocal count
                global total
                {statement}
            together(change)
    """,
        strategy="dfs",
    )
    (outcome,) = exploration.outcomes
    steps = [s for s in outcome.timeline.steps if s.thread == "1" and s.target == target]
    assert [(s.action, s.value) for s in steps] == [
        *([("read", read)] if read is not None else []),
        ("write", written),
    ]
    assert {s.source for s in steps} == {statement}
    assert not any(s.fatal for s in steps)


def test_looking_at_a_value_runs_no_code_of_the_program(lab) -> None:
    exploration = lab.explore(
        """
        log = []
        class Loud:
            def __repr__(self):
                log.append("repr")
                return "loud"
            def __eq__(self, other):
                log.append("eq")
                return True
            def __len__(self):
                log.append("len")
                return 0
            def __getattr__(self, name):
                log.append(name)
                raise AttributeError(name)
            __hash__ = None
        class Box:
            thing = None
            @property
            def costly(self):
                log.append("property")
                return 1
        def main():
            box = Box()
            def put():
                box.thing = Loud()
                box.things = [Loud(), {1: Loud()}]
            together(put, put)
            box.thing = box.thing
            value = box.costly
            return tuple(log)
    """,
        executions=50,
    )
    assert exploration.values == {("property",)}


def test_a_write_after_ones_own_write_is_not_stale(lab) -> None:
    exploration = lab.explore("""
        class Counter:
            value = 0
        def main():
            counter = Counter()
            def add():
                counter.value += 1
                counter.value += 1
            together(add)
            add()
            return counter.value
    """)
    (outcome,) = exploration.outcomes
    assert not any(step.fatal for step in outcome.timeline.steps)


def test_each_fatal_step_of_two_lost_updates(lab) -> None:
    exploration = lab.explore(
        """
        class Counter:
            a = b = 0
        def main():
            counter = Counter()
            def add():
                counter.a += 1
                counter.b += 1
            together(add, add)
            return counter.a, counter.b
    """,
        strategy="dfs",
    )
    lost = {o.value: [s.target for s in o.timeline.steps if s.fatal] for o in exploration.outcomes}
    assert lost == {
        (2, 2): [],
        (1, 2): ["counter.a"],
        (2, 1): ["counter.b"],
        (1, 1): ["counter.a", "counter.b"],
    }


def test_the_files_of_a_timeline(lab) -> None:
    lab.write(
        "class Counter:\n    value = 0\n    def add(self):\n        self.value += 1\n", "parts.py"
    )
    exploration = lab.explore("""
        from parts import Counter
        def main():
            counter = Counter()
            together(counter.add)
    """)
    (outcome,) = exploration.outcomes
    files = {(s.file.rsplit("/", 1)[-1], s.line, s.function) for s in outcome.timeline.steps}
    assert files == {("parts.py", 4, "Counter.add"), ("program.py", 9, "main")}


def test_the_threads_of_a_timeline(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            together(lambda: together(lambda: 1), lambda: 2)
    """,
        strategy="dfs",
    )
    assert exploration.outcomes[0].timeline.threads == [
        ("0", "main"), ("1", "T1"), ("1.1", "T1.1"), ("2", "T2"),
    ]  # fmt: skip


def test_calls_show_arguments_and_results(shown) -> None:
    assert shown(
        """
        # line 1
        def main():
            q = queue.Queue()
            q.put(("job", 1))
            time.sleep(0.5)
            return q.get()
        """,
        lambda o: True,
    ) == [
        ("main", 4, "call", "q.put(('job', 1))", "", False),
        ("main", 5, "call", "time.sleep(0.5)", "", False),
        ("main", 6, "call", "q.get()", "('job', 1)", False),
    ]


def test_a_call_that_fails_says_so(shown) -> None:
    assert shown(
        """
        # line 1
        def main():
            lock = threading.Lock()
            q = queue.Queue()
            try:
                lock.release()
            except RuntimeError:
                pass
            try:
                q.get_nowait()
            except queue.Empty:
                pass
            q.get_nowait()
        """,
        lambda o: True,
    ) == [
        ("main", 6, "call", "lock.release()", "raises RuntimeError", False),
        ("main", 10, "call", "q.get_nowait()", "raises Empty", False),
        ("main", 13, "call", "q.get_nowait()", "", False),  # the next step says so
        ("main", 13, "raise", "Empty", "", True),
    ]


def test_the_gil_model_has_the_same_timeline(shown) -> None:
    assert shown(
        """
        # line 1
        class Counter:
            value = 0
        def main():
            counter = Counter()
            def add():
                counter.value = int(counter.value) + 1
            together(add, add)
            return counter.value
        """,
        lambda o: o.value == 1,
        switching="gil",
    ) == [
        ("main", 8, "wait", "together", "", False),
        ("T1", 7, "read", "counter.value", "0", False),
        ("T2", 7, "read", "counter.value", "0", False),
        ("T2", 7, "write", "counter.value", "1", False),
        ("T1", 7, "write", "counter.value", "1", True),
        ("main", 9, "read", "counter.value", "1", False),
    ]
