"""Saving a document into its sidecar."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from types import MappingProxyType

import pytest

from annotator.model.annotation import Relation
from annotator.model.article import Article
from annotator.model.document import Document
from annotator.storage.files.file_error import SaveError
from annotator.storage.saving.saver import OvertakenError, Saver
from annotator.storage.sidecars.canonical_layout import MOST_BLOCKS
from annotator.storage.sidecars.sidecar_files import read_sidecar
from tests.support.failing.once import fail_once

AT = "2026-11-22T06:21:20Z"
ARTICLE = Article.of("town.txt", "Thousands of people left.")


def linked(count: int) -> Document:
    links = {f"r{number}": Relation(f"r{number}", "via", "a", "b") for number in range(count)}
    return Document(ARTICLE, relations=MappingProxyType(links))


def test_what_is_saved_is_read(tmp_path: Path) -> None:
    sidecar = tmp_path / "town.annotations.yaml"
    data = Saver(sidecar).save(linked(2), None, AT)
    assert sidecar.read_bytes() == data
    assert read_sidecar(sidecar, ARTICLE).document == linked(2)


def test_what_somebody_else_wrote_stays(tmp_path: Path) -> None:
    sidecar = tmp_path / "town.annotations.yaml"
    sidecar.write_bytes(b"theirs")
    with pytest.raises(OvertakenError):
        Saver(sidecar).save(linked(2), b"what was there", AT)
    assert sidecar.read_bytes() == b"theirs"


def test_what_could_not_be_read_again_is_refused(tmp_path: Path) -> None:
    sidecar = tmp_path / "town.annotations.yaml"
    with pytest.raises(SaveError, match="could not be read again"):
        Saver(sidecar).save(linked(MOST_BLOCKS + 1), None, AT)
    assert not sidecar.exists()


def is_folder(handle: int) -> bool:
    return stat.S_ISDIR(os.fstat(handle).st_mode)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are flushed on POSIX only")
@pytest.mark.parametrize("links", [2, 3])
def test_what_was_written_but_not_flushed_is_ones_own_and_is_flushed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: int
) -> None:
    saver = Saver(tmp_path / "town.annotations.yaml")
    old = saver.save(linked(1), None, AT)
    saver.save(linked(1), old, AT)
    again = saver.save(linked(3), old, AT)  # the history and the text are kept: only the sidecar is flushed from here
    fail_once(monkeypatch, "fsync", is_folder)
    with pytest.raises(SaveError):
        saver.save(linked(2), again, AT)
    flushed, real = list[int](), os.fsync
    monkeypatch.setattr(os, "fsync", lambda handle: (flushed.append(is_folder(handle)), real(handle)))
    data = saver.save(linked(links), again, AT)
    assert (tmp_path / "town.annotations.yaml").read_bytes() == data
    assert True in flushed


def test_a_single_save_changes_nothing_where_the_history_cannot_be_kept(tmp_path: Path) -> None:
    sidecar = tmp_path / "town.annotations.yaml"
    old = Saver(sidecar).save(linked(1), None, AT)
    (tmp_path / ".annotator" / "history").write_text("in the way")
    with pytest.raises(SaveError):
        Saver(sidecar, strict=True).save(linked(2), old, AT)
    assert sidecar.read_bytes() == old
    saver = Saver(sidecar)
    saver.save(linked(2), old, AT)
    assert saver.unkept
