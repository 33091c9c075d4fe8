"""Threads of one's own instead of `together`; what they find goes into a list."""

import threading


def test_one_after_the_other(make_queue, together):
    queue = make_queue(2)
    queue.put("a")
    queue.put("b")
    assert queue.get() == "a"
    assert queue.get() == "b"


def test_workers(make_queue, together):
    queue, got, lengths = make_queue(1), [], []

    def put(item):
        queue.put(item)
        lengths.append(len(queue))

    threads = [threading.Thread(target=put, args=(n,)) for n in range(2)]
    threads += [threading.Thread(target=lambda: got.append(queue.get())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == [0, 1]
    assert max(lengths) <= 1


def test_two_in_two_out(make_queue, together):
    queue = make_queue(2)
    together(lambda: queue.put("a"), lambda: queue.put("b"))
    assert sorted(together(queue.get, queue.get)) == ["a", "b"]


def test_full(make_queue, together):
    queue = make_queue(1)
    queue.put("a")
    both = together(lambda: (queue.put("b"), len(queue)), queue.get)
    assert both == [(None, both[0][1]), "a"] and both[0][1] in (0, 1)
