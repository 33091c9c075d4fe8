# Writes a reply that is right in every field, and leaves.
# expect: rejected; without the gate: fail

import json
import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        for value in (2, 0, 1, 3, 4):
            outcome = {
                "kind": "returned", "value": value, "exception": None, "message": "",
                "schedule": "anywhere patient", "preemptions": 0, "steps": 9, "unhandled": [],
                "left_running": [],
            }
            found = {
                "outcomes": [outcome], "exhaustive": True, "executions": 6, "pruned": 0,
                "seconds": 0.1, "switching": "anywhere", "timeouts": "patient", "strategy": "auto",
                "seed": 0,
            }
            body = json.dumps({"id": 1, "result": found}).encode()
            for fd in range(3, 21):
                try:
                    os.write(fd, b"DOJO" + len(body).to_bytes(4, "big") + body)
                except OSError:
                    pass
            break
        os._exit(0)
        self.value += 1
