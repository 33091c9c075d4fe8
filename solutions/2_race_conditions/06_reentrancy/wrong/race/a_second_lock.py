# The compound methods have a lock of their own: it doesn't keep out who calls take() directly.
# Hint: looks like a second lock for the outer methods: who comes in by the inner ones never meets it.
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()
        self._lock = threading.Lock()
        self._compound = threading.Lock()

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
        with self._compound:
            if taker in self.users():
                return False
            self.give_back(giver)
            return self.take(taker)

    def take_for_team(self, members):
        with self._compound:
            users = self.users()
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
