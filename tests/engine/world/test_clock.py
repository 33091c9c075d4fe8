"""Time passes only by waiting, and orders nothing."""

from __future__ import annotations

import pytest


class TestSleep:
    def test_a_sleep_orders_nothing(self, lab) -> None:
        """The sleep "fix" does not fix: whoever sleeps longer may still come first."""
        exploration = lab.explore("""
            log = []
            def late(seconds, name):
                time.sleep(seconds)
                log.append(name)
            def main():
                together(lambda: late(100, "a"), lambda: late(1, "b"), lambda: log.append("c"))
                return "".join(log)
        """)
        assert exploration.exhaustive
        assert exploration.values == {"abc", "acb", "bac", "bca", "cab", "cba"}

    def test_by_default_whoever_wakes_first_goes_first(self, lab) -> None:
        exploration = lab.explore(
            """
            log = []
            def nap(seconds):
                time.sleep(seconds)
                log.append(seconds)
            def main():
                together(lambda: nap(30), lambda: nap(10), lambda: nap(20))
                return tuple(log)
            """,
            strategy="dfs",
            executions=1,
        )
        assert exploration.values == {(10, 20, 30)}

    def test_a_sleep_hides_no_race(self, lab) -> None:
        exploration = lab.explore("""
            class Counter:
                value = 0
            def main():
                counter = Counter()
                def first():
                    counter.value += 1
                def second():
                    time.sleep(60)
                    counter.value += 1
                together(first, second)
                return counter.value
        """)
        assert exploration.values == {1, 2}

    def test_waking_sets_the_clock_to_at_least_start_and_duration(self, lab) -> None:
        exploration = lab.explore("""
            def nap(seconds):
                start = time.monotonic()
                time.sleep(seconds)
                return time.monotonic() - start >= seconds
            def main():
                return together(lambda: nap(10), lambda: nap(0.5), lambda: nap(3))
        """)
        assert exploration.values == [[True, True, True]]

    def test_a_long_sleeper_that_wakes_first_takes_the_clock_along(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                start = time.monotonic()
                def nap(seconds):
                    time.sleep(seconds)
                    return round(time.monotonic() - start)
                return tuple(together(lambda: nap(10), lambda: nap(5)))
        """)
        assert exploration.values == {(10, 10), (10, 5)}

    def test_the_clock_never_goes_back(self, lab) -> None:
        exploration = lab.explore("""
            seen = []
            lock = threading.Lock()
            def look(seconds):
                time.sleep(seconds)
                with lock:
                    seen.append(time.monotonic())
                time.sleep(seconds)
                with lock:
                    seen.append(time.perf_counter())
            def main():
                together(lambda: look(7), lambda: look(2))
                return seen == sorted(seen)
        """)
        assert exploration.values == {True}

    def test_nothing_really_sleeps(self, lab) -> None:
        assert lab.only("""
            def main():
                time.sleep(1_000_000)
                return time.monotonic() >= 1_000_000
        """)

    @pytest.mark.parametrize(
        "argument", ["-1", "-0.5", "'1'", "None", "1j", "float('nan')", "float('inf')", "0", "0.0"]
    )
    def test_misuse_gets_pythons_own_complaint(self, lab, argument: str) -> None:
        lab.as_python(f"""
            def main():
                try:
                    return time.sleep({argument})
                except Exception as error:
                    return type(error).__name__, str(error)
        """)

    def test_what_can_be_an_integer_is_one(self, lab) -> None:
        assert lab.only("""
            class Hours:
                def __index__(self):
                    return 3600
            def main():
                start = time.monotonic()
                time.sleep(Hours())
                return time.monotonic() - start >= 3600
        """)


class TestReadingTheClock:
    @pytest.mark.parametrize("clock", ["monotonic", "time", "perf_counter", "process_time"])
    def test_a_busy_wait_ends(self, lab, clock: str) -> None:
        exploration = lab.explore(f"""
            def main():
                end = time.{clock}() + 0.2
                rounds = 0
                while time.{clock}() < end:
                    rounds += 1
                return rounds
        """)
        # Each read is a millisecond later than the one before.
        assert exploration.values <= {198, 199, 200}
        assert len(exploration.values) == 1

    def test_two_busy_waits_end(self, lab) -> None:
        exploration = lab.explore("""
            def busy():
                end = time.monotonic() + 0.2
                while time.monotonic() < end:
                    pass
                return "done"
            def main():
                return together(busy, busy)
        """)
        assert exploration.values == [["done", "done"]]

    def test_every_execution_starts_at_the_same_time(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                together(lambda: time.sleep(5), lambda: time.sleep(9))
                return time.time() < 1_700_000_010, time.time_ns() > 10**18, time.monotonic_ns()
        """)
        assert len(exploration.values) == 1

    def test_what_only_describes_time_is_pythons_own(self, lab) -> None:
        assert (
            lab.only("""
            def main():
                return time.strftime("%Y-%m-%d", time.gmtime(0))
        """)
            == "1970-01-01"
        )


TIMED = {
    "lock": ("s = threading.Lock(); s.acquire()", "s.acquire(timeout=1)", "s.release()"),
    "event": ("s = threading.Event()", "s.wait(1)", "s.set()"),
    "semaphore": ("s = threading.Semaphore(0)", "s.acquire(timeout=1)", "s.release()"),
    "wait_for": (
        "s = threading.Condition(); ready = []",
        "with_lock(s, lambda: s.wait_for(lambda: len(ready) > 0, timeout=1))",
        "with_lock(s, lambda: (ready.append(1), s.notify()))",
    ),
    "queue": ("s = queue.Queue()", "got(lambda: s.get(timeout=1))", "s.put(1)"),
    "simple queue": ("s = queue.SimpleQueue()", "got(lambda: s.get(timeout=1))", "s.put(1)"),
    "full queue": (
        "s = queue.Queue(1); s.put(0)",
        "got(lambda: s.put(1, timeout=1))",
        "s.get()",
    ),
    "barrier": (
        "s = threading.Barrier(2)",
        "got(lambda: s.wait(timeout=1))",
        "got(s.wait)",
    ),
}
HELPERS = """
def with_lock(condition, action):
    with condition:
        return action()
def got(action):
    try:
        action()
        return True
    except (queue.Empty, queue.Full, threading.BrokenBarrierError):
        return False
"""


class TestTimeouts:
    """Patient timeouts fire when nothing else can run before; adversarial ones whenever they may."""

    @pytest.mark.parametrize("name", TIMED)
    def test_patient(self, lab, name: str) -> None:
        setup, wait, give = TIMED[name]
        text = f"{HELPERS}def main():\n    {setup}\n    return together(lambda: {wait}, lambda: {give})"
        exploration = lab.explore(text + "[0]\n")
        assert exploration.values == {True}
        assert (exploration.timeouts, exploration.exhaustive) == ("patient", True)

    @pytest.mark.parametrize("name", TIMED)
    def test_adversarial(self, lab, name: str) -> None:
        setup, wait, give = TIMED[name]
        text = f"{HELPERS}def main():\n    {setup}\n    return together(lambda: {wait}, lambda: {give})"
        exploration = lab.explore(text + "[0]\n", timeouts="adversarial")
        assert exploration.values == {True, False}
        assert (exploration.timeouts, exploration.exhaustive) == ("adversarial", True)

    @pytest.mark.parametrize("timeouts", ["patient", "adversarial"])
    @pytest.mark.parametrize("name", TIMED)
    def test_when_nobody_comes(self, lab, name: str, timeouts: str) -> None:
        setup, wait, _ = TIMED[name]
        text = f"""{HELPERS}
def main():
    {setup}
    start = time.monotonic()
    return {wait}, time.monotonic() - start >= 1
"""
        exploration = lab.explore(text, timeouts=timeouts, strategy="dfs", preemptions=0)
        assert exploration.values == {(False, True)}

    @pytest.mark.parametrize(
        ("timeouts", "values"), [("patient", {False}), ("adversarial", {True, False})]
    )
    def test_join(self, lab, timeouts: str, values: set[bool]) -> None:
        exploration = lab.explore(
            """
            log = []
            def main():
                thread = threading.Thread(target=lambda: log.append(1))
                thread.start()
                thread.join(timeout=5)
                return thread.is_alive()
            """,
            timeouts=timeouts,
        )
        assert exploration.values == values
        assert exploration.exhaustive

    @pytest.mark.parametrize(
        ("timeouts", "values"), [("patient", {"ok"}), ("adversarial", {"ok", "TimeoutError"})]
    )
    def test_future(self, lab, timeouts: str, values: set[str]) -> None:
        exploration = lab.explore(
            """
            def main():
                with ThreadPoolExecutor(1) as pool:
                    outcome = attempt(pool.submit(len, "abc").result, 1)
                return outcome[1] if outcome[0] == "error" else outcome[0]
            """,
            timeouts=timeouts,
        )
        assert exploration.values == values

    @pytest.mark.parametrize("seconds", [0, 1, 0.1])
    def test_as_completed_gives_up(self, lab, seconds: float) -> None:
        assert lab.only(f"""
            def main():
                never = threading.Event()
                with ThreadPoolExecutor(1) as pool:
                    future = pool.submit(never.wait)
                    given_up = attempt(list, as_completed([future], {seconds}))
                    never.set()
                return given_up
            """) == ("error", "TimeoutError")

    def test_the_earliest_deadline_comes_first(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                never = threading.Event()
                log = []
                def give_up(seconds):
                    never.wait(seconds)
                    log.append(seconds)
                together(lambda: give_up(3), lambda: give_up(1), lambda: give_up(2))
                return log == sorted(log)
        """)
        assert exploration.values == {True}

    @pytest.mark.parametrize("strategy", ["auto", "dfs"])
    @pytest.mark.parametrize(
        ("naps", "patience", "values"),
        [((1,), 5, {True}), ((5,), 1, {False, True}), ((1, 1), 1.5, {False, True})],
    )
    def test_whoever_sleeps_for_longer_than_another_waits_may_come_too_late(
        self, lab, strategy: str, naps: tuple[float, ...], patience: float, values: set[bool]
    ) -> None:
        exploration = lab.explore(
            f"""
            def main():
                event = threading.Event()
                def give():
                    for seconds in {naps}:
                        time.sleep(seconds)
                    event.set()
                return together(lambda: event.wait({patience}), give)[0]
            """,
            strategy=strategy,
        )
        assert exploration.values == values
        assert exploration.exhaustive

    @pytest.mark.parametrize("poll", ["time.sleep(0.01)", "time.monotonic()", "pass"])
    def test_polling_keeps_nobody_from_giving_up(self, lab, poll: str) -> None:
        exploration = lab.explore(
            f"""
            def main():
                never = threading.Event()
                thread = threading.Thread(target=never.wait, args=(60,))
                thread.start()
                while thread.is_alive():
                    {poll}
                return time.monotonic() >= 60
            """,
            strategy="dfs",
            preemptions=0,
        )
        assert exploration.values == {True}

    @pytest.mark.parametrize("poll", ["time.sleep(0.001)", "never.wait(0.001)"])
    def test_several_that_poll_keep_no_sleeper_from_waking(self, lab, poll: str) -> None:
        exploration = lab.explore(
            f"""
            def main():
                never, stop = threading.Event(), threading.Event()
                def poll():
                    while not stop.is_set():
                        {poll}
                def stop_later():
                    time.sleep(3600)
                    stop.set()
                together(poll, poll, stop_later)
            """,
            strategy="dfs",
            executions=1,
        )
        assert exploration.values == {None}

    def test_a_timer_fires_after_its_interval(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                fired = []
                start = time.monotonic()
                timer = threading.Timer(3, lambda: fired.append(time.monotonic() - start >= 3))
                timer.start()
                timer.join()
                return tuple(fired)
        """)
        assert exploration.values == {(True,)}

    def test_a_cancelled_timer_does_not_fire(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                fired = []
                timer = threading.Timer(3, lambda: fired.append(1))
                timer.start()
                timer.cancel()
                timer.join()
                return len(fired)
        """)
        assert exploration.values == {0}

    def test_a_reentrant_lock_that_another_thread_holds(self, lab) -> None:
        assert lab.only("""
            def main():
                lock = threading.RLock()
                taken, done = threading.Event(), threading.Event()
                def hold():
                    with lock:
                        taken.set()
                        done.wait()
                def ask():
                    taken.wait()
                    answer = lock.acquire(timeout=1), lock.acquire(False)
                    done.set()
                    return answer
                return together(hold, ask)[1]
        """) == (False, False)

    def test_no_timeout_at_all_asks_once(self, lab) -> None:
        assert lab.only("""
            def main():
                lock = threading.Lock()
                lock.acquire()
                event = threading.Event()
                return (
                    lock.acquire(timeout=0), lock.acquire(False), event.wait(0),
                    attempt(queue.Queue().get, True, 0), attempt(queue.Queue().get_nowait),
                )
        """) == (False, False, False, ("error", "Empty"), ("error", "Empty"))
