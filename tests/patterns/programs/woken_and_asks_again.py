"""nothing will come"""

import threading


class Meeting:
    def __init__(self):
        self.here = 0
        self.changed = threading.Condition()

    def come(self):
        with self.changed:
            self.here += 1
            if self.here == 2:
                self.here = 0
                self.changed.notify_all()
            else:
                while self.here != 2:
                    self.changed.wait()


def program():
    meeting = Meeting()
    threads = [threading.Thread(target=meeting.come) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


RIGHT = {None}
