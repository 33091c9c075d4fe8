"""A Condition has an RLock inside, so its holder may take it again."""

import threading


class Seats:
    """Who uses the program."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._users: set[str] = set()
        self._lock = threading.Condition()

    def users(self) -> list[str]:
        """Who holds a seat, sorted by name."""
        with self._lock:
            return sorted(self._users)

    def take(self, user: str) -> bool:
        """Take a seat."""
        with self._lock:
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True

    def give_back(self, user: str) -> None:
        """Give a seat back."""
        with self._lock:
            self._users.remove(user)

    def hand_over(self, giver: str, taker: str) -> bool:
        """Hand a seat over."""
        with self._lock:
            if taker in self.users():
                return False
            self.give_back(giver)
            return self.take(taker)

    def take_for_team(self, members: list[str]) -> bool:
        """Take a seat for each member of a team, or none."""
        with self._lock:
            users = self.users()
            if len(users) + len(members) > self._number or any(name in users for name in members):
                return False
            for name in members:
                self.take(name)
            return True
