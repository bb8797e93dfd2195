"""Files kept as evidence: whole and by their hash, or not at all."""

from __future__ import annotations

import os
import resource
import sys
from hashlib import sha256
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.storage.evidence.keeping import keep_bytes, keep_files, size_to_keep
from annotator.storage.evidence.states import LARGEST, THERE, evidence_bytes, looked_at
from annotator.storage.files.file_error import EvidenceError, SaveError
from tests.support.paths import ROOT

KEEPING = """
import sys
from pathlib import Path
from annotator.storage.evidence.keeping import keep_bytes, keep_files
from annotator.storage.files.file_error import FileError

folder, name, refused = Path(sys.argv[1]), sys.argv[2], 0
given = folder.with_name(name)
given.write_text(name)

class GivenUp(Exception):
    pass

def give_up(_path, _bytes):
    raise GivenUp

print("ready", flush=True)
sys.stdin.readline()
for number in range(500):
    try:
        keep_files(folder, [given], give_up)
    except GivenUp:
        pass
    except FileError:
        refused += 1
print(refused, "refused")
for number in range(50):
    print(keep_bytes(folder, f"{name} {number}".encode(), ".txt").file)
    print(keep_bytes(folder, f"both {number}".encode(), ".txt").file)
"""
"""A program that keeps files and gives them up again, then keeps some of its own and some that the other keeps too."""
REPORT = b"%PDF-1.7 nine of twelve wards reported\n"


def folder_of(below: Path) -> Path:
    folder = below / "articles"
    folder.mkdir()
    return folder


def given_file(below: Path, name: str = "report.PDF", data: bytes = REPORT) -> Path:
    path = below / name
    path.write_bytes(data)
    return path


def everything_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@given(st.binary(max_size=2000), st.sampled_from([".pdf", ".txt", "", ".tar.gz", ".däta", "./../x", ".exe" * 9]))
def test_what_is_kept_is_what_was_given(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    kept = keep_bytes(folder, data, suffix)
    assert kept.size == len(data)
    assert kept.file.startswith(f"evidence/{sha256(data).hexdigest()}")
    assert (folder / ".annotator" / kept.file).read_bytes() == evidence_bytes(folder, kept.file) == data


def test_a_file_of_several_chunks_is_kept_whole_and_tells_how_far_it_is(tmp_path: Path) -> None:
    folder, data, told = folder_of(tmp_path), os.urandom(2_500_000), list[int]()
    (kept,) = keep_files(folder, [given_file(tmp_path, data=data)], lambda _path, size: told.append(size))
    assert evidence_bytes(folder, kept.file) == data
    assert told == [1_048_576, 2_097_152, 2_500_000]


def test_two_programs_keep_files_in_one_folder_at_the_same_time(tmp_path: Path) -> None:
    """Also while each takes the folder away that the other is about to write into, as it is empty."""
    folder = folder_of(tmp_path)
    command = [sys.executable, "-c", KEEPING, str(folder)]
    both = [Popen([*command, name], stdin=PIPE, stdout=PIPE, text=True, cwd=ROOT) for name in "ab"]
    assert [it.stdout.readline() for it in both if it.stdout] == ["ready\n", "ready\n"]
    for one in both:
        assert one.stdin
        one.stdin.write("\n")
        one.stdin.flush()
    told = [one.communicate(timeout=60)[0].splitlines() for one in both]
    assert [lines[0] for lines in told] == ["0 refused"] * 2
    for file in (*told[0][1:], *told[1][1:]):
        assert looked_at(folder, file).state == THERE


def test_it_is_named_by_its_hash_and_a_plain_suffix_and_kept_once(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (kept,) = keep_files(folder, [given_file(tmp_path)])
    assert kept.file == f"evidence/{sha256(REPORT).hexdigest()}.pdf"
    before = (folder / ".annotator" / kept.file).stat()
    assert keep_files(folder, [given_file(tmp_path, "again.pdf")]) == [kept]
    after = (folder / ".annotator" / kept.file).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert everything_in(folder) == [".annotator", ".annotator/evidence", f".annotator/{kept.file}"]


def test_one_that_was_altered_is_put_right_when_it_is_kept_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    (kept,) = keep_files(folder, [given_file(tmp_path)])
    (folder / ".annotator" / kept.file).write_bytes(b"other")
    keep_files(folder, [given_file(tmp_path)])
    assert looked_at(folder, kept.file).state == THERE


def test_nobody_may_read_the_copy_who_may_not_read_the_file(tmp_path: Path) -> None:
    folder, path = folder_of(tmp_path), given_file(tmp_path)
    path.chmod(0o600)
    (kept,) = keep_files(folder, [path])
    assert (folder / ".annotator" / kept.file).stat().st_mode & 0o777 == 0o600


def test_one_that_is_too_large_is_refused_before_it_is_copied(tmp_path: Path) -> None:
    folder, path = folder_of(tmp_path), tmp_path / "film.mp4"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    for refused in (lambda: size_to_keep(path), lambda: keep_files(folder, [path])):
        with pytest.raises(EvidenceError, match=r"256\.0 MiB, where 256 MiB is the limit"):
            refused()
    assert everything_in(folder) == []


def test_the_size_is_told_before_it_is_kept(tmp_path: Path) -> None:
    assert size_to_keep(given_file(tmp_path)) == len(REPORT)


def test_folders_pipes_devices_and_what_is_not_there_are_refused(tmp_path: Path) -> None:
    folder, pipe = folder_of(tmp_path), tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (tmp_path, pipe, Path("/dev/zero"), tmp_path / "gone.pdf"):
        with pytest.raises(EvidenceError):
            keep_files(folder, [path])
    assert everything_in(folder) == []


def test_a_link_that_leads_out_of_its_folder_is_not_followed(tmp_path: Path) -> None:
    folder, downloads = folder_of(tmp_path), tmp_path / "downloads"
    downloads.mkdir()
    (downloads / "report.pdf").symlink_to(given_file(tmp_path))
    with pytest.raises(EvidenceError, match="leads out of its folder"):
        keep_files(folder, [downloads / "report.pdf"])
    assert everything_in(folder) == []


@pytest.mark.parametrize("linked", [".annotator", ".annotator/evidence"])
def test_nothing_is_kept_through_a_link(tmp_path: Path, linked: str) -> None:
    folder, home = folder_of(tmp_path), tmp_path / "home"
    home.mkdir()
    (folder / linked).parent.mkdir(exist_ok=True)
    (folder / linked).symlink_to(home)
    with pytest.raises(SaveError, match="a link is in the way"):
        keep_files(folder, [given_file(tmp_path)])
    assert everything_in(home) == []


def test_a_link_under_the_name_of_the_hash_is_replaced_not_written_through(tmp_path: Path) -> None:
    folder, diary = folder_of(tmp_path), given_file(tmp_path, "diary.txt", b"mine")
    place = folder / ".annotator" / "evidence" / f"{sha256(REPORT).hexdigest()}.pdf"
    place.parent.mkdir(parents=True)
    place.symlink_to(diary)
    keep_files(folder, [given_file(tmp_path)])
    assert not place.is_symlink()
    assert place.read_bytes() == REPORT
    assert diary.read_bytes() == b"mine"


class StoppedError(Exception):
    """The work was cancelled."""


def test_where_it_is_cancelled_nothing_stays(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)

    def stop(_path: Path, _bytes: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        keep_files(folder, [given_file(tmp_path, data=b"x" * 3_000_000)], stop)
    assert everything_in(folder) == []


def test_what_somebody_else_has_kept_meanwhile_stays_where_an_order_fails(tmp_path: Path) -> None:
    folder, taken = folder_of(tmp_path), list[str]()
    paths = [given_file(tmp_path, "one.pdf"), given_file(tmp_path, "two.pdf", b"other")]

    def stop(path: Path, _bytes: int) -> None:
        if path == paths[1]:
            taken.append(keep_bytes(folder, REPORT, ".pdf").file)
            raise StoppedError

    with pytest.raises(StoppedError):
        keep_files(folder, paths, stop)
    assert looked_at(folder, taken[0]).state == THERE
    assert everything_in(folder) == [".annotator", ".annotator/evidence", f".annotator/{taken[0]}"]


def test_of_several_files_all_are_kept_or_none(tmp_path: Path) -> None:
    folder, paths = folder_of(tmp_path), [given_file(tmp_path, f"{name}.txt", name.encode()) for name in "abba"]
    with pytest.raises(EvidenceError):
        keep_files(folder, [*paths, tmp_path / "gone.pdf"])
    assert everything_in(folder) == []
    kept = keep_files(folder, paths)
    assert [evidence_bytes(folder, one.file) for one in kept] == [b"a", b"b", b"b", b"a"]
    assert len(everything_in(folder)) == 4


def test_where_the_disk_takes_no_more_nothing_stays(tmp_path: Path) -> None:
    folder, path = folder_of(tmp_path), given_file(tmp_path, data=b"x" * 3_000_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, before[1]))
    try:
        with pytest.raises(SaveError, match="the disk is full"):
            keep_files(folder, [path])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert everything_in(folder) == []


def test_where_the_flush_fails_nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, path = folder_of(tmp_path), given_file(tmp_path)

    def fail(_handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(SaveError, match="Input/output error"):
        keep_files(folder, [path])
    assert everything_in(folder) == []
