"""What the counter promises, smallest cases. Run me: pytest exercises/ -k sharded_counter"""

import threading

from grader import explore, repeat, scenario, together


@scenario
def two_count(submission):
    counter = submission.ByteCounter()
    together(lambda: counter.add(1), lambda: counter.add(2))
    return counter.total()


def test_nothing_is_lost():
    assert explore(two_count).values == {3}


@scenario
def two_slow_additions(submission):
    """An addition goes on when the other thread is adding as well, or has come back from add()."""
    counter = submission.ByteCounter()
    begun, back = [0, 0], [False, False]
    changed = threading.Condition()
    own = threading.local()

    class Slow(int):
        def __add__(self, other):
            if hasattr(own, "index"):
                me, you = own.index, 1 - own.index
                with changed:
                    begun[me] += 1
                    changed.notify_all()
                    changed.wait_for(lambda: back[you] or begun[you] >= begun[me])
            return Slow(int(self) + int(other))

        __radd__ = __add__

    def add(index):
        own.index = index
        counter.add(Slow(index + 1))
        with changed:
            back[index] = True
            changed.notify_all()

    together(lambda: add(0), lambda: add(1))
    return int(counter.total())


def test_adding_waits_for_nobody():
    assert explore(two_slow_additions, executions=100).values == {3}


@scenario
def one_reads_meanwhile(submission):
    counter = submission.ByteCounter()
    (first, second), _ = together(repeat(counter.total, 2), lambda: counter.add(5))
    return first, second, counter.total()


def test_a_reader_never_sees_it_go_back():
    expected = {(0, 0, 5), (0, 5, 5), (5, 5, 5)}
    assert explore(one_reads_meanwhile).values <= expected


@scenario
def two_counters(submission):
    sent, received = submission.ByteCounter(), submission.ByteCounter()
    sent.add(1)
    received.add(2)
    return sent.total(), received.total()


def test_counters_are_independent():
    assert explore(two_counters).values == {(1, 2)}
