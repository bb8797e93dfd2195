"""Who has the same article open: two windows on one sidecar."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.session import Session
from annotator.session.sync import presence as module
from annotator.session.sync.presence import Presence
from annotator.storage.files.hidden_folder import locks_place
from annotator.storage.saving.open_locks import Holder, holders, take

NOW = "2026-11-22T06:21:20Z"
LATER = "2026-11-22T06:25:20Z"
Opened = Callable[..., OpenArticle]


@pytest.fixture
def article(opened: Opened) -> OpenArticle:
    return opened()


@pytest.fixture
def presence(session: Session, disk: Jobs) -> Iterator[Presence]:
    presence = Presence(session, disk)
    yield presence
    presence.close()


def names(sidecar: Path) -> list[str]:
    return [holder.name for holder in holders(sidecar, NOW)]


def test_an_article_is_open_here_until_it_is_left(presence: Presence, article: OpenArticle, disk: Jobs) -> None:
    presence.follow(article, "sam")
    disk.finish()
    assert names(article.sidecar) == ["sam"]
    assert presence.others == []  # oneself is no other
    presence.follow(None, "")
    disk.finish()
    assert names(article.sidecar) == []


def test_going_to_another_article_leaves_the_first(
    presence: Presence, article: OpenArticle, opened: Opened, disk: Jobs, tmp_path: Path
) -> None:
    other = opened()
    other.sidecar = tmp_path / "two.annotations.yaml"
    presence.follow(article, "sam")
    presence.follow(other, "sam")
    disk.finish()
    assert (names(article.sidecar), names(other.sidecar)) == ([], ["sam"])


def test_going_to_another_article_leaves_the_time_stamp_of_the_folder(
    presence: Presence, article: OpenArticle, opened: Opened, disk: Jobs
) -> None:
    other, folder = opened(), article.sidecar.parent
    other.sidecar = folder / "two.annotations.yaml"
    presence.follow(article, "sam")
    disk.finish()
    os.utime(folder, (1_700_000_000, 1_700_000_000))
    presence.follow(other, "sam")
    disk.finish()
    assert (folder / ".annotator").is_dir()
    assert folder.stat().st_mtime == 1_700_000_000  # by which a folder that has not changed is not listed again


def test_nothing_is_held_after_the_end(presence: Presence, article: OpenArticle, disk: Jobs) -> None:
    presence.follow(article, "sam")
    presence.close()
    presence.follow(article, "sam")
    disk.finish()
    assert names(article.sidecar) == []


def test_what_cannot_be_annotated_is_not_held(presence: Presence, opened: Opened, disk: Jobs) -> None:
    article = opened(read_only="It cannot be read.")
    presence.follow(article, "sam")
    disk.finish()
    assert names(article.sidecar) == []


def test_others_who_come_and_go_are_told(presence: Presence, article: OpenArticle, disk: Jobs) -> None:
    told: list[list[str]] = []
    presence.changed.connect(lambda: told.append([holder.name for holder in presence.others]))
    presence.follow(article, "sam")
    disk.finish()
    other = Presence(Session(clock=lambda: NOW, randomness=random.Random(2)), disk)
    other.follow(article, "alice")
    disk.finish()
    presence.look()
    disk.finish()
    assert [holder.name for holder in other.others] == ["sam"]
    other.leave()
    disk.finish()
    presence.look()
    disk.finish()
    assert told == [["alice"], []]


def test_what_is_heard_of_an_article_that_was_left_is_not_told(
    presence: Presence, article: OpenArticle, disk: Jobs
) -> None:
    take(article.sidecar, Holder.here("alice", NOW), NOW)
    presence.follow(article, "sam")
    presence.leave()
    disk.finish()
    assert presence.others == []


def test_it_is_said_again_that_one_is_here(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, article: OpenArticle, disk: Jobs
) -> None:
    """On another machine nothing else tells that a program has not ended."""
    monkeypatch.setattr(module, "SIGN_OF_LIFE_MS", 10)
    now = [NOW]
    presence = Presence(Session(clock=lambda: now[0], randomness=random.Random(1)), disk)
    presence.follow(article, "sam")
    disk.finish()
    now[0] = LATER

    locks = locks_place(article.sidecar).path
    try:
        qtbot.waitUntil(lambda: any(LATER in path.read_text("utf-8") for path in locks.iterdir()))
    finally:
        presence.leave()
        disk.finish()
