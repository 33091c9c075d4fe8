"""Items pass a small buffer: all of them, once, in order; whoever must wait sleeps, and wakes."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together

BUDGET = 50  # executions per case

items = st.sampled_from([None, "", "page"])


def in_order(taken, put):
    """Whether `taken` has items of `put` only, each at most once, in the order of `put`."""
    left = iter(put)
    return all(any(item == other for other in left) for item in taken)


@scenario
def pass_on(submission, capacity, puts, gets):
    """One thread for each entry of `puts`, the items that it puts, and of `gets`, how many."""
    buffer = submission.Buffer(capacity)

    def put_all(items):
        for item in items:
            buffer.put(item)

    results = together(
        *[lambda items=items: put_all(items) for items in puts],
        *[repeat(buffer.get, times) for times in gets],
    )
    return tuple(tuple(taken) for taken in results[len(puts) :])


@given(
    case=st.sampled_from(
        [
            ((("a1", "a2"),), (2,)),
            (((None, "a2"),), (2,)),
            ((("a1", "a2"),), (1, 1)),
            ((("a1",), ("b1",)), (2,)),
            ((("a1", "a2"), ("b1",)), (3,)),
        ]
    )
)
def test_every_item_comes_out_once(case):
    """The buffer has room for all, so that only those who take ever wait."""
    puts, gets = case
    expected = Counter(item for items in puts for item in items)

    def all_in_order(taken):
        kept = Counter(item for items in taken for item in items) == expected
        return kept and all(
            in_order([item for item in items if item in put], put)
            for items in taken
            for put in puts
        )

    budget = BUDGET * len(gets) ** 2  # several who take get in each other's way in rarer ways
    assert explore(pass_on, 3, puts, gets, executions=budget).values.all(all_in_order)


@given(case=st.sampled_from([((2,), (1, 1)), ((1, 1), (2,)), ((1, 1), (1, 1))]))
def test_nobody_sleeps_for_good(case):
    """One place for all: threads of both kinds may have to wait at the same time."""
    puts, gets = case
    items = tuple(("page",) * number for number in puts)
    expected = {tuple(("page",) * times for times in gets)}
    assert explore(pass_on, 1, items, gets, executions=BUDGET).values == expected


@scenario
def highest_level(submission, capacity, filled):
    """Two put; one takes, and counts before each item how many puts have come back."""
    buffer = submission.Buffer(capacity)
    inside = []

    def put():
        buffer.put("page")
        inside.append("page")

    def take():
        levels = []
        for taken in range(filled + 2 - capacity):
            levels.append(len(inside) - taken)
            buffer.get()
        return max(levels)

    repeat(put, filled)()
    *_, level = together(put, put, take)
    return level


@given(filled=st.integers(1, 2))
def test_never_more_than_it_may_hold(filled):
    """Room for two, and two more than are there already; whoever takes always finds one."""
    run = explore(highest_level, 2, filled, executions=8 * BUDGET)
    assert run.values.all(lambda level: level <= 2)


@scenario
def takes_in_vain(submission, before, takers):
    """As many items as were put come out; everybody beyond that has to wait."""
    buffer = submission.Buffer(3)
    for item in before:
        buffer.put(item)
    repeat(buffer.get, len(before))()
    together(*[buffer.get] * takers)
    return "get() came back without an item"


@scenario
def puts_in_vain(submission, capacity, item):
    buffer = submission.Buffer(capacity)
    repeat(lambda: buffer.put(item), capacity)()
    together(lambda: buffer.put(item))
    return "put() came back without room"


@given(
    before=st.lists(items, max_size=1).map(tuple), takers=st.integers(1, 2), item=st.just("page")
)
def test_waiting_costs_nothing(before, takers, item):
    """Whoever waits in vain sleeps for ever, which is right here; one who polls never stops."""
    looks = [
        explore(takes_in_vain, before, takers, executions=20),
        explore(puts_in_vain, len(before) + 1, item, executions=20),
    ]
    for look in looks:
        assert {outcome.kind for outcome in look.outcomes} == {"deadlock"}
