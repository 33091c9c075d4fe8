"""A ledger behaves as if its calls came one after the other, whatever the threads do."""

from hypothesis import given
from hypothesis import strategies as st

from grader import assert_linearizable, attempt, explore, record, repeat, scenario, together

BUDGET = 100  # executions per case; a plain lock needs twelve at most

ACCOUNTS = ("ann", "ben", "shop")
ROUTES = [(source, target) for source in ACCOUNTS for target in ACCOUNTS if source != target]

balances = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3))
order = st.builds(
    lambda route, amount: (*route, amount), st.sampled_from(ROUTES), st.integers(1, 3)
)
orders = st.lists(order, min_size=2, max_size=3).map(tuple)


@scenario
def transfers(submission, balances, orders):
    names = ("ann", "ben", "shop")
    ledger = submission.Ledger(dict(zip(names, balances, strict=True)))
    results = together(*[lambda order=order: attempt(ledger.transfer, *order) for order in orders])
    errors = tuple(detail if how == "error" else None for how, detail in results)
    return errors, tuple(ledger.balance(name) for name in names)


@given(balances=balances, orders=orders)
def test_no_money_appears_or_vanishes(balances, orders):
    values = explore(transfers, balances, orders, executions=BUDGET).values
    assert values.all(lambda ending: sum(ending[1]) == sum(balances))


class InsufficientFundsError(Exception):
    pass


class Books:
    """The promise, one call after the other."""

    def __init__(self, balances):
        self._held = dict(zip(ACCOUNTS, balances, strict=True))

    def transfer(self, source, target, amount):
        if self._held[source] < amount:
            raise InsufficientFundsError
        self._held[source] -= amount
        self._held[target] += amount

    def balance(self, name):
        return self._held[name]


@scenario
def calls(submission, balances, program):
    names = ("ann", "ben", "shop")
    ledger = submission.Ledger(dict(zip(names, balances, strict=True)))
    return record(ledger, program, then=[("balance", name) for name in names])


@given(balances=balances, orders=orders)
def test_nobody_overdraws(balances, orders):
    program = tuple((("transfer", *order),) for order in orders)
    found = explore(calls, balances, program, executions=BUDGET)
    assert_linearizable(found, lambda: Books(balances))


@scenario
def audits(submission, balances, orders, times):
    names = ("ann", "ben", "shop")
    ledger = submission.Ledger(dict(zip(names, balances, strict=True)))
    totals, *_ = together(
        repeat(ledger.total, times),
        *[lambda order=order: attempt(ledger.transfer, *order) for order in orders],
    )
    return tuple(totals)


@given(
    balances=balances,
    orders=st.lists(order, min_size=1, max_size=2).map(tuple),
    times=st.integers(1, 2),
)
def test_every_audit_finds_the_same_total(balances, orders, times):
    values = explore(audits, balances, orders, times, executions=BUDGET).values
    assert values == {(sum(balances),) * times}


@scenario
def refusals(submission, refused):
    """A transfer that can't be made, or the balance of an account that there isn't."""
    ledger = submission.Ledger({"ann": 2, "shop": 0})
    refusal = attempt(ledger.transfer if len(refused) > 1 else ledger.balance, *refused)
    total, _ = together(ledger.total, lambda: ledger.transfer("ann", "shop", 1))
    return refusal, total, ledger.balance("ann"), ledger.balance("shop")


@given(
    case=st.sampled_from(
        [
            ("ann", "shop", 3, "InsufficientFundsError"),
            ("shop", "ann", 1, "InsufficientFundsError"),
            ("ann", "nobody", 1, "KeyError"),
            ("nobody", "ann", 1, "KeyError"),
            ("ann", "shop", 0, "ValueError"),
            ("ann", "shop", -1, "ValueError"),
            ("nobody", "KeyError"),
        ]
    ),
)
def test_a_refused_transfer_changes_nothing(case):
    *refused, error = case
    values = explore(refusals, tuple(refused), executions=BUDGET).values
    assert values == {(("error", error), 2, 1, 1)}
