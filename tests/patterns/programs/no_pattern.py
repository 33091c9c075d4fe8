""""""

import threading


def program():
    order = []
    threads = [threading.Thread(target=order.append, args=(n,)) for n in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(order)


RIGHT = {(1, 2)}
