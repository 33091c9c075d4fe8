"""A daemon is asked for its result, and not waited for."""

from threading import Thread

results = []


def main():
    thread = Thread(target=results.append, args=("ready",), daemon=True)
    thread.start()
    return len(results), thread.daemon
