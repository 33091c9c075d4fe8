# Believes that any call in the line loses additions, also one before the read.
# Hint: only a call between the read and the write is dangerous; Python works from left to right.
LETTERS = {
    "plain": "",
    "calls": "ACD",
    "loops": "AC",
    "unseen": "AC",
}

LOSES = {1: False, 2: True, 3: True, 4: True, 5: True, 6: False}
