"""Predict the switch: where may another thread get in?

Two of you review a till. "All of this is under the GIL, so nothing can get in between", says one.
"Python can switch threads anywhere", says the other. Both are wrong on CPython 3.10 and later, with
the GIL. Say exactly where: four functions and six lines.

1. The functions. While one thread runs such a function, another one looks, once, at `desk.at`.
   Which letters can it see? A letter that it can see is a place where the GIL may change hands:
   after `desk.at = "A"` and before the next letter is written.

       def plain(desk):                           def calls(desk):
           desk.at = "A"                              desk.at = "A"
           desk.total = desk.total * 2 - desk.fee     desk.total = int(desk.total) + 1
           desk.at = "B"                              desk.at = "B"
           desk.total += 1                            desk.total = desk.total * 2 - desk.fee
           desk.at = "C"                              desk.at = "C"
           if desk.total > desk.fee:                  add_tax(desk)
               desk.total = 0                         desk.at = "D"
           desk.at = "D"                              time.sleep(0)
           desk.prices["tea"] += desk.fee             desk.at = "end"
           desk.at = "end"

       def loops(desk):                           def unseen(desk):
           desk.at = "A"                              desk.at = "A"
           for price in desk.list:                    desk.total = desk.gross   # a @property
               desk.total += price                    desk.at = "B"
           desk.at = "B"                              desk.sells = "tea" in desk.prices
           if desk.open:                              desk.at = "C"
               desk.total += 1                        with desk.lock:
           desk.at = "C"                                  desk.total += 1
           while desk.left > 0:                       desk.at = "D"
               desk.left -= 1                         desk.list[0] += desk.fee
           desk.at = "D"                              desk.at = "end"
           desk.first, desk.last = desk.list
           desk.at = "end"

2. The lines. Two threads run the same line, and each is to add 1; `one()` returns 1. Can an
   addition be lost?

       line 1:  desk.total += 1
       line 2:  desk.total = int(desk.total) + 1
       line 3:  desk.total += one()
       line 4:  desk.total = one() + desk.total
       line 5:  desk.prices["tea"] = desk.prices.get("tea", 0) + 1
       line 6:  desk.total += 1 if desk.open else 0

What is wrong today
    The answers below are those of somebody who learned it with Python 3.9.

What must hold
    - Your letters are those that the other thread can see, all of them and no others. Leave
      out "start" and "end", which it can always see.
    - You know which of the lines can lose an addition.

How to go about it
    First predict, then look: `dojo check predict_the_switch` tells you of one mistake at a time.
    The lesson of this section, ../README.md, says where CPython looks.

What may not change
    The names `LETTERS` and `LOSES`, and their keys. The program is in test_predict_the_switch.py.
"""

LETTERS = {
    "plain": "ABCD",
    "calls": "ABCD",
    "loops": "ABCD",
    "unseen": "ABCD",
}

LOSES = {
    1: True,
    2: True,
    3: True,
    4: True,
    5: True,
    6: True,
}
