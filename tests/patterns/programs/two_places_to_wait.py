""""""

import threading


class Ferry:
    def __init__(self):
        self.condition = threading.Condition()
        self.aboard = 1
        self.most = 1

    def cross(self):
        with self.condition:
            if self.aboard:
                self.condition.wait()
            self.enter()
        self.land()

    def cross_with_a_car(self):
        with self.condition:
            if self.aboard:
                self.condition.wait()
            self.enter()
        self.land()

    def enter(self):
        self.aboard += 1
        self.most = max(self.most, self.aboard)

    def land(self):
        with self.condition:
            self.aboard -= 1
            self.condition.notify_all()


def program():
    ferry = Ferry()
    threads = [threading.Thread(target=ferry.cross)]
    threads += [threading.Thread(target=ferry.cross_with_a_car)]
    for thread in threads:
        thread.start()
    ferry.land()
    for thread in threads:
        thread.join()
    return ferry.most


RIGHT = {1}
