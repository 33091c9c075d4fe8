"""Whether a thread is alive is asked, while it ends."""

from threading import Thread


def main():
    log = []
    thread = Thread(target=log.append, args=("done",))
    before = thread.is_alive()
    thread.start()
    during = thread.is_alive(), len(log)
    thread.join()
    return before, during, thread.is_alive()
