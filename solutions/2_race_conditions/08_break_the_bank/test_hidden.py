"""The same bank with other people's money: an order locks up whatever the amounts are."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import follow, scenario, together

FINE = "both transfers came to their end, and nobody waits for ever"
ANOTHER = "a transfer wasn't counted: that is a bug, but another one; here nobody waits for ever"

amounts = st.sampled_from([(30, 7), (1, 2)])


@scenario
def opposite_transfers(submission, amounts):
    class Account:
        def __init__(self, balance):
            self.balance = balance
            self.lock = threading.Lock()

    class Bank:
        def __init__(self):
            self.transfers = 0

    def transfer(bank, source, target, amount):
        with source.lock:
            if source.balance < amount:
                raise ValueError(f"only {source.balance} left")
            with target.lock:
                source.balance -= amount
                target.balance += amount
        bank.transfers += 1

    bank, ada, bob = Bank(), Account(100), Account(100)
    to, fro = amounts
    together(
        lambda: transfer(bank, ada, bob, to),
        lambda: transfer(bank, bob, ada, fro),
    )
    return ada.balance, bob.balance, bank.transfers


@given(amounts=amounts)
def test_the_order_is_possible(amounts):
    assert not follow(opposite_transfers, amounts).impossible


@given(amounts=amounts)
def test_the_bank_stands_still(amounts):
    (outcome,) = follow(opposite_transfers, amounts).outcomes
    shift = amounts[1] - amounts[0]
    assert outcome.value != (100 + shift, 100 - shift, 1), ANOTHER
    assert outcome.kind == "deadlock", FINE


@given(amounts=amounts)
def test_one_interruption_is_enough(amounts):
    (outcome,) = follow(opposite_transfers, amounts).outcomes
    assert outcome.preemptions > 0, "nobody was interrupted: each thread ended what it had begun"
    assert outcome.preemptions == 1, "a thread was interrupted more than once; once is enough"
