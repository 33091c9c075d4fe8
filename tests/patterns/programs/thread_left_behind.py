"""thread left behind"""

import threading

written = []


def write():
    written.append("report")


def program():
    threading.Thread(target=write).start()
    return len(written)


RIGHT = {1}
