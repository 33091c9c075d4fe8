"""Two locks are taken in two orders."""

from threading import Lock, Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


left, right = Lock(), Lock()
done = []


def one_way():
    with left:
        with right:
            done.append(1)


def other_way():
    with right:
        with left:
            done.append(2)


def main():
    race(one_way, other_way)
    return done
