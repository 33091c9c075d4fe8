# Believes that nothing can get in between under the GIL.
# Hint: the GIL changes hands many times a second; find the places where it may.
LETTERS = {
    "plain": "",
    "calls": "",
    "loops": "",
    "unseen": "",
}

LOSES = {1: False, 2: False, 3: False, 4: False, 5: False, 6: False}
