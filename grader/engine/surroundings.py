"""What of its process a program may change: put back after each execution."""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Callable
from typing import Any

from grader.engine.temporary import TemporaryFiles

_STREAMS = ("stdin", "stdout", "stderr")


class Surroundings:
    """The environment variables, the folder, the streams and so on, as they are now.

    Args:
        mentioned: the names that the program uses; what it cannot reach is not looked after.
    """

    def __init__(self, mentioned: set[str]) -> None:
        self._restore: list[Callable[[], object]] = []
        self._forks: Any = None
        if mentioned & {"environ", "environb", "putenv", "unsetenv"}:
            self._keep_dict(os.environ)
        if mentioned & {"chdir", "fchdir"}:
            folder = os.getcwd()
            self._restore.append(lambda: os.chdir(folder))
        if mentioned & {*_STREAMS, "redirect_stdout", "redirect_stderr"}:
            streams = {name: getattr(sys, name) for name in _STREAMS}
            self._restore.append(lambda: vars(sys).update(streams))
        if "setswitchinterval" in mentioned:
            interval = sys.getswitchinterval()
            self._restore.append(lambda: sys.setswitchinterval(interval))
        if "register_at_fork" in mentioned:
            # For good: nobody could take it back.
            self._forks = vars(os).get("register_at_fork")
            os.register_at_fork = lambda **callbacks: None
        if "builtins" in mentioned:
            self._keep_dict(vars(builtins))
        self._temporary = TemporaryFiles() if "tempfile" in mentioned else None
        if self._temporary is not None:
            self._restore.append(self._temporary.restore)

    def _keep_dict(self, names: Any) -> None:
        then = dict(names)

        def restore() -> None:
            for name in [name for name in names if name not in then]:
                del names[name]
            for name, value in then.items():
                if names.get(name) is not value:
                    names[name] = value

        self._restore.append(restore)

    def restore(self) -> None:
        """Puts all of it back."""
        for restore in self._restore:
            restore()

    def close(self) -> None:
        """Ends the exploration's hold on the process."""
        if self._temporary is not None:
            self._temporary.close()
        if self._forks is not None:
            os.register_at_fork = self._forks
