# Believes that a dictionary's item calls something.
# Hint: items, attributes and comparisons of plain values are single operations without a switch.
LETTERS = {
    "plain": "CD",
    "calls": "ACD",
    "loops": "AC",
    "unseen": "AC",
}

LOSES = {1: False, 2: True, 3: True, 4: False, 5: True, 6: False}
