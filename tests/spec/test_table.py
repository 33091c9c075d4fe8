"""A history as people see it."""

from __future__ import annotations

from grader.spec import Call, History, history_table


def table(*rows: tuple[str, str, object, int, int | None], width: int = 74) -> str:
    calls = [
        Call(thread, name, (), None if end is None else "returned", result, begin, end)
        for thread, name, result, begin, end in rows
    ]
    return "\n" + "\n".join(history_table(History.of(calls), width))


def test_calls_one_after_the_other_take_a_line_each() -> None:
    assert (
        table(("T1", "put", None, 0, 1), ("T2", "get", 7, 2, 3), ("T1", "get", 8, 4, 5))
        == """
T1             T2
put() → None
               get() → 7
get() → 8"""
    )


def test_what_overlaps_begins_in_one_line_and_comes_back_in_another() -> None:
    assert (
        table(
            ("T1", "put", None, 0, 7),
            ("T2", "get", 7, 1, 2),
            ("T2", "get", 8, 3, 6),
            ("then", "size", 0, 8, 9),
        )
        == """
T1       T2      then
put()    get()
│        → 7
│        get()
→ None   → 8
                 size() → 0"""
    )


def test_a_call_that_never_came_back_has_no_answer() -> None:
    assert (
        table(("T1", "put", None, 0, None), ("T2", "get", 7, 1, 2))
        == """
T1      T2
put()   get()
│       → 7"""
    )


def test_threads_stand_in_the_order_of_their_numbers_and_long_texts_are_cut() -> None:
    lines = table(
        ("T10", "put", "a" * 40, 0, 1), ("T2", "get", 1, 2, 3), ("then", "size", 0, 4, 5), width=40
    ).splitlines()
    assert lines[1].split() == ["T2", "T10", "then"]
    assert lines[2].strip() == "put() →…aaaaaa'"  # of 34 columns the others need 9 and 10
    assert max(map(len, lines)) <= 40


def test_no_calls() -> None:
    assert history_table(History.of([])) == [""]
