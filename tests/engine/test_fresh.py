"""Nothing leaks from one execution into the next."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from contextvars import Context
from itertools import islice
from typing import Any

import pytest

from grader.engine import file_program
from grader.engine.fresh import Snapshot
from grader.engine.options import MAX_STEPS
from grader.engine.program import Runner
from grader.engine.strategy import Forced
from grader.engine.surroundings import Surroundings
from grader.engine.world import Library
from tests.engine.leaks import LEAKS, MODULES, POINT


@pytest.mark.parametrize("name", LEAKS)
def test_no_leak(lab, name: str) -> None:
    program, value = LEAKS[name]
    lab.write("kept = []\n", "keeper.py")
    exploration = lab.explore(lab.joined(POINT, program), strategy="dfs")
    assert exploration.executions > 5
    assert len(exploration.values) == 1
    assert value is None or exploration.values == [value]


def keep_modules(patch: pytest.MonkeyPatch) -> None:
    names = "grader.engine.program._keeping"
    patch.setattr(names, lambda program: (True, frozenset(program.trees)))
    patch.setattr(Snapshot, "holds", lambda snapshot: True)


def keep_library(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Library, "reset", lambda library: None)


def keep_random_numbers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(random, "seed", lambda number: None)


def keep_surroundings(patch: pytest.MonkeyPatch) -> None:
    restore = Surroundings.restore
    rounds = iter([False])
    patch.setattr(Surroundings, "restore", lambda all: restore(all) if next(rounds, True) else None)


def keep_contexts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("grader.engine.scheduler.NO_CONTEXT", Context())


def keep_modules_and_contexts(patch: pytest.MonkeyPatch) -> None:
    keep_modules(patch)
    keep_contexts(patch)


# What keeps the state if the engine does not put it back.
KEEPERS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "a global": keep_modules,
    "a global list": keep_modules,
    "a class attribute": keep_modules,
    "a mutable class attribute": keep_modules,
    "a default argument": keep_modules,
    "a keyword-only default argument": keep_modules,
    "a cache": keep_modules,
    "itertools.count in a class body": keep_modules,
    "a context variable": keep_modules_and_contexts,
    "a context variable of the standard library": keep_contexts,
    "names of threads": keep_library,
    "names of an executor's threads": keep_library,
    "random numbers": keep_random_numbers,
    "an environment variable": keep_surroundings,
    "the working directory": keep_surroundings,
    "the standard output": keep_surroundings,
    "the switch interval": keep_surroundings,
    "a builtin": keep_surroundings,
    "a temporary file": keep_surroundings,
    "names of temporary files": keep_surroundings,
}


def first_two_executions(lab, name: str) -> list[Any]:
    path = lab.write(lab.joined(MODULES, POINT, LEAKS[name][0]))
    with closing(Runner(file_program(path, "main"), "anywhere", "patient", MAX_STEPS)) as runner:
        return [result.key for result in islice(runner.search(Forced([])), 2)]


@pytest.mark.parametrize("name", KEEPERS)
def test_it_is_the_reset_that_stops_the_leak(
    lab, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = first_two_executions(lab, name)
    assert first == second
    with monkeypatch.context() as patch:
        KEEPERS[name](patch)
        first, second = first_two_executions(lab, name)
    assert first != second


def test_no_temporary_file_outlives_a_deadlock(lab) -> None:
    """Threads that never end are dropped, and what they hold open is closed and removed."""
    folder = lab.folder / "files"
    folder.mkdir()
    text = f"""
        import os
        import tempfile
        lock = threading.Lock()
        def work():
            with tempfile.TemporaryDirectory(dir={str(folder)!r}):
                file = tempfile.NamedTemporaryFile(dir={str(folder)!r})
                with lock:
                    with lock:
                        file.close()
        def main():
            if os.listdir({str(folder)!r}):
                raise FileExistsError
            together(work, work)
    """
    exploration = lab.explore(text, strategy="dfs", executions=20)
    assert exploration.executions > 1
    assert {o.kind for o in exploration.outcomes} == {"deadlock"}
    assert list(folder.iterdir()) == []


def test_no_file_that_a_global_holds_outlives_its_execution(lab) -> None:
    folder = lab.folder / "files"
    folder.mkdir()
    text = f"""
        import os
        import tempfile
        kept = []
        def main():
            before = len(os.listdir({str(folder)!r}))
            kept.append(tempfile.NamedTemporaryFile(dir={str(folder)!r}))
            together(point, point)
            return before
    """
    exploration = lab.explore(lab.joined(MODULES, POINT, text), strategy="random", executions=20)
    assert exploration.values == {0}
    assert list(folder.iterdir()) == []


def test_no_leak_where_only_an_executor_is_imported(lab) -> None:
    text = """
        from concurrent.futures import ThreadPoolExecutor as Pool
        def main():
            pool = Pool(1)
            return pool.submit(int).result(), pool.submit(Pool).result()._thread_name_prefix
    """
    path = lab.write(text)
    assert lab.explore_path(path).values == {(0, "ThreadPoolExecutor-1")}
    assert lab.explore_path(path).values == {(0, "ThreadPoolExecutor-1")}


def test_no_leak_out_of_a_deadlock(lab) -> None:
    exploration = lab.explore("""
        a, b = threading.Lock(), threading.Lock()
        held = []
        def go(first, second):
            with first:
                held.append(1)
                with second:
                    held.pop()
        def main():
            before = len(held), a.locked(), b.locked(), threading.active_count()
            together(lambda: go(a, b), lambda: go(b, a))
            return before
    """)
    assert [o.kind for o in exploration.outcomes].count("deadlock") == 1
    assert {o.value for o in exploration.outcomes if o.kind == "returned"} == {(0, False, False, 1)}


def test_no_leak_from_one_exploration_into_the_next(lab) -> None:
    text = """
        import random
        count = []
        def main():
            count.append(1)
            threading.Thread(target=queue.Queue().get, daemon=True).start()
            return len(count), threading.active_count(), random.random(), threading.Thread().name
    """
    assert lab.only(text) == lab.only(text)
