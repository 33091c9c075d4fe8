"""The program that you schedule, and what must come of it.

Run me: pytest exercises/ -k break_the_bank
"""

import threading

from grader import follow, scenario, together

FINE = "both transfers came to their end, and nobody waits for ever"
ANOTHER = "a transfer wasn't counted: that is a bug, but another one; here nobody waits for ever"


@scenario
def opposite_transfers(submission):
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
    together(
        lambda: transfer(bank, ada, bob, 10),
        lambda: transfer(bank, bob, ada, 20),
    )
    return ada.balance, bob.balance, bank.transfers


def test_the_order_is_possible():
    assert not follow(opposite_transfers).impossible


def test_the_bank_stands_still():
    (outcome,) = follow(opposite_transfers).outcomes
    assert outcome.value != (110, 90, 1), ANOTHER
    assert outcome.kind == "deadlock", FINE


def test_one_interruption_is_enough():
    (outcome,) = follow(opposite_transfers).outcomes
    assert outcome.preemptions > 0, "nobody was interrupted: each thread ended what it had begun"
    assert outcome.preemptions == 1, "a thread was interrupted more than once; once is enough"
