# If give_back() raises, the lock isn't released; the next thread waits for ever.
# Hint: looks like `acquire()` … `release()` without `finally`: an exception in between keeps the lock for ever.
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()
        self._lock = threading.RLock()

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
        self._lock.acquire()
        self._users.remove(user)
        self._lock.release()

    def hand_over(self, giver, taker):
        with self._lock:
            if taker in self._users:
                return False
            self._users.remove(giver)
            return self.take(taker)

    def take_for_team(self, members):
        with self._lock:
            users = self.users()
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
