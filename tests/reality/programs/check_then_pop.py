"""A list is found not to be empty, and popped."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


tickets = ["last"]
sold = []


def sell():
    if len(tickets) > 0:
        sold.append(tickets.pop())


def main():
    race(sell, sell)
    return sold
