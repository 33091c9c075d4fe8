"""The configuration of a proxy, which changes while it runs.

Hundreds of threads read it for each request. Now and then an administrator changes it, sometimes
two of them at once: each change is a function `edit` that gets the values in a dictionary and
changes that. An edit may be slow, for it may look up a host or ask a service.

What is wrong today
    When the proxy moves from one host to another, a few requests go to the new host with the old
    port. When an edit fails in the middle, its first half stays. Two administrators wrote down
    a change each, and only one of them was there afterwards.

What must hold
    - A reader sees one version: `address()` never joins the host of one with the port of another,
      `snapshot()` never mixes two, and whoever has seen a version sees no older one later.
    - A snapshot stays as it is, whatever changes later.
    - No change is lost: two updates at once give what they give one after the other.
    - Readers never wait for an edit. Until it has ended they see what was there before.
    - If `edit()` raises, nothing has changed, the error comes out, and later updates work.

What may not change
    The class `Config` and its methods. An edit changes nothing but the dictionary that it gets; it
    doesn't matter whether it is the one that `Config` keeps or another one.
"""

from collections.abc import Callable, Mapping


class Config:
    """Values by name, "host" and "port" among them.

    Args:
        values: what it begins with.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = dict(values)

    def address(self) -> str:
        """Return where requests go now, such as "host:80"."""
        return f"{self._values['host']}:{self._values['port']}"

    def snapshot(self) -> Mapping[str, object]:
        """Return all the values as they are now, to be read only."""
        return self._values

    def update(self, edit: Callable[[dict[str, object]], None]) -> None:
        """Change the values.

        Args:
            edit: gets the values and changes them, possibly slowly.
        """
        edit(self._values)
