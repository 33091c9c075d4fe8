# Lets the lock go around the inner calls so that they can take it: just there others act.
# Hint: looks like a lock that is released in the middle so that an inner call can take it: in that gap others change what you checked.
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
        with self._lock:
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True

    def give_back(self, user):
        with self._lock:
            self._users.remove(user)

    def hand_over(self, giver, taker):
        with self._lock:
            if taker in self._users:
                return False
            if giver not in self._users:
                raise KeyError(giver)
        self.give_back(giver)
        return self.take(taker)

    def take_for_team(self, members):
        with self._lock:
            users = self._users
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self._lock.release()
                self.take(name)
                self._lock.acquire()
            return True
