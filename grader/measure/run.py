"""Runs a scenario for real: the submission as it is, in processes and threads of a real Python.

The run is watched from outside. It never decides how long it lasts, and nothing of it is left.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from grader.engine.encoding import decode, encode
from grader.engine.errors import DojoError
from grader.engine.outcome import Outcome
from grader.measure.meeting import Desk
from grader.measure.processes import MARK, Look, ProcessTree
from grader.measure.workload import DESK
from grader.sandbox.room import for_processes
from grader.sandbox.spawning import NoZygoteError

if TYPE_CHECKING:
    from grader.engine import ScenarioSource, Source
    from grader.sandbox.spawning import Confined, Spawner

DEADLINE_SECONDS = 60.0
_LOOK_SECONDS = 0.02
_STILL_LOOKS = 4
_STILL_LOOKS_UNSURE = 150
_MOST_PROCESSES = 100
_STACK_SECONDS = 0.3
_LONGEST_FOLDER = 74  # bytes; a socket's path may have 107, `multiprocessing` adds 32
_OUTERMOST = b"in <module>\n"
_START = "from grader.measure.stage import main; main()"

# What a run needs of the grader: the standard library only, so that any Python can import it.
_STAGE_FILES = (
    "engine/call_log.py",
    "engine/current.py",
    "engine/encoding.py",
    "engine/errors.py",
    "engine/operations.py",
    "engine/recorded.py",
    "engine/vocabulary.py",
    "measure/stage.py",
    "measure/workload.py",
)
_SCENARIO_MODULE = "grader.measure.the_scenario"
_VOCABULARY = (
    "from grader.engine.vocabulary import attempt, record, repeat, together\n"
    "from grader.measure.workload import meet, square, whereabouts\n"
)
_INHERITED = ("LD_LIBRARY_PATH", "SYSTEMROOT", "TZ")


def run_once(
    scenario: ScenarioSource,
    submission: Source,
    siblings: Sequence[Source] = (),
    args: tuple[Any, ...] = (),
    *,
    interpreter: str | None = None,
    start_method: str | None = None,
    deadline: float = DEADLINE_SECONDS,
    stop: Event | None = None,
    spawner: Spawner | None = None,
    seen: str | None = None,
) -> Outcome:
    """Runs a scenario once against a submission, in a process tree of its own.

    Args:
        scenario: the closed function.
        submission: the module that is its first argument.
        siblings: modules that the submission may import.
        args: the further arguments, plain data.
        interpreter: the Python to use; this one if None.
        start_method: how `multiprocessing` starts processes; that Python's own way if None.
        deadline: seconds after which a run that still moves is ended.
        stop: set from another thread to end the run at once.
        spawner: starts the process in a sandbox; without one it is an ordinary process.
        seen: what the judge has seen of the meetings, and puts behind the value in a pair, since a
            submission may say what it likes: "crew", how many processes besides the scenario's own
            came to one; "together", how many of all were there at once, at most.

    Returns:
        "returned" or "raised"; "deadlock" when everybody was asleep and nobody could wake another;
        "crash" when the process ended before the scenario; "limit" at the deadline, or with more
        than 100 processes.

    Raises:
        DojoError: there is no such interpreter, or no usable temporary folder.
        NoZygoteError: the sandbox is gone, and nothing is known of the submission.
    """
    folder = _make_folder()
    try:
        _furnish(folder, scenario, (submission, *siblings))
        job = {
            "submission": submission.name,
            "module": _SCENARIO_MODULE,
            "scenario": scenario.name,
            "args": encode(tuple(args)),
            "start_method": start_method,
        }
        (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
        run = _Run(folder, interpreter or sys.executable, f"{submission.name}.py", spawner)
        outcome = run.watch(deadline, stop or Event())
        if seen is not None and outcome.kind == "returned":
            outcome = Outcome("returned", (outcome.value, run.seen(seen)))
        return outcome
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_folder() -> Path:
    """Makes a folder whose sockets have short enough names."""
    folder = tempfile.mkdtemp(prefix="dojo-")
    if len(os.fsencode(folder)) > _LONGEST_FOLDER:
        os.rmdir(folder)
        sentence = "the path of the temporary folder is too long for sockets; set TMPDIR to another"
        raise DojoError(sentence, os.path.dirname(folder))
    return Path(folder)


def _furnish(folder: Path, scenario: ScenarioSource, modules: Sequence[Source]) -> None:
    """Puts into a folder all that a run may import."""
    for module in modules:
        (folder / f"{module.name}.py").write_text(module.text, encoding="utf-8")
    grader = Path(__file__).parent.parent
    for name in _STAGE_FILES:
        target = folder / "grader" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(grader / name, target)
    for package in ("grader", "grader/engine", "grader/measure"):
        (folder / package / "__init__.py").touch()
    imports = [line for line in scenario.imports if "grader" not in line]
    text = "\n".join([*imports, _VOCABULARY, scenario.text, ""])
    name = _SCENARIO_MODULE.replace(".", "/")
    (folder / f"{name}.py").write_text(text, encoding="utf-8")


class _Run:
    """One process tree at work, watched until it ends or stands still."""

    def __init__(self, folder: Path, interpreter: str, file: str, spawner: Spawner | None) -> None:
        mark = secrets.token_hex(8)
        address = str(folder / "desk")
        reading, writing = os.pipe()
        environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        environment |= {
            "PATH": os.defpath,
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "LANG": "C.UTF-8",
            "PYTHONHASHSEED": "0",
            MARK: mark,
            DESK: address,
        }
        self._file = file
        self._desk = Desk(address, reading)
        command = [interpreter, "-B", "-s", "-S", "-c", _START]
        self._process: subprocess.Popen[bytes] | Confined
        try:
            if spawner is None:
                self._process = subprocess.Popen(
                    command,
                    cwd=folder,
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=writing,
                    stderr=writing,
                    start_new_session=True,
                )
            else:
                room = for_processes(interpreter, str(folder))
                self._process = spawner.run(command, environment, room, writing)
        except NoZygoteError:
            self._desk.close()
            raise
        except OSError as error:
            self._desk.close()
            sentence = f"cannot start this Python: {error.strerror}; name one that runs"
            raise DojoError(sentence, interpreter) from None
        finally:
            os.close(writing)
        self._tree = ProcessTree(self._process.pid, mark)

    def watch(self, deadline: float, stop: Event) -> Outcome:
        """Waits for the end, whichever it is, and leaves nothing behind."""
        try:
            return self._watch(deadline, stop)
        finally:
            # In a namespace nobody outlives the first process.
            self._process.kill()
            self._tree.kill()
            self._process.wait()
            self._desk.close()

    def seen(self, what: str) -> int:
        """How many came to meetings: "crew" or "together"."""
        if what == "crew":
            return len(self._desk.crew - {self._process.pid})
        return self._desk.together

    def _watch(self, deadline: float, stop: Event) -> Outcome:
        end = time.monotonic() + deadline
        last: Look | None = None
        still = 0
        pause = _LOOK_SECONDS
        while self._process.poll() is None:
            if time.monotonic() > end:
                return Outcome("limit", message=f"it did not end within {deadline:g} seconds")
            if stop.is_set():
                return Outcome("limit", message="it was stopped")
            moved = self._desk.attend(pause)
            began = time.monotonic()
            look = self._tree.look()
            if look is not None and look.processes > _MOST_PROCESSES:
                return Outcome("limit", message=f"it started more than {_MOST_PROCESSES} processes")
            pause = max(_LOOK_SECONDS, 4 * (time.monotonic() - began))
            quiet = look is not None and look.asleep and look == last and not moved
            still = still + 1 if quiet else 0
            last = look
            if look is not None and still >= (_STILL_LOOKS if look.sure else _STILL_LOOKS_UNSURE):
                still = 0
                if not self._desk.somebody_waits:
                    return Outcome("deadlock", message=self._standstill(look))
                self._desk.dismiss()
        self._desk.attend(0)
        return self._ending()

    def _ending(self) -> Outcome:
        """How it ended, now that its process has."""
        while self._desk.result is None and self._desk.attend(0):
            pass
        result = self._desk.result
        if result is None or self._desk.result_pid not in (0, self._process.pid):
            code = self._process.wait()
            how = f"by signal {signal.Signals(-code).name}" if code < 0 else f"with code {code}"
            return Outcome("crash", message=f"its process ended {how} before the scenario did")
        try:
            if result["kind"] not in ("returned", "raised"):
                raise ValueError(result["kind"])
            exception = result["exception"]
            return Outcome(
                result["kind"],
                decode(result["value"]),
                None if exception is None else str(exception),
                str(result["message"]),
                unhandled=tuple(map(str, result["unhandled"])),
                left_running=tuple(map(str, result["left_running"])),
            )
        except (KeyError, TypeError, ValueError, RecursionError):
            return Outcome("crash", message="what its process said makes no sense")

    def _standstill(self, look: Look) -> str:
        count = "its process is" if look.processes == 1 else f"all {look.processes} processes are"
        sentence = f"{count} asleep and nobody can wake another"
        if self._desk.result is not None:
            sentence = f"the scenario ended, but its process can't: {sentence}"
        line = self._line_of_main_thread()
        return sentence if line is None else f"{sentence}; the main thread waits in line {line}"

    def _line_of_main_thread(self) -> int | None:
        """Asks the sleeping process for its stacks; returns the line of the submission, if any."""
        already = len(self._desk.printed)
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, signal.SIGUSR1)
        end = time.monotonic() + _STACK_SECONDS
        while time.monotonic() < end and not self._desk.printed.endswith(_OUTERMOST):
            self._desk.attend(_LOOK_SECONDS)
        stacks = self._desk.printed[already:].decode("utf-8", "replace")
        main = re.split(r"^(?:Current thread|Thread) .*$", stacks, flags=re.MULTILINE)[-1]
        found = re.search(rf'/{re.escape(self._file)}", line (\d+) ', main)
        return int(found[1]) if found else None
