# The courier has gone before the tenant looks: the letter is there, nobody needs to sleep.
# Hint: whoever looks late enough finds what it looks for; the look must come before.
ORDER = ["T2 ends", "T1 ends"]
