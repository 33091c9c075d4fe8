"""What the buffer promises, smallest cases. Run me: pytest exercises/ -k bounded_buffer"""

from grader import explore, repeat, scenario, together


@scenario
def two_store_what_one_fetches(submission):
    """There is always room: only those who store ever wait."""
    buffer = submission.Buffer(2)

    def fetch():
        buffer.put("page 1")
        buffer.put("page 2")

    _, first, second = together(fetch, buffer.get, buffer.get)
    return first, second


def test_every_item_comes_out_once():
    expected = {("page 1", "page 2"), ("page 2", "page 1")}
    assert explore(two_store_what_one_fetches).values <= expected


@scenario
def room_for_one(submission):
    """There is rarely room: those who fetch and those who store may wait at the same time."""
    buffer = submission.Buffer(1)
    first, second, _ = together(
        buffer.get,
        buffer.get,
        repeat(lambda: buffer.put("page"), 2),
    )
    return first, second


def test_nobody_sleeps_for_good():
    assert explore(room_for_one).values == {("page", "page")}


@scenario
def two_fetch_for_one_place(submission):
    """Two put; one takes, and counts before how many puts have come back."""
    buffer = submission.Buffer(2)
    inside = []

    def put(item):
        buffer.put(item)
        inside.append(item)

    def take():
        level = len(inside)
        buffer.get()
        return level

    put("a")
    *_, level = together(lambda: put("b"), lambda: put("c"), take)
    return level


def test_never_more_than_it_may_hold():
    assert explore(two_fetch_for_one_place).values <= {0, 1, 2}


@scenario
def nobody_fetches(submission):
    buffer = submission.Buffer(1)
    together(buffer.get)
    return "get() came back without an item"


@scenario
def nobody_stores(submission):
    buffer = submission.Buffer(1)
    together(repeat(lambda: buffer.put("page"), 2))
    return "put() came back without room"


def test_waiting_costs_nothing():
    """Whoever waits in vain sleeps for ever, which is right here; one who polls never stops."""
    assert {outcome.kind for outcome in explore(nobody_fetches).outcomes} == {"deadlock"}
    assert {outcome.kind for outcome in explore(nobody_stores).outcomes} == {"deadlock"}
