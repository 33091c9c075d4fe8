"""The threads that are alive are listed, while one of them ends."""

from threading import Thread, enumerate


def main():
    thread = Thread(target=int, name="helper")
    thread.start()
    names = [thread.name for thread in enumerate() if thread.name == "helper"]
    thread.join()
    return names
