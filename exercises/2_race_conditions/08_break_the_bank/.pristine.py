"""Break the bank: lead two transfers into a deadlock.

The bank's code was reviewed and found good: "Every transfer locks both accounts, so nothing can
happen in between." Ada sends money to Bob. At the same moment Bob sends money to Ada. A thread
serves each of them, T1 and T2:

    def transfer(bank, source, target, amount):
        with source.lock:
            if source.balance < amount:
                raise ValueError(f"only {source.balance} left")
            with target.lock:
                source.balance -= amount
                target.balance += amount
        bank.transfers += 1

    together(
        lambda: transfer(bank, ada, bob, 10),
        lambda: transfer(bank, bob, ada, 20),
    )

Show the reviewers that they are wrong. You are the scheduler: you say which thread goes on.

How to begin
    Run `dojo check break_the_bank`. It plays the order below and shows what came of it, a column
    per thread. Each step there is one that you may name here. Mind that `source` is Ada for T1
    and Bob for T2.

How to write an order
    - A step is who and what: "T1 acquires source.lock". T1 goes on until it has done just that.
    - "T2 ends" lets T2 go on to its end. After the last step everybody goes on by themselves.
    - Whoever waits for a lock that is held can't do a step until it is free.

What must hold
    - Your order is possible: each step can happen where you have put it.
    - The bank stands still: each thread waits for a lock that the other one holds, for ever. There
      is another bug in this program; that one isn't meant.
    - You interrupt a thread exactly once: it stops although it could go on ("preempted"). Going on
      with another thread when one has ended or waits for a lock is no interruption.

What may not change
    The name `ORDER`, and that it is a list of texts. The program itself is in
    test_break_the_bank.py, and nothing that you write here changes it.
"""

ORDER = [
    "T1 acquires source.lock",
    "T1 acquires target.lock",
    "T1 writes source.balance",
    "T1 writes target.balance",
    "T1 ends",
    "T2 acquires source.lock",
    "T2 acquires target.lock",
    "T2 ends",
]
