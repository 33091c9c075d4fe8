# Takes the locks out of the inner methods: called on their own they are no longer protected.
# Hint: looks like inner methods that have lost their lock: others call them directly too, and then nobody keeps them apart.
import threading


class Seats:
    def __init__(self, number):
        self._number = number
        self._users = set()
        self._lock = threading.Lock()

    def users(self):
        return sorted(self._users)

    def take(self, user):
        if user in self._users or len(self._users) >= self._number:
            return False
        self._users.add(user)
        return True

    def give_back(self, user):
        self._users.remove(user)

    def hand_over(self, giver, taker):
        with self._lock:
            if taker in self.users():
                return False
            self.give_back(giver)
            return self.take(taker)

    def take_for_team(self, members):
        with self._lock:
            users = self.users()
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
