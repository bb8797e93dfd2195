"""Opening articles: their history and caret, and what cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from annotator.model.document import Document
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import Caret
from annotator.session.opening.opener import Opener
from annotator.session.opening.scheme_cache import SchemeCache
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session

Tag = Callable[[str, str], str]
TEXT = "Thousands of people left the town on Thursday.\n\nThe mayor said so."


@dataclass
class Desk:
    """An opener with all it works with, and two articles."""

    session: Session
    autosave: Autosave
    opener: Opener
    jobs: Jobs
    first: Path
    second: Path

    def open(self, path: Path, encoding: str = "") -> None:
        self.autosave.finish()
        self.opener.open(path, encoding)
        self.jobs.finish()

    @property
    def sidecar(self) -> Path:
        return self.first.with_name("one.annotations.yaml")


@pytest.fixture
def desk(session: Session, disk: Jobs, tmp_path: Path) -> Desk:
    autosave = Autosave(session, disk)
    desk = Desk(
        session,
        autosave,
        Opener(session, autosave, SchemeCache(), disk),
        disk,
        tmp_path / "one.txt",
        tmp_path / "two.txt",
    )
    desk.first.write_text(TEXT, "utf-8")
    desk.second.write_text("Another one, with a mayor.", "utf-8")
    return desk


def names(document: Document) -> list[str]:
    return [document.words(annotation) for annotation in document.in_text_order()]


def test_an_article_without_sidecar_is_new(desk: Desk) -> None:
    desk.open(desk.first)
    current = desk.session.current
    assert current is not None
    assert (current.document.status.value, current.saved, current.read_only) == ("new", None, "")
    assert desk.session.document.article.text == TEXT
    assert not desk.sidecar.exists()


def test_the_old_one_stays_until_the_new_one_is_there(desk: Desk) -> None:
    desk.open(desk.first)
    desk.opener.open(desk.second)
    assert desk.session.document.article.name == "one.txt"
    assert desk.session.path == desk.second
    desk.jobs.finish()
    assert desk.session.document.article.name == "two.txt"


def test_the_last_one_asked_for_is_opened(desk: Desk) -> None:
    shown: list[str] = []
    desk.session.opened.connect(lambda: shown.append(desk.session.document.article.name))
    desk.opener.open(desk.first)
    desk.opener.open(desk.second)
    desk.jobs.finish()
    assert shown == ["two.txt"]


def test_what_was_saved_is_read(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    before = desk.session.document
    desk.autosave.finish()
    desk.open(desk.second)
    desk.open(desk.first)
    assert desk.session.document == before


def test_history_and_caret_survive_switching(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    tag("source", "mayor")
    desk.session.move_caret(12, 5)
    desk.open(desk.second)
    tag("source", "mayor")
    desk.open(desk.first)
    assert desk.session.caret == Caret(5, 12)
    desk.session.undo()
    desk.session.undo()
    assert names(desk.session.document) == []
    desk.session.redo()
    desk.autosave.finish()
    assert names(desk.session.document) == ["people left"]
    desk.open(desk.second)
    assert names(desk.session.document) == ["mayor"]


def test_a_sidecar_changed_meanwhile_drops_the_history(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    desk.autosave.finish()
    desk.open(desk.second)
    desk.sidecar.write_bytes(desk.sidecar.read_bytes().replace(b"label: claim", b"label: cue"))
    desk.open(desk.first)
    assert [a.label for a in desk.session.document.annotations.values()] == ["cue"]
    assert not desk.session.history.canUndo()


def test_an_article_changed_meanwhile_drops_the_history(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    desk.session.move_caret(len(TEXT))
    desk.autosave.finish()
    desk.open(desk.second)
    desk.first.write_text("Short.", "utf-8")
    desk.open(desk.first)
    assert not desk.session.history.canUndo()
    assert desk.session.caret == Caret(6, 6)
    assert desk.session.current is not None
    assert desk.session.current.problems


def test_what_is_not_saved_yet_is_shown_again(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    desk.opener.open(desk.second)
    desk.opener.open(desk.first)
    assert names(desk.session.document) == ["people left"]
    desk.session.undo()
    assert names(desk.session.document) == []


def test_unsaved_work_is_shown_again_not_the_file(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    desk.sidecar.mkdir()
    tag("claim", "people left")
    desk.autosave.finish()
    desk.open(desk.second)
    desk.open(desk.first)
    assert names(desk.session.document) == ["people left"]
    desk.sidecar.rmdir()
    desk.autosave.try_again()
    desk.autosave.finish()
    assert b"people left" in desk.sidecar.read_bytes()


def test_another_annotators_work_is_another_document(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    desk.autosave.finish()
    desk.opener.annotator = "alice"
    desk.open(desk.first)
    assert names(desk.session.document) == []
    assert not desk.session.history.canUndo()
    tag("claim", "Thousands")
    desk.autosave.finish()
    assert b"people left" in desk.sidecar.read_bytes()
    assert b"Thousands" in desk.first.with_name("one.annotations.alice.yaml").read_bytes()


def test_unsaved_work_is_not_another_annotators(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    desk.sidecar.mkdir()
    tag("claim", "people left")
    desk.autosave.finish()
    desk.opener.annotator = "alice"
    desk.open(desk.first)
    assert names(desk.session.document) == []
    assert desk.session.document.annotator == "alice"
    tag("claim", "Thousands")
    desk.autosave.finish()
    assert b"Thousands" in desk.first.with_name("one.annotations.alice.yaml").read_bytes()
    desk.sidecar.rmdir()
    desk.autosave.try_again()
    desk.autosave.finish()
    assert b"people left" in desk.sidecar.read_bytes()


def test_an_unreadable_article_is_told(desk: Desk) -> None:
    failures: list[str] = []
    desk.opener.failed.connect(failures.append)
    desk.open(desk.second)
    desk.first.write_bytes(b"\0\0\0")
    desk.open(desk.first)
    assert len(failures) == 1
    assert "plain text" in failures[0]
    assert desk.session.current is None
    assert desk.session.path == desk.first


def test_a_missing_article_is_told(desk: Desk) -> None:
    failures: list[str] = []
    desk.opener.failed.connect(failures.append)
    desk.open(desk.first.with_name("nowhere.txt"))
    assert len(failures) == 1


@pytest.mark.parametrize("content", [b"[[[", b"format: brat\nversion: 1\n", b"\xff\xfe\x00", b"", b"- a\n- b\n"])
def test_an_unreadable_sidecar_makes_it_read_only(desk: Desk, tag: Tag, content: bytes) -> None:
    desk.sidecar.write_bytes(content)
    desk.open(desk.first)
    current = desk.session.current
    assert current is not None
    assert current.read_only
    assert len(current.problems) == 1
    tag("claim", "people left")
    desk.autosave.finish()
    assert desk.sidecar.read_bytes() == content


def test_starting_afresh_keeps_the_old_file(desk: Desk, tag: Tag) -> None:
    for content in (b"[[[", b"]]]"):
        desk.sidecar.write_bytes(content)
        desk.open(desk.first)
        desk.opener.start_afresh()
        desk.jobs.finish()
        assert desk.session.writable
        tag("claim", "people left")
        desk.autosave.finish()
        assert b"people left" in desk.sidecar.read_bytes()
    broken = desk.sidecar.with_name(desk.sidecar.name + ".broken")
    assert broken.read_bytes() == b"[[["
    assert broken.with_name(broken.name + "1").read_bytes() == b"]]]"


def test_starting_afresh_where_the_file_cannot_be_moved(desk: Desk) -> None:
    failures: list[str] = []
    desk.opener.failed.connect(failures.append)
    desk.sidecar.write_bytes(b"[[[")
    desk.open(desk.first)
    desk.sidecar.unlink()
    desk.opener.start_afresh()
    assert len(failures) == 1


def test_a_newer_sidecar_is_read_only_but_shown(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    desk.autosave.finish()
    desk.sidecar.write_bytes(desk.sidecar.read_bytes().replace(b"version: 1", b"version: 2"))
    desk.open(desk.second)
    desk.open(desk.first)
    assert not desk.session.writable
    assert names(desk.session.document) == ["people left"]


def test_another_encoding(desk: Desk) -> None:
    desk.first.write_bytes("Ein schönes Haus.".encode("cp1252"))
    desk.open(desk.first, "cp1251")
    assert desk.session.document.article.text == "Ein schцnes Haus."
    assert desk.session.current is not None
    assert (desk.session.current.encoding, desk.session.current.encoding_guessed) == ("cp1251", False)
    desk.autosave.finish()


def test_a_chosen_encoding_is_remembered(desk: Desk) -> None:
    desk.first.write_bytes("Ein schönes Haus.".encode("cp1252"))
    desk.open(desk.first, "cp1251")
    desk.open(desk.second)
    desk.open(desk.first)
    assert desk.session.document.article.text == "Ein schцnes Haus."
    assert yaml.safe_load(desk.sidecar.read_text("utf-8"))["article"]["encoding"] == "cp1251"


def test_a_guessed_encoding_is_remembered_with_the_first_mark(desk: Desk, tag: Tag) -> None:
    desk.first.write_bytes("Ein schönes Haus steht in der Straße.".encode("cp1252"))
    desk.open(desk.first)
    desk.autosave.finish()
    assert not desk.sidecar.exists()
    tag("claim", "Haus")
    desk.autosave.finish()
    assert yaml.safe_load(desk.sidecar.read_text("utf-8"))["article"]["encoding"] == "cp1252"


def test_an_encoding_that_was_remembered_and_no_longer_fits_is_told(desk: Desk) -> None:
    desk.first.write_bytes("Ein schönes Haus.".encode("cp1252"))
    desk.open(desk.first, "cp1252")
    desk.autosave.finish()
    desk.first.write_text("Ein schönes Haus.", "utf-8")
    desk.open(desk.second)
    desk.open(desk.first)
    current = desk.session.current
    assert current is not None
    assert (current.document.article.text, current.encoding_forgotten) == ("Ein schönes Haus.", "cp1252")


def test_the_places_in_a_changed_article(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("claim", "people left")
    tag("source", "The mayor")
    desk.autosave.finish()
    desk.first.write_text(TEXT.replace("The mayor said so.", "Nobody said so."), "utf-8")
    desk.open(desk.second)
    desk.open(desk.first)
    current = desk.session.current
    assert current is not None
    (displaced,) = [item for item in current.document.annotations.values() if item.displaced]
    assert (displaced.label, list(current.places)) == ("source", [displaced.id])
    assert names(desk.session.document) == ["people left", "The mayor"]


def test_the_place_from_last_time(desk: Desk) -> None:
    desk.opener.place_caret(desk.first, 12)
    desk.opener.place_caret(desk.second, 99_999)
    desk.open(desk.first)
    assert desk.session.caret == Caret(12, 12)
    desk.open(desk.second)
    assert desk.session.caret == Caret(26, 26)


def test_the_sidecars_of_others_are_told_until_one_has_their_own(desk: Desk, tag: Tag) -> None:
    desk.open(desk.first)
    tag("source", "people")
    desk.autosave.finish()
    assert desk.session.current is not None
    assert desk.session.current.others == ()
    desk.opener.annotator = "alice"
    desk.open(desk.first)
    assert names(desk.session.document) == []
    assert desk.session.current.others == (desk.sidecar,)
    tag("source", "mayor")
    desk.open(desk.second)
    desk.open(desk.first)
    assert names(desk.session.document) == ["mayor"]
    assert desk.session.current.others == ()
