"""What a worker says of its Python, on few machines. Run me: pytest exercises/ -k which_runtime

The modules here are made up, so it doesn't matter which Python you run this on.
"""

from types import ModuleType

from grader import explore, scenario

# Each with its minor version, `Py_GIL_DISABLED`, and what `_is_gil_enabled()` says.
WITH_THE_GIL = ("3.13 with the GIL", 13, 0, True)
FREE_THREADED = ("3.14t", 14, 1, False)
TURNED_ON_AGAIN = ("3.14t with the GIL turned on again", 14, 1, True)


@scenario
def ask_for_the_gil(submission, name, minor, built, gil):
    system = ModuleType("sys")
    system.version_info = (3, minor, 1, "final", 0)
    system._is_gil_enabled = lambda: gil
    runtime = submission.detect(system, {"Py_GIL_DISABLED": built}.get)
    return name, runtime.gil_enabled, submission.threads_for_computing(runtime, 8)


def test_the_gil_of_now():
    for python, enabled, threads in (
        (WITH_THE_GIL, True, 1),
        (FREE_THREADED, False, 8),
        (TURNED_ON_AGAIN, True, 1),
    ):
        assert explore(ask_for_the_gil, *python).values == {(python[0], enabled, threads)}


@scenario
def ask_for_the_build(submission, name, minor, built, gil):
    system = ModuleType("sys")
    system.version_info = (3, minor, 1, "final", 0)
    system._is_gil_enabled = lambda: gil
    return name, submission.detect(system, {"Py_GIL_DISABLED": built}.get).free_threaded_build


def test_the_build():
    for python, built in ((WITH_THE_GIL, False), (FREE_THREADED, True), (TURNED_ON_AGAIN, True)):
        assert explore(ask_for_the_build, *python).values == {(python[0], built)}


@scenario
def ask_an_old_python(submission):
    system = ModuleType("sys")
    system.version_info = (3, 11, 7, "final", 0)
    runtime = submission.detect(system, {}.get)
    return "3.11", runtime.free_threaded_build, runtime.gil_enabled


def test_every_python_answers():
    assert explore(ask_an_old_python).values == {("3.11", False, True)}


@scenario
def ask_before_and_after_an_import(submission):
    system = ModuleType("sys")
    system.version_info = (3, 14, 1, "final", 0)
    system._is_gil_enabled = lambda: False
    built = {"Py_GIL_DISABLED": 1}.get
    before = submission.detect(system, built)
    system._is_gil_enabled = lambda: True
    after = submission.detect(system, built)
    return "3.14t", before.gil_enabled, after.gil_enabled


def test_an_answer_is_about_now():
    assert explore(ask_before_and_after_an_import).values == {("3.14t", False, True)}
