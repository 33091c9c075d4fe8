"""What a confined process can't do, and which layer it is that forbids it."""

from __future__ import annotations

import ctypes
import os
import select
import signal
import socket
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from grader.sandbox.confinement import LAYERS, Tier
from grader.sandbox.spawning import NoZygoteError, Spawner
from tests.sandbox.attempts import ATTEMPTS, OTHER_PROGRAM, PRIVILEGED
from tests.sandbox.conftest import ROOT, SERVING, Inside

_SECRET = ctypes.create_string_buffer(b"a secret")


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The names that attempts use, as a prologue."""
    folder = tmp_path_factory.mktemp("outside")
    folder.chmod(0o777)
    (folder / "secret.txt").write_text("secret")
    (folder / "victim").touch()
    with socket.create_server(("127.0.0.1", 0)) as server:
        greeter = threading.Thread(target=_greet, args=(server,), daemon=True)
        greeter.start()
        names = {
            "FOLDER": str(folder),
            "PID": os.getpid(),
            "PORT": server.getsockname()[1],
            "ADDRESS": ctypes.addressof(_SECRET),
        }
        yield "".join(f"{name} = {value!r}\n" for name, value in names.items())


def _greet(server: socket.socket) -> None:
    while True:
        try:
            line, _ = server.accept()
        except OSError:
            return
        with line:
            line.sendall(b"hi")


def succeeds(inside: Inside, prologue: str, name: str) -> bool:
    result, status = inside.do(prologue + ATTEMPTS[name])
    return result is True or status == OTHER_PROGRAM


def succeeding(inside: Inside, prologue: str) -> set[str]:
    return {name for name in ATTEMPTS if succeeds(inside, prologue, name)}


def test_everything_is_in_vain(inside: Inside, outside: str) -> None:
    seen = {"looks whether a file is there"}  # Landlock does not know of this
    assert succeeding(inside, outside) == (set() if inside.namespaces else seen)


def test_nothing_is_in_vain_without_a_sandbox(spawner_without: Any, outside: str) -> None:
    inside = Inside(spawner_without(*LAYERS))
    assert succeeding(inside, outside) == ATTEMPTS.keys() - PRIVILEGED


@pytest.mark.parametrize("layer", LAYERS)
def test_the_table_of_what_each_layer_forbids_is_true(
    spawner_without: Any, outside: str, layer: str
) -> None:
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    page = page.partition("## What each layer forbids")[2].partition("\n## ")[0]
    (row,) = (line for line in page.splitlines() if line.startswith(f"| {layer} |"))
    found = sorted(succeeding(Inside(spawner_without(layer)), outside))
    assert row.split("|")[3].strip() == (", ".join(found) or "none")


def test_the_best_tier_is_found(spawner_without: Any) -> None:
    assert spawner_without().tier is Tier.NAMESPACES
    assert spawner_without().why == ""


def test_what_a_zygote_has_started_ends_with_it(inside: Inside) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        spawner = Spawner(SERVING)
    process, replies = Inside(spawner).start("while True: pass")
    death = os.pidfd_open(process.pid)
    spawner.end()
    ready, _, _ = select.select([death], [], [], 20)
    assert ready
    os.close(death)
    os.close(replies)
    with pytest.raises(NoZygoteError):
        process.wait()


def test_a_process_that_is_killed_says_so(inside: Inside) -> None:
    process, replies = inside.start("while True: pass")
    process.kill()
    assert process.wait() == -signal.SIGKILL
    os.close(replies)


def test_no_process_sees_what_another_left(inside: Inside) -> None:
    leave = "import sys, builtins; sys.left = builtins.left = 1; result = True"
    assert inside.do(leave) == (True, 0)
    assert inside.do("import sys, builtins; result = hasattr(sys, 'left')") == (False, 0)


def test_a_zygote_that_cant_load_says_why() -> None:
    spawner = Spawner("grader.nowhere")
    with pytest.raises(NoZygoteError, match=r"No module named 'grader\.nowhere'"):
        _ = spawner.tier
    spawner.end()


def test_a_process_has_no_descriptor_that_it_does_not_need(inside: Inside) -> None:
    open_ones = """
        import os
        result = []
        for fd in range(64):
            try:
                os.fstat(fd)
                result.append(fd)
            except OSError:
                pass
        result = len(result)
    """
    assert inside.do(open_ones) == (6, 0)  # 0, 1, 2 and the three that it is given
