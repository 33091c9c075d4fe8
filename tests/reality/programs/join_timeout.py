"""A thread is waited for, but only so long."""

from threading import Thread


def main():
    log = []
    thread = Thread(target=log.append, args=("done",))
    thread.start()
    thread.join(0.0001)
    seen = len(log), thread.is_alive()
    thread.join()
    return seen
