# Demands that the first thread's item comes first; on a right queue either may.
# Hint: threads that run at once may come in any order; compare without regard to the order.
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


def test_several_at_once(make_queue, together):
    queue = make_queue(2)
    together(lambda: queue.put("a"), lambda: queue.put("b"))
    assert len(queue) == 2
    assert together(queue.get, queue.get) == ["a", "b"]
    *_, one, two = together(
        lambda: queue.put("c"), lambda: queue.put("d"), queue.get, queue.get
    )
    assert sorted([one, two]) == ["c", "d"]
