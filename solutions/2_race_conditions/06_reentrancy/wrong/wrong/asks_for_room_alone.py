# Asks a team only whether there is room: it is let in though a member has a seat already.
# Hint: looks like only half of the question is asked: a member who holds a seat already must make the team fail, too.
import threading


class Seats:
    """Who uses the program.

    Args:
        number: how many may use it at the same time.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._users: set[str] = set()
        self._lock = threading.RLock()

    def users(self) -> list[str]:
        """Who holds a seat, sorted by name."""
        with self._lock:
            return sorted(self._users)

    def take(self, user: str) -> bool:
        """Take a seat. False if none is free, or if the user holds one already."""
        with self._lock:
            if user in self._users or len(self._users) >= self._number:
                return False
            self._users.add(user)
            return True

    def give_back(self, user: str) -> None:
        """Give a seat back.

        Raises:
            KeyError: the user holds none.
        """
        with self._lock:
            self._users.remove(user)

    def hand_over(self, giver: str, taker: str) -> bool:
        """Hand a seat over. False, and nothing has changed, if the taker holds one already.

        Raises:
            KeyError: the giver holds none.
        """
        with self._lock:
            if taker in self.users():
                return False
            self.give_back(giver)
            return self.take(taker)

    def take_for_team(self, members: list[str]) -> bool:
        """Take a seat for each member of a team.

        Args:
            members: different names.

        Returns:
            False, and nobody has got a seat, if there are too few or if a member holds one already.
        """
        with self._lock:
            users = self.users()
            if len(users) + len(members) > self._number:
                return False
            for name in members:
                self.take(name)
            return True
