"""SCTBench CS.bluetooth_driver: a driver is stopped while work for it comes in."""

from threading import Lock, Thread


class Device:
    def __init__(self):
        self.atomic = Lock()
        self.pending = 1
        self.stopping = self.idle = self.stopped = False

    def enter(self):
        if self.stopping:
            return False
        with self.atomic:
            self.pending += 1
        return True

    def leave(self):
        with self.atomic:
            self.pending -= 1
            pending = self.pending
        if pending == 0:
            self.idle = True

    def add(self):
        if self.enter():
            assert not self.stopped
        self.leave()

    def stop(self):
        self.stopping = True
        self.leave()
        if self.idle:
            self.stopped = True


def bluetooth_driver():
    """Work is let in after a look at `stopping` that is out of date, into a stopped device."""
    device = Device()
    stopper = Thread(target=device.stop)
    stopper.start()
    device.add()
    stopper.join()
