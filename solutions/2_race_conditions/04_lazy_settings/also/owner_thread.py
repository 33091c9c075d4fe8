"""One thread owns the settings and reads them on demand; the others ask it through a queue."""

import queue
import threading
from collections.abc import Callable


class LazySettings:
    """Settings that are read when somebody first asks for one."""

    def __init__(self, read: Callable[[], list[str]]) -> None:
        self._read = read
        self._questions: queue.SimpleQueue = queue.SimpleQueue()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        values = None
        while True:
            answer = self._questions.get()
            error = None
            try:
                if values is None:
                    parts = [line.partition("=") for line in self._read()]
                    values = {key.strip(): value.strip() for key, _, value in parts}
            except Exception as failure:
                error = failure
            answer.put((values, error))

    def get(self, name: str) -> str:
        """The value of one setting."""
        answer: queue.SimpleQueue = queue.SimpleQueue()
        self._questions.put(answer)
        values, error = answer.get()
        if error is not None:
            raise error
        return values[name]
