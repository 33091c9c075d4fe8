"""Runs a program's `main` many times on real threads, and prints how it ended how often.

    python observe.py PROGRAM --runs N

A script of the standard library alone: it runs on any Python, also where nothing of ours can
be installed. The output is one JSON object: `endings`, pairs of an ending and its count;
`runs`, how many runs there were; `gil`, whether this Python has the GIL.

An ending is what `tests.reality.endings` makes of an explored outcome: `["returned", value]`
with the value encoded, or `["raised", type]`, or `["deadlock"]`; then the names of the types of
the exceptions that ended a thread unseen. A run that hangs is a deadlock, and the last one.

A race of a few instructions seldom shows by itself. So most runs switch as often as Python can,
and there the threads wait for each other before they begin, or begin late, or have to share
the GIL with a thread that is always busy. None of that adds an ending: a thread may always be
as late as that.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

HANGS_SECONDS = 10.0
LATEST_SECONDS = 0.0002
MEETING_SECONDS = 0.002
ENCODING = Path(__file__).parents[2] / "grader" / "engine" / "encoding.py"
GIL = getattr(sys, "_is_gil_enabled", lambda: True)()


def load_encoding() -> ModuleType:
    """The engine's encoding of values, without the engine, which needs greenlets."""
    spec = importlib.util.spec_from_file_location("encoding", ENCODING)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["encoding"] = module
    spec.loader.exec_module(module)
    return module


class Beginnings:
    """What a thread does before its target runs, and its starter before it goes on.

    Attributes:
        how: "at once", "together" (waits a moment for another one) or "late" (or not).
    """

    def __init__(self) -> None:
        self.how = "at once"
        self.arrived = 0
        run, start = threading.Thread.run, threading.Thread.start

        def begin_and_run(thread: threading.Thread) -> None:
            self.begin()
            run(thread)

        def start_and_begin(thread: threading.Thread) -> None:
            start(thread)
            self.begin()

        threading.Thread.run = begin_and_run  # type: ignore[method-assign]
        threading.Thread.start = start_and_begin  # type: ignore[method-assign]

    def begin(self) -> None:
        if self.how == "together":
            self.arrived += 1
            end = time.perf_counter() + MEETING_SECONDS
            while self.arrived % 2 and time.perf_counter() < end:
                pass
            for _ in range(random.randrange(60)):
                pass
        elif self.how == "late":
            end = time.perf_counter() + random.random() * LATEST_SECONDS
            while time.perf_counter() < end:
                pass


class Hammer:
    """A thread that wants the GIL all the time, while it is on."""

    def __init__(self) -> None:
        self._on = threading.Event()
        threading.Thread(target=self._hammer, daemon=True).start()

    def _hammer(self) -> None:
        while True:
            self._on.wait()
            for _ in range(1000):
                pass

    def switch(self, on: bool) -> None:
        (self._on.set if on else self._on.clear)()


class Observer:
    """Counts the endings of one program.

    Args:
        path: the program's file.
        say: called once with the result when a run hangs, or when all are done.
    """

    def __init__(self, path: Path, say: Callable[[dict[str, Any]], None]) -> None:
        self._code: CodeType = compile(path.read_text("utf-8"), str(path), "exec")
        self._encode = load_encoding().encode
        self._say = say
        self._counts: Counter[str] = Counter()
        self._unhandled: list[str] = []
        self._runs = 0
        self._began = time.monotonic()
        threading.excepthook = self._note_unhandled

    def _note_unhandled(self, args: Any) -> None:
        if args.exc_type is not SystemExit:
            self._unhandled.append(args.exc_type.__name__)

    def observe(self, runs: int) -> None:
        """Runs the program so often, some share of that in each way."""
        beginnings = Beginnings()
        hammer = Hammer()
        # The threads of ours have begun; what follows is about the program's alone.
        threading.Thread(target=self._watch, daemon=True).start()
        usual = sys.getswitchinterval()
        for how, interval, hammers, share in (
            ("at once", usual, False, 0.2),
            ("together", 1e-6, False, 0.3),
            ("late", 1e-6, False, 0.45),
            ("late", 1e-6, GIL, 0.05),
        ):
            beginnings.how = how
            hammer.switch(hammers)
            sys.setswitchinterval(interval)
            for _ in range(round(runs * share)):
                beginnings.arrived = 0
                self._run()
        sys.setswitchinterval(usual)
        self._finish()

    def _run(self) -> None:
        self._began = time.monotonic()
        self._unhandled.clear()
        namespace: dict[str, Any] = {"__name__": "program"}
        exec(self._code, namespace)
        before = set(threading.enumerate())
        ending: list[Any]
        try:
            value = namespace["main"]()
            ending = ["returned", self._encode(value)]
        except Exception as error:
            ending = ["raised", type(error).__name__]
        for thread in set(threading.enumerate()) - before:
            if not thread.daemon:
                thread.join()
        self._note([*ending, *sorted(self._unhandled)])

    def _note(self, ending: list[Any]) -> None:
        self._counts[json.dumps(ending, separators=(",", ":"))] += 1
        self._runs += 1

    def _watch(self) -> None:
        while True:
            time.sleep(0.5)
            if time.monotonic() - self._began > HANGS_SECONDS:
                self._note(["deadlock"])
                self._finish()

    def _finish(self) -> None:
        endings = [[json.loads(text), count] for text, count in self._counts.most_common()]
        self._say({"endings": endings, "runs": self._runs, "gil": GIL})
        os._exit(0)  # Threads that hang would keep the process.


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--runs", type=int, default=1000)
    arguments = parser.parse_args()
    output = sys.stdout
    # What the program prints is nobody's business here.
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115

    def say(result: dict[str, Any]) -> None:
        output.write(json.dumps(result))
        output.flush()

    Observer(arguments.program, say).observe(arguments.runs)


if __name__ == "__main__":
    main()
