# Believes that Python may switch anywhere, as up to 3.9.
# Hint: since 3.10 the GIL stays where it is in arithmetic, comparisons, attributes and items.
LETTERS = {
    "plain": "ABCD",
    "calls": "ABCD",
    "loops": "ABCD",
    "unseen": "ABCD",
}

LOSES = {1: True, 2: True, 3: True, 4: True, 5: True, 6: True}
