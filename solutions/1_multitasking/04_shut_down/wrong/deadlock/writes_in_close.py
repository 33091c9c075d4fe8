# Keeps all entries in a list until close(): if the program dies before, the whole day is lost.
# Hint: looks like a list that waits for the end: nothing is written before, so a crash costs all of it.


class AuditLog:
    def __init__(self, write):
        self._write = write
        self._entries = []

    def record(self, entry):
        self._entries.append(entry)

    def close(self):
        first = None
        for entry in self._entries:
            try:
                self._write(entry)
            except Exception as error:
                first = first or error
        self._entries = []
        if first is not None:
            raise first
