"""Saving: at once, together, never over what somebody else wrote."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from pytestqt.qtbot import QtBot

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.storage.saving.history import versions
from annotator.storage.saving.kept_texts import kept_text
from annotator.storage.saving.saver import UndecidedError
from annotator.storage.sidecars.sidecar_files import SidecarWriter

Tag = Callable[[str, str], str]
Opened = Callable[..., OpenArticle]
THEIRS = b"somebody else's\n"


@pytest.fixture
def autosave(session: Session, disk: Jobs) -> Iterator[Autosave]:
    autosave = Autosave(session, disk)
    yield autosave
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


def labels_in(sidecar: Path) -> list[str]:
    return [annotation["text"] for annotation in yaml.safe_load(sidecar.read_text("utf-8"))["annotations"]]


def test_a_change_is_on_disk(session: Session, opened: Opened, tag: Tag, autosave: Autosave) -> None:
    article = opened()
    session.show(article)
    tag("source", "people")
    assert autosave.saving
    autosave.finish()
    assert article.sidecar.read_bytes() == SidecarWriter().data(session.document) == article.saved
    assert not autosave.saving
    assert autosave.unsaved(*article.key) is None


def test_undo_is_on_disk_too(session: Session, opened: Opened, tag: Tag, autosave: Autosave) -> None:
    article = opened()
    session.show(article)
    tag("source", "people")
    tag("source", "mayor")
    session.undo()
    autosave.finish()
    assert labels_in(article.sidecar) == ["people"]


def test_changes_made_meanwhile_go_into_one_save(
    qtbot: QtBot, session: Session, opened: Opened, tag: Tag, worker: object
) -> None:
    autosave = Autosave(session, Jobs(worker))  # type: ignore[arg-type]  # the fixture's class is conftest's own
    article, states = opened(), list[bool]()
    autosave.state_changed.connect(lambda: states.append(autosave.saving))
    session.show(article)
    tag("source", "people")
    qtbot.waitUntil(lambda: bool(worker.waiting))  # type: ignore[attr-defined]  # likewise
    for words in ("left", "town", "mayor", "said"):
        tag("source", words)
    worker.work()  # type: ignore[attr-defined]  # likewise
    assert states == [True, True, True, False]
    assert labels_in(article.sidecar) == ["people", "left", "town", "mayor", "said"]


@pytest.mark.parametrize("had_saved", [True, False])
def test_what_somebody_else_wrote_is_not_overwritten_but_told(
    had_saved: bool, session: Session, opened: Opened, tag: Tag, autosave: Autosave
) -> None:
    article, told = opened(), list[OpenArticle]()
    autosave.overtaken.connect(told.append)
    session.show(article)
    if had_saved:
        tag("source", "people")
        autosave.finish()
    article.sidecar.write_bytes(THEIRS)
    tag("source", "mayor")
    autosave.finish()
    assert article.sidecar.read_bytes() == THEIRS
    assert told == [article]
    assert autosave.saving
    assert autosave.unsaved(*article.key) is article


def test_what_waits_for_the_user_is_not_saved_by_the_next_change(
    session: Session, opened: Opened, tag: Tag, autosave: Autosave
) -> None:
    article = opened()
    session.show(article)
    autosave.hold(article, UndecidedError.at(article.sidecar, "Decide first."))
    tag("source", "people")
    autosave.try_again()
    autosave.finish()
    assert not article.sidecar.exists()
    autosave.resume(article)
    autosave.finish()
    assert labels_in(article.sidecar) == ["people"]


def test_the_version_before_the_session_is_kept_once(
    session: Session, opened: Opened, tag: Tag, autosave: Autosave
) -> None:
    article = opened(saved=THEIRS)
    article.sidecar.write_bytes(THEIRS)
    session.show(article)
    for words in ("people", "mayor"):
        tag("source", words)
        autosave.finish()
    assert [version.path.read_bytes() for version in versions(article.sidecar)] == [THEIRS]


def test_where_nothing_can_be_kept_the_work_is_saved_and_that_is_said(
    session: Session, opened: Opened, tag: Tag, autosave: Autosave
) -> None:
    article = opened()
    article.path.with_name(".annotator").write_text("a file is in the way")
    session.show(article)
    for words in ("people", "mayor"):
        tag("source", words)
        autosave.finish()
    assert labels_in(article.sidecar) == ["people", "mayor"]
    assert autosave.unkept is not None
    article.path.with_name(".annotator").unlink()
    tag("source", "town")
    autosave.finish()
    assert autosave.unkept is None
    assert kept_text(article.path.parent, session.document.article.sha256) == session.document.article.text


def test_the_text_is_kept(session: Session, opened: Opened, tag: Tag, autosave: Autosave) -> None:
    article = opened()
    session.show(article)
    tag("source", "people")
    autosave.finish()
    text = session.document.article
    assert kept_text(article.path.parent, text.sha256) == text.text


def test_giving_up_forgets_what_was_not_saved(session: Session, opened: Opened, tag: Tag, autosave: Autosave) -> None:
    article = opened()
    session.show(article)
    article.sidecar.write_bytes(THEIRS)
    tag("source", "people")
    autosave.finish()
    autosave.give_up(article)
    assert autosave.failures == []
    assert autosave.unsaved(*article.key) is None
    assert article.sidecar.read_bytes() == THEIRS


def test_what_was_given_up_at_once_is_not_saved(session: Session, opened: Opened, tag: Tag, autosave: Autosave) -> None:
    article = opened()
    session.show(article)
    tag("source", "people")
    autosave.give_up(article)
    autosave.finish()
    assert autosave.unsaved(*article.key) is None
    assert not autosave.saving


def test_a_failing_disk_is_told_and_tried_again(
    session: Session, opened: Opened, tag: Tag, autosave: Autosave, tmp_path: Path
) -> None:
    article = opened()
    article.sidecar = tmp_path / "gone" / "town.annotations.yaml"
    session.show(article)
    tag("source", "people")
    autosave.finish()
    assert len(autosave.failures) == 1
    assert session.document.annotations
    article.sidecar.parent.mkdir()
    autosave.try_again()
    autosave.finish()
    assert autosave.failures == []
    assert labels_in(article.sidecar) == ["people"]


def test_the_next_change_tries_again_too(
    session: Session, opened: Opened, tag: Tag, autosave: Autosave, tmp_path: Path
) -> None:
    article = opened()
    article.sidecar = tmp_path / "gone" / "town.annotations.yaml"
    session.show(article)
    tag("source", "people")
    autosave.finish()
    article.sidecar.parent.mkdir()
    tag("source", "mayor")
    autosave.finish()
    assert labels_in(article.sidecar) == ["people", "mayor"]


def test_it_tries_again_by_itself(
    session: Session, opened: Opened, tag: Tag, disk: Jobs, tmp_path: Path, qtbot: QtBot
) -> None:
    autosave = Autosave(session, disk, retry_ms=1)
    article = opened()
    article.sidecar = tmp_path / "gone" / "town.annotations.yaml"
    session.show(article)
    tag("source", "people")
    autosave.finish()
    article.sidecar.parent.mkdir()
    qtbot.waitUntil(article.sidecar.exists)
    qtbot.waitUntil(lambda: not autosave.failures)


def test_two_articles_are_saved_side_by_side(
    session: Session, opened: Opened, tag: Tag, autosave: Autosave, tmp_path: Path
) -> None:
    first, second = opened(), opened()
    second.path, second.sidecar = tmp_path / "two.txt", tmp_path / "two.annotations.yaml"
    session.show(first)
    tag("source", "people")
    session.show(second)
    tag("source", "mayor")
    autosave.finish()
    assert labels_in(first.sidecar) == ["people"]
    assert labels_in(second.sidecar) == ["mayor"]


def test_the_same_content_is_not_written_again(session: Session, opened: Opened, tag: Tag, autosave: Autosave) -> None:
    article = opened()
    session.show(article)
    tag("source", "people")
    tag("source", "mayor")
    autosave.finish()
    os.utime(article.sidecar, ns=(1, 1))
    session.undo()
    session.redo()
    autosave.finish()
    assert labels_in(article.sidecar) == ["people", "mayor"]


def test_a_fault_of_the_program_never_counts_as_saved(
    session: Session, opened: Opened, tag: Tag, autosave: Autosave
) -> None:
    article = opened()
    session.show(article)
    unwritable = Annotation("x1", "claim", Span(0, 4), origin="\ud800")
    session.do(Change(added=(unwritable,)), "Put in what cannot be written")
    autosave.finish()
    (failure,) = autosave.failures
    assert "fault of the program" in failure.problem.sentence
    assert autosave.unsaved(*article.key) is article
    assert not article.sidecar.exists()
    session.undo()
    tag("source", "people")
    autosave.finish()
    assert not autosave.failures
    assert labels_in(article.sidecar) == ["people"]
