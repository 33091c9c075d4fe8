"""Deadlocks, livelocks, budgets, and how an execution ends."""

from __future__ import annotations

import pytest

from grader.engine import Outcome


def the_deadlock(outcomes: tuple[Outcome, ...]) -> Outcome:
    (outcome,) = [o for o in outcomes if o.kind == "deadlock"]
    return outcome


class TestDeadlock:
    """Nobody can go on: known at once, said in one sentence."""

    @pytest.mark.parametrize(
        ("body", "why"),
        [
            (
                "lock = threading.Lock(); lock.acquire(); lock.acquire()",
                "main waits for lock, which it holds itself since line 7",
            ),
            ("threading.Event().wait()", "main waits in threading.Event().wait()"),
            ("e = threading.Event(); e.wait()", "main waits in e.wait()"),
            ("q = queue.Queue(); q.get()", "main waits in q.get()"),
            ("q = queue.SimpleQueue(); q.get()", "main waits in q.get()"),
            ("q = queue.Queue(1); q.put(1); q.put(2)", "main waits in q.put()"),
            ("q = queue.Queue(); q.put(1); q.join()", "main waits in q.join()"),
            ("s = threading.Semaphore(0); s.acquire()", "main waits in s.acquire()"),
            ("b = threading.Barrier(2); b.wait()", "main waits in b.wait()"),
            (
                "c = threading.Condition(); c.acquire(); c.wait()",
                "main waits in c.wait()",
            ),
            (
                "c = threading.Condition(); c.acquire(); n = [0]; c.wait_for(lambda: n[0])",
                "main waits in line 7",
            ),
            (
                "p = ThreadPoolExecutor(1); e = threading.Event(); p.submit(e.wait).result()",
                "main waits in p.submit(e.wait).result(); T1 waits in p.submit()",
            ),
        ],
    )
    def test_alone(self, lab, body: str, why: str) -> None:
        exploration = lab.explore(f"def main():\n    {body}\n")
        (outcome,) = exploration.outcomes
        assert exploration.exhaustive
        assert (outcome.kind, outcome.value, outcome.exception) == ("deadlock", None, None)
        assert outcome.message == f"nobody can go on: {why}"
        assert outcome.steps < 20

    @pytest.mark.parametrize("style", ["with", "acquire"])
    def test_two_locks_in_opposite_order(self, lab, style: str) -> None:
        nested = {
            "with": "    with {0}:\n        with {1}:\n            pass\n",
            "acquire": (
                "    {0}.acquire()\n    {1}.acquire()\n    {1}.release()\n    {0}.release()\n"
            ),
        }[style]
        exploration = lab.explore(
            "a = threading.Lock()\nb = threading.Lock()\n"
            f"def one():\n{nested.format('a', 'b')}"
            f"def two():\n{nested.format('b', 'a')}"
            "def main():\n    together(one, two)\n    return 'done'\n",
            strategy="dfs",
        )
        # After its first lock a thread either goes on (and the other may start once the second
        # lock is free again, or after the end), or the other takes its own first: 3 ways, twice.
        assert (exploration.exhaustive, exploration.executions) == (True, 6)
        done, stuck = exploration.outcomes
        assert (done.value, stuck.kind, stuck.preemptions) == ("done", "deadlock", 1)
        first, second = (9, 13) if style == "with" else (9, 14)
        assert stuck.message == (
            "nobody can go on: main waits for its threads to end; "
            f"T1 waits for b, held by T2 since line {second}; "
            f"T2 waits for a, held by T1 since line {first}"
        )

    def test_a_lock_taken_by_another_name(self, lab) -> None:
        exploration = lab.explore("""
            lock = threading.Lock()
            def hold():
                mine = lock
                mine.acquire()
            def main():
                together(hold)
                lock.acquire()
        """)
        assert the_deadlock(exploration.outcomes).message == (
            "nobody can go on: main waits for lock, held by T1 as mine since line 9"
        )

    def test_three_in_a_ring(self, lab) -> None:
        exploration = lab.explore(
            """
            forks = [threading.Lock() for _ in range(3)]
            def philosopher(i):
                with forks[i]:
                    with forks[(i + 1) % 3]:
                        pass
            def main():
                together(*[lambda i=i: philosopher(i) for i in range(3)])
            """,
            strategy="dfs",
            preemptions=1,
        )
        stuck = the_deadlock(exploration.outcomes)
        # One is preempted between its forks; the other two then block of themselves.
        assert stuck.preemptions == 1
        assert stuck.message.count("held by") == 3

    def test_a_lost_wakeup(self, lab) -> None:
        exploration = lab.explore("""
            condition = threading.Condition()
            def waiter():
                with condition:
                    condition.wait()
            def notifier():
                with condition:
                    condition.notify()
            def main():
                together(waiter, notifier)
                return "woken"
        """)
        assert exploration.exhaustive
        assert {(o.kind, o.value) for o in exploration.outcomes} == {
            ("returned", "woken"),
            ("deadlock", None),
        }
        stuck = the_deadlock(exploration.outcomes)
        assert stuck.preemptions == 0
        assert "T1 waits in condition.wait()" in stuck.message

    def test_joining_in_a_circle(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                threads = []
                threads += [threading.Thread(target=lambda i=i: threads[1 - i].join()) for i in (0, 1)]
                for thread in threads:
                    thread.start()
        """)
        stuck = the_deadlock(exploration.outcomes)
        assert stuck.message == (
            "nobody can go on: main has returned and waits for the other threads to end; "
            "T1 waits for T2 to end; T2 waits for T1 to end"
        )
        assert stuck.left_running == ("T1", "T2")

    def test_a_daemon_that_waits_is_no_deadlock(self, lab) -> None:
        assert (
            lab.only("""
            def main():
                threading.Thread(target=queue.Queue().get, daemon=True).start()
                return "done"
        """)
            == "done"
        )

    def test_a_deadlock_among_daemons_that_main_waits_for(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                q = queue.Queue()
                q.put(1)
                threading.Thread(target=queue.Queue().get, daemon=True).start()
                q.join()
        """)
        assert "main waits in q.join()" in the_deadlock(exploration.outcomes).message


class TestSpinning:
    """A thread that spins lets the others go on, under every strategy and model."""

    FLAG = """
        class Flag:
            up = False
        def main():
            flag = Flag()
            def waiter():
                while not flag.up:
                    {body}
                return 1
            def setter():
                flag.up = True
            return together(waiter, setter)
    """

    @pytest.mark.parametrize("switching", ["anywhere", "gil"])
    @pytest.mark.parametrize("strategy", ["dfs", "random", "pct", "auto"])
    @pytest.mark.parametrize("body", ["pass", "time.sleep(0.01)", "time.sleep(0)", "continue"])
    def test_a_spin_loop_ends(self, lab, switching: str, strategy: str, body: str) -> None:
        exploration = lab.explore(
            self.FLAG.format(body=body), switching=switching, strategy=strategy, executions=200
        )
        assert exploration.values == [[1, None]]
        # How often it goes round is cut short, so nobody can say that all was seen.
        assert not exploration.exhaustive

    def test_two_that_spin_on_each_other_in_turn(self, lab) -> None:
        exploration = lab.explore(
            """
            class Turn:
                whose = 0
            def main():
                turn = Turn()
                def play(me):
                    for _ in range(2):
                        while turn.whose != me:
                            pass
                        turn.whose = 1 - me
                    return me
                return together(lambda: play(0), lambda: play(1))
            """,
            strategy="random",
            executions=50,
        )
        assert exploration.values == [[0, 1]]

    def test_a_try_lock_that_backs_off_and_tries_again(self, lab) -> None:
        exploration = lab.explore(
            """
            a = threading.Lock()
            b = threading.Lock()
            def go(first, second):
                while True:
                    with first:
                        if second.acquire(blocking=False):
                            second.release()
                            return "got both"
            def main():
                return together(lambda: go(a, b), lambda: go(b, a))
            """,
            executions=100,
        )
        assert exploration.values == [["got both", "got both"]]


class TestBudget:
    """A spent budget: a livelock if nobody can finish, else a limit."""

    @pytest.mark.parametrize("switching", ["anywhere", "gil"])
    @pytest.mark.parametrize(
        "loop", ["while True: pass", "while True: time.sleep(1)", "while not done: done or 1"]
    )
    def test_a_loop_without_end_is_a_livelock(self, lab, loop: str, switching: str) -> None:
        exploration = lab.explore(
            f"def main():\n    done = []\n    {loop}\n", executions=10, switching=switching
        )
        (outcome,) = exploration.outcomes
        assert outcome.kind == "livelock"
        assert outcome.message == "the threads keep running and none of them gets anywhere"

    def test_a_thread_that_spins_for_ever_beside_one_that_ends(self, lab) -> None:
        assert lab.endings(
            """
            def main():
                never = []
                def spin():
                    while not never:
                        pass
                together(spin, lambda: None)
            """,
            executions=10,
        ) == ["livelock"]

    def test_recursion_between_threads_that_wait_politely_is_a_livelock(self, lab) -> None:
        assert lab.endings(
            """
            class Door:
                free = (True, True)
            def main():
                door = Door()
                wants = [True, True]
                def polite(me):
                    while wants[1 - me]:
                        pass
                together(lambda: polite(0), lambda: polite(1))
            """,
            executions=10,
        ) == ["livelock"]

    def test_long_is_not_endless(self, lab) -> None:
        exploration = lab.explore(
            """
            class Total:
                n = 0
            def main():
                total = Total()
                def add():
                    for _ in range(4_000):
                        total.n += 1
                together(add, add)
            """,
            executions=5,
        )
        (outcome,) = exploration.outcomes
        assert outcome.kind == "limit"
        assert outcome.message == f"not finished after {outcome.steps} steps"
        assert not exploration.exhaustive

    def test_the_budget_is_in_steps(self, lab) -> None:
        text = """
            def main():
                n = 0
                for _ in range(100):
                    n += 1
                return n
        """
        assert lab.explore(text).values == {100}
        (outcome,) = lab.explore(text, steps=200).outcomes
        assert outcome.kind == "returned"


class TestEndOfAnExecution:
    """An execution ends as a process does."""

    def test_threads_that_nobody_joined_are_waited_for(self, lab) -> None:
        exploration = lab.explore("""
            log = []
            def main():
                threading.Thread(target=lambda: log.append(1)).start()
                return log
        """)
        assert exploration.values == [[], [1]]
        late, early = sorted(exploration.outcomes, key=lambda o: len(o.value))
        assert late.left_running == ("T1",)
        assert early.left_running == ()

    def test_an_exception_of_a_thread_that_outlives_main(self, lab) -> None:
        exploration = lab.explore("""
            def fail():
                raise ValueError("late")
            def main():
                gate = threading.Event()
                threading.Thread(target=lambda: (gate.wait(), fail())).start()
                gate.set()
                return 1
        """)
        assert {o.unhandled for o in exploration.outcomes} == {("T1: ValueError: late",)}
        assert exploration.values == {1}

    def test_daemons_are_dropped(self, lab) -> None:
        exploration = lab.explore(
            """
            log = []
            def work():
                log.append("working")
                log.append("never")
            def main():
                threading.Thread(target=work, daemon=True).start()
                return "done"
        """,
            strategy="dfs",
        )
        assert exploration.values == {"done"}
        assert exploration.exhaustive
        assert {o.left_running for o in exploration.outcomes} == {("T1",), ()}

    @pytest.mark.parametrize("caught", ["except BaseException: pass", "finally: continue"])
    def test_a_daemon_that_refuses_to_die(self, lab, caught: str) -> None:
        exploration = lab.explore(
            f"""
            def stubborn():
                while True:
                    try:
                        queue.Queue().get()
                    {caught}
            def main():
                threading.Thread(target=stubborn, daemon=True).start()
                return 1
            """,
            executions=20,
        )
        assert exploration.values == {1}
        assert {o.unhandled for o in exploration.outcomes} == {()}

    def test_stubborn_threads_of_a_deadlock_do_not_disturb_what_follows(self, lab) -> None:
        exploration = lab.explore("""
            a = threading.Lock()
            b = threading.Lock()
            def go(first, second):
                try:
                    with first:
                        with second:
                            return 1
                except BaseException:
                    return go(first, second)
            def main():
                return together(lambda: go(a, b), lambda: go(b, a))
        """)
        assert [o.kind for o in exploration.outcomes] == ["returned", "deadlock"]
        assert exploration.outcomes[0].value == [1, 1]
        assert exploration.outcomes[1].unhandled == ()

    def test_finally_blocks_of_dropped_threads_change_nothing(self, lab) -> None:
        exploration = lab.explore("""
            log = []
            def wait_for_ever():
                try:
                    queue.Queue().get()
                finally:
                    log.append("cleaned up")
                    raise KeyError("while being dropped")
            def main():
                thread = threading.Thread(target=wait_for_ever, daemon=True)
                thread.start()
                return tuple(log)
        """)
        assert exploration.values == [()]
        assert {o.unhandled for o in exploration.outcomes} == {()}

    def test_executors_finish_their_work(self, lab) -> None:
        exploration = lab.explore(
            """
            log = []
            def main():
                pool = ThreadPoolExecutor(1)
                pool.submit(log.append, 1)
                pool.submit(log.append, 2)
                return log
            """,
            executions=300,
        )
        assert exploration.values <= [[], [1], [1, 2]]
        assert [] in exploration.values and [1, 2] in exploration.values

    def test_an_exception_in_main_still_waits_for_the_threads(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                threading.Thread(target=int, args=("x",)).start()
                raise KeyError("k")
        """)
        assert {(o.kind, o.exception, o.message) for o in exploration.outcomes} == {
            ("raised", "KeyError", "'k'")
        }
        assert {o.unhandled for o in exploration.outcomes} == {
            ("T1: ValueError: invalid literal for int() with base 10: 'x'",)
        }

    def test_a_deadlock_after_main_has_returned(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                threading.Thread(target=queue.Queue().get).start()
                return 1
        """)
        (outcome,) = exploration.outcomes
        assert outcome.kind == "deadlock"
        assert outcome.left_running == ("T1",)
        assert outcome.message.startswith(
            "nobody can go on: main has returned and waits for the other threads to end; T1 waits"
        )

    def test_who_was_started_first_is_no_outcome(self, lab) -> None:
        exploration = lab.explore("""
            def fail():
                threading.Thread(target=int, args=("x",)).start()
            def main():
                together(fail, fail)
        """)
        (outcome,) = exploration.outcomes
        said = "ValueError: invalid literal for int() with base 10: 'x'"
        assert outcome.unhandled == (f"T1.1: {said}", f"T2.1: {said}")

    def test_which_daemon_was_started_first_is_no_outcome(self, lab) -> None:
        exploration = lab.explore("""
            def leave():
                threading.Thread(target=threading.Event().wait, daemon=True).start()
            def main():
                together(leave, leave)
        """)
        (outcome,) = exploration.outcomes
        assert outcome.left_running == ("T1.1", "T2.1")

    def test_system_exit_ends_only_its_thread(self, lab) -> None:
        exploration = lab.explore("""
            def main():
                thread = threading.Thread(target=exit)
                thread.start()
                thread.join()
                raise SystemExit(3)
        """)
        (outcome,) = exploration.outcomes
        assert (outcome.kind, outcome.exception, outcome.message) == ("raised", "SystemExit", "3")
        assert outcome.unhandled == ()

    @pytest.mark.parametrize("error", ["SystemExit", "KeyboardInterrupt", "Odd"])
    def test_exceptions_beyond_exception(self, lab, error: str) -> None:
        head = "import _thread\nclass Odd(BaseException):\n    pass\ndef fail():\n"
        head += f"    raise {error}('out')\n"
        (outcome,) = lab.explore(head + "def main():\n    together(int, fail)\n").outcomes
        assert (outcome.kind, outcome.exception, outcome.message) == ("raised", error, "out")
        named = () if error == "SystemExit" else (f"T1: {error}: out",)
        for start in (
            "threading.Thread(target=fail).start()",
            "_thread.start_new_thread(fail, ())",
        ):
            (outcome,) = lab.explore(head + f"def main():\n    {start}\n").outcomes
            assert (outcome.kind, outcome.unhandled) == ("returned", named)
