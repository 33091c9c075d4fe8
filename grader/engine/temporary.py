"""A program's temporary files: each execution finds none, and gives its own the same names."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from grader.engine.encoding import TEMPORARY


class TemporaryFiles:
    """Where `tempfile` puts its files while a program is explored: a folder of its own."""

    def __init__(self) -> None:
        self._before = (tempfile.tempdir, tempfile._name_sequence)  # type: ignore[attr-defined]
        self._folder = Path(tempfile.mkdtemp(prefix=TEMPORARY))
        self.restore()

    def restore(self) -> None:
        """Leaves the folder empty, and lets the names begin again."""
        for part in self._folder.iterdir():
            if part.is_dir() and not part.is_symlink():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink()
        self._use(str(self._folder), map("{:08}".format, count()))

    def close(self) -> None:
        """Removes the folder."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._use(*self._before)

    @staticmethod
    def _use(folder: str | None, names: Iterator[str] | None) -> None:
        tempfile.tempdir = folder
        tempfile._name_sequence = names  # type: ignore[attr-defined]
