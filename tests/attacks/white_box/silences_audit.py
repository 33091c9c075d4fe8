# Has the audit's frames look like the library's.
# expect: rejected

import sys

audit = sys.modules["grader.judge.audit"]
child = sys.modules["grader.judge.child"]
audit.listen = child.listen = lambda files: set()
sys.settrace(None)


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        self.value += 1
