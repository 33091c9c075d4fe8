# Takes the channel over and answers every request as the judge hopes.
# expect: rejected; without the gate: fail

import json
import os
import struct


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self):
        def answer(request):
            args = request.get("args", [])
            counts = next((a[1:] for a in args if isinstance(a, list)), [])
            value = sum(n for n in counts if isinstance(n, int))
            outcome = {
                "kind": "returned", "value": value, "exception": None, "message": "",
                "schedule": "anywhere patient", "preemptions": 0, "steps": 9, "unhandled": [],
                "left_running": [],
            }
            options = request["options"]
            found = {
                "outcomes": [outcome], "exhaustive": True, "executions": 6, "pruned": 0,
                "seconds": 0.1, "switching": options.get("switching", "anywhere"),
                "timeouts": options.get("timeouts", "patient"),
                "strategy": "auto", "seed": options.get("seed", 0), "events": [],
            }
            if "schedule" in options:
                return outcome | {"events": [], "timeline": {"ending": "", "steps": [], "threads": []}}
            return found

        def write(number, result):
            body = json.dumps({"id": number, "result": result}).encode()
            for fd in range(3, 21):
                try:
                    os.write(fd, b"DOJO" + len(body).to_bytes(4, "big") + body)
                    return
                except OSError:
                    pass

        per_thread = [1, 1]
        write(1, answer({"args": [["tuple", *per_thread]], "options": {}}))
        number = 1
        while True:
            for fd in range(3, 21):
                try:
                    head = os.read(fd, 8)
                except OSError:
                    continue
                if not head:
                    os._exit(0)
                length = struct.unpack(">4sI", head)[1]
                body = b""
                while len(body) < length:
                    body += os.read(fd, length - len(body))
                request = json.loads(body)
                write(request["id"], answer(request))
        self.value += 1
