"""The vocabulary of scenarios, with real threads where no simulation runs."""

from __future__ import annotations

import threading

import pytest

from grader.engine.vocabulary import attempt, repeat, together


def test_together_runs_real_threads_at_the_same_time() -> None:
    barrier = threading.Barrier(3)

    def meet() -> bool:
        barrier.wait(10)
        return threading.current_thread() is not threading.main_thread()

    assert together(meet, meet, meet) == [True, True, True]


def test_together_of_nothing() -> None:
    assert together() == []


def test_together_raises_the_first_exception_once_all_have_ended() -> None:
    ended = []

    def fail(error: BaseException) -> None:
        ended.append(1)
        raise error

    first = ValueError("first")
    with pytest.raises(ValueError) as caught:
        together(lambda: fail(first), lambda: fail(KeyError("second")), lambda: ended.append(1))
    assert caught.value is first
    assert len(ended) == 3


def test_repeat_lists_the_results() -> None:
    numbers = iter(range(10))
    assert repeat(lambda: next(numbers), 3)() == [0, 1, 2]
    assert repeat(int, 0)() == []


def test_attempt_tells_how_it_went() -> None:
    assert attempt(int, "5") == ("ok", 5)
    assert attempt(int, "x") == ("error", "ValueError")
    with pytest.raises(SystemExit):
        attempt(exit)


def test_what_the_vocabulary_calls_is_a_call_of_the_program(lab) -> None:
    """A builtin given to `together` is one step, which others may come before."""
    exploration = lab.explore(
        """
        def main():
            items = []
            append, clear = items.append, items.clear
            together(lambda: items.append(2), lambda: attempt(append, 1), repeat(clear, 1))
            return tuple(items)
    """,
        strategy="dfs",
    )
    assert exploration.values == {(), (1,), (2,), (1, 2), (2, 1)}
    assert (exploration.exhaustive, exploration.executions) == (True, 6)


def test_together_inside_of_together(lab) -> None:
    assert lab.only("""
        def main():
            return together(lambda: together(lambda: 1, lambda: 2), lambda: together())
    """) == [[1, 2], []]
