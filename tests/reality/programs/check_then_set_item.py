"""A key is looked for in a dictionary, and then set."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


owners = {}
claims = []


def claim(name):
    if "seat" not in owners:
        owners["seat"] = name
        claims.append(name)


def main():
    race(lambda: claim("a"), lambda: claim("b"))
    return owners["seat"], claims
