"""Event: a wait with a timeout, which may come to nothing."""

from threading import Event, Thread


class Answer:
    def __init__(self):
        self.given = Event()
        self.value = None

    def give(self):
        self.value = "yes"
        self.given.set()


def ask(get):
    answer = Answer()
    thread = Thread(target=answer.give)
    thread.start()
    value = get(answer)
    thread.join()
    return value


def get_in_time(answer):
    return answer.value if answer.given.wait(5) else "no answer"


def get_after_wait(answer):
    answer.given.wait(5)
    return answer.value


def right():
    """Looks whether the wait came to anything."""
    return ask(get_in_time)


def wrong():
    """Takes it for granted that the wait came to something."""
    return ask(get_after_wait)
