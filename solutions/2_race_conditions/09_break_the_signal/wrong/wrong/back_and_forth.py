# Interrupts the courier, too, on its way home.
# Hint: let the other thread end its work in the gap; a second interruption is one too many.
ORDER = ["T1 reads self.arrived", "T2 releases self.bell", "T1 waits", "T2 ends"]
