"""A test per mistake, each as small as can be."""


def test_one_after_the_other(make_queue, together):
    queue = make_queue(2)
    queue.put("a")
    queue.put("b")
    assert queue.get() == "a"
    assert queue.get() == "b"


def test_two_put(make_queue, together):
    queue = make_queue(2)
    together(lambda: queue.put(1), lambda: queue.put(2))
    assert len(queue) == 2


def test_two_get(make_queue, together):
    queue = make_queue(2)
    queue.put(1)
    queue.put(2)
    assert set(together(queue.get, queue.get)) == {1, 2}


def test_two_wait_for_an_item(make_queue, together):
    queue = make_queue(2)
    one, two, _, _ = together(queue.get, queue.get, lambda: queue.put(1), lambda: queue.put(2))
    assert {one, two} == {1, 2}


def test_one_waits_for_room(make_queue, together):
    queue = make_queue(1)
    queue.put(1)
    held, _ = together(lambda: queue.put(2) or len(queue), queue.get)
    assert held < 2
