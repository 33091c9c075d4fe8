# Lets several threads get at once, and never looks at what they got.
# Hint: two threads that get the same item both come back happily; compare what all of them have.
def test_one_after_the_other(make_queue, together):
    queue = make_queue(2)
    queue.put("a")
    queue.put("b")
    assert queue.get() == "a"
    assert queue.get() == "b"


def test_several_at_once(make_queue, together):
    queue = make_queue(2)
    together(lambda: queue.put("c"), lambda: queue.put("d"), queue.get, queue.get)


def test_no_room(make_queue, together):
    queue = make_queue(1)
    queue.put("a")
    held, first = together(lambda: queue.put("b") or len(queue), queue.get)
    assert held <= 1
    assert first == "a"
