"""Of each test only the first cases run where that is asked for."""

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

@pytest.mark.parametrize("number", range(5))
@pytest.mark.parametrize("word", ["a[", "b"])
def test_cases(number, word):
    pass

class TestOther:
    @pytest.mark.parametrize("number", range(5))
    def test_cases(self, number):
        pass

def test_alone():
    pass
"""


@pytest.mark.parametrize(
    ("options", "expected"), [((), [10, 5, 1]), (("--first-cases", "2"), [2, 2, 1])], ids=["all", "two"]
)
def test_so_many_cases_of_each_test_run(tmp_path: Path, options: tuple[str, ...], expected: list[int]) -> None:
    (tmp_path / "test_many.py").write_text(TESTS, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    plugins = ["-p", "tests.support.running.first_cases", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, "-m", "pytest", *plugins, "-rA", *options]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    ran = re.findall(r"^PASSED test_many\.py::(\w+)", done.stdout, re.MULTILINE)
    assert [ran.count(name) for name in ("test_cases", "TestOther", "test_alone")] == expected
    assert done.returncode == 0
