"""Runs one scenario against one submission, for real, and hands in how that ended.

This file is the standard library only, since any Python may be asked to run it, in a folder that
holds the few files it needs. It is imported by a `python -c`, so that processes which a submission
starts have no main module to import again.
"""

from __future__ import annotations

import _thread
import faulthandler
import importlib
import json
import multiprocessing
import os
import signal
import socket
import threading
from contextlib import suppress
from typing import Any

from grader.engine.encoding import beginning, decode, encode, scrub
from grader.measure.workload import DESK


def perform(job: dict[str, Any]) -> dict[str, Any]:
    """Calls the scenario of a job and returns how that ended, as JSON-able data."""
    unhandled: list[str] = []

    def note(args: Any) -> None:
        thread = args.thread.name if args.thread else "a thread"
        unhandled.append(f"{thread}: {args.exc_type.__name__}: {args.exc_value}")

    threading.excepthook = note
    result: dict[str, Any] = {"kind": "returned", "value": None, "exception": None, "message": ""}
    try:
        submission = importlib.import_module(job["submission"])
        scenario = getattr(importlib.import_module(job["module"]), job["scenario"])
        result["value"] = encode(scenario(submission, *decode(job["args"])))
    except BaseException as error:
        result |= {
            "kind": "raised",
            "exception": type(error).__name__,
            "message": scrub(beginning(str(error)))[:2000],
        }
    threads = {t.name for t in threading.enumerate() if t is not threading.main_thread()}
    processes = {process.name for process in multiprocessing.active_children()}
    return result | {"unhandled": unhandled, "left_running": sorted(threads | processes)}


def main() -> None:
    """Does the job that job.json describes."""
    faulthandler.register(signal.SIGUSR1, all_threads=True)
    with open("job.json", encoding="utf-8") as file:
        job = json.load(file)
    if job["start_method"] is not None:
        multiprocessing.set_start_method(job["start_method"])
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(os.environ[DESK])
        _thread.start_new_thread(_end_with_the_watcher, (line.dup(),))
        line.sendall(json.dumps(perform(job)).encode() + b"\n")


def _end_with_the_watcher(line: socket.socket) -> None:
    """Ends the whole run when whoever watches it is no more: nobody else would."""
    with suppress(OSError):
        line.recv(1)
    os.killpg(0, signal.SIGKILL)
