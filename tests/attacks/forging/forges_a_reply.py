# Writes a reply as the worker would, and leaves.
# expect: rejected; without the gate: fail

import json
import os


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        result = {"outcomes": [{"kind": "returned", "value": 2}]}
        body = json.dumps({"id": 1, "result": result}).encode()
        for fd in range(3, 21):
            try:
                os.write(fd, b"DOJO" + len(body).to_bytes(4, "big") + body)
            except OSError:
                pass
        os._exit(0)
        self.value += 1
