"""Sidecars without their articles: what goes wrong when they are taken along or put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.session.background.jobs import Jobs
from annotator.session.opening.folder import Folder
from annotator.session.opening.opener import Opener
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.session.sync.orphan_sidecars import OrphanSidecars

Tag = Callable[[str, str], str]
TEXT = "Thousands of people left the town on Thursday.\n\nThe mayor said so."
LIKE_IT = "Thousands of people left the town on Friday.\n\nThe mayor said so."


@dataclass
class Desk:
    """A folder with an annotated article one.txt that is open, and the search for sidecars without theirs."""

    session: Session
    folder: Folder
    opener: Opener
    autosave: Autosave
    orphans: OrphanSidecars
    jobs: Jobs
    path: Path

    @property
    def article(self) -> Path:
        return self.path / "one.txt"

    @property
    def sidecar(self) -> Path:
        return self.path / "one.annotations.yaml"

    def settle(self) -> None:
        """Wait until nothing is left to do, with what that leads to."""
        for _turn in range(4):
            self.jobs.finish()
            QApplication.processEvents()

    def list(self, path: Path | None = None) -> None:
        self.folder.open(path or self.path, "")
        self.settle()


@pytest.fixture
def desk(session: Session, disk: Jobs, tmp_path: Path, tag: Tag) -> Iterator[Desk]:
    autosave = Autosave(session, disk)
    folder = Folder(disk, SchemeCache())
    opener = Opener(session, autosave, SchemeCache(), disk)
    path = tmp_path / "news"
    path.mkdir()
    desk = Desk(session, folder, opener, autosave, OrphanSidecars(session, folder, opener, autosave, disk), disk, path)
    desk.article.write_text(TEXT, "utf-8")
    opener.open(desk.article)
    desk.settle()
    tag("claim", "people left")
    autosave.finish()
    yield desk
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


def close_article(desk: Desk) -> None:
    desk.session.path = None
    desk.session.show(None)


def test_without_a_folder_there_is_nothing_to_look_for(desk: Desk) -> None:
    desk.article.rename(desk.path / "tale.txt")
    close_article(desk)
    desk.orphans.look()
    desk.settle()
    assert (desk.orphans.left, desk.sidecar.exists()) == ([], True)


def test_what_cannot_be_taken_along_is_told_and_stays(desk: Desk, said: list[str]) -> None:
    close_article(desk)
    desk.article.unlink()
    other = desk.path / "tale.txt"
    other.write_text(LIKE_IT, "utf-8")
    desk.list()
    [orphan] = desk.orphans.left
    (desk.path / "tale.annotations.yaml").write_text("taken", "utf-8")
    desk.orphans.take(orphan, other)
    assert len(said) == 1
    assert "tale.annotations.yaml" in said[0]
    assert desk.sidecar.exists()
    assert desk.orphans.last == []


def test_what_cannot_be_put_back_is_told(desk: Desk, said: list[str]) -> None:
    close_article(desk)
    desk.article.rename(desk.path / "tale.txt")
    desk.list()
    assert [done.new.name for done in desk.orphans.last] == ["tale.annotations.yaml"]
    desk.sidecar.write_text("somebody else's", "utf-8")
    desk.orphans.undo()
    desk.settle()
    assert any("one.annotations.yaml" in sentence for sentence in said)
    assert desk.sidecar.read_text("utf-8") == "somebody else's"
    assert (desk.path / "tale.annotations.yaml").exists()


def test_what_is_found_after_another_folder_was_opened_is_not_told_there(desk: Desk, tmp_path: Path) -> None:
    close_article(desk)
    desk.list()
    desk.article.unlink()
    (tmp_path / "empty").mkdir()
    desk.orphans.look()
    desk.folder.path = tmp_path / "empty"
    desk.settle()
    assert desk.orphans.left == []


def test_the_open_article_does_not_follow_what_was_put_back(desk: Desk) -> None:
    """Once the user has undone it, its sidecar is offered but never renamed again by itself."""
    desk.list()
    tale = desk.article.rename(desk.path / "tale.txt")
    desk.orphans.look()
    desk.settle()
    desk.folder.refresh()
    desk.settle()
    desk.orphans.look()
    desk.settle()
    assert desk.session.path == tale
    desk.orphans.undo()
    desk.settle()
    assert desk.sidecar.exists()
    desk.orphans.look()
    desk.settle()
    assert desk.sidecar.exists()
    assert not (desk.path / "tale.annotations.yaml").exists()
    assert [orphan.sidecar for orphan in desk.orphans.of(tale)] == [desk.sidecar]


def test_the_open_article_stays_where_its_sidecar_cannot_follow(desk: Desk) -> None:
    desk.list()
    tale = desk.article.rename(desk.path / "tale.txt")
    (desk.path / "tale.annotations.yaml").write_text("taken", "utf-8")
    desk.folder.refresh()
    desk.orphans.look()
    desk.settle()
    assert desk.session.path == desk.article
    assert desk.sidecar.exists()
    assert (desk.path / "tale.annotations.yaml").read_text("utf-8") == "taken"
    assert tale.exists()
