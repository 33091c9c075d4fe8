# Executes another program.
# expect: rejected

import subprocess


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        subprocess.run(["/bin/sleep", "0"], check=True)
        self.value += 1
