"""One thread owns the seats; calls are sent to it, and it needs no lock to call itself."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future


class Seats:
    """Who uses the program."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._users: set[str] = set()
        self._work: queue.SimpleQueue = queue.SimpleQueue()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            work, answer = self._work.get()
            try:
                answer.set_result(work())
            except Exception as error:
                answer.set_exception(error)

    def _ask(self, work: Callable[[], object]) -> object:
        answer: Future = Future()
        self._work.put((work, answer))
        return answer.result()

    def _take(self, user: str) -> bool:
        if user in self._users or len(self._users) >= self._number:
            return False
        self._users.add(user)
        return True

    def _hand_over(self, giver: str, taker: str) -> bool:
        if taker in self._users:
            return False
        self._users.remove(giver)
        return self._take(taker)

    def _take_for_team(self, members: list[str]) -> bool:
        free = self._number - len(self._users)
        if len(members) > free or self._users.intersection(members):
            return False
        return all([self._take(name) for name in members])

    def users(self) -> list[str]:
        """Who holds a seat, sorted by name."""
        return self._ask(lambda: sorted(self._users))

    def take(self, user: str) -> bool:
        """Take a seat."""
        return self._ask(lambda: self._take(user))

    def give_back(self, user: str) -> None:
        """Give a seat back."""
        self._ask(lambda: self._users.remove(user))

    def hand_over(self, giver: str, taker: str) -> bool:
        """Hand a seat over."""
        return self._ask(lambda: self._hand_over(giver, taker))

    def take_for_team(self, members: list[str]) -> bool:
        """Take a seat for each member of a team, or none."""
        return self._ask(lambda: self._take_for_team(members))
