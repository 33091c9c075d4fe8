# A new lock in each call: nobody else can hold it, so nobody ever waits.
# Hint: looks like a lock made inside the call: each thread holds one of its own, so they don't keep each other out.
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()

    def users(self):
        with threading.RLock():
            return sorted(self._users)

    def take(self, user):
        with threading.RLock():
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True

    def give_back(self, user):
        with threading.RLock():
            self._users.remove(user)

    def hand_over(self, giver, taker):
        with threading.RLock():
            if taker in self.users():
                return False
            self.give_back(giver)
            return self.take(taker)

    def take_for_team(self, members):
        with threading.RLock():
            users = self.users()
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
