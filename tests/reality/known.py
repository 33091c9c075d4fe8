"""What is known of single programs: each by name, with its reason."""

from __future__ import annotations

# Where a timeout decides, it may fire at any moment; elsewhere only if nothing else can run.
TIMED = {"barrier_timeout", "event_timeout", "join_timeout", "queue_timeout", "timer_cancel"}

# What changes from one Python to the next; else the outcomes are the same on all.
CHANGES = {
    "cached_property_twice": "`functools.cached_property` has no lock since 3.12",
    "queue_shutdown": "`Queue.shutdown` is there since 3.13",
}

# Real outcomes that are not explored under `anywhere`: C code is one step there, and without the
# GIL it is not.
TORN_C_CODE = {
    "shared_enumerate": "an `enumerate` fills the tuple of its last pair again, and two threads "
    "may have that one",
}

# Crashes of a real Python, by the program that shows them.
CRASHES = {
    "shared_generator": "free-threaded 3.13 does not lock a generator (cpython #120321)",
}

# Outcomes that `anywhere` has and `gil` has not, and that no run without the GIL came to.
RARE = "needs a switch within a few instructions, in one place and no other"
UNSEEN = {
    "check_then_set_item": RARE,
    "fields_in_text": RARE,
    "half_built": RARE,
    "torn_read": RARE,
    "executor_submit": "the second worker begins when the first has long ended",
    "shared_enumerate": RARE,
    "shared_iterator": "a thread must stop between reading and writing the position while the "
    "other goes round more than once, or stop there twice; one short stop is as rare as the table "
    "shows",
    "sum_of_list": "the list is short: a switch within `sum` is as good as none",
}
