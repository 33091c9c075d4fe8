"""A plain Lock: public methods take it once; the private one needs it to be held."""

import threading


class Seats:
    """Who uses the program."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._users: set[str] = set()
        self._lock = threading.Lock()

    def _take(self, user: str) -> bool:
        """Needs the lock to be held."""
        if user in self._users or len(self._users) >= self._number:
            return False
        self._users.add(user)
        return True

    def users(self) -> list[str]:
        """Who holds a seat, sorted by name."""
        with self._lock:
            return sorted(self._users)

    def take(self, user: str) -> bool:
        """Take a seat."""
        with self._lock:
            return self._take(user)

    def give_back(self, user: str) -> None:
        """Give a seat back."""
        with self._lock:
            self._users.remove(user)

    def hand_over(self, giver: str, taker: str) -> bool:
        """Hand a seat over."""
        with self._lock:
            if taker in self._users:
                return False
            self._users.remove(giver)
            return self._take(taker)

    def take_for_team(self, members: list[str]) -> bool:
        """Take a seat for each member of a team, or none."""
        with self._lock:
            free = self._number - len(self._users)
            if len(members) > free or self._users.intersection(members):
                return False
            return all([self._take(name) for name in members])
