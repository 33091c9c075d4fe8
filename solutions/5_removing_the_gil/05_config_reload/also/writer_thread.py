"""One thread makes all the edits, one after the other; readers look at what it last put there."""

import queue
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future


class Config:
    """Values by name, "host" and "port" among them."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = dict(values)
        self._edits: queue.Queue = queue.Queue()
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            edit, done = self._edits.get()
            values = dict(self._values)
            try:
                edit(values)
            except Exception as error:
                done.set_exception(error)
            else:
                self._values = values
                done.set_result(None)

    def address(self) -> str:
        values = self._values
        return f"{values['host']}:{values['port']}"

    def snapshot(self) -> Mapping[str, object]:
        return self._values

    def update(self, edit: Callable[[dict[str, object]], None]) -> None:
        done: Future[None] = Future()
        self._edits.put((edit, done))
        done.result()
