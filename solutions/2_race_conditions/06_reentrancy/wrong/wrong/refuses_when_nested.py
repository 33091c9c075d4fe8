# An inner call that doesn't get the lock at once gives up: half of the work isn't done.
# Hint: looks like `acquire(blocking=False)` and giving up: the lock is taken by the very thread that asks, so it always fails.
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()
        self._lock = threading.Lock()

    def users(self):
        with self._lock:
            return sorted(self._users)

    def take(self, user):
        if not self._lock.acquire(blocking=False):
            return False
        try:
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True
        finally:
            self._lock.release()

    def give_back(self, user):
        with self._lock:
            self._users.remove(user)

    def hand_over(self, giver, taker):
        with self._lock:
            if taker in self._users:
                return False
            self._users.remove(giver)
            return self.take(taker)

    def take_for_team(self, members):
        with self._lock:
            users = self._users
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
