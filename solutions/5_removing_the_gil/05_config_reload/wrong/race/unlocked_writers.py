# Copies on write without a lock: two updates copy the same version, and one replaces the other's.
# Hint: looks like two writers may copy the same version: the one that comes last puts the other's change away; let one write at a time.
class Config:
    def __init__(self, values):
        self._values = dict(values)

    def address(self):
        values = self._values
        return f"{values['host']}:{values['port']}"

    def snapshot(self):
        return self._values

    def update(self, edit):
        values = dict(self._values)
        edit(values)
        self._values = values
