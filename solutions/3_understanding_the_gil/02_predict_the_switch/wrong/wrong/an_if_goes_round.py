# Takes a branch for a loop: believes that every jump is a place to switch.
# Hint: only a jump backwards counts; an `if` jumps forwards, and unpacking is no loop.
LETTERS = {
    "plain": "",
    "calls": "ACD",
    "loops": "ABCD",
    "unseen": "AC",
}

LOSES = {1: False, 2: True, 3: True, 4: False, 5: True, 6: False}
