"""Library code that takes locks and reads clocks of its own: `logging` and `sched`."""

from __future__ import annotations

TALLY = """
import logging
import logging.handlers

class Tally(logging.Handler):
    def __init__(self):
        super().__init__()
        self.n = self.inside = self.most = 0
    def emit(self, record):
        self.inside += 1
        self.most = max(self.most, self.inside)
        self.n += 1
        self.inside -= 1

def tally():
    log = logging.getLogger("shop")
    log.propagate = False
    log.addHandler(Tally())
    return log
"""


def test_a_handler_is_called_by_one_thread_at_a_time(lab) -> None:
    exploration = lab.explore(
        lab.joined(
            TALLY,
            """
            def main():
                log = tally()
                together(lambda: log.warning("a"), lambda: log.warning("b"))
                (handler,) = log.handlers
                return handler.n, handler.most
            """,
        )
    )
    assert (exploration.values, exploration.exhaustive) == ({(2, 1)}, True)


def test_messages_come_in_either_order(lab) -> None:
    exploration = lab.explore("""
        import io
        import logging
        def main():
            stream = io.StringIO()
            logging.basicConfig(stream=stream, format="%(threadName)s %(message)s")
            threads = [threading.Thread(target=logging.warning, args=(n,)) for n in (1, 2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            return stream.getvalue()
    """)
    one, two = "Thread-1 (warning) 1\n", "Thread-2 (warning) 2\n"
    assert (exploration.values, exploration.exhaustive) == ({one + two, two + one}, True)


def test_a_queue_listener_handles_all_that_was_logged(lab) -> None:
    text = lab.joined(
        TALLY,
        """
        def main():
            records = queue.Queue()
            handler = Tally()
            listener = logging.handlers.QueueListener(records, handler)
            log = logging.getLogger("far")
            log.propagate = False
            log.addHandler(logging.handlers.QueueHandler(records))
            listener.start()
            log.warning("a")
            listener.stop()
            return handler.n
        """,
    )
    assert lab.only(text) == 1


def test_each_execution_has_loggers_of_its_own(lab) -> None:
    text = lab.joined(
        TALLY,
        """
        def main():
            log = tally()
            together(lambda: log.setLevel(10), lambda: log.setLevel(20))
            return len(log.handlers), logging.getLogger("shop") is log
        """,
    )
    assert lab.only(text) == (1, True)


def test_the_process_keeps_its_own_loggers(lab) -> None:
    import logging

    before = list(logging.root.handlers), set(logging.root.manager.loggerDict)
    lab.explore("""
        import logging
        def main():
            logging.basicConfig()
            logging.getLogger("left behind").addHandler(logging.NullHandler())
    """)
    assert (list(logging.root.handlers), set(logging.root.manager.loggerDict)) == before


def test_a_schedule_runs_in_virtual_time(lab) -> None:
    assert lab.only("""
        import sched
        def main():
            agenda, done = sched.scheduler(), []
            agenda.enter(2000, 1, done.append, ("later",))
            agenda.enter(1000, 1, done.append, ("sooner",))
            agenda.run()
            return tuple(done)
    """) == ("sooner", "later")
