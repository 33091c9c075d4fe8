"""Two threads set a context variable, one of them in a copy of its context."""

from contextvars import ContextVar, copy_context
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


user = ContextVar("user", default="nobody")
seen = {}


def log_in(name):
    before = user.get()
    user.set(name)
    seen[name] = before, user.get()


def main():
    race(lambda: log_in("a"), lambda: copy_context().run(log_in, "b"))
    return seen, user.get()
