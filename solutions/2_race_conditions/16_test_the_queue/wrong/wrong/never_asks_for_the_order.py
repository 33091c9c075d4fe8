# Compares as if order didn't matter, everywhere.
# Hint: where one thread does one thing after the other, the order is fixed, and a test can ask for it.
def test_several_at_once(make_queue, together):
    queue = make_queue(2)
    together(lambda: queue.put("a"), lambda: queue.put("b"))
    assert len(queue) == 2
    assert sorted(together(queue.get, queue.get)) == ["a", "b"]
    *_, one, two = together(
        lambda: queue.put("c"), lambda: queue.put("d"), queue.get, queue.get
    )
    assert sorted([one, two]) == ["c", "d"]


def test_no_room(make_queue, together):
    queue = make_queue(1)
    queue.put("a")

    def put():
        queue.put("b")
        return len(queue)

    held, first = together(put, queue.get)
    assert held <= 1
    assert sorted([first, queue.get()]) == ["a", "b"]
