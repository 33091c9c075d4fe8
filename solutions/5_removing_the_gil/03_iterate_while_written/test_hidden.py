"""An export is a board that really was, whatever the others do; and they go on doing it."""

import threading

from hypothesis import example, given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

BUDGET = 100  # executions per case

symbols = st.sampled_from(["A", "B"])
puts = st.tuples(st.just("put"), symbols, st.integers(2, 3))
a_change_of_size = st.sampled_from([("put", "C", 2), ("drop", "A"), ("drop", "B")])


def boards(board, writers):
    """Every board there can be while the writers are at it, each doing its changes in order.

    Returns:
        The boards on the way, those at the end among them, and those at the end.
    """
    on_the_way, ends = {tuple(sorted(board.items()))}, set()
    if not any(writers):
        return on_the_way, on_the_way
    for index, changes in enumerate(writers):
        if changes:
            (kind, symbol, *price), *later = changes
            after = {**board, symbol: price[0]} if kind == "put" else dict(board)
            if kind == "drop":
                del after[symbol]
            found, last = boards(after, [*writers[:index], later, *writers[index + 1 :]])
            on_the_way |= found
            ends |= last
    return on_the_way, ends


def lines(board):
    return tuple(f"{symbol} {price}" for symbol, price in board)


def exports(board, writers):
    """What an export may show beside these writers, and another one after them."""
    on_the_way, ends = boards(board, writers)
    return {(lines(meanwhile), lines(end)) for meanwhile in on_the_way for end in ends}


@scenario
def export_beside(submission, board, writers):
    """One thread exports beside the writers, who make their changes; then all is exported again."""
    prices = submission.PriceBoard()
    for symbol, price in board.items():
        prices.put(symbol, price)

    def make(changes):
        for kind, *what in changes:
            getattr(prices, kind)(*what)

    lines, later = [], []
    together(
        lambda: prices.export(lines.append),
        *[lambda changes=changes: make(changes) for changes in writers],
    )
    prices.export(later.append)
    return tuple(sorted(lines)), tuple(sorted(later))


@example(change=("put", "C", 2))
@example(change=("drop", "A"))
@given(change=a_change_of_size)
def test_an_export_never_fails(change):
    """One symbol comes or goes: before or after, nothing else can be seen."""
    board = {"A": 1, "B": 1}
    run = explore(export_beside, board, [[change]], executions=BUDGET)
    assert run.values <= exports(board, [[change]])


@example(writers=[[("put", "A", 2), ("put", "B", 2)]])
@example(writers=[[("put", "B", 2)], [("put", "A", 2)]])
@given(
    writers=st.one_of(
        st.lists(st.lists(puts, min_size=2, max_size=3), min_size=1, max_size=1),
        st.lists(st.lists(puts, min_size=1, max_size=1), min_size=2, max_size=2),
    )
)
def test_a_moment_that_really_was(writers):
    """Only prices change, so that nothing raises: what is exported must be looked at."""
    board = {"A": 1, "B": 1}
    run = explore(export_beside, board, writers, executions=BUDGET)
    assert run.values <= exports(board, writers)


@scenario
def act_during_a_slow_export(submission, kind, what):
    """While an export writes its first line, another thread acts; the line waits for it."""
    prices = submission.PriceBoard()
    prices.put("A", 1)
    prices.put("B", 1)
    is_writing, has_acted = threading.Event(), threading.Event()
    lines = []

    def slow_write(line):
        is_writing.set()
        has_acted.wait()
        lines.append(line)

    def act():
        is_writing.wait()
        try:
            getattr(prices, kind)(*what or [print])
        finally:
            has_acted.set()

    together(lambda: prices.export(slow_write), act)
    return tuple(sorted(lines))


@given(act=st.sampled_from([("export",), ("put", "B", 2), ("put", "C", 2), ("drop", "B")]))
def test_nobody_waits_for_a_slow_export(act):
    kind, *what = act
    on_the_way, _ = boards({"A": 1, "B": 1}, [[act] if what else []])
    run = explore(act_during_a_slow_export, kind, what, executions=BUDGET)
    assert run.values <= {lines(board) for board in on_the_way}


@scenario
def errors(submission, fails_at, absent):
    """One thread drops what isn't there, one exports to a disk that becomes full."""
    prices = submission.PriceBoard()
    prices.put("A", 1)
    prices.put("B", 1)
    room = [None] * fails_at

    def write(line):
        if not room:
            raise OSError("no space left")
        room.pop()

    ended = together(
        lambda: attempt(prices.drop, absent),
        lambda: attempt(prices.export, write),
    )
    lines = []
    prices.put("B", 2)
    prices.export(lines.append)
    return tuple(ended), tuple(sorted(lines))


@given(fails_at=st.integers(0, 1), absent=st.sampled_from(["C", ""]))
def test_errors_come_out(fails_at, absent):
    expected = ((("error", "KeyError"), ("error", "OSError")), ("A 1", "B 2"))
    assert explore(errors, fails_at, absent, executions=BUDGET).values == {expected}
