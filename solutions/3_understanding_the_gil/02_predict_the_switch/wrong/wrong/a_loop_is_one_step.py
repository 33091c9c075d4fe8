# Believes that a loop without calls runs through.
# Hint: a loop that goes round comes to a place where Python looks, even if it calls nothing.
LETTERS = {
    "plain": "",
    "calls": "ACD",
    "loops": "",
    "unseen": "AC",
}

LOSES = {1: False, 2: True, 3: True, 4: False, 5: True, 6: False}
