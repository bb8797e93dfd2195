"""What is told of the tests is the same when their reports are packed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

TESTS = """
import pytest

def test_passes(record_property):
    record_property("beside", [1, "two"])

@pytest.mark.parametrize("word", ["naïve", "\\x00", "مرحبا"])
def test_fails(word):
    print("said", word)
    assert {"word": word} == {"word": "another"}

def test_is_skipped():
    pytest.skip("it is not here")

@pytest.mark.xfail(reason="it is known", strict=True)
def test_is_known():
    raise ValueError("of no use")

@pytest.fixture
def broken():
    raise LookupError("no such place")

def test_of_what_is_broken(broken):
    pass
"""


def told(folder: Path, *plugins: str) -> str:
    """Return what is printed of the tests in a worker, without times."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "xdist.plugin",
        "-p",
        "no:cacheprovider",
        "-n",
        "1",
        "-rA",
        *plugins,
    ]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED, done.stderr
    return re.sub(r"in [\d.]+s", "", done.stdout)


def test_what_is_told_is_the_same(tmp_path: Path) -> None:
    pytest.importorskip("xdist")
    (tmp_path / "test_all.py").write_text(TESTS, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    packed = told(tmp_path, "-p", "tests.support.running.packed_reports")
    assert packed == told(tmp_path)
    assert "3 failed, 1 passed, 1 skipped, 1 xfailed, 1 error" in packed
