from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.engine.encoding import decode
from grader.engine.errors import DojoError, UnsimulatedError
from grader.judge import process, sandbox
from grader.judge.worker import (
    Worker,
    WorkerBugError,
    WorkerDiedError,
    WorkerGarbledError,
    WorkerHungError,
)


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    with Worker(tmp_path) as worker:
        yield worker


@pytest.fixture
def explored(tmp_path: Path, worker: Worker) -> Any:
    """Explores the function `main` of a program in the worker."""

    def explore(text: str, deadline: float = 20.0) -> dict[str, Any]:
        path = tmp_path / "program.py"
        path.write_text(dedent(text))
        request = {"operation": "explore_file", "path": str(path), "function": "main"}
        return worker.ask(request | {"options": {"executions": 20}}, deadline)

    return explore


FINE = "def main():\n    return 1\n"


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


def wait_for_end(pid: int) -> None:
    """Waits until a process that isn't our child is dead; fails after 20 seconds."""
    try:
        fd = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    ready, _, _ = select.select([fd], [], [], 20)
    os.close(fd)
    assert ready, f"process {pid} lives on"


def test_one_process_answers_many_requests(explored: Any, worker: Worker) -> None:
    assert explored(FINE)["outcomes"][0]["value"] == 1
    first = worker.pid
    assert explored(FINE)["exhaustive"] is True
    assert worker.pid == first


def test_what_the_engine_refuses_is_an_error_with_file_and_line(
    explored: Any, worker: Worker, tmp_path: Path
) -> None:
    explored(FINE)
    first = worker.pid
    with pytest.raises(DojoError) as caught:
        explored("def main(:\n")
    assert (caught.value.file, caught.value.line) == (str(tmp_path / "program.py"), 1)
    with pytest.raises(UnsimulatedError, match="input"):
        explored("def main():\n    return input()\n")
    assert worker.pid == first


def test_a_process_that_ends_itself_is_replaced(explored: Any) -> None:
    with pytest.raises(WorkerDiedError, match="exit code 0"):
        explored("import os\ndef main():\n    os._exit(0)\n")
    with pytest.raises(WorkerDiedError, match="SIGSEGV"):
        explored("import os, signal\ndef main():\n    os.kill(os.getpid(), signal.SIGSEGV)\n")
    assert explored(FINE)["outcomes"][0]["value"] == 1


def test_a_hang_ends_at_the_deadline_and_says_where(explored: Any, tmp_path: Path) -> None:
    with pytest.raises(WorkerHungError) as caught:
        explored("def main():\n    x = 1\n    return sum(iter(int, 1))\n", deadline=1.0)
    assert (str(tmp_path / "program.py"), 3) in caught.value.stack
    assert explored(FINE)["outcomes"][0]["value"] == 1


def test_a_process_that_does_nothing_ends_at_the_deadline_too(explored: Any) -> None:
    with pytest.raises(WorkerHungError):
        # Called so, it is not refused; the refusal is for people, not against them.
        explored("import os\ndef main():\n    os.read(os.pipe.__call__()[0], 1)\n", deadline=1.0)


def test_a_deadline_of_none_waits(explored: Any) -> None:
    assert explored(FINE, deadline=None)["executions"] == 1


@pytest.mark.parametrize("what", ["b'x' * 8", "b'DOJO' + b'\\0' * 4", "b'x' * 10_000_000"])
def test_garbage_on_every_descriptor_is_garbage(explored: Any, what: str) -> None:
    with pytest.raises(WorkerGarbledError):
        explored(f"""
            import os
            def main():
                for fd in range(3, 200):
                    try:
                        os.write(fd, {what})
                    except OSError:
                        pass
                return 1
        """)
    assert explored(FINE)["outcomes"][0]["value"] == 1


def test_an_answer_to_nothing_is_garbage(explored: Any) -> None:
    with pytest.raises(WorkerGarbledError):
        explored("""
            import os
            def main():
                body = b'{"id":99,"result":{}}'
                for fd in range(3, 200):
                    try:
                        os.write(fd, b'DOJO' + len(body).to_bytes(4, 'big') + body)
                    except OSError:
                        pass
        """)


def test_no_print_reaches_the_channel_or_us(explored: Any, capfd: Any) -> None:
    found = explored("""
        import os, sys
        def main():
            os.write(1, b'o' * 1_000_000)
            os.write(2, b'e' * 1_000_000)
            sys.stderr.write('e' * 100_000)
            print('x' * 1_000_000)
            return 1
    """)
    assert found["outcomes"][0]["value"] == 1
    assert capfd.readouterr() == ("", "")


def test_standard_input_is_empty(explored: Any) -> None:
    assert explored("import os\ndef main():\n    return os.read(0, 9)\n")["outcomes"][0][
        "value"
    ] == ["bytes", ""]


@pytest.mark.parametrize("own_session", [False, True])
def test_children_of_a_worker_end_with_it(
    explored: Any, worker: Worker, tmp_path: Path, own_session: bool
) -> None:
    told = tmp_path / "pid"
    code = "import os; os.setsid(); " if own_session else "import os; "
    code += f"open({str(told)!r}, 'w').write(str(os.getpid())); os.read(0, 1)"
    explored(f"""
        import os, sys
        def main():
            a, b = os.pipe.__call__()
            os.set_inheritable(a, True)
            pid = os.posix_spawn.__call__(
                sys.executable, [sys.executable, '-c', {code!r}], os.environ,
                file_actions=[(os.POSIX_SPAWN_DUP2, a, 0)],
            )
            while not os.path.exists({str(told)!r}) or not os.path.getsize({str(told)!r}):
                pass
            return 1
    """)
    pid = int(told.read_text())
    assert alive(pid)
    worker.kill()
    wait_for_end(pid)


def test_a_child_that_holds_the_channel_does_not_hold_us(explored: Any) -> None:
    with pytest.raises(WorkerDiedError, match="exit code 7"):
        explored("""
            import os, sys
            def main():
                for fd in range(3, 200):
                    try:
                        os.set_inheritable(fd, True)
                    except OSError:
                        pass
                wait = [sys.executable, '-c', 'import signal; signal.pause()']
                os.posix_spawn.__call__(sys.executable, wait, os.environ)
                os._exit(7)
        """)


@pytest.mark.parametrize("confined", [True, False])
def test_the_worker_ends_with_the_judge_even_in_an_endless_call(
    tmp_path: Path, confined: bool
) -> None:
    program = tmp_path / "program.py"
    program.write_text(f"{FINE}\ndef hang():\n    return sum(iter(int, 1))\n")
    code = f"""
        from pathlib import Path
        from grader.judge.worker import Worker
        text = Path({str(program)!r}).read_text() + "def scenario(m, name): return getattr(m, name)()"
        scenario = {{"name": "scenario", "text": text, "file": "x", "line": 1, "imports": []}}
        module = {{"name": "program", "file": "program.py", "text": text}}
        request = {{"operation": "explore_scenario", "scenario": scenario, "submission": module}}
        request |= {{"siblings": [], "options": {{}}}}
        worker = Worker() if {confined} else Worker(Path("/"))
        worker.ask(request | {{"args": ["main"]}}, 20)
        print(worker.pid, flush=True)
        worker.ask(request | {{"args": ["hang"]}}, None)
    """
    command = [sys.executable, "-c", dedent(code)]
    judge = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert judge.stdout is not None
    pid = int(judge.stdout.readline())
    assert alive(pid)
    judge.send_signal(signal.SIGKILL)
    judge.wait()
    judge.stdout.close()
    wait_for_end(pid)


def test_nothing_is_left_after_the_block(tmp_path: Path) -> None:
    with Worker(tmp_path) as worker:
        worker.start()
        pid = worker.pid
    assert worker.pid is None
    assert pid is not None
    assert not alive(pid)
    worker.kill()


def test_a_worker_that_cant_start_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    sandbox.end_zygote()
    with Worker() as worker, pytest.raises(WorkerBugError, match="can't be started"):
        worker.ask({"operation": "explore_file"}, 5)


def test_a_worker_that_breaks_at_its_start_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    sandbox.end_zygote()
    with Worker() as worker, pytest.raises(WorkerBugError, match="doesn't start"):
        worker.ask({"operation": "explore_file"}, 5)


def test_descriptors_dont_leak(explored: Any, worker: Worker) -> None:
    explored(FINE)
    worker.kill()
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(3):
        explored(FINE)
        worker.kill()
    assert len(os.listdir("/proc/self/fd")) == before


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PYTHON_THREAD_INHERIT_CONTEXT", "1"),
        ("PYTHONOPTIMIZE", "1"),
        ("PYTHONINTMAXSTRDIGITS", "640"),
        ("PYTHONWARNINGS", "error"),
    ],
)
def test_how_the_callers_python_is_set_changes_no_answer(
    variable: str, value: str, explored: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    (outcome,) = explored("""
        import sys, threading, warnings
        from contextvars import ContextVar

        name = ContextVar("name", default="nobody")

        def main():
            asserts, seen = False, []
            try:
                assert False
            except AssertionError:
                asserts = True
            name.set("main's")
            thread = threading.Thread(target=lambda: seen.append(name.get()))
            thread.start()
            thread.join()
            warnings.warn("well")
            return [seen, asserts, sys.get_int_max_str_digits()]
    """)["outcomes"]
    assert decode(outcome["value"]) == [["nobody"], True, 4300]


def test_modules_beside_the_caller_dont_shadow_the_standard_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "threading.py").write_text("raise RuntimeError('shadowed')\n")
    monkeypatch.chdir(tmp_path)
    program = tmp_path / "program.py"
    program.write_text(FINE)
    request = {"operation": "explore_file", "path": str(program), "function": "main"}
    with Worker(tmp_path) as worker:
        assert worker.ask(request | {"options": {}}, 20)["executions"] == 1


def test_only_own_code_runs_outside_of_the_sandbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    launch = process.launch

    def watched(arguments: Any, *rest: Any) -> Any:
        started.append(list(arguments))
        return launch(arguments, *rest)

    monkeypatch.setattr(process, "launch", watched)
    with Worker() as worker, pytest.raises(WorkerBugError, match="KeyError"):
        worker.ask({"operation": "explore_scenario"}, 20)
    assert started == []
    with Worker(tmp_path) as worker:
        worker.start()
    assert len(started) == 1
