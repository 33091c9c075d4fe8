# Every method has an RLock of its own: different methods don't keep each other out.
# Hint: looks like a lock for each method: the locks must belong to the data, and all who touch it must hold the same one.
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()
        self._lock_of_users = threading.RLock()
        self._lock_of_take = threading.RLock()
        self._lock_of_give_back = threading.RLock()
        self._lock_of_hand_over = threading.RLock()
        self._lock_of_team = threading.RLock()

    def users(self):
        with self._lock_of_users:
            return sorted(self._users)

    def take(self, user):
        with self._lock_of_take:
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True

    def give_back(self, user):
        with self._lock_of_give_back:
            self._users.remove(user)

    def hand_over(self, giver, taker):
        with self._lock_of_hand_over:
            if taker in self.users():
                return False
            self.give_back(giver)
            return self.take(taker)

    def take_for_team(self, members):
        with self._lock_of_team:
            users = self.users()
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
