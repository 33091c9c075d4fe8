"""What a program leaves to the end of its process: `atexit` and finalisers."""

from __future__ import annotations


def shown(lab, text: str) -> list[tuple[str, str]]:
    """(action, value) of each print of the only outcome."""
    (outcome,) = lab.explore(text).outcomes
    return [step.value for step in outcome.timeline.steps if step.action == "print"]


def test_callbacks_run_after_the_threads_have_ended_the_last_first(lab) -> None:
    assert shown(
        lab,
        """
        import atexit
        def main():
            atexit.register(print, "first")
            atexit.register(print, "second")
            threading.Thread(target=print, args=("thread",)).start()
        """,
    ) == ["thread", "second", "first"]


def test_a_callback_can_be_taken_back(lab) -> None:
    assert (
        shown(
            lab,
            """
            import atexit
            def main():
                atexit.register(print, "no")
                atexit.unregister(print)
            """,
        )
        == []
    )


def test_a_callback_that_fails_is_told_and_spares_the_others(lab) -> None:
    (outcome,) = lab.explore("""
        import atexit
        def main():
            kept = []
            atexit.register(kept.append, 1)
            atexit.register(int, "x")
            atexit.register(kept.pop)
    """).outcomes
    assert outcome.unhandled == (
        "at exit: IndexError: pop from empty list",
        "at exit: ValueError: invalid literal for int() with base 10: 'x'",
    )


def test_a_callback_may_wait_for_ever(lab) -> None:
    exploration = lab.explore("""
        import atexit
        def main():
            lock = threading.Lock()
            lock.acquire()
            atexit.register(lock.acquire)
    """)
    (outcome,) = exploration.outcomes
    assert (outcome.kind, outcome.message) == (
        "deadlock",
        "nobody can go on: main waits for atexit.register, which it holds itself since line 9",
    )


def test_a_finaliser_runs_at_the_end_at_the_latest(lab) -> None:
    assert shown(
        lab,
        """
        import weakref
        kept = []
        class Cache:
            pass
        def main():
            kept.append(Cache())
            weakref.finalize(kept[0], print, "closed")
            print("main")
        """,
    ) == ["main", "closed"]


def test_nothing_is_left_to_the_end_of_our_own_process(lab) -> None:
    import atexit

    before = atexit._ncallbacks()
    lab.explore("""
        import atexit, os, weakref
        class Cache:
            pass
        kept = Cache()
        def main():
            os.register_at_fork(before=main)
            atexit.register(len, "")
            weakref.finalize(kept, len, "")
            together(lambda: setattr(kept, "x", 1), lambda: setattr(kept, "x", 2))
    """)
    assert atexit._ncallbacks() == before
