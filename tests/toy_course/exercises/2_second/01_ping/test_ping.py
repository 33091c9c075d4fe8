"""What the learner may see."""

from grader import explore, scenario, together


@scenario
def send_and_wait(submission):
    ping = submission.Ping()
    return together(ping.wait, lambda: ping.send(7))[0]


def test_message_arrives():
    assert explore(send_and_wait).values == {7}
