"""States of files of evidence: there, missing, altered; nothing else is ever read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.storage.evidence.keeping import keep_bytes
from annotator.storage.evidence.states import (
    ALTERED,
    MISNAMED,
    MISSING,
    THERE,
    UNREADABLE,
    FileState,
    evidence_bytes,
    files_kept,
    glanced_at,
    looked_at,
)
from annotator.storage.files.file_error import EvidenceError

DATA = b"nine of twelve wards"


def kept_place(folder: Path) -> tuple[str, Path]:
    file = keep_bytes(folder, DATA, ".txt").file
    return file, folder / ".annotator" / file


def test_one_that_is_as_it_was_kept_is_there(tmp_path: Path) -> None:
    file, _place = kept_place(tmp_path)
    assert looked_at(tmp_path, file) == glanced_at(tmp_path, file) == FileState(THERE, len(DATA))
    assert files_kept(tmp_path) == [file]


def test_one_with_other_bytes_is_altered_which_a_glance_does_not_see(tmp_path: Path) -> None:
    file, place = kept_place(tmp_path)
    place.write_bytes(DATA.upper())
    assert looked_at(tmp_path, file).state == ALTERED
    assert glanced_at(tmp_path, file).state == THERE
    with pytest.raises(EvidenceError, match="altered since"):
        evidence_bytes(tmp_path, file)


def test_one_that_was_removed_is_missing(tmp_path: Path) -> None:
    file, place = kept_place(tmp_path)
    place.unlink()
    assert looked_at(tmp_path, file).state == MISSING
    with pytest.raises(EvidenceError, match="It is not there"):
        evidence_bytes(tmp_path, file)


@pytest.mark.parametrize(
    "file",
    [
        "",
        "evidence",
        "evidence/",
        "evidence/report.pdf",
        "../secret.txt",
        "/etc/hostname",
        f"evidence/../{'a' * 64}.txt",
        f"evidence/{'a' * 63}.txt",
        f"evidence/{'A' * 64}.txt",
        f"evidence/{'a' * 64}.txt\n",
        f"evidence/{'a' * 64}./x",
        f"evidence/{'a' * 64}\\x",
        f"texts/{'a' * 64}.txt",
        f"evidence/{'a' * 64}.tar.gz",
        "evidence/\0",
    ],
)
def test_another_name_leads_nowhere(tmp_path: Path, file: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    assert looked_at(tmp_path, file) == glanced_at(tmp_path, file) == FileState(MISNAMED)
    with pytest.raises(EvidenceError):
        evidence_bytes(tmp_path, file)


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_is_no_file_is_not_read(tmp_path: Path, kind: str) -> None:
    file, place = kept_place(tmp_path)
    place.unlink()
    if kind == "link":
        (tmp_path / "same.txt").write_bytes(DATA)
        place.symlink_to(tmp_path / "same.txt")
    elif kind == "folder":
        place.mkdir()
    else:
        os.mkfifo(place)
    assert looked_at(tmp_path, file).state == UNREADABLE
    assert files_kept(tmp_path) == []
    with pytest.raises(EvidenceError):
        evidence_bytes(tmp_path, file)


def test_nothing_is_read_where_the_hidden_folder_is_a_link(tmp_path: Path) -> None:
    mine, cloned = tmp_path / "mine", tmp_path / "cloned"
    mine.mkdir()
    cloned.mkdir()
    file, _place = kept_place(mine)
    (cloned / ".annotator").symlink_to(mine / ".annotator")
    assert looked_at(cloned, file).state == UNREADABLE
    assert files_kept(cloned) == []
