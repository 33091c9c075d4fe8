"""one notify for several waiters"""

import threading


class Start:
    def __init__(self):
        self.condition = threading.Condition()
        self.given = False

    def give(self):
        with self.condition:
            self.given = True
            self.condition.notify()

    def wait(self):
        with self.condition:
            while not self.given:
                self.condition.wait()


def program():
    start = Start()
    runners = [threading.Thread(target=start.wait) for _ in range(2)]
    for runner in runners:
        runner.start()
    start.give()
    for runner in runners:
        runner.join()


RIGHT = {None}
