"""A scenario run for real: how it may end, and that nothing is left of it."""

import os
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from pathlib import Path

import pytest

from grader.engine import DojoError, ScenarioSource, Source
from grader.measure import START_METHODS, run_for_real, run_once

CALL = "def scene(submission, *args):\n    return submission.work(*args)\n"


def scenario(text=CALL, imports=()):
    return ScenarioSource("scene", "test_work.py", 1, textwrap.dedent(text), imports)


def submission(text, name="work"):
    return Source(name, f"{name}.py", textwrap.dedent(text))


def run(text, *args, **options):
    return run_once(scenario(), submission(text), (), args, **options)


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] != "Z"


@pytest.fixture
def short_folder():
    """pytest's own folders have names too long for sockets."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_a_value_keeps_its_exact_type():
    value = ((1, True, 1.0, b"\x00", None), [2], {"a": {3}}, "ü")
    outcome = run("def work(value):\n    return value\n", value)
    assert (outcome.kind, repr(outcome.value)) == ("returned", repr(value))


def test_what_is_raised_is_told():
    outcome = run("def work():\n    raise LookupError('not here')\n")
    assert (outcome.kind, outcome.exception, outcome.message) == (
        "raised",
        "LookupError",
        "not here",
    )


def test_a_submission_that_is_no_python_is_told():
    assert run("def work(:\n").exception == "SyntaxError"


def test_sys_exit_is_an_exception_like_others():
    assert run("import sys\ndef work():\n    sys.exit(0)\n").exception == "SystemExit"


@pytest.mark.parametrize(
    ("end", "told"),
    [("os._exit(0)", "with code 0"), ("os.kill(os.getpid(), 9)", "by signal SIGKILL")],
)
def test_an_early_end_is_a_crash(end, told):
    outcome = run(f"import os\ndef work():\n    {end}\n")
    assert outcome.kind == "crash"
    assert told in outcome.message


def test_a_worker_cannot_hand_in_the_result():
    outcome = run(
        """
        import json, multiprocessing, os, socket

        def forge():
            with socket.socket(socket.AF_UNIX) as line:
                line.connect(os.environ["DOJO_DESK"])
                line.sendall(json.dumps({"kind": "returned", "value": 1}).encode() + b"\\n")

        def work():
            worker = multiprocessing.Process(target=forge)
            worker.start()
            worker.join()
            os._exit(0)
        """
    )
    assert outcome.kind == "crash"


def test_an_error_in_a_thread_is_kept():
    outcome = run(
        """
        import threading

        def work():
            thread = threading.Thread(target=lambda: 1 / 0, name="T1")
            thread.start()
            thread.join()
        """
    )
    assert outcome.kind == "returned"
    assert outcome.unhandled == ("T1: ZeroDivisionError: division by zero",)


def test_threads_and_processes_left_running_are_named():
    outcome = run(
        """
        import multiprocessing, threading

        def work():
            wait = threading.Event().wait
            threading.Thread(target=wait, name="endless thread", daemon=True).start()
            multiprocessing.Process(
                target=multiprocessing.Event().wait, name="endless process", daemon=True
            ).start()
        """,
        start_method="spawn",
    )
    assert (outcome.kind, outcome.left_running) == (
        "returned",
        ("endless process", "endless thread"),
    )


def test_a_deadlock_is_found_long_before_the_deadline_and_told_with_its_line():
    outcome = run(
        """
        import threading

        def work():
            lock = threading.Lock()
            lock.acquire()
            lock.acquire()
        """,
        deadline=100,
    )
    assert outcome.kind == "deadlock"
    assert outcome.message.endswith("the main thread waits in line 7")


@pytest.mark.parametrize("method", START_METHODS)
def test_processes_that_wait_for_each_other_are_a_deadlock(method):
    outcome = run(
        """
        import multiprocessing

        def put(answers):
            answers.put("x" * 10_000_000)

        def work():
            answers = multiprocessing.Queue()
            worker = multiprocessing.Process(target=put, args=(answers,))
            worker.start()
            worker.join()
            return len(answers.get())
        """,
        start_method=method,
        deadline=100,
    )
    assert outcome.kind == "deadlock"


def test_a_process_that_cannot_end_is_a_deadlock():
    outcome = run(
        """
        import threading

        def work():
            threading.Thread(target=threading.Event().wait).start()
        """,
        deadline=100,
    )
    assert outcome.kind == "deadlock"
    assert "the scenario ended, but its process can't" in outcome.message


def test_who_sleeps_for_a_while_is_waited_for():
    """A sleep is longer here than it takes to declare a standstill."""
    outcome = run("import time\ndef work():\n    time.sleep(1)\n    return 'awake'\n")
    assert outcome.value == "awake"


def test_who_never_stops_is_ended_at_the_deadline():
    outcome = run("def work():\n    while True:\n        pass\n", deadline=0.5)
    assert (outcome.kind, outcome.message) == ("limit", "it did not end within 0.5 seconds")


def test_nobody_is_left_of_a_run(tmp_path):
    """Neither a child, nor who left the session, the parents or the environment behind."""
    pids = tmp_path / "pids"
    outcome = run(
        """
        import os, subprocess, sys, time

        SLEEP = [sys.executable, "-c", "import time; time.sleep(1000)"]

        def work(path):
            started = [
                subprocess.Popen(SLEEP).pid,
                subprocess.Popen(SLEEP, start_new_session=True).pid,
                subprocess.Popen(SLEEP, start_new_session=True, env={}).pid,
            ]
            reading, writing = os.pipe()
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    os.write(writing, b"%d" % os.getpid())
                    time.sleep(1000)
                os._exit(0)
            started.append(int(os.read(reading, 100)))
            with open(path, "w") as file:
                file.write(" ".join(map(str, started)))
            time.sleep(1000)
        """,
        str(pids),
        deadline=3,
    )
    assert outcome.kind == "limit"
    started = [int(pid) for pid in pids.read_text().split()]
    assert len(started) == 4
    assert not [pid for pid in started if is_alive(pid)]


WATCHER = '''
import sys
from grader.engine import ScenarioSource, Source
from grader.measure import run_once

WORK = """
import os, subprocess, sys, time

def work(path):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"])
    with open(path, "w") as file:
        print(os.getpid(), child.pid, file=file)
    time.sleep(1000)
"""
SCENE = """
def scene(submission, path):
    submission.work(path)
"""
source = Source("work", "work.py", WORK)
run_once(ScenarioSource("scene", "s.py", 1, SCENE), source, (), (sys.argv[1],))
'''


def test_a_run_ends_with_whoever_watches_it(short_folder):
    """The watcher is killed here, so that it can't clean up."""
    pids = short_folder / "pids"
    environment = os.environ | {"TMPDIR": str(short_folder)}
    watcher = subprocess.Popen([sys.executable, "-c", WATCHER, str(pids)], env=environment)
    while not (pids.exists() and pids.read_text().endswith("\n")):
        assert watcher.poll() is None
        time.sleep(0.01)
    watcher.kill()
    watcher.wait()
    started = [int(pid) for pid in pids.read_text().split()]
    end = time.monotonic() + 60
    while any(map(is_alive, started)) and time.monotonic() < end:
        time.sleep(0.01)
    assert not [pid for pid in started if is_alive(pid)]


def test_a_run_can_be_stopped():
    stop = threading.Event()
    stop.set()
    outcome = run("import time\ndef work():\n    time.sleep(1000)\n", stop=stop)
    assert (outcome.kind, outcome.message) == ("limit", "it was stopped")


def test_its_folder_is_gone_afterwards(short_folder, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(short_folder))
    assert run("def work():\n    return 1\n").value == 1
    assert list(short_folder.iterdir()) == []


def test_a_temporary_folder_with_a_long_path_is_one_clear_sentence(tmp_path, monkeypatch):
    deep = tmp_path / ("x" * 80)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))
    with pytest.raises(DojoError, match="set TMPDIR to another"):
        run("def work():\n    pass\n")
    assert list(deep.iterdir()) == []


def test_a_flood_of_output_stops_nobody():
    outcome = run("def work():\n    print('x' * 5_000_000)\n    return 'done'\n")
    assert outcome.value == "done"


def test_siblings_can_be_imported():
    sibling = submission("answer = 42\n", "constants")
    text = "import constants\ndef work():\n    return constants.answer\n"
    assert run_once(scenario(), submission(text), (sibling,)).value == 42


def test_a_scenario_has_its_imports_and_the_vocabulary():
    scene = scenario(
        """
        def scene(submission):
            seen = together(*[repeat(submission.work, 2) for _ in range(2)])
            calls = record([], [[("append", 1)]], then=[("pop",)])
            return seen, attempt(math.sqrt, -1), calls
        """,
        ("import math", "from grader import attempt, record, together"),
    )
    outcome = run_once(scene, submission("def work():\n    return 1\n"))
    seen, attempted, calls = outcome.value
    assert (seen, attempted) == ([[1, 1], [1, 1]], ("error", "ValueError"))
    assert repr(calls) == "T1 append(1) → None; main pop() → 1"


def test_the_submission_cannot_see_the_grader():
    outcome = run("def work():\n    import grader.judge\n")
    assert outcome.exception == "ModuleNotFoundError"


def test_a_python_that_is_none_is_one_clear_sentence():
    with pytest.raises(DojoError) as caught:
        run("def work():\n    pass\n", interpreter="/nowhere/python3.99")
    assert str(caught.value) == (
        "/nowhere/python3.99: cannot start this Python: No such file or directory; "
        "name one that runs"
    )


def test_a_measurement_collects_the_outcomes_of_all_start_methods():
    text = "import multiprocessing\ndef work():\n    return multiprocessing.get_start_method()\n"
    measurement = run_for_real(scenario(), submission(text))
    assert measurement.values == {"spawn", "forkserver"}
    assert measurement.seen() == "2 real runs (spawn, forkserver)"
    assert not measurement.exhaustive


def test_a_hang_costs_no_more_than_itself():
    began = time.monotonic()
    measurement = run_for_real(
        scenario(), submission("import threading\ndef work():\n    threading.Event().wait()\n")
    )
    assert [outcome.kind for outcome in measurement.outcomes] == ["deadlock"]
    assert time.monotonic() - began < 50


def test_a_deadlock_that_does_not_come_again_is_none(tmp_path):
    text = """
        import threading
        from pathlib import Path

        def work(folder):
            try:
                Path(folder, threading.current_thread().name).mkdir()
            except FileExistsError:
                return "went on"
            threading.Event().wait()
    """
    measurement = run_for_real(
        scenario(), submission(text), (), (str(tmp_path),), start_methods=("spawn",)
    )
    assert measurement.values == {"went on"}
