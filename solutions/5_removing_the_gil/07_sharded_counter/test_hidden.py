"""A counter of many cells is as exact as one number, and nobody queues up for it."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together

BUDGET = 40  # executions per case


@scenario
def counts(submission, waves):
    """Each wave has a thread for each of its entries, the amounts that it adds; then all end."""
    counter = submission.ByteCounter()

    def add_all(amounts):
        for amount in amounts:
            counter.add(amount)

    for wave in waves:
        threads = [threading.Thread(target=add_all, args=(amounts,)) for amounts in wave]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return counter.total()


WAVES = [
    (((1,), (2,)),),
    (((1, 4), (2,)),),
    (((1,), (2,), (4,)),),
    (((1,),), ((2,), (4,))),
    (((1,),), ((2,),), ((4,),)),
    ((),),
]


@given(waves=st.sampled_from(WAVES))
def test_nothing_is_lost(waves):
    expected = sum(amount for wave in waves for amounts in wave for amount in amounts)
    assert explore(counts, waves, executions=BUDGET).values == {expected}


@scenario
def slow_additions(submission, before, times):
    """An addition goes on when the other thread is adding as well, or has added all it has."""
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
        for _ in range(times):
            counter.add(Slow(index + 1))
        with changed:
            back[index] = True
            changed.notify_all()

    if before:
        counter.add(before)
    together(lambda: add(0), lambda: add(1))
    return int(counter.total())


@given(before=st.integers(0, 1), times=st.integers(1, 2))
def test_adding_waits_for_nobody(before, times):
    values = explore(slow_additions, before, times, executions=BUDGET // 2).values
    assert values == {before + 3 * times}


@scenario
def reads_beside(submission, own, adders, readers):
    """Each reader adds something and then reads twice; the last number is read at the end."""
    counter = submission.ByteCounter()

    def add_and_read():
        if own:
            counter.add(own)
        return counter.total(), counter.total()

    results = together(
        *[add_and_read] * readers,
        *[repeat(lambda amount=amount: counter.add(amount), 1) for amount in adders],
    )
    return tuple(results[:readers]), counter.total()


READS = [(0, (5,), 1), (0, (5, 7), 1), (1, (5,), 1), (1, (), 2), (0, (5,), 2)]


@given(case=st.sampled_from(READS))
def test_a_reader_never_sees_it_go_back(case):
    own, adders, readers = case
    every = own * readers + sum(adders)
    beside = [(), adders, *[(amount,) for amount in adders]]
    possible = {
        own + by_readers + sum(by_adders)
        for by_readers in range(own * (readers - 1) + 1)
        for by_adders in beside
    }

    def never_goes_back(ending):
        seen, last = ending
        ordered = all(first <= second for first, second in seen)
        return last == every and ordered and all(n in possible for pair in seen for n in pair)

    assert explore(reads_beside, *case, executions=2 * BUDGET).values.all(never_goes_back)


@scenario
def several_counters(submission, amounts, together_first):
    first, second = submission.ByteCounter(), submission.ByteCounter()

    def add_to_both():
        first.add(amounts[0])
        second.add(amounts[1])

    if together_first:
        together(add_to_both, add_to_both)
    else:
        add_to_both()
    return first.total(), second.total()


@given(amounts=st.sampled_from([(1, 2), (0, 3)]), two=st.booleans())
def test_counters_are_independent(amounts, two):
    expected = tuple(amount * (2 if two else 1) for amount in amounts)
    assert explore(several_counters, amounts, two, executions=BUDGET).values == {expected}
