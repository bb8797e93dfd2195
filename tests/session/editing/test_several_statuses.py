"""One status for several articles, while something comes in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from annotator.session.background.jobs import Jobs
from annotator.session.editing.navigation import Navigation
from annotator.session.editing.several_statuses import SeveralStatuses
from annotator.session.opening.folder import Folder
from annotator.session.opening.folder_plan import FolderPlan
from annotator.session.opening.opener import Opener
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.preferences.settings_store import SettingsStore
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session

if TYPE_CHECKING:
    from tests.session.conftest import WhenTold


@dataclass
class Desk:
    """Articles a, b and c, the first of which is open; files are read when ``settle`` says so."""

    session: Session
    statuses: SeveralStatuses
    autosave: Autosave
    navigation: Navigation
    worker: WhenTold
    folder: Path
    said: list[str]

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.txt"

    def settle(self) -> None:
        for _turn in range(8):
            self.worker.work()
            QApplication.processEvents()

    def status(self, name: str) -> str:
        self.navigation.open_article(self.path(name))
        self.settle()
        return self.session.document.status.value


@pytest.fixture
def desk(session: Session, worker: WhenTold, disk: Jobs, tmp_path: Path) -> Iterator[Desk]:
    jobs = Jobs(worker)
    autosave, folder = Autosave(session, disk), Folder(jobs, SchemeCache())
    opener, said = Opener(session, autosave, SchemeCache(), jobs), []
    news = tmp_path / "news"
    news.mkdir()
    for name in "abc":
        (news / f"{name}.txt").write_text(f"Story {name}.", "utf-8")
    navigation = Navigation(session, FolderPlan(folder, jobs), opener, SettingsStore(tmp_path / "settings.yaml", jobs))
    desk = Desk(session, SeveralStatuses(session, navigation), autosave, navigation, worker, news, said)
    session.said.connect(said.append)
    opener.open(desk.path("a"))
    desk.settle()
    yield desk
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


def test_another_choice_meanwhile_replaces_the_first_and_leads_back_as_well(desk: Desk) -> None:
    desk.statuses.set([desk.path("b"), desk.path("c")], "done")
    desk.statuses.set([desk.path("b")], "reviewed")
    desk.settle()
    assert desk.session.path == desk.path("a")
    assert desk.said[-1] == "Set the status of 1 article to reviewed"
    assert [desk.status(name) for name in "abc"] == ["new", "reviewed", "new"]


def test_an_article_that_is_still_being_read_gets_it_and_not_the_one_before(desk: Desk) -> None:
    desk.navigation.open_article(desk.path("b"))
    desk.statuses.set([desk.path("b")], "done")
    desk.settle()
    assert desk.session.path == desk.path("b")
    assert [desk.status(name) for name in "ab"] == ["new", "done"]


def test_an_article_that_is_gone_is_passed_over(desk: Desk) -> None:
    desk.path("b").unlink()
    desk.statuses.set([desk.path(name) for name in "abc"], "done")
    desk.settle()
    assert desk.session.path == desk.path("a")
    assert desk.said[-1] == "Set the status of 2 articles to done; 1 cannot be changed"
    assert [desk.status(name) for name in "ac"] == ["done", "done"]


def test_with_no_article_open_before_the_last_one_stays_open(desk: Desk) -> None:
    desk.session.path = None
    desk.session.show(None)
    desk.statuses.set([desk.path("b"), desk.path("c")], "in-work")
    desk.settle()
    assert desk.session.path == desk.path("c")
    assert desk.said[-1] == "Set the status of 2 articles to in work"
