"""What a pending reply promises, smallest cases. Run me: pytest exercises/ -k missed_signal"""

from grader import explore, scenario, together


@scenario
def one_waits(submission, reply):
    pending = submission.PendingReply()
    got, _ = together(pending.wait, lambda: pending.deliver(reply))
    return got


def test_a_reply_is_never_missed():
    assert explore(one_waits, "pong").values == {"pong"}


@scenario
def two_wait(submission, reply):
    pending = submission.PendingReply()
    first, second, _ = together(pending.wait, pending.wait, lambda: pending.deliver(reply))
    return first, second


def test_every_waiter_wakes():
    assert explore(two_wait, "pong").values == {("pong", "pong")}


@scenario
def one_asks_again(submission, reply):
    pending = submission.PendingReply()
    pending.deliver(reply)
    return pending.wait(), pending.wait()


def test_the_reply_stays():
    assert explore(one_asks_again, "pong").values == {("pong", "pong")}


@scenario
def nobody_delivers(submission):
    pending = submission.PendingReply()
    together(pending.wait)
    return "wait() came back without a reply"


def test_waiting_costs_nothing():
    """Without a reply a sleeper sleeps for ever, which is right here; one who polls never stops."""
    assert {outcome.kind for outcome in explore(nobody_delivers).outcomes} == {"deadlock"}
