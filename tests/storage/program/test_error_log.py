"""The log of the program's own errors."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from annotator.storage.program.error_log import ErrorLog, LoggedError


def error(number: int = 0) -> LoggedError:
    return LoggedError(f"2026-11-22T06:21:{number % 60:02}Z", "ValueError", f"annotator/a.py:{number}")


def test_the_last_errors_come_first(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "new" / "errors.log")
    for number in range(5):
        assert log.add(error(number), "Traceback\n  more")
    assert log.last(3) == [error(4), error(3), error(2)]
    assert "   Traceback\n     more\n" in log.path.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_the_log_is_the_user_s_alone(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "new" / "errors.log")
    log.add(error(), "")
    assert [path.stat().st_mode & 0o777 for path in (log.path.parent, log.path)] == [0o700, 0o600]
    log.path.chmod(0o644)
    log.add(error(), "")
    assert log.path.stat().st_mode & 0o777 == 0o600


def test_details_cannot_be_taken_for_an_error(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "errors.log")
    log.add(error(), f"{error(9).head}\r{error(9).head}\u2028{error(9).head}\n\n{error(9).head}\x1b[31m\udcff")
    assert log.last(9) == [error()]
    assert "\x1b" not in log.path.read_text("utf-8")


def test_a_full_log_is_put_aside_and_only_one_is_kept(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "errors.log", most_bytes=2000)
    for number in range(200):
        log.add(error(number), "x" * 100)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["errors.log", "errors.log.1"]
    assert all(path.stat().st_size < 2400 for path in tmp_path.iterdir())
    assert log.last(12) == [error(number) for number in range(199, 187, -1)]


def test_endless_details_are_cut(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "errors.log")
    log.add(error(), "\n".join(["y" * 100_000, *["y" * 1000] * 10_000]))
    assert log.path.stat().st_size < 256 * 1024


@pytest.mark.parametrize("in_the_way", ["file", "folder", "pipe", "protected"])
def test_a_log_that_cannot_be_written_is_no_error(tmp_path: Path, in_the_way: str) -> None:
    path = tmp_path / "settings" / "errors.log"
    match in_the_way:
        case "file":
            path.parent.write_text("not a folder")
        case "folder":
            path.mkdir(parents=True)
        case "pipe":
            path.parent.mkdir()
            os.mkfifo(path)
        case _:
            path = Path("/proc/errors.log")
    log = ErrorLog(path)
    assert not log.add(error(), "")
    assert log.last(3) == []


def test_a_damaged_log_gives_what_can_be_read(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "errors.log")
    log.path.write_bytes(b"\xff\x00\xfe## nonsense\n## 2026 Error at\n" + error().head.encode() + b"\n")
    assert log.last(3) == [error()]
