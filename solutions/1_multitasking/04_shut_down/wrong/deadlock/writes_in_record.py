# Writes in record() itself: nothing is ever lost, and everybody waits for the archive.
# Hint: looks like work done by whoever asks for it: then nothing is left to end, and everybody waits again.


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._error = None

    def record(self, entry):
        try:
            self._write(entry)
        except Exception as error:
            self._error = self._error or error

    def close(self):
        if self._error is not None:
            error, self._error = self._error, None
            raise error
