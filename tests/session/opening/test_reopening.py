"""Reading the open article again, and in another encoding, while its changes are not saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from annotator.session.background.jobs import Jobs
from annotator.session.opening.opener import Opener
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session

Tag = Callable[[str, str], str]
TEXT = "Thousands of people left the town on Thursday."


@dataclass
class Opening:
    """An opener with all it works with, and the article that is open."""

    session: Session
    autosave: Autosave
    opener: Opener
    jobs: Jobs
    article: Path
    said: list[str]

    @property
    def sidecar(self) -> Path:
        return self.article.with_name("one.annotations.yaml")

    @property
    def words(self) -> list[str]:
        return [self.session.words(annotation) for annotation in self.session.document.in_text_order()]


@pytest.fixture
def opening(session: Session, disk: Jobs, tmp_path: Path) -> Iterator[Opening]:
    autosave = Autosave(session, disk)
    opener, said = Opener(session, autosave, SchemeCache(), disk), []
    session.said.connect(said.append)
    opening = Opening(session, autosave, opener, disk, tmp_path / "one.txt", said)
    opening.article.write_text(TEXT, "utf-8")
    opener.open(opening.article)
    disk.finish()
    yield opening
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


def test_what_was_just_marked_is_saved_before_the_article_is_read_again(opening: Opening, tag: Tag) -> None:
    tag("claim", "people left")
    opening.article.write_text("Again. " + TEXT, "utf-8")
    opening.opener.reopen()
    opening.jobs.finish()
    assert opening.session.document.article.text == "Again. " + TEXT
    assert opening.words == ["people left"]
    assert b"people left" in opening.sidecar.read_bytes()


def test_it_is_not_read_again_while_its_changes_cannot_be_saved(opening: Opening, tag: Tag) -> None:
    opening.sidecar.mkdir()
    tag("claim", "people left")
    opening.article.write_text("Another text.", "utf-8")
    opening.opener.reopen()
    opening.jobs.finish()
    assert opening.said[-1] == "The article can be read again once your changes to it are saved"
    assert (opening.session.document.article.text, opening.words) == (TEXT, ["people left"])
    opening.sidecar.rmdir()
    opening.autosave.try_again()
    opening.opener.reopen()
    opening.jobs.finish()
    assert opening.session.document.article.text == "Another text."
    assert b"people left" in opening.sidecar.read_bytes()


def test_its_encoding_is_not_changed_while_its_changes_cannot_be_saved(opening: Opening, tag: Tag) -> None:
    opening.sidecar.mkdir()
    tag("claim", "people left")
    opening.autosave.finish()
    opening.opener.open(opening.article, "utf-16-le")
    opening.jobs.finish()
    assert opening.said[-1] == "The article is not saved yet: its encoding can be changed once it is saved"
    assert (opening.session.document.article.text, opening.words) == (TEXT, ["people left"])
    opening.sidecar.rmdir()


def test_with_nothing_open_nothing_is_read_again(opening: Opening) -> None:
    opening.session.path = None
    opening.session.show(None)
    opening.opener.reopen()
    opening.opener.start_afresh()
    opening.jobs.finish()
    assert opening.session.current is None
