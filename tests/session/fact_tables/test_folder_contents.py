"""The figures and names of a folder, read one article after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.language.values.numbers import ENGLISH
from annotator.session.background.long_work import CancelledError, Passing
from annotator.session.fact_tables.folder_contents import Part, Wanted, read_contents
from annotator.storage.schemes.scheme_lookup import built_in_scheme
from tests.support.marked_articles import write_report
from tests.support.program import sidecar_of


def wanted(folder: Path) -> Wanted:
    return Wanted(sorted(folder.glob("*.txt")), "", built_in_scheme(), ENGLISH)


def read(folder: Path) -> list[Part]:
    parts: list[Part] = []
    read_contents(wanted(folder), Passing(lambda _stage: None), parts.append)
    return parts


def test_the_first_article_is_told_at_once(tmp_path: Path) -> None:
    write_report(tmp_path)
    parts = read(tmp_path)
    assert [*parts[0].contents] == ["report.txt"]
    assert {name for part in parts for name in part.contents} == {"report.txt", "zebra.txt"}


def test_an_article_without_a_sidecar_has_no_contents(tmp_path: Path) -> None:
    write_report(tmp_path)
    (tmp_path / "new.txt").write_text("Nobody counted 3 boats.\n", "utf-8")
    assert not any("new.txt" in part.contents or part.unread for part in read(tmp_path))


def test_a_sidecar_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    sidecar_of(write_report(tmp_path)).write_text("format: [", "utf-8")
    parts = read(tmp_path)
    assert [name for part in parts for name in part.unread] == ["report.txt"]
    assert [name for part in parts for name in part.contents] == ["zebra.txt"]


def test_it_can_be_cancelled(tmp_path: Path) -> None:
    write_report(tmp_path)
    passing = Passing(lambda _stage: None)
    passing.stop()
    with pytest.raises(CancelledError):
        read_contents(wanted(tmp_path), passing, lambda _part: None)
