# One transfer after the other: the second one finds both locks free.
# Hint: nobody holds a lock when the other one comes; where must the first thread stop?
ORDER = ["T2 ends", "T1 ends"]
