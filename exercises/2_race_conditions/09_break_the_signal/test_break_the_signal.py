"""The program that you schedule, and what must come of it.

Run me: pytest exercises/ -k break_the_signal
"""

import threading

from grader import follow, scenario, together

FINE = "the tenant has the letter, and nobody sleeps for ever"
ANOTHER = "the tenant got an empty letter: that is a bug, but another one; nobody sleeps for ever"


@scenario
def one_letter(submission):
    class Mailbox:
        def __init__(self):
            self.arrived = False
            self.letter = None
            self.parked = True
            self.bell = threading.Condition()

        def take(self):
            if not self.arrived:
                with self.bell:
                    self.bell.wait()
            return self.letter

        def deliver(self, letter):
            self.arrived = True
            self.letter = letter
            with self.bell:
                self.bell.notify()
            self.parked = False

    mailbox = Mailbox()
    got, _ = together(mailbox.take, lambda: mailbox.deliver("from Ada"))
    return got


def test_the_order_is_possible():
    assert not follow(one_letter).impossible


def test_the_tenant_sleeps_for_ever():
    (outcome,) = follow(one_letter).outcomes
    assert outcome.kind == "deadlock", FINE if outcome.value else ANOTHER


def test_one_interruption_is_enough():
    (outcome,) = follow(one_letter).outcomes
    assert outcome.preemptions > 0, "nobody was interrupted: each thread ended what it had begun"
    assert outcome.preemptions == 1, "a thread was interrupted more than once; once is enough"
