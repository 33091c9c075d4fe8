"""Lists and a tuple of letters, in any order."""

LETTERS = {
    "plain": [],
    "calls": ["D", "C", "A"],
    "loops": ("C", "A"),
    "unseen": ["A", "C"],
}

LOSES = {1: False, 2: True, 3: True, 4: False, 5: True, 6: False}
