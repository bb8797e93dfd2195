"""Files of a folder that can be imported, known by their names alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.interop.article_kinds import extractors
from annotator.session.importing import importable
from annotator.session.importing.importable import SUFFIXES, files_of
from annotator.storage.articles.unreadable import UNREADABLE

NAMES = ("b10.docx", "b2.PDF", "gate.Pages", "page.html", "picture.png", "story.txt", ".hidden.docx")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    for name in (*NAMES, "deep/letter.odt", "deep/story.annotations.yaml"):
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def test_it_names_what_can_be_imported_and_what_cannot_be_read(folder: Path) -> None:
    found = files_of(folder)
    names = [(path.relative_to(folder).as_posix(), kind) for path, kind in found.readable]
    assert names == [("b2.PDF", "pdf"), ("b10.docx", "docx"), ("page.html", "html"), ("deep/letter.odt", "odt")]
    assert found.inside == 1
    assert [path.name for path in found.unreadable] == ["gate.Pages"]
    assert found


def test_a_folder_of_other_files_has_nothing(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"")
    assert not files_of(tmp_path)


def test_there_is_an_end_to_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importable, "MOST", 2)
    assert len(files_of(folder).readable) == 2


def test_the_suffixes_are_those_of_the_kinds() -> None:
    assert {kind.name: tuple(kind.suffixes) for kind in extractors()} == SUFFIXES


@pytest.mark.parametrize("suffix", UNREADABLE)
def test_what_cannot_be_read_is_of_no_kind_that_can(tmp_path: Path, suffix: str) -> None:
    assert not importable.is_importable(tmp_path / f"file{suffix}")
