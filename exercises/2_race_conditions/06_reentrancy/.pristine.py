"""The seats of an expensive program.

A company has bought a few seats. Whoever uses the program holds one; when all are taken, others
are refused. Two more things came later and were made out of what was there: a shift hands its
seat over to the next one, and a team takes seats for all of its members or for none.

What is wrong today
    During a shift change somebody else got the seat that was being handed over, and the next shift
    stood there with none. Two teams took seats at the same time: each got one half, neither could
    work. A colleague put `with self._lock:` around both new methods; then the first shift change
    never ended, with nobody else in the building, and he took it out again.

What must hold
    - A seat that is handed over is never free in between: nobody can take it, and everybody who
      looks sees it taken, by the one or by the other. Whoever gives it back meanwhile finds it
      with one of the two.
    - A team gets seats for all of its members or for none, whoever else takes seats meanwhile.
    - There are never more users than seats.
    - Every call comes back, with the right answer, also after one that raised.

What may not change
    The names and arguments of `Seats` and its methods, and what they return and raise.
"""

import threading


class Seats:
    """Who uses the program.

    Args:
        number: how many may use it at the same time.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self._users: set[str] = set()
        self._lock = threading.Lock()

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
        users = self.users()
        if len(users) + len(members) > self._number or any(name in users for name in members):
            return False
        for name in members:
            self.take(name)
        return True
