"""used half-built"""

import threading


class Settings:
    pass


class Service:
    def __init__(self):
        self.settings = None

    def load(self):
        if self.settings is None:
            self.settings = Settings()
            self.settings.rate = 5
        return self.settings.rate


def program():
    service = Service()
    rates = []
    threads = [threading.Thread(target=lambda: rates.append(service.load())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(rates)


RIGHT = {(5, 5)}
