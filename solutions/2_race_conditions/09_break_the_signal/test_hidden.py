"""The same mailbox with other letters: what is in them changes nothing."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from grader import follow, scenario, together

FINE = "the tenant has the letter, and nobody sleeps for ever"
ANOTHER = "the tenant got an empty letter: that is a bug, but another one; nobody sleeps for ever"

letters = st.sampled_from(["from Bob", "a bill"])


@scenario
def one_letter(submission, letter):
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
    got, _ = together(mailbox.take, lambda: mailbox.deliver(letter))
    return got


@given(letter=letters)
def test_the_order_is_possible(letter):
    assert not follow(one_letter, letter).impossible


@given(letter=letters)
def test_the_tenant_sleeps_for_ever(letter):
    (outcome,) = follow(one_letter, letter).outcomes
    assert outcome.kind == "deadlock", FINE if outcome.value else ANOTHER


@given(letter=letters)
def test_one_interruption_is_enough(letter):
    (outcome,) = follow(one_letter, letter).outcomes
    assert outcome.preemptions > 0, "nobody was interrupted: each thread ended what it had begun"
    assert outcome.preemptions == 1, "a thread was interrupted more than once; once is enough"
