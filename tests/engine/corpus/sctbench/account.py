"""SCTBench CS.account: a deposit, a withdrawal and an audit under one lock."""

from threading import Lock

from running import run_threads

OPENING, DEPOSIT, WITHDRAWAL = 1, 2, 4


class Account:
    def __init__(self):
        self.lock = Lock()
        self.balance = OPENING
        self.deposited = self.withdrawn = False

    def deposit(self):
        with self.lock:
            self.balance += DEPOSIT
            self.deposited = True

    def withdraw(self):
        with self.lock:
            self.balance -= WITHDRAWAL
            self.withdrawn = True

    def audit(self):
        with self.lock:
            if self.deposited and self.withdrawn:
                assert self.balance == OPENING - DEPOSIT - WITHDRAWAL


def account():
    """The audit expects the wrong balance, which shows only when it comes last."""
    shared = Account()
    run_threads(shared.audit, shared.deposit, shared.withdraw)
