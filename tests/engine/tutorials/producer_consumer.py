"""A producer and two consumers; the consumers check once, with `if`, and then wait."""

import threading


class Pipeline:
    def __init__(self):
        self.condition = threading.Condition()
        self.messages = []

    def put(self, message):
        with self.condition:
            self.messages.append(message)
            self.condition.notify_all()

    def get(self):
        with self.condition:
            if not self.messages:
                self.condition.wait()
            return self.messages.pop(0)


def two_consumers():
    pipeline = Pipeline()
    received = []

    def consume():
        received.append(pipeline.get())

    consumers = [threading.Thread(target=consume) for _ in range(2)]
    for consumer in consumers:
        consumer.start()
    pipeline.put("first")
    pipeline.put("second")
    for consumer in consumers:
        consumer.join()
    return len(received)
