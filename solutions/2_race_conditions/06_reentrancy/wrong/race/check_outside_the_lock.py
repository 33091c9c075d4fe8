# Swaps seats in one step, but counts the free ones before it has the lock.
# Hint: looks like a check before the lock is taken: what you saw may no longer be true when you act on it.
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = frozenset()
        self._lock = threading.Lock()

    def users(self):
        with self._lock:
            return sorted(self._users)

    def take(self, user):
        if user in self._users or len(self._users) >= self._number:
            return False
        with self._lock:
            self._users = self._users | {user}
            return True

    def give_back(self, user):
        with self._lock:
            if user not in self._users:
                raise KeyError(user)
            self._users = self._users - {user}

    def hand_over(self, giver, taker):
        with self._lock:
            if taker in self._users:
                return False
            if giver not in self._users:
                raise KeyError(giver)
            self._users = self._users - {giver} | {taker}
            return True

    def take_for_team(self, members):
        with self._lock:
            users = self._users
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            self._users = users | set(members)
            return True
