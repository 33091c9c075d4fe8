"""not asked again after waking"""

import threading


class Letterbox:
    def __init__(self):
        self.condition = threading.Condition()
        self.letters = []

    def put(self, letter):
        with self.condition:
            self.letters.append(letter)
            self.condition.notify_all()

    def take(self):
        with self.condition:
            if not self.letters:
                self.condition.wait()
            return self.letters.pop()


def program():
    box = Letterbox()
    readers = [threading.Thread(target=box.take) for _ in range(2)]
    for reader in readers:
        reader.start()
    box.put("bill")
    box.put("postcard")
    for reader in readers:
        reader.join()
    return len(box.letters)


RIGHT = {0}
