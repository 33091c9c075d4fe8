"""A string is read, and written longer."""

from threading import Thread


def race(first, second):
    thread = Thread(target=second)
    thread.start()
    first()
    thread.join()


text = ""


def append(letter):
    global text
    text += letter


def main():
    race(lambda: append("a"), lambda: append("b"))
    return text
