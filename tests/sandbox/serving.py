"""What a zygote's process does in these tests: it executes the code that it is sent."""

from __future__ import annotations

import json
import os


def prepare() -> None:
    """Nothing is needed beforehand."""


def main(requests: int, replies: int, errors: int) -> None:
    """Executes what comes and answers with what it leaves in `result`, or its exception's name."""
    os.dup2(errors, 2)
    code = b""
    while data := os.read(requests, 65536):
        code += data
    names: dict[str, object] = {}
    try:
        exec(code.decode(), names)
        answer = {"result": names.get("result")}
    except BaseException as error:
        answer = {"error": type(error).__name__}
    os.write(replies, json.dumps(answer).encode())
