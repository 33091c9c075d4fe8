"""One test with everything: more orders to try, and the same mistakes found."""


def test_all_of_it(make_queue, together):
    queue = make_queue(2)
    queue.put("a")
    queue.put("b")
    held, *got = together(lambda: queue.put("c") or len(queue), queue.get, queue.get)
    assert held <= 2
    assert sorted([*got, queue.get()]) == ["a", "b", "c"]
    queue = make_queue(1)
    queue.put("first")
    held, first = together(lambda: queue.put("second") or len(queue), queue.get)
    assert (first, queue.get(), len(queue)) == ("first", "second", 0)
    assert held <= 1


def test_order(make_queue, together):
    queue = make_queue(2)
    queue.put(1)
    queue.put(2)
    assert (queue.get(), queue.get()) == (1, 2)
    together(lambda: queue.put(3), lambda: queue.put(4))
    one, two = together(queue.get, queue.get)
    assert {one, two} == {3, 4}
    *_, one, two = together(lambda: queue.put(5), lambda: queue.put(6), queue.get, queue.get)
    assert {one, two} == {5, 6}
