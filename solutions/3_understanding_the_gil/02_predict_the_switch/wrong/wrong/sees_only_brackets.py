# Believes that a call always has brackets: misses the property and the `with`.
# Hint: a property runs a function, and `with` calls the two ends of its manager, without brackets.
LETTERS = {
    "plain": "",
    "calls": "ACD",
    "loops": "AC",
    "unseen": "",
}

LOSES = {1: False, 2: True, 3: True, 4: False, 5: True, 6: False}
