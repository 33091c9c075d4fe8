# Fetches a page.
# expect: rejected

import urllib.request


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        urllib.request.urlopen("http://127.0.0.1:80/", timeout=5)
        self.value += 1
