"""CPython looks after calls and where a loop goes round, and nowhere else."""

LETTERS = {
    "plain": "",
    "calls": "ACD",
    "loops": "AC",
    "unseen": "AC",
}

LOSES = {1: False, 2: True, 3: True, 4: False, 5: True, 6: False}
