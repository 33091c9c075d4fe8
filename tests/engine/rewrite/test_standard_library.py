"""The standard library's own modules pass CPython's own tests rewritten as they do plainly."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.engine.rewrite import Rewritten, Source

RUN = Path(__file__).parent / "run_library_tests.py"

# The modules that are rewritten, and the tests of them that run.
GROUPS = {
    "texts": (
        "textwrap string shlex csv html.parser reprlib pprint urllib.parse",
        "test_textwrap test_string test_shlex test_csv test_htmlparser test_reprlib test_pprint"
        " test_urlparse",
    ),
    "numbers": (
        "fractions ipaddress statistics calendar",
        "test_fractions test_ipaddress test_statistics.TestMean test_statistics.TestMedian"
        " test_statistics.TestMode test_calendar.OutputTestCase test_calendar.CalendarTestCase"
        " test_calendar.MondayTestCase test_calendar.TimegmTestCase",
    ),
    "containers": (
        "collections heapq bisect copy operator graphlib functools",
        "test_collections test_heapq test_bisect test_copy test_operator test_graphlib"
        " test_functools",
    ),
    "classes": (
        "dataclasses enum contextlib types typing",
        "test_dataclasses test_enum.TestEnum test_enum.TestFlag test_enum.TestSpecial"
        " test_contextlib test_types test_typing",
    ),
    "formats": (
        "json json.decoder json.encoder json.scanner configparser argparse tomllib._parser optparse",
        "test_json.test_decode test_json.test_dump test_json.test_encode_basestring_ascii"
        " test_json.test_fail test_json.test_pass1 test_json.test_unicode test_configparser"
        " test_argparse test_tomllib test_optparse",
    ),
    "source code": (
        "ast tokenize difflib inspect",
        "test_unparse.UnparseTestCase test_unparse.CosmeticTestCase test_tokenize.TokenizeTest"
        " test_difflib.TestSFbugs test_difflib.TestSFpatches test_difflib.TestDocs"
        " test_difflib.TestOutputFormat",
    ),
}


def _ships(module: str) -> bool:
    try:
        return importlib.util.find_spec(f"test.{module}") is not None
    except ImportError:
        return False


def _start(mode: str, modules: str, tests: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(RUN), mode, modules.replace(" ", ","), tests.replace(" ", ",")]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _report(process: subprocess.Popen[str]) -> dict[str, object]:
    out, err = process.communicate(timeout=200)
    assert process.returncode == 0, err
    return json.loads(out.splitlines()[-1])


@pytest.mark.skipif(
    not _ships("test_textwrap"), reason="this Python was installed without CPython's own tests"
)
@pytest.mark.parametrize("switching", ["anywhere", "gil"])
@pytest.mark.parametrize("group", GROUPS)
def test_rewritten_modules_pass_the_tests_that_they_pass_plainly(group, switching):
    modules, tests = GROUPS[group]

    plain, rewritten = map(
        _report, [_start("plain", modules, tests), _start(switching, modules, tests)]
    )

    assert rewritten["failed"] == plain["failed"], rewritten["texts"]
    assert (rewritten["ran"], rewritten["skipped"]) == (plain["ran"], plain["skipped"])
    assert plain["ran"] > 50
    assert (plain["points"], rewritten["points"] > 100_000) == (0, True)


@pytest.mark.parametrize("package", ["email", "importlib", "logging", "unittest"])
def test_every_module_of_a_package_can_be_rewritten(package):
    folder = Path(importlib.util.find_spec(package).origin).parent
    files = sorted(folder.glob("*.py"))
    for file in files:
        rewritten = Rewritten([Source(file.stem, str(file), file.read_text("utf-8"))])
        assert file.stem in rewritten.code
    assert files
