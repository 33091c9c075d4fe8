"""What the learner must not see. TOY-SECRET"""

from hypothesis import given
from hypothesis import strategies as st

from grader import explore, scenario, together


@scenario
def one_message(submission, message):
    ping = submission.Ping()
    return together(ping.wait, lambda: ping.send(message))[0]


@given(message=st.integers(0, 3))
def test_message_arrives(message):
    assert explore(one_message, message).values == {message}
