"""Tallies of a folder, read in the background."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.session.background.long_work import CancelledError, Passing, Stage
from annotator.session.statistics.asked import Asked
from annotator.session.statistics.folder_tallies import Found, read_tallies
from tests.support.statistics.counted_folder import QUAY, write_counted
from tests.support.statistics.tallied import SCHEME, TEXT, Marking

ASKED = Asked(SCHEME)


def read(folder: Path, passing: Passing | None = None) -> Found:
    return read_tallies(folder, lambda: ASKED, passing or Passing(lambda _stage: None), lambda _found: None)


def test_all_documents_below_the_folder_are_counted(tmp_path: Path) -> None:
    write_counted(tmp_path)
    (tmp_path / "north").mkdir()
    write_counted(tmp_path / "north")
    found = read(tmp_path)
    assert {article for article, _annotator in found.tallies} == {
        "quay.txt",
        "tram.txt",
        "north/quay.txt",
        "north/tram.txt",
    }
    assert (found.unread, found.left_out, found.answer.articles) == (0, 0, 4)
    assert found.tallies["quay.txt", ""].text == QUAY


def test_what_cannot_be_read_is_counted(tmp_path: Path) -> None:
    write_counted(tmp_path)
    (tmp_path / "tram.annotations.yaml").write_text("a: b: c", "utf-8")
    assert (read(tmp_path).unread, read(tmp_path).answer.articles) == (1, 1)


def test_progress_is_told_and_cancelling_ends_it(tmp_path: Path) -> None:
    write_counted(tmp_path)
    stages: list[Stage] = []
    read(tmp_path, Passing(stages.append))
    assert (stages[0].doing, stages[0].total) == ("Counting", 2)
    stopped = Passing(lambda _stage: None)
    stopped.stop()
    with pytest.raises(CancelledError):
        read(tmp_path, stopped)


def test_texts_are_kept_as_long_as_there_is_room() -> None:
    found = Found(room=len(TEXT) + 1)
    for article in ("a.txt", "b.txt"):
        found.add(Marking(article).mark("claim", "boats").tally())
    assert [tally.text for tally in found.tallies.values()] == [TEXT, ""]
    assert found.left_out == 1
