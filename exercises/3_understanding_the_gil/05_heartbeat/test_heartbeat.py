"""What a node promises, on the smallest cases. Run me: pytest exercises/ -k heartbeat"""

from grader import explore, scenario


@scenario
def a_ping_during_a_job(submission, length):
    """The ping comes while item 2 is crunched; how many more items until it is answered?"""
    crunched, answered_at = [], []

    def crunch(item):
        crunched.append(item)
        if item == 2:
            node.ping(lambda: answered_at.append(len(crunched)))
        return item

    node = submission.Node(crunch)
    node.submit(range(1, length + 1), lambda total: node.stop())
    node.serve()
    return answered_at[0] - 2


def test_a_ping_is_answered_soon():
    assert explore(a_ping_during_a_job, 20, executions=100).values <= {0, 1, 2, 3, 4}


@scenario
def a_short_job_beside_a_long_one(submission, length):
    """The short job comes while item 1 of the long one is crunched; when is it its turn?"""
    long, waited = [], []

    def crunch(item):
        if item == 0:
            waited.append(len(long) - 1)
        else:
            long.append(item)
        if item == 1:
            node.submit([0, 0], lambda total: None)
        return item

    node = submission.Node(crunch)
    node.submit(range(1, length + 1), lambda total: node.stop())
    node.serve()
    return waited[0]


def test_a_short_job_gets_its_turn():
    assert explore(a_short_job_beside_a_long_one, 20, executions=100).values <= set(range(9))


@scenario
def two_jobs_and_a_stop(submission):
    crunched, totals = [], []

    def crunch(item):
        crunched.append(item)
        return item * item

    node = submission.Node(crunch)
    node.submit([1, 2, 3, 4, 5], totals.append)
    node.submit([10], totals.append)
    node.stop()
    node.serve()
    return tuple(sorted(totals)), tuple(sorted(crunched))


def test_every_job_comes_out_right():
    expected = ((55, 100), (1, 2, 3, 4, 5, 10))
    assert explore(two_jobs_and_a_stop, executions=100).values == {expected}


@scenario
def nothing_to_do(submission):
    node = submission.Node(lambda item: item)
    node.ping(lambda: None)
    node.serve()
    return "serve() came back, and nobody had stopped the node"


def test_an_idle_node_sleeps():
    """Nobody stops it, so to sleep for ever is right here; a node that polls never sleeps."""
    kinds = {outcome.kind for outcome in explore(nothing_to_do, executions=20).outcomes}
    assert kinds == {"deadlock"}


@scenario
def asks_before_anybody_serves(submission):
    events = []
    node = submission.Node(lambda item: item)
    node.submit([1, 2], lambda total: events.append(f"sum {total}"))
    node.ping(lambda: events.append("alive"))
    node.stop()
    events.append("asked")
    node.serve()
    return events[0], tuple(sorted(events[1:]))


def test_asking_comes_back_at_once():
    expected = ("asked", ("alive", "sum 3"))
    assert explore(asks_before_anybody_serves, executions=20).values == {expected}
