"""What the engine does not control is found, with its place and its cause."""

from __future__ import annotations

import pytest

from grader.engine import file_program, self_check

SOURCES = {
    "the order of a set of objects": (
        """
        class Node:
            def __init__(self, name):
                self.name = name
        def main():
            nodes = {Node(n) for n in range(6)}
            names = []
            for node in nodes:
                names.append(node.name)
            return names
        """,
        "for node in nodes:",
        "a set of objects, in the order of their addresses",
    ),
    "a hash": (
        """
        class Node:
            pass
        def main():
            nodes = [Node() for _ in range(3)]
            shards = [hash(node) for node in nodes]
            return shards[0]
        """,
        "shards = [hash(node) for node in nodes]",
        "made from its address",
    ),
    "the real clock": (
        """
        import datetime
        def main():
            return str(datetime.datetime.now())
        """,
        "return str(datetime.datetime.now())",
        "the real clock",
    ),
    "real randomness": (
        """
        import os
        def main():
            token = os.urandom(4)
            return token.hex()
        """,
        "token = os.urandom(4)",
        "real randomness",
    ),
}
HEAD = """
    import time
    from grader.engine.vocabulary import together
"""
CONTROLLED = """
    import random, itertools, functools, uuid
    class Node:
        made = itertools.count()
        def __init__(self):
            self.number = next(self.made)
    def main():
        nodes = [Node() for _ in range(4)]
        words = {"one", "two", "three"}
        log = []
        def work():
            time.sleep(random.random())
            log.append((random.randint(0, 9), id(nodes[0]) == id(nodes[0]), time.monotonic()))
            for word in sorted(words):
                log.append(word)
        together(work, work)
        return log, repr(nodes[0]), [n.number for n in nodes]
"""


@pytest.mark.parametrize("name", SOURCES)
def test_the_source_is_named(lab, name: str) -> None:
    text, line, cause = SOURCES[name]
    path = lab.write(text)
    found = self_check(file_program(path, "main"))
    assert found is not None
    assert found.source == line
    assert path.read_text().splitlines()[found.line - 1].strip() == line
    assert cause in found.cause
    assert found.file == str(path)


@pytest.mark.parametrize("timeouts", ["patient", "adversarial"])
def test_what_is_simulated_is_controlled(lab, timeouts: str) -> None:
    path = lab.write(lab.joined(HEAD, CONTROLLED))
    assert self_check(file_program(path, "main"), timeouts=timeouts) is None
