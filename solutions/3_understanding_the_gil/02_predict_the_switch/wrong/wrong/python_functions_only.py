# Believes that only calls of Python functions count, not those of C such as int() and sleep().
# Hint: a call of something that is built in is a call too: Python looks when it has returned.
LETTERS = {
    "plain": "",
    "calls": "C",
    "loops": "AC",
    "unseen": "AC",
}

LOSES = {1: False, 2: True, 3: True, 4: False, 5: True, 6: False}
