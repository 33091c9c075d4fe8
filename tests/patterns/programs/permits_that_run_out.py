""""""

import threading


def program():
    places = threading.Semaphore(1)

    def cross():
        with places:
            with places:
                return

    cars = [threading.Thread(target=cross) for _ in range(2)]
    for car in cars:
        car.start()
    for car in cars:
        car.join()


RIGHT = {None}
