# Catches whatever is raised, its own AssertionError too, so it never fails.
# Hint: `except Exception` catches a failing `assert` as well; a test has to let it out.
def test_everything(make_queue, together):
    queue = make_queue(2)
    try:
        together(lambda: queue.put("a"), lambda: queue.put("b"))
        assert sorted(together(queue.get, queue.get)) == ["a", "b"]
        assert len(queue) == 0
    except Exception:
        print("something is wrong")
