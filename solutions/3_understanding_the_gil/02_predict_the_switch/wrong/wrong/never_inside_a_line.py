# Believes that a line is one step, and that switches come between lines only.
# Hint: a line that reads, calls something and then writes has a gap in its middle.
LETTERS = {
    "plain": "",
    "calls": "ACD",
    "loops": "AC",
    "unseen": "AC",
}

LOSES = {1: False, 2: False, 3: False, 4: False, 5: False, 6: False}
