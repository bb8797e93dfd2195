"""Opening articles: their history and caret, and what cannot be read."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
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
class Opening:
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
def opening(session: Session, disk: Jobs, tmp_path: Path) -> Iterator[Opening]:
    autosave = Autosave(session, disk)
    opening = Opening(
        session,
        autosave,
        Opener(session, autosave, SchemeCache(), disk),
        disk,
        tmp_path / "one.txt",
        tmp_path / "two.txt",
    )
    opening.first.write_text(TEXT, "utf-8")
    opening.second.write_text("Another one, with a mayor.", "utf-8")
    yield opening
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


def names(document: Document) -> list[str]:
    return [document.words(annotation) for annotation in document.in_text_order()]


def test_an_article_without_sidecar_is_new(opening: Opening) -> None:
    opening.open(opening.first)
    current = opening.session.current
    assert current is not None
    assert (current.document.status.value, current.saved, current.read_only) == ("new", None, "")
    assert opening.session.document.article.text == TEXT
    assert not opening.sidecar.exists()


def test_the_old_one_stays_until_the_new_one_is_there(opening: Opening) -> None:
    opening.open(opening.first)
    opening.opener.open(opening.second)
    assert opening.session.document.article.name == "one.txt"
    assert opening.session.path == opening.second
    opening.jobs.finish()
    assert opening.session.document.article.name == "two.txt"


def test_the_last_one_asked_for_is_opened(opening: Opening) -> None:
    shown: list[str] = []
    opening.session.opened.connect(lambda: shown.append(opening.session.document.article.name))
    opening.opener.open(opening.first)
    opening.opener.open(opening.second)
    opening.jobs.finish()
    assert shown == ["two.txt"]


def test_what_was_saved_is_read(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    before = opening.session.document
    opening.autosave.finish()
    opening.open(opening.second)
    opening.open(opening.first)
    assert opening.session.document == before


def test_history_and_caret_survive_switching(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    tag("source", "mayor")
    opening.session.move_caret(12, 5)
    opening.open(opening.second)
    tag("source", "mayor")
    opening.open(opening.first)
    assert opening.session.caret == Caret(5, 12)
    opening.session.undo()
    opening.session.undo()
    assert names(opening.session.document) == []
    opening.session.redo()
    opening.autosave.finish()
    assert names(opening.session.document) == ["people left"]
    opening.open(opening.second)
    assert names(opening.session.document) == ["mayor"]


def test_an_article_that_was_left_is_freed_as_soon_as_it_is_saved(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    index = weakref.ref(opening.session.index)
    opening.opener.open(opening.second)
    opening.jobs.finish()
    assert opening.session.path == opening.second
    opening.autosave.finish()
    assert index() is None
    opening.open(opening.first)
    opening.session.undo()
    assert names(opening.session.document) == []


def test_a_sidecar_changed_meanwhile_drops_the_history(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.autosave.finish()
    opening.open(opening.second)
    opening.sidecar.write_bytes(opening.sidecar.read_bytes().replace(b"label: claim", b"label: cue"))
    opening.open(opening.first)
    assert [a.label for a in opening.session.document.annotations.values()] == ["cue"]
    assert not opening.session.history.canUndo()


def test_an_article_changed_meanwhile_drops_the_history(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.session.move_caret(len(TEXT))
    opening.autosave.finish()
    opening.open(opening.second)
    opening.first.write_text("Short.", "utf-8")
    opening.open(opening.first)
    assert not opening.session.history.canUndo()
    assert opening.session.caret == Caret(6, 6)
    assert opening.session.current is not None
    assert opening.session.current.problems


def test_what_is_not_saved_yet_is_shown_again(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.opener.open(opening.second)
    opening.opener.open(opening.first)
    assert names(opening.session.document) == ["people left"]
    opening.session.undo()
    assert names(opening.session.document) == []


def test_unsaved_work_is_shown_again_not_the_file(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    opening.sidecar.mkdir()
    tag("claim", "people left")
    opening.autosave.finish()
    opening.open(opening.second)
    opening.open(opening.first)
    assert names(opening.session.document) == ["people left"]
    opening.sidecar.rmdir()
    opening.autosave.try_again()
    opening.autosave.finish()
    assert b"people left" in opening.sidecar.read_bytes()


def test_another_annotators_work_is_another_document(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.autosave.finish()
    opening.opener.annotator = "alice"
    opening.open(opening.first)
    assert names(opening.session.document) == []
    assert not opening.session.history.canUndo()
    tag("claim", "Thousands")
    opening.autosave.finish()
    assert b"people left" in opening.sidecar.read_bytes()
    assert b"Thousands" in opening.first.with_name("one.annotations.alice.yaml").read_bytes()


def test_unsaved_work_is_not_another_annotators(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    opening.sidecar.mkdir()
    tag("claim", "people left")
    opening.autosave.finish()
    opening.opener.annotator = "alice"
    opening.open(opening.first)
    assert names(opening.session.document) == []
    assert opening.session.document.annotator == "alice"
    tag("claim", "Thousands")
    opening.autosave.finish()
    assert b"Thousands" in opening.first.with_name("one.annotations.alice.yaml").read_bytes()
    opening.sidecar.rmdir()
    opening.autosave.try_again()
    opening.autosave.finish()
    assert b"people left" in opening.sidecar.read_bytes()


def test_an_unreadable_article_is_told(opening: Opening) -> None:
    failures: list[str] = []
    opening.opener.failed.connect(failures.append)
    opening.open(opening.second)
    opening.first.write_bytes(b"\0\0\0")
    opening.open(opening.first)
    assert len(failures) == 1
    assert "plain text" in failures[0]
    assert opening.session.current is None
    assert opening.session.path == opening.first


def test_a_missing_article_is_told(opening: Opening) -> None:
    failures: list[str] = []
    opening.opener.failed.connect(failures.append)
    opening.open(opening.first.with_name("nowhere.txt"))
    assert len(failures) == 1


@pytest.mark.parametrize("content", [b"[[[", b"format: brat\nversion: 1\n", b"\xff\xfe\x00", b"", b"- a\n- b\n"])
def test_an_unreadable_sidecar_makes_it_read_only(opening: Opening, tag: Tag, content: bytes) -> None:
    opening.sidecar.write_bytes(content)
    opening.open(opening.first)
    current = opening.session.current
    assert current is not None
    assert current.read_only
    assert len(current.problems) == 1
    tag("claim", "people left")
    opening.autosave.finish()
    assert opening.sidecar.read_bytes() == content


def test_starting_afresh_keeps_the_old_file(opening: Opening, tag: Tag) -> None:
    for content in (b"[[[", b"]]]"):
        opening.sidecar.write_bytes(content)
        opening.open(opening.first)
        opening.opener.start_afresh()
        opening.jobs.finish()
        assert opening.session.writable
        tag("claim", "people left")
        opening.autosave.finish()
        assert b"people left" in opening.sidecar.read_bytes()
    broken = opening.sidecar.with_name(opening.sidecar.name + ".broken")
    assert broken.read_bytes() == b"[[["
    assert broken.with_name(broken.name + "1").read_bytes() == b"]]]"


def test_starting_afresh_where_the_file_cannot_be_moved(opening: Opening) -> None:
    failures: list[str] = []
    opening.opener.failed.connect(failures.append)
    opening.sidecar.write_bytes(b"[[[")
    opening.open(opening.first)
    opening.sidecar.unlink()
    opening.opener.start_afresh()
    assert len(failures) == 1


def test_a_newer_sidecar_is_read_only_but_shown(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.autosave.finish()
    opening.sidecar.write_bytes(opening.sidecar.read_bytes().replace(b"version: 1", b"version: 2"))
    opening.open(opening.second)
    opening.open(opening.first)
    assert not opening.session.writable
    assert names(opening.session.document) == ["people left"]


def test_another_encoding(opening: Opening) -> None:
    opening.first.write_bytes("Ein schönes Haus.".encode("cp1252"))
    opening.open(opening.first, "cp1251")
    assert opening.session.document.article.text == "Ein schцnes Haus."
    assert opening.session.current is not None
    assert (opening.session.current.encoding, opening.session.current.encoding_guessed) == ("cp1251", False)
    opening.autosave.finish()


def test_a_chosen_encoding_is_remembered(opening: Opening) -> None:
    opening.first.write_bytes("Ein schönes Haus.".encode("cp1252"))
    opening.open(opening.first, "cp1251")
    opening.open(opening.second)
    opening.open(opening.first)
    assert opening.session.document.article.text == "Ein schцnes Haus."
    assert yaml.safe_load(opening.sidecar.read_text("utf-8"))["article"]["encoding"] == "cp1251"


def test_a_guessed_encoding_is_remembered_with_the_first_mark(opening: Opening, tag: Tag) -> None:
    opening.first.write_bytes("Ein schönes Haus steht in der Straße.".encode("cp1252"))
    opening.open(opening.first)
    opening.autosave.finish()
    assert not opening.sidecar.exists()
    tag("claim", "Haus")
    opening.autosave.finish()
    assert yaml.safe_load(opening.sidecar.read_text("utf-8"))["article"]["encoding"] == "cp1252"


def test_an_encoding_that_was_remembered_and_no_longer_fits_is_told(opening: Opening) -> None:
    opening.first.write_bytes("Ein schönes Haus.".encode("cp1252"))
    opening.open(opening.first, "cp1252")
    opening.autosave.finish()
    opening.first.write_text("Ein schönes Haus.", "utf-8")
    opening.open(opening.second)
    opening.open(opening.first)
    current = opening.session.current
    assert current is not None
    assert (current.document.article.text, current.encoding_forgotten) == ("Ein schönes Haus.", "cp1252")


def test_the_places_in_a_changed_article(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    tag("source", "The mayor")
    opening.autosave.finish()
    opening.first.write_text(TEXT.replace("The mayor said so.", "Nobody said so."), "utf-8")
    opening.open(opening.second)
    opening.open(opening.first)
    current = opening.session.current
    assert current is not None
    (displaced,) = [item for item in current.document.annotations.values() if item.displaced]
    assert (displaced.label, list(current.places)) == ("source", [displaced.id])
    assert names(opening.session.document) == ["people left", "The mayor"]


def test_the_place_from_last_time(opening: Opening) -> None:
    opening.opener.place_caret(opening.first, 12)
    opening.opener.place_caret(opening.second, 99_999)
    opening.open(opening.first)
    assert opening.session.caret == Caret(12, 12)
    opening.open(opening.second)
    assert opening.session.caret == Caret(26, 26)


def test_the_sidecars_of_others_are_told_until_one_has_their_own(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("source", "people")
    opening.autosave.finish()
    assert opening.session.current is not None
    assert opening.session.current.others == ()
    opening.opener.annotator = "alice"
    opening.open(opening.first)
    assert names(opening.session.document) == []
    assert opening.session.current.others == (opening.sidecar,)
    tag("source", "mayor")
    opening.open(opening.second)
    opening.open(opening.first)
    assert names(opening.session.document) == ["mayor"]
    assert opening.session.current.others == ()


def test_an_article_that_was_renamed_is_opened_with_its_annotations(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.open(opening.second)
    renamed = opening.first.rename(opening.first.with_name("three.txt"))
    told: list[Path] = []
    opening.opener.adopted.connect(lambda adopted: told.extend(done.new for done in adopted))
    opening.open(renamed)
    assert names(opening.session.document) == ["people left"]
    assert told == [renamed.with_name("three.annotations.yaml")]
    assert not opening.sidecar.exists()


def test_it_is_told_even_where_another_article_was_asked_for_meanwhile(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.open(opening.second)
    renamed = opening.first.rename(opening.first.with_name("three.txt"))
    told: list[object] = []
    opening.opener.adopted.connect(told.append)
    opening.opener.open(renamed)
    opening.opener.open(opening.second)
    opening.jobs.finish()
    assert len(told) == 1


def test_one_that_is_spared_is_not_taken_along(opening: Opening, tag: Tag) -> None:
    opening.open(opening.first)
    tag("claim", "people left")
    opening.open(opening.second)
    renamed = opening.first.rename(opening.first.with_name("three.txt"))
    opening.opener.spared = frozenset([opening.sidecar])
    opening.open(renamed)
    assert names(opening.session.document) == []
    assert opening.sidecar.exists()


def test_a_sidecar_without_its_article_opens_as_nothing(opening: Opening) -> None:
    opening.open(opening.first)
    failed: list[str] = []
    opening.opener.failed.connect(failed.append)
    opening.open(opening.sidecar)
    assert opening.session.current is None
    assert failed == []
    assert opening.session.path == opening.sidecar
