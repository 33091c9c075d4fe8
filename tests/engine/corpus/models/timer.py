"""Timer: it may fire while main is about to cancel it."""

from threading import Timer


class Alarm:
    def __init__(self):
        self.state = "set"
        self.timer = Timer(1, self.ring)

    def ring(self):
        self.state = "rang"


def right():
    """Main waits for the timer."""
    alarm = Alarm()
    alarm.timer.start()
    alarm.timer.join()
    return alarm.state


def wrong():
    """Main takes it for granted that it cancels in time."""
    alarm = Alarm()
    alarm.timer.start()
    alarm.timer.cancel()
    alarm.timer.join()
    return alarm.state
