"""The ledger of a payment service.

Worker threads book transfers between accounts. A watchdog thread adds up all the accounts every
now and then and calls somebody out of bed when the total isn't what it was.

What is wrong today
    The watchdog rings for nothing: a moment later the total is right again. Some mornings it
    stays wrong. And once an account was below zero, although `transfer()` refuses that.

What must hold
    - Transfers move money: none appears, none vanishes.
    - `total()` is the same at every moment, also in the middle of other threads' transfers.
    - No account goes below zero.
    - A transfer that is refused (`ValueError`, `KeyError`, `InsufficientFundsError`) changes
      nothing, and the ledger goes on working; so it does after somebody has asked for the
      balance of an unknown account (`KeyError`).

What may not change
    The names and arguments of `Ledger`, its methods and `InsufficientFundsError`, and what is
    refused with which error.
"""


class InsufficientFundsError(Exception):
    """The account holds less than the transfer asks for."""


class Ledger:
    """Accounts by name, in whole cents.

    Args:
        balances: what each account holds at the start, in cents.
    """

    def __init__(self, balances: dict[str, int]) -> None:
        self._balances = dict(balances)

    def transfer(self, source: str, target: str, amount: int) -> None:
        """Move money from one account to another.

        Args:
            source: the account that pays.
            target: the account that is paid, another one.
            amount: cents, at least 1.

        Raises:
            ValueError: the amount isn't positive.
            KeyError: there is no such account.
            InsufficientFundsError: the source holds less than the amount.
        """
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")
        if target not in self._balances:
            raise KeyError(target)
        if self._balances[source] < amount:
            raise InsufficientFundsError(f"{source} holds less than {amount}")
        self._balances[source] -= amount
        self._balances[target] += amount

    def balance(self, name: str) -> int:
        """What one account holds, in cents.

        Raises:
            KeyError: there is no such account.
        """
        return self._balances[name]

    def total(self) -> int:
        """What all accounts hold together, in cents."""
        return sum(self._balances.values())
