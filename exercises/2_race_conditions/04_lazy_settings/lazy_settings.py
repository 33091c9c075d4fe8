"""The settings of a command-line tool.

The settings file lies on a slow network drive. So it isn't read when the tool starts, but when
somebody asks for a setting for the first time; many commands never ask. Then the values stay in
memory. The tool works with threads, and most of them ask for a setting first thing.

What is wrong today
    The drive's log shows that one start of the tool reads the file two or three times. And now
    and then a thread dies at once: `KeyError: 'timeout'`, although the timeout is in the file.

What must hold
    - The file is read when somebody first asks, and not before.
    - It is read once, however many threads ask at the same time.
    - Whoever asks gets the value that is in the file, the very first time too.
    - If `read()` raises, the error comes out of `get()`; a thread that was waiting for that same
      read may get the error as well. Nothing is kept of it: the next `get()` reads again.
    - Different settings files don't wait for each other.

What may not change
    The names and arguments of `LazySettings` and `get`.
"""

from collections.abc import Callable


class LazySettings:
    """Settings that are read when somebody first asks for one.

    Args:
        read: reads the file, which takes a while, and returns its lines: "name = value".
    """

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._values: dict[str, str] | None = None

    def get(self, name: str) -> str:
        """The value of one setting.

        Args:
            name: what the setting is called.

        Raises:
            KeyError: the file has no such setting.
        """
        if self._values is None:
            lines = self._read()
            self._values = {}
            for line in lines:
                key, _, value = line.partition("=")
                self._values[key.strip()] = value.strip()
        return self._values[name]
