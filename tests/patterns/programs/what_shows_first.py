"""check-then-act"""

import threading


class Race:
    def __init__(self):
        self.first = None
        self.winners = {}
        self.finished = 0

    def finish(self, name):
        if self.first is None:
            self.first = name
            self.winners[name] = True
        self.finished += 1


def program():
    race = Race()
    threads = [threading.Thread(target=race.finish, args=(name,)) for name in ("Ann", "Ben")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(race.winners), race.finished


RIGHT = {(1, 1), (1, 2), (2, 2)}
