"""Two threads have a value each under one name."""

from threading import Thread, local


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


own = local()
seen = {}


def keep(name):
    own.name = name
    seen[name] = own.name, hasattr(own, "other")


def main():
    own.other = "main's"
    race(lambda: keep("a"), lambda: keep("b"))
    return seen
