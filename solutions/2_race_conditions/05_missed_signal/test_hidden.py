"""A reply is heard by everybody who ever asks for it, and waiting for it is sleeping."""

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, repeat, scenario, together

BUDGET = 100  # executions per case; an Event needs fewer

replies = st.sampled_from([None, "pong", 0, False, "", (1, 2)])


@scenario
def one_waits(submission, reply):
    pending = submission.PendingReply()
    got, _ = together(pending.wait, lambda: pending.deliver(reply))
    return got


@given(reply=replies, timeouts=st.sampled_from(["patient", "adversarial"]))
def test_a_reply_is_never_missed(reply, timeouts):
    assert explore(one_waits, reply, timeouts=timeouts, executions=BUDGET).values == {reply}


@scenario
def several_wait(submission, reply, before, after):
    """Some wait beside the delivery, some begin when it is over."""
    pending = submission.PendingReply()
    results = together(*[pending.wait] * before, lambda: pending.deliver(reply))
    late = together(*[pending.wait] * after)
    return tuple(results[:before]), tuple(late)


@given(reply=replies, before=st.integers(1, 2), after=st.integers(0, 2))
def test_every_waiter_wakes(reply, before, after):
    values = explore(several_wait, reply, before, after, executions=BUDGET).values
    assert values == {((reply,) * before, (reply,) * after)}


@scenario
def asks_again(submission, reply, times):
    pending = submission.PendingReply()
    got, _ = together(repeat(pending.wait, times), lambda: pending.deliver(reply))
    return tuple(got)


@given(reply=replies, times=st.integers(2, 3))
def test_the_reply_stays(reply, times):
    assert explore(asks_again, reply, times, executions=BUDGET).values == {(reply,) * times}


@scenario
def nobody_delivers(submission, waiters):
    pending = submission.PendingReply()
    together(*[pending.wait] * waiters)
    return "wait() came back without a reply"


@given(waiters=st.integers(1, 2))
def test_waiting_costs_nothing(waiters):
    """Without a reply a sleeper sleeps for ever, which is right here; one who polls never stops."""
    kinds = {outcome.kind for outcome in explore(nobody_delivers, waiters, executions=20).outcomes}
    assert kinds == {"deadlock"}
