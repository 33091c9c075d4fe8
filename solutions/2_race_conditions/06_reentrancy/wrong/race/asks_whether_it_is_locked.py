# Takes the lock only if it isn't locked; if somebody else has it, it goes on without.
# Hint: looks like asking `locked()` before you acquire: it says that somebody holds the lock, not that it is you.
import contextlib
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def _held(self):
        mine = not self._lock.locked()
        if mine:
            self._lock.acquire()
        try:
            yield
        finally:
            if mine:
                self._lock.release()

    def users(self):
        with self._held():
            return sorted(self._users)

    def take(self, user):
        with self._held():
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True

    def give_back(self, user):
        with self._held():
            self._users.remove(user)

    def hand_over(self, giver, taker):
        with self._held():
            if taker in self.users():
                return False
            self.give_back(giver)
            return self.take(taker)

    def take_for_team(self, members):
        with self._held():
            users = self.users()
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
