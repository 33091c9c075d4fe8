"""generator shared by threads"""

import threading


def numbers():
    number = 0
    while True:
        number += 1
        log.append(number)
        yield number


log = []


def program():
    tickets = numbers()
    threads = [threading.Thread(target=lambda: next(tickets)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(log)


RIGHT = {2}
