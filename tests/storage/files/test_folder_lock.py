"""Between looking at a file and replacing it nobody else replaces it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotator.storage.files.folder_lock import folder_lock
from tests.support.failing.once import fail_once

HOLD = """
import sys
from pathlib import Path
from annotator.storage.files.folder_lock import folder_lock
with folder_lock(Path(sys.argv[1])):
    print("has it", flush=True)
    sys.stdin.read()
"""
ADD_ONE = """
import sys
from pathlib import Path
from annotator.storage.files.folder_lock import folder_lock
file = Path(sys.argv[1]) / "number"
for _ in range(200):
    with folder_lock(file.parent):
        file.write_text(str(int(file.read_text()) + 1))
"""


def test_nobody_comes_between(tmp_path: Path) -> None:
    (tmp_path / "number").write_text("0")
    children = [subprocess.Popen([sys.executable, "-c", ADD_ONE, str(tmp_path)]) for _ in range(3)]
    assert [child.wait() for child in children] == [0, 0, 0]
    assert (tmp_path / "number").read_text() == "600"


def test_one_that_died_holds_nobody_up(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    assert child.stdin
    assert child.stdout.readline() == "has it\n"
    child.kill()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    with folder_lock(tmp_path):
        (tmp_path / "done").touch()
    assert (tmp_path / "done").exists()


def test_a_folder_that_is_not_there_needs_no_turn(tmp_path: Path) -> None:
    with folder_lock(tmp_path / "nowhere"):
        pass


def test_a_lock_that_cannot_be_closed_undoes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = fail_once(monkeypatch, "close", lambda _handle: True)
    with folder_lock(tmp_path):
        pass
    assert len(failed) == 1
