"""Finalisers run when Python would run them, and never disturb an execution."""

from __future__ import annotations


def test_finalisers_never_switch(lab) -> None:
    """A __del__ runs whenever an object dies; it can't be a place where threads change."""
    exploration = lab.explore(
        """
        class Counter:
            value = 0
        counter = Counter()
        class Dying:
            def __del__(self):
                counter.value += 1
        def drop():
            Dying()
        def main():
            together(drop, drop)
            return counter.value
    """,
        strategy="dfs",
    )
    assert exploration.values == {2}
    assert (exploration.exhaustive, exploration.executions) == (True, 1)


def test_finalisers_run_when_they_would_without_us(lab, capfd) -> None:
    """No build keeps an object alive longer than another, whatever was done to it."""
    exploration = lab.explore(
        """
        import weakref
        class Counter:
            value = 0
        counter = Counter()
        class Dying:
            x = 0
            def __del__(self):
                counter.value += 1
        def drop():
            dying = Dying()
            dying.x += 1
            items = [dying]
            items.append(1)
            items[1] += 1
            return weakref.ref(dying)
        def main():
            references = together(drop, drop)
            keep = Dying()
            return [reference() for reference in references], counter.value
    """,
        executions=50,
    )
    assert exploration.values == [([None, None], 2)]
    assert capfd.readouterr() == ("", "")


def test_finalisers_that_run_late_disturb_nothing(lab, capfd) -> None:
    exploration = lab.explore(
        """
        import gc
        lock = threading.Lock()
        log = []
        class Dying:
            def __init__(self):
                self.me = self
            def __del__(self):
                log.append("dead")
                with lock:
                    raise KeyError("nobody sees this")
        class Endless:
            def __del__(self):
                while True:
                    pass
        endless = Endless()
        def work():
            Dying()
            log.append("work")
        def main():
            together(work, work)
            before = len(log)
            gc.collect()
            return before, len(log)
    """,
        executions=20,
    )
    assert exploration.values == {(2, 4)}
    assert capfd.readouterr() == ("", "")


def test_a_finaliser_that_would_wait_cannot(lab) -> None:
    exploration = lab.explore("""
        lock = threading.Lock()
        log = []
        class Dying:
            def __del__(self):
                try:
                    with lock:
                        log.append("got it")
                except RuntimeError as error:
                    log.append(str(error))
        def main():
            Dying()
            with lock:
                Dying()
            return log
    """)
    assert exploration.values == [
        ["got it", "a finaliser or __repr__ waits for a lock that is held"]
    ]


def test_a_finaliser_that_never_ends_at_the_end_of_a_thread(lab) -> None:
    exploration = lab.explore(
        """
        import _thread
        def main():
            def held():
                try:
                    yield
                finally:
                    while True:
                        time.sleep(1)
            done = _thread.allocate_lock()
            done.acquire()
            def start():
                generator = held()
                next(generator)
                def work(kept=generator):
                    done.release()
                _thread.start_new_thread(work, ())
            start()
            done.acquire()
            time.sleep(1)
    """,
        executions=4,
    )
    assert {outcome.kind for outcome in exploration.outcomes} == {"livelock"}
