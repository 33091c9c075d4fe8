"""Sets of letters; the answers about the lines are worked out from what they contain."""

LETTERS = {"plain": set(), "calls": set("ACD"), "loops": set("AC"), "unseen": set("AC")}

_CALL_BETWEEN_READ_AND_WRITE = (2, 3, 5)

LOSES = {number: number in _CALL_BETWEEN_READ_AND_WRITE for number in range(1, 7)}
