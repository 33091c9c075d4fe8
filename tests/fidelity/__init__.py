"""CPython's own tests of its threads, run on the simulated ones: `python -m tests.fidelity`.

The test modules are rewritten like any program, so that each of their accesses and calls is a
step, and their `threading`, `queue`, `time` … are those that a program gets. As library code they
would stop only where they wait, and one random schedule would be much like the next. What they
use of `test.support` is library code: it waits and counts threads, and is not what is tested.
"""
