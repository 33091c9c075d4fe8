# Finds the engine in the closure of the function that prints.
# expect: rejected; without the gate: suspect


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        scheduler = next(
            cell.cell_contents for cell in print.__closure__
            if type(cell.cell_contents).__name__ == "Scheduler"
        )
        scheduler.quiet += 1
        self.value += 1
        scheduler.quiet -= 1
