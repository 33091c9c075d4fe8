"""Real runs in the sandbox: processes work as ever, and can do nothing else."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.engine import ScenarioSource, Source
from grader.engine.outcome import Outcome
from grader.measure import START_METHODS, run_once
from grader.sandbox.spawning import NoZygoteError, Spawner

SCENE = "def scene(submission):\n    return submission.work(square, meet)\n"


@pytest.fixture(scope="module")
def spawner() -> Iterator[Spawner]:
    spawner = Spawner("grader.judge.child")
    yield spawner
    spawner.end()


@pytest.fixture
def run(spawner: Spawner) -> Callable[..., Outcome]:
    def run(text: str, start_method: str | None = None) -> Outcome:
        scenario = ScenarioSource("scene", "test_work.py", 1, SCENE, ())
        source = Source("work", "work.py", textwrap.dedent(text))
        return run_once(scenario, source, spawner=spawner, start_method=start_method)

    return run


@pytest.mark.parametrize("method", START_METHODS)
def test_pools_of_processes_work(run: Callable[..., Outcome], method: str) -> None:
    outcome = run(
        """
        from concurrent.futures import ProcessPoolExecutor

        def work(square, meet):
            with ProcessPoolExecutor(3) as pool:
                return list(pool.map(meet, [3, 3, 3])), list(pool.map(square, range(4)))
        """,
        method,
    )
    assert outcome.value == ([3, 3, 3], [0, 1, 4, 9])


def test_a_deadlock_of_processes_is_seen(run: Callable[..., Outcome]) -> None:
    outcome = run(
        """
        import multiprocessing

        def work(square, meet):
            multiprocessing.Queue().get()
        """,
        "fork",
    )
    assert (outcome.kind, outcome.message) == (
        "deadlock",
        "its process is asleep and nobody can wake another; the main thread waits in line 5",
    )


def test_shared_memory_and_temporary_files_are_private(run: Callable[..., Outcome]) -> None:
    name = f"dojo_test_{os.getpid()}"
    text = f"""
        import tempfile
        from multiprocessing import resource_tracker, shared_memory

        def work(square, meet):
            shared_memory.SharedMemory("{name}", create=True, size=64)
            resource_tracker.unregister("/{name}", "shared_memory")
            with open("/tmp/{name}", "x") as file:
                return file.write("here")
    """
    assert [run(text).value for _ in range(2)] == [4, 4]
    assert not Path("/dev/shm", name).exists()
    assert not Path("/tmp", name).exists()


@pytest.mark.parametrize(
    ("body", "exception"),
    [
        ("import os\nos.execv('/bin/sh', ['sh', '-c', 'true'])", "FileNotFoundError"),
        ("import os\nos.kill({pid}, 9)", "ProcessLookupError"),
        ("import os\nos.listdir('/proc')", "FileNotFoundError"),
        ("import socket\nsocket.socket(socket.AF_INET)", "PermissionError"),
        ("open({file!r})", "FileNotFoundError"),
        ("import threading\nopen(threading.__file__, 'a')", "OSError"),
    ],
)
def test_there_is_no_way_out(
    run: Callable[..., Outcome], tmp_path: Path, body: str, exception: str
) -> None:
    secret = tmp_path / "secret"
    secret.touch()
    text = body.format(pid=os.getpid(), file=str(secret)).replace("\n", "\n    ")
    outcome = run(f"def work(square, meet):\n    {text}\n")
    assert (outcome.kind, outcome.exception) == ("raised", exception)


def test_a_fork_bomb_is_ended(run: Callable[..., Outcome]) -> None:
    outcome = run("""
        import os

        def work(square, meet):
            while True:
                os.fork()
    """)
    assert (outcome.kind, outcome.message) == ("limit", "it started more than 100 processes")


def test_nobody_outlives_the_run(spawner: Spawner, run: Callable[..., Outcome]) -> None:
    outcome = run("""
        import os, time

        def work(square, meet):
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    while True:
                        time.sleep(100)
                os._exit(0)
            os.wait()
            return 1
    """)
    assert outcome.value == 1
    # The zygote would be the parent of whoever had lost theirs.
    children = Path(f"/proc/{spawner.pid}/task/{spawner.pid}/children")
    assert children.read_text("ascii") == ""


def test_the_end_of_the_zygote_is_no_outcome() -> None:
    spawner = Spawner("grader.judge.child")
    assert spawner.tier
    spawner.end()
    scenario = ScenarioSource("scene", "test_work.py", 1, SCENE, ())
    with pytest.raises(NoZygoteError):
        run_once(scenario, Source("work", "work.py", "def work(*_): pass"), spawner=spawner)
