"""Break the signal: make somebody sleep for ever beside a letter that has come.

A courier brings one letter, and rings the bell. The tenant looks whether the letter is there, and
lies down beside the bell if it isn't. A thread is each of them, T1 the tenant and T2 the courier:

    class Mailbox:
        def __init__(self):
            self.arrived = False
            self.letter = None
            self.parked = True
            self.bell = threading.Condition()

        def take(self):                     # T1, the tenant
            if not self.arrived:
                with self.bell:
                    self.bell.wait()
            return self.letter

        def deliver(self, letter):          # T2, the courier
            self.arrived = True
            self.letter = letter
            with self.bell:
                self.bell.notify()
            self.parked = False

    together(mailbox.take, lambda: mailbox.deliver("from Ada"))

"The bell wakes whoever sleeps, so nobody can miss it." Show that somebody can. You are the
scheduler: you say which thread goes on.

How to begin
    Run `dojo check break_the_signal`. It plays the order below and shows what came of it, a column
    per thread. Each step there is one that you may name here.

How to write an order
    - A step is who and what: "T2 writes self.letter". T2 goes on until it has done just that.
    - `wait()` gives the bell's lock back and sleeps: "T1 waits". `notify()` wakes whoever sleeps
      *now*; nobody remembers it for later.
    - "T2 ends" lets T2 go on to its end. After the last step everybody goes on by themselves.

What must hold
    - Your order is possible: each step can happen where you have put it.
    - The letter has come, the bell has rung, and the tenant sleeps for ever. There is another bug
      in this program, by which the tenant gets an empty letter; that one isn't meant.
    - You interrupt a thread exactly once: it stops although it could go on ("preempted"). Going on
      with another thread when one has ended, sleeps or waits for a lock is no interruption.

What may not change
    The name `ORDER`, and that it is a list of texts. The program itself is in
    test_break_the_signal.py, and nothing that you write here changes it.
"""

ORDER = [
    "T1 reads self.arrived",
    "T1 acquires self.bell",
    "T1 waits",
    "T2 writes self.arrived",
    "T2 writes self.letter",
    "T2 calls self.bell.notify()",
    "T2 ends",
    "T1 ends",
]
