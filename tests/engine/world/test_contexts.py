"""What a simulated thread finds in a context variable is what a real thread finds."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import _thread
import threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar, copy_context

name = ContextVar("name", default="nobody")


def ended(thread):
    thread.start()
    name.set("changed after the start")
    thread.join()


def main():
    seen = {}

    def ask(kind):
        seen[kind] = name.get()
        name.set(kind)

    def ask_again():
        inner = threading.Thread(target=ask, args=("a thread of a thread",))
        name.set("a thread's")
        ended(inner)

    def ask_bare():
        ask("a bare thread")
        gate.release()

    class Asks(threading.Thread):
        def run(self):
            ask("a subclass")

    name.set("main's")
    kept = copy_context()
    ended(threading.Thread(target=ask, args=("a thread",)))
    ended(threading.Timer(0, ask, ("a timer",)))
    ended(Asks())
    ended(threading.Thread(target=ask_again))
    with ThreadPoolExecutor(1) as pool:
        pool.submit(ask, "an executor").result()
        name.set("changed between two calls")
        pool.submit(ask, "an executor's second call").result()
    gate = threading.Lock()
    gate.acquire()
    _thread.start_new_thread(ask_bare, ())
    gate.acquire()
    if NEW:
        ended(threading.Thread(target=ask, args=("a given context",), context=kept))
        ended(threading.Thread(target=ask, args=("the same once more",), context=kept))
        ended(threading.Thread(target=ask, args=("none given",), context=None))
        seen["afterwards"] = kept[name]
    return seen
"""
BOTH = """
import json, sys
from grader.engine import explore_file
sys.path.insert(0, "")
import program
found = explore_file("program.py", "main", strategy="random", executions=5).values
print(json.dumps([program.main(), *found]))
"""
NEW = sys.version_info >= (3, 14)


def on_real_and_simulated_threads(lab, *options: str, **variables: str) -> list[dict[str, str]]:
    """What the program returns on real threads, and then whatever it does on simulated ones."""
    lab.write(PROGRAM.replace("NEW", str(NEW)))
    found = subprocess.run(
        [sys.executable, *options, "-c", BOTH],
        cwd=lab.folder,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(found.stdout)  # type: ignore[no-any-return]


def test_as_this_python_does_by_itself(lab) -> None:
    real, *simulated = on_real_and_simulated_threads(lab)
    assert simulated == [real]
    assert {kind: real[kind] for kind in ("a thread", "a timer", "an executor")} == {
        "a thread": "nobody",
        "a timer": "nobody",
        "an executor": "nobody",
    }


@pytest.mark.skipif(not NEW, reason="thread_inherit_context is new in 3.14")
@pytest.mark.parametrize("inherit", ["0", "1"])
@pytest.mark.parametrize("said_by", ["option", "variable"])
def test_as_this_python_is_told_to(lab, said_by: str, inherit: str) -> None:
    if said_by == "option":
        found = on_real_and_simulated_threads(lab, "-X", f"thread_inherit_context={inherit}")
    else:
        found = on_real_and_simulated_threads(lab, PYTHON_THREAD_INHERIT_CONTEXT=inherit)
    real, *simulated = found
    assert simulated == [real]
    assert real["a thread"] == ("main's" if inherit == "1" else "nobody")
    assert real["a thread of a thread"] == ("a thread's" if inherit == "1" else "nobody")
    assert real["a given context"] == "main's"
    assert real["the same once more"] == "a given context"
