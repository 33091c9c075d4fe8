"""A thread runs nothing but a method of a list, which main looks at meanwhile."""

from threading import Thread


def main():
    items = []
    thread = Thread(target=items.append, args=("late",))
    thread.start()
    seen = len(items)
    thread.join()
    return seen, len(items)
