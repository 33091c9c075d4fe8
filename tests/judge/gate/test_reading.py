from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.judge.gate.reading import LARGEST, RejectedError, Submission, read_submission

IMPORTS = frozenset({"threading", "queue", "concurrent.futures"})


def read(path: Path) -> Submission:
    return read_submission(path, "counter", IMPORTS)


def rejection(path: Path) -> str:
    with pytest.raises(RejectedError) as caught:
        read(path)
    return caught.value.sentence


@pytest.fixture
def counter(tmp_path: Path) -> Path:
    return tmp_path / "counter.py"


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "import threading\n\nimport ctypes\n",
            "counter.py, line 3: `ctypes` is not among this kata's imports: "
            "concurrent.futures, queue, threading",
        ),
        ("def f():\n    from os import _exit\n", "counter.py, line 2: `os` is not among"),
        ("import concurrent\n", "`concurrent` is not among"),
        ("from concurrent import nothing\n", "`concurrent` is not among"),
        ("import threading, sys\n", "`sys` is not among"),
        ("from .helper import f\n", "without the dot"),
        ("class Counter\n    pass\n", "counter.py, line 1: Python can't read this: expected ':'"),
        ("x = (\n" * 500, "Python can't read this"),
        ("x = " + "-" * 100_000 + "1\n", "nested more than 1,000 levels deep"),
        ("\nx = 0" + " + 1" * 1500, "counter.py, line 2: this is nested more than 1,000 levels"),
    ],
)
def test_what_cant_run_is_rejected_with_a_sentence(
    counter: Path, source: str, sentence: str
) -> None:
    counter.write_text(source)
    assert sentence in rejection(counter)


@pytest.mark.parametrize(
    "source",
    [
        "from __future__ import annotations\nimport dataclasses, enum, abc, itertools, functools\n",
        "import concurrent.futures\nfrom concurrent.futures import ThreadPoolExecutor as Pool\n",
        "from concurrent import futures\nimport concurrent.futures.thread\n",
        "import collections.abc\nfrom typing import Any\nfrom threading import *\n",
        "import contextlib\n\nclass A:\n    def __init__(self): self._x = __name__\n",
        "# a coding line counts for nothing: -*- coding: latin-1 -*-\nname = 'é'\n",
        "text = '\\d'  # an old escape, no error\n",
    ],
)
def test_honest_code_passes(counter: Path, source: str) -> None:
    counter.write_text(source, encoding="utf-8")
    assert read(counter).module.text == source


def test_a_byte_order_mark_is_no_matter(counter: Path) -> None:
    counter.write_bytes(b"\xef\xbb\xbfx = 1\n")
    assert read(counter).module.text == "x = 1\n"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x = 1\ny = '\0'\n", "counter.py, line 2: a NUL byte"),
        (b"x = 1\n\ny = '\xff'\n", "counter.py, line 3: not UTF-8"),
        (b"#" * (LARGEST + 1), "counter.py is larger than 256 KiB"),
    ],
)
def test_what_is_no_source_is_rejected(counter: Path, content: bytes, sentence: str) -> None:
    counter.write_bytes(content)
    assert sentence in rejection(counter)


def test_only_an_ordinary_file_is_read(counter: Path, tmp_path: Path) -> None:
    assert rejection(counter) == "there is no counter.py"
    secret = tmp_path / "secret.py"
    secret.write_text("x = 1\n")
    counter.symlink_to(secret)
    assert "is a link" in rejection(counter)
    counter.unlink()
    os.mkfifo(counter)
    assert "no ordinary file" in rejection(counter)
    counter.unlink()
    counter.mkdir()
    assert "counter.py" in rejection(counter)


def test_files_beside_it_come_along_with_what_they_import(counter: Path, tmp_path: Path) -> None:
    counter.write_text("import lock\n")
    (tmp_path / "lock.py").write_text("from spin import wait\nimport counter\n")
    (tmp_path / "spin.py").write_text("import threading\n")
    (tmp_path / "unused.py").write_text("import ctypes\n")
    assert [s.name for s in read(counter).siblings] == ["lock", "spin"]
    (tmp_path / "spin.py").write_text("import ctypes\n")
    assert rejection(counter).startswith("spin.py, line 1: `ctypes`")


@pytest.mark.parametrize("suite", ["test_counter", "conftest"])
def test_a_suite_beside_it_may_not_be_imported(counter: Path, suite: str) -> None:
    counter.with_name(f"{suite}.py").write_text("answer = 2\n")
    counter.write_text(f"import {suite}\n")
    assert f"`{suite}` is not among" in rejection(counter)


def test_a_file_that_hides_a_standard_module_is_named(counter: Path) -> None:
    counter.with_name("queue.py").write_text("")
    counter.write_text("import queue\n")
    assert "queue.py beside it hides Python's own `queue`" in rejection(counter)
