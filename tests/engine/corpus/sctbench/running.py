"""Starts the threads of a program and waits for them; a failed assertion fails the program."""

from threading import Thread


def run_threads(*bodies):
    """Runs each body in a thread of its own.

    Raises:
        AssertionError: that of a thread, once all of them have ended.
    """
    failures = []

    def checked(body):
        try:
            body()
        except AssertionError as failure:
            failures.append(failure)

    threads = [Thread(target=checked, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
