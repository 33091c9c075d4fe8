"""Be the scheduler: make a web shop lose a click.

Two visitors click at the same moment. A thread serves each of them, T1 and T2:

    class Counter:
        def click(self, visitor):
            self.value += 1
            self.latest = visitor

    together(lambda: counter.click("Ada"), lambda: counter.click("Bob"))

Nobody believes that this can go wrong. So this time you mend nothing: you break it. You are the
scheduler, the part of the computer that says which thread goes on.

How to begin
    Run `dojo check be_the_scheduler`. It plays the order below and shows what came of it, a
    column per thread. Each step there is one that you may name here.

How to write an order
    - A step is who and what: "T1 reads self.value". T1 goes on until it has done just that.
    - `self.value += 1` is one line and two steps: it reads self.value, then it writes it.
    - "T2 ends" lets T2 go on to its end. After the last step everybody goes on to theirs.

What must hold
    - Your order is possible: each step can happen where you have put it.
    - At the end one of the two clicks is missing.
    - You interrupt a thread exactly once: it stops although it could go on ("preempted"). Going on
      with another thread when one has ended is no interruption.

What may not change
    The name `ORDER`, and that it is a list of texts. The program itself is in
    test_be_the_scheduler.py, and nothing that you write here changes it.
"""

ORDER = [
    "T1 reads self.value",
    "T1 writes self.value",
    "T1 ends",
    "T2 reads self.value",
    "T2 writes self.value",
    "T2 ends",
]
