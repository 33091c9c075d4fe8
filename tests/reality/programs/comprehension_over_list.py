"""A comprehension reads a list and a global, while another thread writes both."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


factor = 1
numbers = [1, 2]
results = []


def multiply():
    results.append([number * factor for number in numbers])


def change():
    global factor
    factor = 10
    numbers.append(3)


def main():
    race(multiply, change)
    return results
