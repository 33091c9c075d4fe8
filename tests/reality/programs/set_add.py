"""Threads add to one set, and each looks whether it was the first."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


seen = set()
firsts = []


def visit(name):
    if "page" not in seen:
        seen.add("page")
        firsts.append(name)


def main():
    race(lambda: visit("a"), lambda: visit("b"))
    return len(seen), firsts
