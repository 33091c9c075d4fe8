# Stops the courier when the bell has rung and the tenant has been woken.
# Hint: once the sleeper has been woken nothing can go wrong; the interruption comes too late.
ORDER = ["T1 waits", "T2 releases self.bell", "T1 ends"]
