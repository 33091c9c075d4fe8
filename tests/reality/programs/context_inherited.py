"""A thread asks for a context variable that its starter has set."""

from contextvars import ContextVar
from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


user = ContextVar("user", default="nobody")
seen = []


def ask():
    seen.append(user.get())


def main():
    user.set("main's")
    race(lambda: user.set("changed"), ask)
    return seen
