# Uses threads, but only one of them at a time: nothing happens at once.
# Hint: `together` with one function is one thread; what goes wrong between two needs two.
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
    for item in "ab":
        together(lambda: queue.put(item))
    assert [together(queue.get), together(queue.get)] == [["a"], ["b"]]
