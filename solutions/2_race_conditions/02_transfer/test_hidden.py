"""A ledger behaves as if its calls came one after the other, whatever the threads do."""

from hypothesis import given
from hypothesis import strategies as st

from grader import attempt, explore, scenario, together

ACCOUNTS = ("ann", "ben", "shop")
ROUTES = [(source, target) for source in ACCOUNTS for target in ACCOUNTS if source != target]

balances = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
order = st.builds(
    lambda route, amount: (*route, amount), st.sampled_from(ROUTES), st.integers(1, 3)
)
one_each = st.lists(order, min_size=2, max_size=3).map(lambda orders: tuple((o,) for o in orders))
two_threads = st.tuples(
    st.lists(order, min_size=1, max_size=2).map(tuple),
    st.lists(order, min_size=1, max_size=1).map(tuple),
)
threads = st.one_of(one_each, two_threads)


def endings(balances, per_thread):
    """Every (results, balances) that some order of the transfers gives, one after the other."""
    found = set()

    def go_on(held, results):
        waiting = [t for t, orders in enumerate(per_thread) if len(results[t]) < len(orders)]
        if not waiting:
            found.add((results, tuple(held.values())))
        for t in waiting:
            source, target, amount = per_thread[t][len(results[t])]
            after = dict(held)
            booked = held[source] >= amount
            if booked:
                after[source] -= amount
                after[target] += amount
            result = ("ok",) if booked else ("error", "InsufficientFunds")
            go_on(after, (*results[:t], (*results[t], result), *results[t + 1 :]))

    go_on(dict(zip(ACCOUNTS, balances)), ((),) * len(per_thread))
    return found


@scenario
def transfers(submission, balances, per_thread):
    names = ("ann", "ben", "shop")
    ledger = submission.Ledger(dict(zip(names, balances)))

    def book(orders):
        results = [attempt(ledger.transfer, *order) for order in orders]
        return tuple(("ok",) if result[0] == "ok" else result for result in results)

    results = together(*[lambda orders=orders: book(orders) for orders in per_thread])
    return tuple(results), tuple(ledger.balance(name) for name in names)


@given(balances=balances, per_thread=threads)
def test_no_money_appears_or_vanishes(balances, per_thread):
    values = explore(transfers, balances, per_thread).values
    assert values.all(lambda ending: sum(ending[1]) == sum(balances))


@given(balances=balances, per_thread=threads)
def test_nobody_overdraws(balances, per_thread):
    assert explore(transfers, balances, per_thread).values <= endings(balances, per_thread)


@scenario
def audits(submission, balances, orders, times):
    ledger = submission.Ledger(dict(zip(("ann", "ben", "shop"), balances)))
    totals, *_ = together(
        lambda: tuple(ledger.total() for _ in range(times)),
        *[lambda order=order: attempt(ledger.transfer, *order) for order in orders],
    )
    return totals


@given(
    balances=balances,
    orders=st.lists(order, min_size=1, max_size=2).map(tuple),
    times=st.integers(1, 2),
)
def test_every_audit_finds_the_same_total(balances, orders, times):
    assert explore(audits, balances, orders, times).values == {(sum(balances),) * times}


@scenario
def refusals(submission, held, refused):
    ledger = submission.Ledger({"ann": held, "shop": 0})
    refusal = attempt(ledger.transfer, *refused)
    total, _ = together(ledger.total, lambda: ledger.transfer("ann", "shop", 1))
    return refusal, total, ledger.balance("ann"), ledger.balance("shop")


@given(
    held=st.integers(1, 2),
    case=st.sampled_from(
        [
            ("ann", "shop", 3, "InsufficientFunds"),
            ("shop", "ann", 1, "InsufficientFunds"),
            ("ann", "nobody", 1, "KeyError"),
            ("nobody", "ann", 1, "KeyError"),
            ("ann", "shop", 0, "ValueError"),
            ("ann", "shop", -1, "ValueError"),
        ]
    ),
)
def test_a_refused_transfer_changes_nothing(held, case):
    *refused, error = case
    values = explore(refusals, held, tuple(refused)).values
    assert values == {(("error", error), held, held - 1, 1)}
