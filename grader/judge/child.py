"""The worker's own process. Here a submission runs.

The zygote forks it in a sandbox, and calls `main`. A user's own code runs in one without:
`python -m grader.judge.child REQUESTS REPLIES LIFELINE`. The arguments are numbers of inherited
file descriptors, so that nothing a submission prints can reach the channel. What this process
answers are observations; it knows no expectation and gives no verdict.
"""

from __future__ import annotations

import contextlib
import faulthandler
import fcntl
import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

from grader import engine
from grader.engine.encoding import decode
from grader.engine.errors import DojoError
from grader.engine.program import frozen
from grader.judge.audit import guard, listen
from grader.judge.channel import read_frame, write_frame

_AUDITED = 20
"""Executions that are listened to, besides the one that is run again."""


def _explore_scenario(request: dict[str, Any]) -> dict[str, Any]:
    return engine.explore_scenario(*_bound(request), **request["options"]).to_data()


def _replay_scenario(request: dict[str, Any]) -> dict[str, Any]:
    return engine.replay_scenario(*_bound(request), **request["options"]).to_data()


def _follow_scenario(request: dict[str, Any]) -> dict[str, Any]:
    return engine.follow_scenario(*_bound(request), **request["options"]).to_data()


def _audit_scenario(request: dict[str, Any]) -> dict[str, Any]:
    scenario, submission, siblings, args = _bound(request)
    events = listen({submission.file, *(sibling.file for sibling in siblings)})
    guard(scenario.file, events)
    outcome = engine.replay_scenario(scenario, submission, siblings, args, **request["options"])
    # A submission may wait for its second execution.
    engine.explore_scenario(scenario, submission, siblings, args, executions=_AUDITED)
    return outcome.to_data() | {"events": sorted(events)}


def _explore_file(request: dict[str, Any]) -> dict[str, Any]:
    return engine.explore(_own_program(request), **request["options"]).to_data()


def _replay_file(request: dict[str, Any]) -> dict[str, Any]:
    return engine.replay(_own_program(request), **request["options"]).to_data()


def _self_check_file(request: dict[str, Any]) -> dict[str, Any]:
    found = engine.self_check(_own_program(request), **request["options"])
    return {"difference": found and found.to_data()}


def _own_program(request: dict[str, Any]) -> engine.Program:
    args = tuple(decode(arg) for arg in request.get("args", ()))
    program = engine.file_program(request["path"], request["function"], args)
    return engine.with_library_lines(program) if request.get("library_lines") else program


def _bound(request: dict[str, Any]) -> tuple[Any, ...]:
    return (
        engine.ScenarioSource(
            **request["scenario"] | {"imports": tuple(request["scenario"]["imports"])}
        ),
        engine.Source(**request["submission"]),
        tuple(engine.Source(**sibling) for sibling in request["siblings"]),
        tuple(decode(arg) for arg in request["args"]),
    )


_OPERATIONS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "explore_scenario": _explore_scenario,
    "replay_scenario": _replay_scenario,
    "follow_scenario": _follow_scenario,
    "audit_scenario": _audit_scenario,
    "explore_file": _explore_file,
    "replay_file": _replay_file,
    "self_check_file": _self_check_file,
}


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    try:
        return {"result": _OPERATIONS[request["operation"]](request)}
    except DojoError as error:
        fields = {"sentence": error.sentence, "file": error.file, "line": error.line}
        return {"error": {"type": type(error).__name__, **fields}}
    except BaseException:
        return {"bug": traceback.format_exc()[-8000:]}


def _die_with(lifeline: int) -> None:
    """Makes the kernel end this process group when the judge's end of `lifeline` closes."""
    with contextlib.suppress(OSError, AttributeError):
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)


_WARM_UP_ENTRY = ("warm_up", "main")
_WARM_UP = """
import queue
from concurrent.futures import ThreadPoolExecutor
from threading import Condition, Lock, Thread

def main():
    numbers, lock, ready = queue.Queue(), Lock(), Condition()
    with lock, ready, ThreadPoolExecutor(1) as pool:
        pool.submit(numbers.put, 1).result()
    thread = Thread(target=numbers.get)
    thread.start()
    thread.join()
"""


def prepare() -> None:
    """Loads in the zygote what every worker will need, by using it once."""
    program = engine.Program((engine.Source("warm_up", "warm_up.py", _WARM_UP),), _WARM_UP_ENTRY)
    for outcome in engine.explore(program, executions=2).outcomes:
        engine.replay(program, outcome.schedule)


def main(requests: int, replies: int, errors: int) -> None:
    """Serves in a process of the zygote's.

    Args:
        requests, replies: the ends of the channel.
        errors: where standard error goes.
    """
    os.dup2(errors, 2)
    os.close(errors)
    _serve(requests, replies)


def _serve(requests: int, replies: int) -> None:
    """Answers requests until the judge closes the channel."""
    faulthandler.register(signal.SIGUSR1, all_threads=False)
    sys.dont_write_bytecode = True
    write_frame(replies, {"ready": list(sys.version_info[:3])})
    with frozen():
        while (request := read_frame(requests)) is not None:
            write_frame(replies, {"id": request["id"], **_answer(request)})


if __name__ == "__main__":
    channel, lifeline = [int(fd) for fd in sys.argv[1:3]], int(sys.argv[3])
    for fd in (*channel, lifeline):
        os.set_inheritable(fd, False)
    _die_with(lifeline)
    _serve(*channel)
