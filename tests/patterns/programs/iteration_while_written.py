"""iteration while written"""

import threading


class Sessions:
    def __init__(self):
        self.users = {"ann": 1, "bob": 2}

    def log_in(self, user):
        self.users[user] = 3

    def report(self):
        return [user for user in self.users]


def program():
    sessions = Sessions()
    guest = threading.Thread(target=sessions.log_in, args=("cid",))
    guest.start()
    names = sessions.report()
    guest.join()
    return len(names)


RIGHT = {2, 3}
