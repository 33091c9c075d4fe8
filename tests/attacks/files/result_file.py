# Writes files that a grader may read as its result.
# expect: fail


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for name in ("results.json", "report.xml", "dojo-litter.json", ".dojo/progress.json"):
            try:
                with open(name, "w") as file:
                    file.write('{"verdict": "pass", "score": 100, "max": 100}')
            except OSError:
                pass
        self.value += 1
