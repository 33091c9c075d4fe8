"""What an export promises, smallest cases. Run me: pytest exercises/ -k iterate_while_written"""

import threading

from grader import attempt, explore, scenario, together


@scenario
def export_while_one_comes(submission):
    board = submission.PriceBoard()
    board.put("ABC", 1)
    lines = []
    together(lambda: board.export(lines.append), lambda: board.put("XYZ", 7))
    return tuple(sorted(lines))


def test_an_export_never_fails():
    allowed = {("ABC 1",), ("ABC 1", "XYZ 7")}
    assert explore(export_while_one_comes).values <= allowed


@scenario
def export_while_prices_rise(submission):
    """ABC rises first, XYZ follows: it is never ahead."""
    board = submission.PriceBoard()
    board.put("ABC", 1)
    board.put("XYZ", 1)
    lines = []

    def rise():
        board.put("ABC", 2)
        board.put("XYZ", 2)

    together(lambda: board.export(lines.append), rise)
    return tuple(sorted(lines))


def test_a_moment_that_really_was():
    allowed = {("ABC 1", "XYZ 1"), ("ABC 2", "XYZ 1"), ("ABC 2", "XYZ 2")}
    assert explore(export_while_prices_rise).values <= allowed


@scenario
def put_during_a_slow_export(submission):
    """While the first line is written, another thread puts a price; the line waits for it."""
    board = submission.PriceBoard()
    board.put("ABC", 1)
    is_writing, has_put = threading.Event(), threading.Event()
    lines = []

    def slow_write(line):
        is_writing.set()
        has_put.wait()
        lines.append(line)

    def put():
        is_writing.wait()
        try:
            board.put("ABC", 2)
        finally:
            has_put.set()

    together(lambda: board.export(slow_write), put)
    return tuple(lines)


def test_nobody_waits_for_a_slow_export():
    assert explore(put_during_a_slow_export).values <= {("ABC 1",), ("ABC 2",)}


@scenario
def errors(submission):
    def full_disk(line):
        raise OSError("no space left")

    board = submission.PriceBoard()
    board.put("ABC", 1)
    missing, full = attempt(board.drop, "XYZ"), attempt(board.export, full_disk)
    lines = []
    board.put("ABC", 2)
    board.export(lines.append)
    return missing, full, tuple(lines)


def test_errors_come_out():
    assert explore(errors).values == {(("error", "KeyError"), ("error", "OSError"), ("ABC 2",))}
