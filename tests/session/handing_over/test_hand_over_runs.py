"""Handing over in the background: after saving, with counts, and with nothing left of what was cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotator.interop.handover.choices import Choices, EvidenceFiles
from annotator.interop.handover.counting import Counts
from annotator.interop.handover.delivery import Delivered
from annotator.interop.handover.forms import FORMS
from annotator.session.background.jobs import Jobs
from annotator.session.background.long_work import CancelledError, Passing
from annotator.session.handing_over.hand_over_counts import HandOverCounts
from annotator.session.handing_over.hand_over_runs import HandOverOrder, HandOverRuns, handed_over
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.storage.files.file_error import SaveError
from annotator.storage.sidecars.sidecar_files import SidecarWriter, sidecar_path
from tests.support.handover.checked_story import checked_story
from tests.support.handover.page_reader import PageReader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    document = checked_story()
    (made / "bell.txt").write_text(document.article.text, "utf-8")
    sidecar_path(made / "bell.txt", "sam").write_bytes(SidecarWriter().data(document))
    return made


@pytest.fixture
def autosave(session: Session, disk: Jobs) -> Iterator[Autosave]:
    autosave = Autosave(session, disk, session)
    yield autosave
    autosave.stop()


def order(folder: Path, name: str = "bell.html", **known: Any) -> HandOverOrder:
    return HandOverOrder(FORMS["html"], folder / "bell.txt", folder.parent / name, Choices(), "sam", **known)


def ended(runs: HandOverRuns, order: HandOverOrder, qtbot: QtBot) -> Any:
    with qtbot.waitSignal(runs.ended) as signal:
        runs.run(order)
    return signal.args[0]


def test_the_article_of_one_annotator_becomes_a_file(
    folder: Path, autosave: Autosave, disk: Jobs, qtbot: QtBot
) -> None:
    done = ended(HandOverRuns(disk, autosave, autosave), order(folder), qtbot)
    assert isinstance(done, Delivered)
    assert (done.documents, done.facts, done.confidential) == (1, 3, 1)
    assert PageReader((folder.parent / "bell.html").read_text("utf-8")).column == checked_story().article.text


def test_a_place_among_what_is_read_is_refused(folder: Path) -> None:
    with pytest.raises(SaveError, match="lies among the articles"):
        handed_over(order(folder, "news/bell.txt", replace=True), Passing(lambda _stage: None))


def test_nothing_stays_of_what_was_cancelled(folder: Path) -> None:
    passing = Passing(lambda stage: passing.stop() if stage.total else None)
    whole = HandOverOrder(
        FORMS["html"],
        folder,
        folder.parent / "out",
        Choices(evidence_files=EvidenceFiles.FOLDER),
        is_folder=True,
    )
    with pytest.raises(CancelledError):
        handed_over(whole, passing)
    assert [path.name for path in folder.parent.iterdir()] == ["news"]


def test_counts_come_from_the_background(folder: Path, autosave: Autosave, disk: Jobs, qtbot: QtBot) -> None:
    counts = HandOverCounts(disk, autosave, autosave)
    counts.read(folder, None)
    qtbot.waitUntil(lambda: counts.complete)
    assert (counts.counts(Choices()), counts.problems) == (Counts(1, 3, 2, 1, 1), 0)
    assert counts.counts(Choices()) == Counts(1, 3, 2, 1, 1), "the same again, not twice as many"
    assert counts.counts(Choices(queries=False)) == Counts(1, 3, 2, 1, 0)
    assert (counts.labels["claim"], counts.states["to-check"]) == (3, 1)
    counts.read(folder / "bell.txt", "another")
    qtbot.waitUntil(lambda: counts.complete)
    assert counts.counts(Choices()) == Counts()
