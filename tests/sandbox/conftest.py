from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from grader.sandbox.spawning import Confined, Spawner

ROOT = Path(__file__).parents[2]
SERVING = "tests.sandbox.serving"


@dataclass
class Inside:
    """Executes code in confined processes.

    Attributes:
        spawner: who makes them.
        namespaces: whether each has namespaces of its own.
    """

    spawner: Spawner
    namespaces: bool = True

    def start(self, code: str) -> tuple[Confined, int]:
        """Returns a process that executes code, and where its answer comes."""
        theirs, requests = os.pipe()
        replies, also_theirs = os.pipe()
        process = self.spawner.serve([theirs, also_theirs, also_theirs])
        os.close(theirs)
        os.close(also_theirs)
        with open(requests, "wb") as pipe:
            pipe.write(dedent(code).encode())
        return process, replies

    def do(self, code: str) -> tuple[Any, int]:
        """Executes code and returns its result or its exception's name, and the exit status."""
        process, replies = self.start(code)
        with open(replies, "rb") as pipe:
            said = pipe.read().decode()
        status = process.wait()
        answer = json.loads(said) if said.startswith("{") else {}
        return answer.get("result", answer.get("error")), status


@pytest.fixture(scope="session")
def spawner_without() -> Iterator[Callable[..., Spawner]]:
    """Spawners without some layers, each started once."""
    known: dict[tuple[str, ...], Spawner] = {}

    def get(*layers: str) -> Spawner:
        if layers not in known:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("PYTHONPATH", str(ROOT))
                known[layers] = Spawner(SERVING, without=layers)
        return known[layers]

    yield get
    for spawner in known.values():
        spawner.end()


@pytest.fixture(params=[(), ("namespaces", "view")], ids=["tier 1", "tier 2"])
def inside(request: pytest.FixtureRequest, spawner_without: Callable[..., Spawner]) -> Inside:
    return Inside(spawner_without(*request.param), namespaces=not request.param)
