"""lost update"""

import threading


class Telemetry:
    def __init__(self):
        self.sent = 0

    def send(self):
        self.sent += 1


def program():
    telemetry = Telemetry()
    threads = [threading.Thread(target=telemetry.send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return telemetry.sent


RIGHT = {2}
