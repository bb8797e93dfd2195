"""The review without its widgets: what every wish leaves as it is, and how undo takes each back."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from annotator.model.kinds.decisions import Decision
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.opening.opener import Opener
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.review.others import Others
from annotator.session.review.review_mode import ReviewMode
from annotator.session.review.reviewer import Reviewer
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from tests.support.reviewed.marked import write_reviewed
from tests.support.stories import bytes_below

WISHES: dict[str, Callable[[ReviewMode], object]] = {
    "accept": lambda mode: mode.deciding.accept(),
    "reject": lambda mode: mode.deciding.reject("slip"),
    "reason": lambda mode: mode.deciding.give_reason("edges"),
    "correct": lambda mode: mode.deciding.correct(),
    "back": lambda mode: mode.end_correction(),
    "add": lambda mode: mode.deciding.add("claim", Span(4, 14)),
    "say": lambda mode: mode.say("Why?"),
    "settle": lambda mode: mode.settle(),
    "skip": lambda mode: mode.skip(),
    "next": lambda mode: mode.step(1),
    "finish": lambda mode: mode.deciding.finish(),
    "whose": lambda mode: mode.choose_whose("omar"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_reviewed(tmp_path, "ines", "omar")
    return tmp_path


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    del qtbot  # it makes the application
    return Session(clock=lambda: "2026-03-02T10:00:00Z", randomness=random.Random(7))


@pytest.fixture
def mode(qtbot: QtBot, session: Session, folder: Path) -> Iterator[ReviewMode]:
    """Sam reviews; what is saved goes to the disk by a thread."""
    executor, parent = ThreadPoolExecutor(1), QObject()
    jobs = Jobs(executor, parent)
    autosave = Autosave(session, jobs)
    opener = Opener(session, autosave, SchemeCache(), jobs)
    opener.annotator = "sam"
    mode = ReviewMode(session, Others(session, jobs, parent), Reviewer(opener), parent)
    opener.open(folder / "bridge.txt")
    jobs.finish()
    with qtbot.waitSignal(mode.begun):
        mode.toggle()
    yield mode
    mode.others.leave()
    autosave.finish()
    autosave.stop()
    jobs.finish()
    executor.shutdown()


def test_everybody_who_has_annotated_can_be_chosen(mode: ReviewMode) -> None:
    assert sorted(mode.others.articles) == ["ines", "omar"]
    assert mode.whose == "ines"


def test_filters_leave_the_current_row_in_the_list(mode: ReviewMode) -> None:
    mode.deciding.accept()
    mode.filter(undecided=True, label="claim")
    shown = [mode.reviewed_document.words(row.annotation) for row in mode.queue.shown]
    assert shown == ["12 million", "It was closed for 14 months"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(WISHES)), max_size=12))
def test_no_wish_changes_a_byte_of_anybody_elses_file_and_each_can_be_undone(
    mode: ReviewMode, session: Session, folder: Path, wishes: list[str]
) -> None:
    others = {name: data for name, data in bytes_below(folder).items() if "sam" not in name}
    begun = session.document
    for wish in wishes:
        WISHES[wish](mode)
    mode.end_correction()
    while session.history.canUndo():
        session.undo()
    assert session.document == begun
    assert not session.document.of(Decision)
    assert {name: data for name, data in bytes_below(folder).items() if name in others} == others
