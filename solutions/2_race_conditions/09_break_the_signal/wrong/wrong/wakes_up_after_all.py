# Makes the tenant sleep for ever, and then wants it to go home.
# Hint: who sleeps for ever never comes to its end; leave out what can't happen any more.
ORDER = ["T1 reads self.arrived", "T2 ends", "T1 waits", "T1 ends"]
