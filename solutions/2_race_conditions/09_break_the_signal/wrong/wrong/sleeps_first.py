# The tenant sleeps before the courier comes: the bell wakes it.
# Hint: whoever sleeps already hears the signal; it must come before the sleep, after the look.
ORDER = ["T1 waits", "T2 ends", "T1 ends"]
