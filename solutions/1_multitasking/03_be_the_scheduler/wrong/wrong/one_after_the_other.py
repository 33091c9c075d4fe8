# Lets each thread do its work in one go: nobody can come in between.
# Hint: each thread reads and writes in one go here; whom would you have to stop, and when?
ORDER = ["T2 reads self.value", "T2 writes self.value", "T2 ends", "T1 ends"]
