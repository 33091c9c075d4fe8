"""Queues, executors and caches: Python's own code over the simulated threads."""

from __future__ import annotations

import sys

import pytest

STORIES = {
    "queues keep their order": """
        def main():
            fifo, lifo, best = queue.Queue(), queue.LifoQueue(), queue.PriorityQueue()
            simple = queue.SimpleQueue()
            for q in (fifo, lifo, best, simple):
                for item in (2, 3, 1):
                    q.put(item)
            return [[q.get() for _ in range(3)] for q in (fifo, lifo, best, simple)]
    """,
    "a full queue and an empty one": """
        def main():
            q = queue.Queue(1)
            empty = q.empty(), q.full(), q.qsize(), attempt(q.get_nowait)
            q.put_nowait(1)
            return empty, q.empty(), q.full(), q.qsize(), attempt(q.put_nowait, 2)
    """,
    "misused queues": """
        def main():
            q = queue.Queue()
            said = []
            for call in (q.task_done, lambda: q.get(timeout=-1), lambda: q.put(1, timeout=-1),
                         lambda: queue.SimpleQueue().get(timeout=-1)):
                try:
                    call()
                except ValueError as error:
                    said.append(str(error))
            return said
    """,
    "join waits for every task": """
        def main():
            q = queue.Queue()
            done = []
            def work():
                while True:
                    item = q.get()
                    if item is None:
                        return
                    done.append(item)
                    q.task_done()
            def produce():
                for item in range(3):
                    q.put(item)
                q.join()
                seen = list(done)
                q.put(None)
                return seen
            return together(work, produce)[1]
    """,
    "map keeps the order": """
        def main():
            with ThreadPoolExecutor(2) as pool:
                return list(pool.map(lambda n: n * n, range(5)))
    """,
    "futures tell how it went": """
        def main():
            with ThreadPoolExecutor(max_workers=2) as pool:
                good, bad = pool.submit(int, "5"), pool.submit(int, "x")
                wait([good, bad])
                return (good.done(), good.result(), good.exception(), good.cancelled(),
                        type(bad.exception()).__name__, attempt(bad.result), good.running())
    """,
    "an exception inside map": """
        def main():
            with ThreadPoolExecutor(2) as pool:
                results = pool.map(int, ["1", "x", "3"])
                return next(results), attempt(next, results), attempt(next, results)
    """,
    "waiting for the first": """
        def main():
            never = threading.Event()
            with ThreadPoolExecutor(2) as pool:
                quick, slow = pool.submit(int), pool.submit(never.wait)
                done, pending = wait([quick, slow], return_when="FIRST_COMPLETED")
                never.set()
                return quick in done, slow in pending
    """,
    "as_completed gives all": """
        def main():
            with ThreadPoolExecutor(3) as pool:
                futures = [pool.submit(lambda n=n: n) for n in range(4)]
                return sorted(future.result() for future in as_completed(futures))
    """,
    "a cancelled future": """
        from concurrent.futures import CancelledError
        def main():
            go, begun = threading.Event(), threading.Event()
            with ThreadPoolExecutor(1) as pool:
                busy = pool.submit(lambda: (begun.set(), go.wait()))
                queued = pool.submit(int)
                begun.wait()
                cancelled = queued.cancel(), busy.cancel()
                go.set()
            return cancelled, attempt(queued.result), queued.cancelled()
    """,
    "callbacks of futures": """
        def main():
            log = []
            with ThreadPoolExecutor(1) as pool:
                future = pool.submit(int, "7")
                future.add_done_callback(lambda f: log.append(f.result()))
            future.add_done_callback(lambda f: log.append("late"))
            return log
    """,
    "an executor that is shut down": """
        def main():
            pool = ThreadPoolExecutor(1)
            future = pool.submit(int)
            pool.shutdown()
            try:
                pool.submit(int)
            except RuntimeError as error:
                return str(error), future.result()
    """,
    "shutdown that cancels": """
        def main():
            go, begun = threading.Event(), threading.Event()
            pool = ThreadPoolExecutor(1)
            busy = pool.submit(lambda: (begun.set(), go.wait()))
            queued = pool.submit(int)
            begun.wait()
            pool.shutdown(wait=False, cancel_futures=True)
            go.set()
            return busy.result(), queued.cancelled()
    """,
    "an initializer runs in every worker": """
        def main():
            mine = threading.local()
            def begin(value):
                mine.value = value
            with ThreadPoolExecutor(2, initializer=begin, initargs=(5,)) as pool:
                return list(pool.map(lambda n: mine.value + n, range(4)))
    """,
    "misused executors": """
        def main():
            said = []
            for call in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(1, initializer=5),
                         lambda: ThreadPoolExecutor(1).submit()):
                try:
                    call()
                except (ValueError, TypeError) as error:
                    said.append(str(error).replace("ThreadPoolExecutor.", ""))
            return said
    """,
    "caches": """
        import functools
        calls = []
        @functools.lru_cache(maxsize=2)
        def square(n):
            calls.append(n)
            return n * n
        @functools.cache
        def half(n):
            return n / 2
        class Box:
            @functools.cached_property
            def value(self):
                calls.append("box")
                return 5
        def main():
            square(2), square(2), square(3), square(4), square(2)
            box = Box()
            info = square.cache_info()
            return calls, box.value + box.value, half(3), tuple(info), attempt(square, [])
    """,
    "the rest of functools": """
        import functools
        @functools.wraps(len)
        def f(x):
            return len(x)
        @functools.singledispatch
        def kind(x):
            return "object"
        @kind.register
        def _(x: int):
            return "int"
        def main():
            return (f("ab"), f.__name__, kind(5), kind("a"),
                    functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.partial(int, "11", 2)())
    """,
}


@pytest.mark.parametrize("story", STORIES)
def test_as_python_does(lab, story: str) -> None:
    lab.as_python(STORIES[story], strategy="random", executions=30)


@pytest.mark.skipif(sys.version_info < (3, 13), reason="Queue.shutdown is new in 3.13")
def test_a_queue_that_is_shut_down(lab) -> None:
    lab.as_python("""
        def main():
            q = queue.Queue()
            q.put(1)
            q.shutdown()
            return q.get(), attempt(q.get), attempt(q.put, 1)
    """)


def test_workers_are_numbered_anew_in_every_execution(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            def name(_):
                return threading.current_thread().name
            with ThreadPoolExecutor(1) as pool, ThreadPoolExecutor(1, "mine") as named:
                return list(pool.map(name, "a")), list(named.map(name, "a"))
    """,
        executions=100,
    )
    assert exploration.values == [(["ThreadPoolExecutor-0_0"], ["mine_0"])]


def test_who_gets_an_item(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            q = queue.Queue()
            q.put("first")
            q.put("second")
            return tuple(together(q.get, q.get))
    """,
        strategy="dfs",
    )
    assert exploration.values == {("first", "second"), ("second", "first")}
    assert (exploration.exhaustive, exploration.executions) == (True, 2)


def test_a_race_between_tasks_of_an_executor(lab) -> None:
    exploration = lab.explore("""
        class Counter:
            value = 0
        counter = Counter()
        def add():
            counter.value += 1
        def main():
            counter.value = 0
            with ThreadPoolExecutor(2) as pool:
                pool.submit(add)
                pool.submit(add)
            return counter.value
    """)
    assert exploration.values == {1, 2}


def test_a_cache_may_be_filled_twice(lab) -> None:
    exploration = lab.explore("""
        import functools
        calls = []
        @functools.lru_cache
        def load(name):
            calls.append(name)
            return name
        def main():
            together(lambda: load("a"), lambda: load("a"))
            return len(calls)
    """)
    assert exploration.values == {1, 2}
    assert exploration.exhaustive


def test_a_cached_property_does_as_on_this_python(lab) -> None:
    exploration = lab.explore("""
        import functools
        class Box:
            made = 0
            @functools.cached_property
            def value(self):
                self.made += 1
                return self.made
        def main():
            box = Box()
            together(lambda: box.value, lambda: box.value)
            return box.made
    """)
    # It held a lock up to 3.11.
    assert (exploration.values == {1}) == (sys.version_info < (3, 12))


def test_the_real_modules_stay_as_they_were(lab) -> None:
    import concurrent.futures
    import functools
    import queue
    import threading
    import time

    before = [dict(vars(m)) for m in (threading, queue, time, functools, concurrent.futures)]
    lab.explore(
        """
        def main():
            with ThreadPoolExecutor(1) as pool:
                pool.submit(int)
            time.sleep(1)
            return threading.current_thread() is threading.main_thread()
    """,
        executions=10,
    )
    after = [dict(vars(m)) for m in (threading, queue, time, functools, concurrent.futures)]
    assert before == after
    assert sys.modules["threading"] is threading
    assert threading.current_thread() is threading.main_thread()


class TestBeginnings:
    """What touches nothing is a step all the same, where others can see when it is done."""

    def test_any_call_of_an_executor_may_be_done_first(self, lab) -> None:
        program = """
            from concurrent.futures import FIRST_COMPLETED

            def work(number):
                return number

            def main():
                with ThreadPoolExecutor(2) as pool:
                    futures = [pool.submit(work, 1), pool.submit(work, 2)]
                    done, _ = wait(futures, return_when=FIRST_COMPLETED)
                return sorted(future.result() for future in done)
        """
        assert lab.endings(program, executions=20_000) == [[1, 2], [1], [2]]

    def test_a_thread_may_have_ended_when_the_living_are_listed(self, lab) -> None:
        program = """
            def main():
                thread = threading.Thread(target=int)
                thread.start()
                alive = threading.active_count(), len(threading.enumerate())
                thread.join()
                return alive
        """
        assert lab.endings(program) == [(1, 1), (2, 1), (2, 2)]


def test_dropping_a_worker_is_nothing_to_log(lab, caplog) -> None:
    """The library takes the end of an execution for an error of the worker."""
    exploration = lab.explore("""
        def main():
            with ThreadPoolExecutor(1) as pool:
                pool.submit(threading.Event().wait)
    """)
    assert {outcome.kind for outcome in exploration.outcomes} == {"deadlock"}
    assert caplog.records == []


def test_an_exception_in_a_callback_is_logged_as_python_does(lab, caplog) -> None:
    lab.explore("""
        def main():
            with ThreadPoolExecutor(1) as pool:
                pool.submit(int).add_done_callback(lambda future: 1 / 0)
    """)
    assert {record.message.split(" for ")[0] for record in caplog.records} == {
        "exception calling callback"
    }
