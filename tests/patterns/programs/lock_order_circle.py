"""lock-order circle"""

import threading

printer = threading.Lock()
scanner = threading.Lock()


def copy():
    with scanner, printer:
        pass


def fax():
    with printer:
        with scanner:
            pass


def program():
    threads = [threading.Thread(target=copy), threading.Thread(target=fax)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


RIGHT = {None}
