"""Each change makes a new set and puts it in place in one step; looking needs no lock."""

import threading


class Seats:
    """Who uses the program."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._users: frozenset[str] = frozenset()
        self._lock = threading.Lock()

    def _change(self, leave: set[str], come: set[str]) -> bool:
        """Make `leave` go and `come` get seats, all in one step or not at all."""
        with self._lock:
            users = self._users
            if come & users:
                return False
            if leave - users:
                raise KeyError(*leave)
            after = users - leave | come
            if len(after) > self._number:
                return False
            self._users = after
            return True

    def users(self) -> list[str]:
        """Who holds a seat, sorted by name."""
        return sorted(self._users)

    def take(self, user: str) -> bool:
        """Take a seat."""
        return self._change(set(), {user})

    def give_back(self, user: str) -> None:
        """Give a seat back."""
        self._change({user}, set())

    def hand_over(self, giver: str, taker: str) -> bool:
        """Hand a seat over."""
        return self._change({giver}, {taker})

    def take_for_team(self, members: list[str]) -> bool:
        """Take a seat for each member of a team, or none."""
        return self._change(set(), set(members))
