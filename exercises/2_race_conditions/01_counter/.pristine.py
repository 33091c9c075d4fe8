"""Count the clicks of a web shop, for its dashboard.

Every request is served by a thread of its own, and each of them calls `increment()`.
The dashboard reads `value` whenever it likes.

What is wrong today
    At closing time the dashboard shows fewer clicks than were made. Not always, never in the
    tests, and the loss can't be reproduced by hand.

What must hold
    - Every `increment()` counts, however the threads take turns.
    - A reader never sees the count go back, and never sees a click that nobody made.
    - Two counters have nothing to do with each other.

What may not change
    The class `Counter`, made without arguments; its method `increment()`; its property `value`.
    All that is inside is yours.
"""


class Counter:
    """The number of clicks so far."""

    def __init__(self) -> None:
        self._value = 0

    def increment(self) -> None:
        """Count one more click."""
        self._value += 1

    @property
    def value(self) -> int:
        """The clicks counted so far."""
        return self._value
