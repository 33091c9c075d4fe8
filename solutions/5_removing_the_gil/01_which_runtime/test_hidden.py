"""A table of all the Pythons there are: the answers depend on two things and on nothing else.

| this Python                     | _is_gil_enabled() | Py_GIL_DISABLED | built without | GIL on |
|---------------------------------|-------------------|-----------------|---------------|--------|
| before 3.13, or another maker's | missing           | None            | no            | yes    |
| 3.13+ with the GIL              | True              | 0               | no            | yes    |
| 3.13t+                          | False             | 1               | yes           | no     |
| 3.13t+, GIL turned on again     | True              | 1               | yes           | yes    |
"""

from types import ModuleType, SimpleNamespace

from hypothesis import example, given
from hypothesis import strategies as st

from grader import explore, scenario

WITH_THE_GIL = (0, True)
WITHOUT = (1, False)
TURNED_ON_AGAIN = (1, True)

minors = st.integers(13, 16)
windows = st.booleans()
modern = st.sampled_from([WITH_THE_GIL, WITHOUT, TURNED_ON_AGAIN])


@scenario
def ask(submission, maker, minor, windows, moments, fields):
    """Asks once at each of the moments, which are pairs of build and GIL, None where unknown."""
    built = moments[0][0]
    text = " free-threading build" if built else ""
    system = ModuleType("sys")
    system.version_info = (3, minor, 1, "final", 0)
    system.version = f"3.{minor}.1{text} (main, Oct 7 2025, 10:15:03) [GCC 13.2.0]"
    system.implementation = SimpleNamespace(name=maker, version=system.version_info)
    system.platform = "win32" if windows else "linux"
    if not windows:
        system.abiflags = "t" if built else ""
    answers = []
    for built, gil in moments:
        if gil is not None:
            system._is_gil_enabled = lambda gil=gil: gil
        runtime = submission.detect(system, {"Py_GIL_DISABLED": built}.get)
        answers += [getattr(runtime, field) for field in fields]
    return f"{maker} 3.{minor}, Py_GIL_DISABLED {built}", *answers


def asked(minor, python):
    return f"cpython 3.{minor}, Py_GIL_DISABLED {python[0]}"


@example(minor=13, windows=False, python=WITH_THE_GIL)
@example(minor=14, windows=False, python=TURNED_ON_AGAIN)
@given(minor=minors, windows=windows, python=modern)
def test_the_gil_of_now(minor, windows, python):
    run = explore(ask, "cpython", minor, windows, [python], ["gil_enabled"])
    assert run.values == {(asked(minor, python), python[1])}


@example(minor=14, windows=False, python=TURNED_ON_AGAIN)
@given(minor=minors, windows=windows, python=modern)
def test_the_build(minor, windows, python):
    run = explore(ask, "cpython", minor, windows, [python], ["free_threaded_build"])
    assert run.values == {(asked(minor, python), python[0] == 1)}


@example(maker="pypy", minor=14, windows=False)
@given(
    maker=st.sampled_from(["cpython", "pypy", "graalpy"]), minor=st.integers(8, 12), windows=windows
)
def test_every_python_answers(maker, minor, windows):
    fields = ["free_threaded_build", "gil_enabled"]
    run = explore(ask, maker, minor, windows, [(None, None)], fields)
    assert run.values == {(f"{maker} 3.{minor}, Py_GIL_DISABLED None", False, True)}


@given(minor=minors, gil=st.lists(st.booleans(), min_size=2, max_size=3))
def test_an_answer_is_about_now(minor, gil):
    """On a free-threaded build, whose GIL is turned on and off between the questions."""
    moments = [(1, on) for on in gil]
    run = explore(ask, "cpython", minor, False, moments, ["gil_enabled"])
    assert run.values == {(asked(minor, WITHOUT), *gil)}
