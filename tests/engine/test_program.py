"""What a program may be made of, and what is said of one that is no good."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from grader.engine import (
    DojoError,
    ScenarioSource,
    Source,
    explore_file,
    explore_scenario,
    replay_scenario,
)

RACY = """\
class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
"""
SCENARIO = """\
def increments(submission, times):
    counter = submission.Counter()
    together(*[repeat(counter.increment, n) for n in times])
    return counter.value
"""


def scenario(text: str = SCENARIO, line: int = 1, imports: tuple[str, ...] = ()) -> ScenarioSource:
    return ScenarioSource("increments", "test_counter.py", line, text, imports)


class TestBadInput:
    """One sentence with file and line."""

    @pytest.mark.parametrize(
        ("text", "line", "words"),
        [
            ("def main(:\n    pass\n", 1, "this is not valid Python: "),
            ("\n\ndef main():\nreturn 1\n", 4, "this is not valid Python: "),
            ("def main():\n    return 1\n  x = 2\n", 3, "this is not valid Python: "),
            ("def main():\n    break\n", 2, "this is not valid Python: "),
            ("def main():\n    x = 'a\n", 2, "this is not valid Python: "),
            ("x = 1\n", None, "there is no function 'main' here"),
            ("def other():\n    pass\n", None, "there is no function 'main' here; it has other"),
            ("class main:\n    pass\n", None, "'main'"),
            ("main = 5\n", None, "there is no function 'main' here"),
            ("def main(n):\n    pass\n", 1, "main() takes parameters: "),
            ("import os\ndef main(a, *, b):\n    pass\n", 2, "main() takes parameters: "),
            ("async def main():\n    pass\n", 1, "main() is a coroutine"),
            ("def main():\n    yield 1\n", 1, "main() is a generator"),
        ],
    )
    def test_a_program_that_is_no_good(self, lab, text: str, line: int | None, words: str) -> None:
        path = lab.folder / "program.py"
        path.write_text(text)
        with pytest.raises(DojoError) as caught:
            explore_file(path, "main")
        assert words in caught.value.sentence
        assert caught.value.file == str(path)
        assert line is None or caught.value.line == line
        assert "\n" not in str(caught.value)

    def test_a_source_may_be_a_thousand_levels_deep(self, lab) -> None:
        text = "def main():\n    return 0" + " + 1" * 996
        assert lab.only(f"{text}\n") == 996
        with pytest.raises(
            DojoError, match=r"program\.py:\d+: this is nested more than 1,000 levels deep"
        ):
            lab.only(f"{text} + 1\n")

    def test_parameters_with_defaults_are_fine(self, lab) -> None:
        assert lab.only("def main(n=5, *rest, key=1, **more):\n    return n + key\n") == 6

    def test_not_utf8(self, lab) -> None:
        path = lab.folder / "latin.py"
        path.write_bytes("def main():\n    return 'é'\n".encode("latin-1"))
        with pytest.raises(DojoError, match=r"latin\.py: this is not UTF-8 text"):
            explore_file(path, "main")

    def test_null_bytes(self, lab) -> None:
        path = lab.folder / "null.py"
        path.write_bytes(b"def main():\n    return '\0'\n")
        with pytest.raises(DojoError, match=r"null\.py"):
            explore_file(path, "main")

    def test_no_such_file_or_a_folder(self, lab) -> None:
        with pytest.raises(DojoError, match=r"nowhere\.py: there is no such file"):
            explore_file(lab.folder / "nowhere.py", "main")
        with pytest.raises(DojoError, match="cannot be read"):
            explore_file(lab.folder, "main")

    def test_a_byte_order_mark_is_no_part_of_the_program(self, lab) -> None:
        path = lab.folder / "bom.py"
        path.write_bytes(b"\xef\xbb\xbfdef main():\n    return 1\n")
        assert lab.explore_path(path).values == {1}

    def test_an_error_in_a_module_of_the_same_folder(self, lab) -> None:
        lab.write("x = (\n", "broken.py")
        path = lab.write("import broken\ndef main():\n    pass\n")
        with pytest.raises(DojoError) as caught:
            explore_file(path, "main")
        assert caught.value.file == str(lab.folder / "broken.py")

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"switching": "never"}, "switching is one of anywhere, gil, not 'never'"),
            ({"timeouts": "now"}, "timeouts is one of patient, adversarial, not 'now'"),
            ({"strategy": "luck"}, "strategy is one of "),
            ({"executions": 0}, "executions must be at least 1, not 0"),
            ({"preemptions": -1}, "preemptions must be at least 0, not -1"),
        ],
    )
    def test_options(self, lab, options: dict[str, object], words: str) -> None:
        path = lab.write("def main():\n    pass\n")
        with pytest.raises(DojoError, match=words):
            explore_file(path, "main", **options)

    def test_an_exception_while_the_module_loads_is_an_outcome(self, lab) -> None:
        (outcome,) = lab.explore("1 / 0\ndef main():\n    pass\n").outcomes
        assert (outcome.kind, outcome.exception) == ("raised", "ZeroDivisionError")

    def test_a_missing_import_is_an_outcome(self, lab) -> None:
        (outcome,) = lab.explore("import nowhere_at_all\ndef main():\n    pass\n").outcomes
        assert (outcome.kind, outcome.exception) == ("raised", "ModuleNotFoundError")
        assert outcome.message == "No module named 'nowhere_at_all'"


class TestModules:
    def test_modules_of_the_same_folder_are_explored_too(self, lab) -> None:
        lab.write(RACY, "counting.py")
        lab.write("from counting import Counter\n", "more.py")
        exploration = lab.explore("""
            from more import Counter
            import counting
            def main():
                counter = Counter()
                together(counter.increment, counter.increment)
                return counter.value, Counter is counting.Counter
        """)
        assert exploration.values == {(1, True), (2, True)}

    def test_modules_that_import_each_other(self, lab) -> None:
        lab.write("import ping\ndef pong():\n    return ping.NAME\n", "pong.py")
        lab.write("NAME = 'ping'\nimport pong\n", "ping.py")
        assert lab.only("import ping\ndef main():\n    return ping.pong.pong()\n") == "ping"

    def test_late_imports(self, lab) -> None:
        lab.write("value = []\n", "late.py")
        assert lab.only("""
            def main():
                from late import value
                import late as again
                value.append(1)
                return again.value, __name__, again.__name__
        """) == ([1], "program", "late")

    def test_the_modules_leave_no_trace(self, lab) -> None:
        import sys

        lab.write("x = 1\n", "left_behind.py")
        before = set(sys.modules)
        lab.explore("import left_behind\ndef main():\n    return left_behind.x\n")
        assert not {"left_behind", "program"} & (set(sys.modules) - before)

    def test_dataclasses_enums_and_pickles_find_their_module(self, lab) -> None:
        assert lab.only("""
            import copy, dataclasses, enum, pickle, sys
            @dataclasses.dataclass
            class Point:
                x: int
                y: "int" = 0
            class Colour(enum.Enum):
                RED = 1
            def main():
                point = pickle.loads(pickle.dumps(Point(1)))
                return repr(point), copy.deepcopy(point) == point, Colour(1).name, (
                    sys.modules[Point.__module__].Point is Point)
        """) == ("Point(x=1, y=0)", True, "RED", True)

    def test_tracebacks_show_the_programs_own_lines(self, lab) -> None:
        assert lab.only("""
            import traceback
            class Box:
                def fail(self):
                    return self.missing
            def main():
                try:
                    Box().fail()
                except AttributeError as error:
                    frames = traceback.extract_tb(error.__traceback__)
                    return [(frame.name, frame.line) for frame in frames]
        """) == [("main", "Box().fail()"), ("fail", "return self.missing")]

    def test_what_is_printed_appears_nowhere_but_in_the_timeline(self, lab, capfd) -> None:
        exploration = lab.explore("""
            def main():
                print("hello", 5)
                together(lambda: print("from a thread", sep=""))
        """)
        assert capfd.readouterr() == ("", "")
        (outcome,) = exploration.outcomes
        printed = [(s.name, s.value) for s in outcome.timeline.steps if s.action == "print"]
        assert printed == [("main", "hello 5"), ("T1", "from a thread")]


class TestScenario:
    def test_a_scenario_against_a_submission(self) -> None:
        submission = Source("counter", "counter.py", RACY)
        exploration = explore_scenario(scenario(), submission, args=((1, 1),))
        assert exploration.values == {1, 2}
        lost = exploration.outcomes[-1]
        assert lost.value == 1
        again = replay_scenario(scenario(), submission, (), ((1, 1),), lost.schedule)
        assert again.value == 1
        assert [(s.file, s.line) for s in again.timeline.steps if s.fatal] == [("counter.py", 6)]

    def test_arguments_are_fresh_in_every_execution(self) -> None:
        text = """\
            def increments(items):
                together(lambda: items.append(1), lambda: items.append(2))
                return items
        """
        exploration = explore_scenario(scenario(dedent(text)), None, args=([0],))
        assert exploration.values == [[0, 1, 2], [0, 2, 1]]

    def test_lines_are_those_of_the_suite(self) -> None:
        text = (
            "def increments():\n    lock = threading.Lock()\n    with lock, lock:\n        pass\n"
        )
        exploration = explore_scenario(
            scenario(text, 40, ("import threading", "import math")), None
        )
        (outcome,) = exploration.outcomes
        assert outcome.message.endswith("since line 42")
        assert {step.line for step in outcome.timeline.steps} == {42}

    def test_siblings_of_the_submission(self) -> None:
        submission = Source("counter", "counter.py", "from parts import Counter\n")
        parts = Source("parts", "parts.py", RACY)
        exploration = explore_scenario(scenario(), submission, (parts,), ((1, 1),))
        assert exploration.values == {1, 2}

    def test_a_submission_that_cannot_be_imported_is_an_outcome(self) -> None:
        submission = Source("counter", "counter.py", "import missing_thing\n")
        (outcome,) = explore_scenario(scenario(), submission, args=((1,),)).outcomes
        assert (outcome.kind, outcome.exception) == ("raised", "ModuleNotFoundError")

    def test_a_submission_cannot_reach_the_engine_through_its_builtins(self, lab: object) -> None:
        text = (
            "def increments(n):\n    return sorted(k for k in globals() if 'dojo' in k.lower())\n"
        )
        assert explore_scenario(scenario(text), None, args=(1,)).values == [[]]


def test_the_same_file_by_any_kind_of_path(lab, monkeypatch) -> None:
    path = lab.write("def main():\n    return 1\n")
    monkeypatch.chdir(lab.folder)
    for name in (path, str(path), Path("program.py"), "program.py"):
        assert explore_file(name, "main").values == {1}
