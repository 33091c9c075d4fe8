"""The page that says what of Python is simulated, passed through and refused.

python -m grader.report.simulated > docs/simulated.md
"""

from __future__ import annotations

from collections.abc import Iterable

from grader.engine.world.library import ANEW, COPIED, OURS
from grader.engine.world.refused import FUNCTIONS, MODULES, shown

_HEAD = """\
# What is simulated, passed through, refused

This page is written by `python -m grader.report.simulated`; a test holds it to the code.

A program under exploration runs on one real thread. What it knows of threads, locks and time is
simulated; what would wait outside of our control is refused by name, at the call, with exit code 2.
"""
_SIMULATED = """\
## Simulated

| module | how |
| --- | --- |
"""
_PASSED = """\
## Passed through

All other modules are Python's own. A call of code that is neither the program's nor named above is
one step: nobody is switched inside it. These start the same in every execution:

| what | how |
| --- | --- |
| `random` | seeded alike |
| `id()`, and the hashes of threads and futures | numbers by the order in which they are asked for |
| `print` | shown in the timeline, and nowhere else |
| `contextvars`, and what is kept in them such as `decimal`'s context | empty in each thread, or a \
copy of its starter's where `sys.flags.thread_inherit_context` says so (3.14+) |
| variables such as `PYTHON_THREAD_INHERIT_CONTEXT` and `PYTHONOPTIMIZE` | not passed on: `dojo` \
explores with Python's defaults, whatever your shell says |
| `os.environ`, the working directory, the standard streams, the switch interval, builtins | put \
back after each execution |
| `tempfile` | a folder of the exploration's own, empty, with the same names |
| `hash()` of texts, order of sets, the real clock of `datetime`, files elsewhere, the system | \
not controlled: `dojo explore --self-check` names what an execution depends on |
"""
_REFUSED = """\
## Refused

| call | instead |
| --- | --- |
"""


def page() -> str:
    """Returns the page, as Markdown."""
    simulated = [
        *((name, f"written anew: {what}") for name, what in OURS.items()),
        *((name, "Python's own code, on the simulated `_thread` and `time`") for name in COPIED),
        *((name, "the same, and executed anew for each execution") for name in ANEW),
    ]
    functions = ((shown(*name), advice) for name, advice in FUNCTIONS.items())
    refused = [
        *((f"`{name}`", advice) for name, advice in MODULES.items() if name[0] != "_"),
        *((f"`{name}()`", advice) for name, advice in functions if "._" not in name),
    ]
    rows = [(f"`{name}`", how) for name, how in simulated]
    return "\n".join([_HEAD, _SIMULATED + _rows(rows), _PASSED, _REFUSED + _rows(refused)])


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"| {left} | {right} |\n" for left, right in rows)


if __name__ == "__main__":
    print(page(), end="")
