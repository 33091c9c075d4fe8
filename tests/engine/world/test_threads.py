"""Threads: the answers and the complaints of Python's own."""

from __future__ import annotations

import pytest

MISUSE = [
    "threading.Thread(target=int).start() and None or twice.start()",
    "threading.Thread(target=int).join()",
    "threading.current_thread().join()",
    "threading.main_thread().start()",
    "threading.Thread(5)",
    "threading.Thread(target=int, nonsense=1)",
    "setattr(started, 'daemon', True)",
    "threading.Thread.start(5)",
    "threading.Timer()",
    "threading.local(5)",
    "threading.local().missing",
    "delattr(threading.local(), 'missing')",
    "setattr(threading.local(), '__dict__', {})",
]


@pytest.mark.parametrize("call", MISUSE)
def test_misuse_gets_pythons_own_complaint(lab, call: str) -> None:
    kind, *_ = lab.as_python(
        f"""
        def main():
            twice = threading.Thread(target=int)
            twice.start()
            go = threading.Event()
            started = threading.Thread(target=go.wait)
            started.start()
            try:
                return "fine", {call}
            except Exception as error:
                return type(error).__name__, str(error)
            finally:
                go.set()
                twice.join()
                started.join()
    """,
        strategy="dfs",
        executions=5,
    )
    assert kind != "fine"


STORIES = {
    "a subclass that overrides run": """
        class Square(threading.Thread):
            def __init__(self, number):
                super().__init__()
                self.number = number
            def run(self):
                self.result = self.number ** 2
        def main():
            threads = [Square(n) for n in range(3)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return [thread.result for thread in threads]
    """,
    "names and what is given to a thread": """
        def main():
            thread = threading.Thread(None, print, "printer", (), {}, daemon=True)
            named = thread.name, thread.daemon, thread.ident, thread.is_alive()
            thread.name = "other"
            return named, thread.name, threading.main_thread().name, "printer" in repr(thread)
    """,
    "arguments reach the target": """
        def main():
            seen = []
            thread = threading.Thread(target=lambda *a, **k: seen.append((a, k)),
                                      args=(1, 2), kwargs={"three": 3})
            thread.start()
            thread.join()
            return seen
    """,
    "a thread lives from its start to its end": """
        def main():
            go = threading.Event()
            thread = threading.Thread(target=go.wait)
            before = thread.is_alive()
            thread.start()
            during = thread.is_alive()
            go.set()
            thread.join()
            return before, during, thread.is_alive()
    """,
    "threads inherit being daemons": """
        def main():
            seen = []
            def outer():
                seen.append(threading.Thread(target=int).daemon)
            thread = threading.Thread(target=outer, daemon=True)
            thread.start()
            thread.join()
            return seen, threading.Thread(target=int).daemon, threading.current_thread().daemon
    """,
    "a thread knows itself": """
        def main():
            seen = []
            def look():
                me = threading.current_thread()
                seen.append((me is thread, me.ident == threading.get_ident(), me.name))
            thread = threading.Thread(target=look, name="looker")
            thread.start()
            thread.join()
            return seen, threading.current_thread() is threading.main_thread()
    """,
    "joining twice, and with no time": """
        def main():
            thread = threading.Thread(target=int)
            thread.start()
            return thread.join(), thread.join(), thread.join(0), thread.join(-1)
    """,
    "every thread has its own attributes": """
        class Local(threading.local):
            shared = []
            def __init__(self, start):
                self.value = start
        def main():
            mine = Local(5)
            mine.value += 1
            def look():
                mine.value += 10
                mine.shared.append(1)
                return mine.value, sorted(mine.__dict__)
            return together(look), together(look), mine.value, len(mine.shared), vars(mine)
    """,
    "a local's properties and slots": """
        class Local(threading.local):
            __slots__ = ("shared",)
            @property
            def double(self):
                return self.x * 2
            @double.setter
            def double(self, value):
                self.x = value // 2
        def main():
            mine = Local()
            mine.shared = "by all"
            mine.double = 10
            def look():
                mine.double = 6
                return mine.x, mine.double, mine.shared
            return together(look), mine.x, mine.double, attempt(setattr, mine, "__dict__", {})
    """,
    "a local's attributes come and go": """
        def main():
            mine = threading.local()
            mine.x = 1
            inside = together(lambda: hasattr(mine, "x"))
            del mine.x
            return inside, hasattr(mine, "x"), attempt(getattr, mine, "x")
    """,
    "excepthook gets what a thread raised": """
        def main():
            seen = []
            old, threading.excepthook = threading.excepthook, lambda args: seen.append(
                (args.exc_type.__name__, str(args.exc_value), args.thread.name))
            thread = threading.Thread(target=int, args=("x",), name="parser")
            thread.start()
            thread.join()
            threading.excepthook = old
            return seen
    """,
    "a timer's arguments": """
        def main():
            seen = []
            timer = threading.Timer(0.01, lambda *a, **k: seen.append((a, k)), [1], {"b": 2})
            timer.start()
            timer.join()
            return seen
    """,
    "together gives results in order": """
        def main():
            return together(lambda: 1, lambda: "b", lambda: None), together()
    """,
    "together raises the first exception after all ended": """
        def main():
            seen = []
            def fail(error):
                seen.append(1)
                raise error
            try:
                together(lambda: fail(KeyError("a")), lambda: fail(ValueError("b")), int)
            except KeyError as error:
                return repr(error), len(seen)
    """,
    "attempt and repeat": """
        def main():
            numbers = iter(range(10))
            return (attempt(int, "5"), attempt(int, "x"), repeat(lambda: next(numbers), 3)(),
                    repeat(int, 0)())
    """,
    "attributes of its own go with the thread, and with the object": """
        import weakref
        class Thing:
            pass
        def main():
            mine, seen = [threading.local()], []
            def work():
                mine[0].thing = Thing()
                seen.append(weakref.ref(mine[0].thing))
            together(work)
            gone = seen[0]() is None
            work()
            mine.clear()
            return gone, seen[1]() is None
    """,
    "the namespace of a local is its own": """
        def main():
            said = []
            for change in ("mine.__dict__ = {}", "del mine.__dict__"):
                try:
                    exec(change, {"mine": threading.local()})
                except AttributeError as error:
                    said.append(str(error))
            return said
    """,
    "a thread that has ended goes when nobody holds it": """
        import weakref
        def main():
            thread = threading.Thread(target=int)
            known = weakref.ref(thread)
            thread.start()
            thread.join()
            del thread
            return known() is None
    """,
    "a thread that Python did not start": """
        import _thread
        def main():
            done, seen = _thread.allocate_lock(), []
            done.acquire()
            def work():
                thread = threading.current_thread()
                seen.append((type(thread).__name__, thread.daemon, thread.is_alive()))
                done.release()
            _thread.start_new_thread(work, ())
            done.acquire()
            return seen
    """,
    "stack sizes": """
        import _thread
        def main():
            before = threading.stack_size(1 << 18)
            return before, threading.stack_size(0), threading.stack_size(), attempt(
                threading.stack_size, 5), attempt(threading.stack_size, -1)
    """,
    "a bare thread's exception can be caught": """
        import _thread, sys
        def main():
            said, before = [], sys.unraisablehook
            sys.unraisablehook = lambda args: said.append(
                (args.exc_type.__name__, str(args.exc_value), args.err_msg.split(" <")[0]))
            done = _thread.allocate_lock()
            done.acquire()
            def fail():
                try:
                    raise ValueError("so")
                finally:
                    threading.Timer(0.1, done.release).start()
            try:
                _thread.start_new_thread(fail, ())
                done.acquire()
            finally:
                sys.unraisablehook = before
            return said
    """,
    "what `_thread` has": """
        import _thread
        def main():
            return [name for name in dir(_thread) if not name.startswith("__")]
    """,
    "a scheduler of events": """
        import sched
        def main():
            log, plan = [], sched.scheduler()
            now = plan.timefunc()
            for delay in (0.02, 0.01):
                plan.enterabs(now + delay, 1, log.append, (delay,))
            plan.run()
            return log
    """,
    "a bare thread": """
        import _thread
        def main():
            done = _thread.allocate_lock()
            done.acquire()
            seen = []
            def work(*args, **kwargs):
                seen.append((args, kwargs))
                done.release()
            _thread.start_new_thread(work, (1,), {"a": 2})
            done.acquire()
            return seen, attempt(_thread.start_new_thread, 5, ())
    """,
}


@pytest.mark.parametrize("story", STORIES)
def test_as_python_does(lab, story: str) -> None:
    lab.as_python(STORIES[story], strategy="random", executions=30)


def test_names_count_from_one_in_every_execution(lab) -> None:
    exploration = lab.explore("""
        log = []
        def work():
            log.append(1)
        def main():
            threads = [threading.Thread(target=work) for _ in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return tuple(thread.name for thread in threads)
    """)
    assert exploration.values == {("Thread-1 (work)", "Thread-2 (work)")}
    assert exploration.executions > 1


def test_what_lives_can_be_counted(lab) -> None:
    exploration = lab.explore(
        """
        def main():
            go = threading.Event()
            threads = [threading.Thread(target=go.wait, name=name) for name in "ab"]
            for thread in threads:
                thread.start()
            names = sorted(thread.name for thread in threading.enumerate())
            count = threading.active_count()
            go.set()
            for thread in threads:
                thread.join()
            return names, count, threading.active_count()
    """,
        executions=200,
    )
    assert exploration.values == [(["MainThread", "a", "b"], 3, 1)]


def test_is_alive_tells_of_both_before_and_after_the_end(lab) -> None:
    exploration = lab.explore(
        """
        log = []
        def main():
            thread = threading.Thread(target=lambda: log.append(1))
            thread.start()
            return thread.is_alive(), len(log)
    """,
        strategy="dfs",
    )
    assert exploration.values == {(True, 0), (True, 1), (False, 1)}
    assert exploration.exhaustive


def test_an_exception_nobody_saw_is_named_with_its_thread(lab) -> None:
    exploration = lab.explore(
        """
        class Overdrawn(Exception):
            pass
        def fail():
            raise Overdrawn("by 5")
        def quiet():
            raise Overdrawn
        def main():
            threads = [threading.Thread(target=f) for f in (fail, quiet)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return "done"
    """,
        strategy="dfs",
    )
    assert exploration.values == {"done"}
    assert {frozenset(o.unhandled) for o in exploration.outcomes} == {
        frozenset({"T1: Overdrawn: by 5", "T2: Overdrawn"})
    }


def test_an_exception_in_together_is_raised_in_main(lab) -> None:
    exploration = lab.explore("""
        def main():
            together(lambda: 1, lambda: 1 / 0)
    """)
    (outcome,) = exploration.outcomes
    assert (outcome.kind, outcome.exception, outcome.message, outcome.unhandled) == (
        "raised", "ZeroDivisionError", "division by zero", (),
    )  # fmt: skip


@pytest.mark.parametrize("target", ["log.append", "items.pop", "event.set", "q.put"])
def test_a_target_that_is_no_python_function_of_the_program_is_a_step_too(lab, target: str) -> None:
    exploration = lab.explore(f"""
        def main():
            log, items, event, q = [], [1], threading.Event(), queue.Queue()
            def look():
                return len(log), len(items), event.is_set(), q.qsize()
            before = look()
            thread = threading.Thread(target={target}, args={"()" if "p.s" in target or "nt.s" in target or "ms" in target else "(1,)"})
            thread.start()
            after = look() != before
            thread.join()
            return after, look() != before
    """)
    assert exploration.values == {(False, True), (True, True)}


def test_threads_start_threads(lab) -> None:
    exploration = lab.explore("""
        log = []
        def child(name):
            log.append(name)
        def parent():
            log.append("p")
            thread = threading.Thread(target=child, args=("c",))
            thread.start()
            thread.join()
        def main():
            together(parent, lambda: child("x"))
            return "".join(log)
    """)
    assert exploration.values == {"pcx", "pxc", "xpc"}
    paths = {path for o in exploration.outcomes for path, _ in o.timeline.threads}
    assert paths == {"0", "1", "1.1", "2"}


def test_the_context_of_a_thread_is_its_own(lab) -> None:
    exploration = lab.explore("""
        import contextvars
        name = contextvars.ContextVar("name", default="nobody")
        def main():
            def work(mine):
                before = name.get()
                name.set(mine)
                return before, name.get()
            return together(lambda: work("a"), lambda: work("b")), name.get()
    """)
    assert exploration.values == [([("nobody", "a"), ("nobody", "b")], "nobody")]


def test_a_thread_of_together_leaves_nothing_behind_that_lists_threads(lab) -> None:
    found = lab.explore("""
        import threading
        def main():
            together(threading.current_thread, lambda: None)
            return [thread.name for thread in threading.enumerate()]
    """)
    assert found.values == [["MainThread"]]
