# Lets several threads put, but only one get: what two of them do to each other isn't seen.
# Hint: both sides of a queue can be wrong; have two threads do the same thing at once, on each side.
def test_one_after_the_other(make_queue, together):
    queue = make_queue(2)
    queue.put("a")
    queue.put("b")
    assert queue.get() == "a"
    assert queue.get() == "b"


def test_no_room(make_queue, together):
    queue = make_queue(1)
    queue.put("a")

    def put():
        queue.put("b")
        return len(queue)

    held, first = together(put, queue.get)
    assert held <= 1
    assert first == "a"
    assert queue.get() == "b"


def test_several_put(make_queue, together):
    queue = make_queue(2)
    together(lambda: queue.put("a"), lambda: queue.put("b"))
    assert sorted([queue.get(), queue.get()]) == ["a", "b"]


def test_wakes(make_queue, together):
    queue = make_queue(1)
    got, _ = together(queue.get, lambda: queue.put("a"))
    assert got == "a"
