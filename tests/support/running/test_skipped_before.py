"""The tests that were skipped run alone when what they need is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import ROOT

SOME = """
import pytest

def test_with_it():
    pytest.importorskip("installed_later")

def test_without():
    pass
"""
ALL = """
import pytest

pytest.importorskip("installed_later")

def test_all():
    pass
"""


def ran(folder: Path, *options: str) -> tuple[int, set[str]]:
    """Return the exit code, and the tests that passed."""
    plugins = ["-p", "xdist.plugin", "-p", "tests.support.running.skipped_before"]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(folder)]),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    command = [sys.executable, "-m", "pytest", *plugins, "-rA", *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, set(re.findall(r"^PASSED \w+\.py::(\w+)", done.stdout, re.MULTILINE))


def test_what_was_skipped_runs_and_nothing_else(tmp_path: Path) -> None:
    pytest.importorskip("xdist")
    (tmp_path / "test_some.py").write_text(SOME, "utf-8")
    (tmp_path / "test_all.py").write_text(ALL, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    assert ran(tmp_path, "-p", "no:cacheprovider") == (0, {"test_without"})  # which notes nothing
    assert ran(tmp_path, "--skipped") == (pytest.ExitCode.NO_TESTS_COLLECTED, set())
    assert ran(tmp_path, "-n", "1") == (0, {"test_without"})
    (tmp_path / "installed_later.py").touch()
    assert ran(tmp_path, "-n", "1", "--skipped") == (0, {"test_with_it", "test_all"})
    assert ran(tmp_path, "--skipped") == (0, {"test_with_it", "test_all"})  # that run has forgotten none
