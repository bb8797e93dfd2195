"""What hangs fails, and the tests after it run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

TESTS = """
import os
from hypothesis import given, strategies
from pathlib import Path

def test_a_pipe_in_place_of_a_file():
    os.mkfifo("pipe")
    Path("pipe").read_bytes()

@given(strategies.integers())
def test_an_example(number):
    while True:
        try:
            sum(range(1000))
        except Exception:
            pass

def test_after_them():
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_what_hangs_fails(tmp_path: Path) -> None:
    (tmp_path / "test_hanging.py").write_text(TESTS, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    plugins = ["-p", "tests.support.running.time_limit", "-p", "no:pytest-qt", "-p", "no:xdist"]
    command = [sys.executable, "-m", "pytest", *plugins, "--time-limit", "1", "-rA"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    last = ran.stdout.splitlines()[-4:]
    assert [line.partition(" - ")[0].replace("test_hanging.py::", "") for line in last[:3]] == [
        "PASSED test_after_them",
        "FAILED test_a_pipe_in_place_of_a_file",
        "FAILED test_an_example",
    ]
    assert "TimeLimitError" in ran.stdout
    assert ran.stderr.count("a crash too, comes of it") >= 2
