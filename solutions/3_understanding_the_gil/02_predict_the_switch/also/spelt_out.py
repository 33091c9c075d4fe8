"""Small letters with commas; 1 and 0 for yes and no."""

LETTERS = {
    "plain": "",
    "calls": "a, c, d",
    "loops": "a, c",
    "unseen": "a, c",
}

LOSES = {1: 0, 2: 1, 3: 1, 4: 0, 5: 1, 6: 0}
