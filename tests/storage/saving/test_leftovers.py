"""Temporary files whose writer died."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotator.storage.files.temporary_names import is_stray, temporary_beside
from annotator.storage.saving.leftovers import clear_leftovers

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
WAIT = (
    "import sys; from pathlib import Path; from annotator.storage.files.temporary_names import temporary_beside\n"
    "path = temporary_beside(Path(sys.argv[1]) / 'a'); path.touch(); print(path, flush=True); sys.stdin.read()"
)
HOURS_AGO = time.time() - 3 * 3600


@pytest.fixture
def dead_pid() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def stray_of(folder: Path, pid: int) -> Path:
    """A temporary file of the process of that number."""
    own = temporary_beside(folder / "a")
    path = own.with_name(own.name.replace(f"-{os.getpid()}-", f"-{pid}-"))
    path.touch()
    return path


@posix
def test_only_the_files_of_the_dead_are_removed(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAIT, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        stray = Path(process.stdout.readline().strip())
        os.utime(stray, (HOURS_AGO, HOURS_AGO))
        assert clear_leftovers(tmp_path) == []
        process.send_signal(signal.SIGKILL)
    assert clear_leftovers(tmp_path) == [stray]
    assert list(tmp_path.iterdir()) == []


def test_what_this_process_writes_is_left_alone(tmp_path: Path) -> None:
    path = temporary_beside(tmp_path / "a")
    path.touch()
    os.utime(path, (HOURS_AGO, HOURS_AGO))
    assert clear_leftovers(tmp_path) == []


@pytest.mark.parametrize("name", [".annotator-00000000-1-0123456789abcdef.tmp", ".annotator-0123456789abcdef.tmp"])
def test_those_of_other_machines_are_left_alone_for_an_hour(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    assert clear_leftovers(tmp_path) == []
    os.utime(path, (HOURS_AGO, HOURS_AGO))
    assert clear_leftovers(tmp_path) == [path]


@pytest.mark.parametrize(
    "name",
    [
        *("story.annotations.yaml", ".annotator-mine.tmp", ".annotator-0123456789abcdef.tmp.yaml", "a.tmp", ".tmp"),
        *("x.annotator-0123456789abcdef.tmp", ".annotator-0123456789ABCDEF.tmp", ".annotator-0123456789abcdef.tmp\n"),
    ],
)
def test_other_files_are_never_removed(tmp_path: Path, name: str) -> None:
    assert not is_stray(name, 1e9)
    (tmp_path / name).touch()
    os.utime(tmp_path / name, (0, 0))
    assert clear_leftovers(tmp_path) == []


def test_strays_behind_the_scenes_go_with_their_empty_folders(tmp_path: Path, dead_pid: int) -> None:
    for place in ("history/story.annotations.yaml", "texts", "locks"):
        (tmp_path / ".annotator" / place).mkdir(parents=True)
        stray_of(tmp_path / ".annotator" / place, dead_pid)
    kept = tmp_path / ".annotator" / "texts" / "kept.txt"
    kept.touch()
    assert len(clear_leftovers(tmp_path)) == 3
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kept]
    assert sorted(path.name for path in (tmp_path / ".annotator").iterdir()) == ["texts"]


def test_folders_inside_are_not_gone_through(tmp_path: Path, dead_pid: int) -> None:
    (tmp_path / "inner").mkdir()
    stray = stray_of(tmp_path / "inner", dead_pid)
    assert clear_leftovers(tmp_path) == []
    assert stray.exists()


@posix
def test_where_a_linked_sidecar_is_written_strays_are_removed_too(tmp_path: Path, dead_pid: int) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "story.annotations.yaml").symlink_to("elsewhere/real.yaml")
    stray = stray_of(tmp_path / "elsewhere", dead_pid)
    assert [path.name for path in clear_leftovers(tmp_path)] == [stray.name]


@posix
def test_links_and_folders_of_such_a_name_are_left_alone(tmp_path: Path, dead_pid: int) -> None:
    stray = stray_of(tmp_path, dead_pid)
    stray.rename(tmp_path / "precious")
    stray.symlink_to("precious")
    stray_of(tmp_path, dead_pid).unlink()
    (tmp_path / ".annotator-0123456789abcdef.tmp").mkdir()
    os.utime(tmp_path / ".annotator-0123456789abcdef.tmp", (HOURS_AGO, HOURS_AGO))
    assert clear_leftovers(tmp_path) == []
    assert (tmp_path / "precious").exists()


def test_a_folder_that_is_gone_is_no_error(tmp_path: Path) -> None:
    assert clear_leftovers(tmp_path / "gone") == []


def test_the_name_is_short_whatever_the_file_is_called(tmp_path: Path) -> None:
    name = temporary_beside(tmp_path / ("x" * 255)).name
    assert re.fullmatch(r"\.annotator-[0-9a-f]{8}-\d+-[0-9a-f]{16}\.tmp", name)
