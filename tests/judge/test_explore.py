"""`explore` in a user's own tests, where no kata is judged."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

from grader import DojoError, explore, run_for_real, scenario


@pytest.fixture
def loaded(tmp_path: Path) -> Any:
    """Writes a module and loads it as pytest would."""

    def load(text: str) -> ModuleType:
        path = tmp_path / "mine.py"
        path.write_text(dedent(text))
        module = ModuleType("mine")
        exec(compile(path.read_bytes(), str(path), "exec"), module.__dict__)
        return module

    return load


ACCOUNT = """
    class Account:
        def __init__(self):
            self.balance = 0

        def deposit(self, amount):
            self.balance += amount
"""

USER_TEST = """
    import threading
    import pytest
    from account import Account
    from grader import explore, scenario, together

    def two_deposits():
        account = Account()
        threads = [threading.Thread(target=account.deposit, args=(5,)) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return account.balance

    def deposits(amounts):
        account = Account()
        together(*[lambda a=a: account.deposit(a) for a in amounts])
        return account.balance

    @scenario
    def closed():
        counts = []
        together(lambda: counts.append(1), lambda: counts.append(2))
        return tuple(counts)

    def test_what_it_is():
        found = explore(two_deposits)
        assert found.values == {5, 10}
        assert found.executions > 1
        assert "self.balance += amount" in {s.source for s in found.outcomes[0].timeline.steps}

    def test_with_arguments():
        assert explore(deposits, (1, 2)).values == {1, 2, 3}

    def test_a_scenario():
        assert explore(closed).values == {(1, 2), (2, 1)}

    @pytest.mark.parametrize("amounts", [(1, 1), (1,)])
    def test_a_mistake(amounts):
        assert explore(deposits, amounts).values == {sum(amounts)}
"""


def test_it_works_in_anybodys_pytest(tmp_path: Path) -> None:
    (tmp_path / "account.py").write_text(dedent(ACCOUNT))
    (tmp_path / "test_account.py").write_text(dedent(USER_TEST))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "1 failed, 4 passed" in done.stdout, done.stdout + done.stderr
    assert "test_a_mistake[amounts0]" in done.stdout


def test_the_options_are_passed_on(loaded: Any) -> None:
    mine = loaded("""
        from grader import together
        def main():
            seen = []
            def count():
                total = len(seen)
                seen.append(total)
            together(count, count)
            return tuple(seen)
    """)
    assert explore(mine.main).values == {(0, 0), (0, 1)}
    assert explore(mine.main, preemptions=0).values == {(0, 1)}
    sampled = explore(mine.main, strategy="random", executions=3, seed=7)
    assert (sampled.executions, sampled.seed, sampled.exhaustive) == (3, 7, False)


def test_one_process_answers_again_and_again_while_nothing_around_it_changes(
    loaded: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = "import os\nnumber = {}\ndef main():\n    return number, os.getpid()\n"

    def ask(number: int) -> tuple[int, int]:
        (value,) = explore(loaded(text.format(number)).main).values
        return value  # type: ignore[no-any-return]

    first, again = ask(1), ask(2)
    assert first[1] == again[1] and (first[0], again[0]) == (1, 2)
    with pytest.raises(DojoError, match="takes parameters"):
        explore(loaded("def main(x): pass\n").main)
    after_an_error = ask(3)
    assert after_an_error[1] != first[1]
    monkeypatch.setenv("SETTING", "new")
    with_a_variable = ask(4)
    monkeypatch.chdir(tmp_path)
    elsewhere = ask(5)
    assert len({after_an_error[1], with_a_variable[1], elsewhere[1]}) == 3
    assert elsewhere == ask(5)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("import os\ndef main(): os._exit(3)\n", "exit code 3"),
        ("def main(submission): pass\n", "needs a submission"),
        ("def make():\n    def main(): pass\n    return main\nmain = make()\n", "top level"),
        ("main = print\n", "top level"),
    ],
)
def test_what_cant_be_explored_is_one_sentence(loaded: Any, text: str, sentence: str) -> None:
    with pytest.raises(DojoError, match=sentence):
        explore(loaded(text).main)


def test_arguments_are_plain_data(loaded: Any) -> None:
    with pytest.raises(DojoError, match="plain data"):
        explore(loaded("def main(x): pass\n").main, object())


def test_a_real_run_needs_a_submission() -> None:
    @scenario
    def nothing(submission: Any) -> None:
        pass

    with pytest.raises(DojoError, match="needs a submission"):
        run_for_real(nothing)
    with pytest.raises(DojoError, match="@scenario"):
        run_for_real(print)
