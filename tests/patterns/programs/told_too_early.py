"""told too early"""

import threading


class Reply:
    def __init__(self):
        self.here = threading.Event()
        self.text = None

    def deliver(self, text):
        self.here.set()
        self.text = text

    def wait(self):
        self.here.wait()
        return self.text


def program():
    reply = Reply()
    sender = threading.Thread(target=reply.deliver, args=("pong",))
    sender.start()
    heard = reply.wait()
    sender.join()
    return heard


RIGHT = {"pong"}
