# Takes the letter before it is in the box: a bug, but not the one that was asked for.
# Hint: here the flag is seen before the value is there, and nobody sleeps; look at the bell instead.
ORDER = ["T2 writes self.arrived", "T1 ends", "T2 ends"]
