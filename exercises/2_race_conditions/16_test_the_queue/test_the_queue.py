"""Test the queue: write the tests that tell a right queue from a wrong one.

A job runner hands its jobs over in a queue that holds a few of them at most. Four people have
written one each, and every one of them says that theirs is right:

    queue = make_queue(2)     # room for two
    queue.put("a")            # sleeps while the queue is full
    queue.get()               # sleeps while it is empty; gives back what was put first
    len(queue)                # how many are in it; never more than it has room for

This time the code is not yours to mend. You write its tests. Each is tried in all orders in which
the threads may run, on queues that are right and on queues that are wrong. A test fails if it
raises, or if it never comes to an end.

What is wrong today
    The tests below pass on every queue that gives back what was put first, whatever else is wrong.

What must hold
    - All tests pass on each right queue, in every order of its threads. There are several ways to
      be right: use only what is described above.
    - On each wrong queue one of your tests fails in some order. Wrong queues
          - give items back in another order than they were put in,
          - lose an item, or give one out twice, when several threads put or get at once,
          - hold more items than they have room for,
          - let somebody sleep who could go on, or wake somebody for nothing.

What may not change
    Tests are functions whose names begin with `test_`, with the two arguments below. `together`
    runs functions in threads, T1, T2, …, and waits for them: `one, two = together(f, g)` gives
    you what they returned, and raises what they raised. Keep tests small: two or three threads
    with one or two calls each show nearly everything.
"""


def test_one_after_the_other(make_queue, together):
    """What is put first comes out first."""
    queue = make_queue(2)
    queue.put("a")
    queue.put("b")
    assert queue.get() == "a"
    assert queue.get() == "b"


def test_several_at_once(make_queue, together):
    """Several threads put and get, and nothing is lost, doubled or forgotten."""
    queue = make_queue(2)
    together(lambda: queue.put("a"))
    together(queue.get)


def test_no_room(make_queue, together):
    """Whoever puts into a full queue waits until there is room, and no longer."""
    queue = make_queue(1)
    queue.put("a")
    assert len(queue) == 1
