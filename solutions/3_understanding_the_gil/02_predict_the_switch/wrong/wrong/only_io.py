# Believes that the GIL is given up only where a thread waits.
# Hint: a thread that waits lets go, but a running one is also asked to: think of calls and loops.
LETTERS = {
    "plain": "",
    "calls": "D",
    "loops": "",
    "unseen": "C",
}

LOSES = {1: False, 2: False, 3: False, 4: False, 5: False, 6: False}
