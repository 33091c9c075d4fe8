# Waits a moment before the two steps so that the others are through.
# Hint: looks like a sleep in place of a lock: it makes the bad moment rarer and prevents nothing.
import threading
import time


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()
        self._lock = threading.Lock()

    def users(self):
        with self._lock:
            return sorted(self._users)

    def take(self, user):
        with self._lock:
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True

    def give_back(self, user):
        with self._lock:
            self._users.remove(user)

    def hand_over(self, giver, taker):
        if taker in self.users():
            return False
        time.sleep(0.01)
        self.give_back(giver)
        return self.take(taker)

    def take_for_team(self, members):
        users = self.users()
        if len(users) + len(members) > self._number or any(name in users for name in members):
            return False
        time.sleep(0.01)
        for name in members:
            self.take(name)
        return True
