"""Two programs on one sidecar: what both did is brought together, and nothing is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest
import yaml
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.annotation import Annotation, Relation
from annotator.model.difference import difference
from annotator.model.document import NOTHING_FOUND, REVIEWED, Document, Status
from annotator.model.span import Span
from annotator.session.background.jobs import Jobs
from annotator.session.open_article import OpenArticle
from annotator.session.saving.autosave import Autosave
from annotator.session.session import Session
from annotator.session.sync.reconciler import ConflictError, Reconciler
from annotator.session.sync.sidecar_from_others import GoneError, UnreadableError
from annotator.storage.saving.history import versions
from annotator.storage.sidecars.sidecar_files import SidecarWriter

if TYPE_CHECKING:
    from tests.session.conftest import WhenTold

NOW = "2026-11-22T06:21:20Z"
Tag = Callable[[str, str], str]
Opened = Callable[..., OpenArticle]


@pytest.fixture
def autosave(session: Session, disk: Jobs) -> Iterator[Autosave]:
    autosave = Autosave(session, disk)
    yield autosave
    autosave.stop()  # or what is due, or is tried again, begins when the thread has ended


@pytest.fixture
def reconciler(session: Session, autosave: Autosave, disk: Jobs) -> Reconciler:
    return Reconciler(session, autosave, disk)


@pytest.fixture
def article(session: Session, opened: Opened, autosave: Autosave, reconciler: Reconciler, tag: Tag) -> OpenArticle:
    """Open, with one source that is saved."""
    article = opened()
    session.show(article)
    tag("source", "people")
    autosave.finish()
    return article


def marked(sidecar: Path) -> list[str]:
    return [annotation["text"] for annotation in yaml.safe_load(sidecar.read_text("utf-8"))["annotations"]]


def with_claim(document: Document, words: str, id: str = "theirs") -> Document:
    start = document.article.text.index(words)
    claim = Annotation(id, "claim", Span(start, start + len(words)))
    return replace(document, annotations=MappingProxyType({**document.annotations, id: claim}))


def with_note(document: Document, note: str) -> Document:
    (id,) = [item.id for item in document.annotations.values() if item.label == "source"]
    return edits.set_note(document, id, note, now=NOW).apply(document)


def write(article: OpenArticle, document: Document) -> bytes:
    data = SidecarWriter().data(document)
    article.sidecar.write_bytes(data)
    return data


class TestWhatMerges:
    def test_what_both_did_is_there(self, session: Session, article: OpenArticle, autosave: Autosave, tag: Tag) -> None:
        write(article, with_claim(session.document, "the mayor".replace("the", "The")))
        tag("source", "town")
        autosave.finish()
        assert marked(article.sidecar) == ["people", "town", "The mayor"]
        assert [session.words(a) for a in session.document.in_text_order()] == ["people", "town", "The mayor"]
        assert not autosave.failures
        assert not autosave.saving

    def test_it_is_noticed_without_a_change_of_ones_own(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler
    ) -> None:
        said: list[str] = []
        session.said.connect(said.append)
        data = write(article, with_claim(session.document, "town")) + b"# by hand\n"
        article.sidecar.write_bytes(data)
        reconciler.look(article)
        autosave.finish()
        assert "theirs" in session.document.annotations
        assert said == ["Taken over from the file: 1 claim added"]
        assert article.sidecar.read_bytes() == data  # not even its layout is touched
        assert not autosave.saving

    def test_touching_is_nothing(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler
    ) -> None:
        article.sidecar.write_bytes(article.sidecar.read_bytes())
        changes: list[object] = []
        session.changed.connect(changes.append)
        reconciler.look(article)
        autosave.finish()
        assert changes == []

    def test_undo_takes_back_ones_own_step_and_not_theirs(
        self, session: Session, article: OpenArticle, autosave: Autosave, tag: Tag, reconciler: Reconciler
    ) -> None:
        tag("source", "mayor")
        autosave.finish()
        write(article, with_claim(session.document, "town"))
        reconciler.look(article)
        autosave.finish()
        session.undo()
        autosave.finish()
        assert marked(article.sidecar) == ["people", "town"]

    def test_a_step_that_somebody_else_has_changed_since_is_not_undone(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler
    ) -> None:
        said: list[str] = []
        session.said.connect(said.append)
        write(article, with_note(session.document, "theirs"))
        reconciler.look(article)
        autosave.finish()
        session.undo()
        assert said[-1] == "Somebody else has changed it since: Tag “people” as source"
        assert len(session.document.annotations) == 1
        assert not session.history.canUndo()

    def test_of_an_article_left_unsaved_too(
        self, session: Session, article: OpenArticle, autosave: Autosave, tag: Tag, opened: Opened, tmp_path: Path
    ) -> None:
        other = opened()
        other.path, other.sidecar = tmp_path / "two.txt", tmp_path / "two.annotations.yaml"
        write(article, with_claim(session.document, "town"))
        tag("source", "mayor")
        session.show(other)
        autosave.finish()
        assert marked(article.sidecar) == ["people", "town", "mayor"]
        assert not session.document.annotations


class TestConflicts:
    @pytest.fixture
    def theirs(self, session: Session, article: OpenArticle, autosave: Autosave) -> bytes:
        """A note here, another there, saved."""
        data = write(article, with_claim(with_note(session.document, "theirs"), "town"))
        (id,) = session.document.annotations
        session.do(edits.set_note(session.document, id, "mine", now=NOW), "Note")
        autosave.finish()
        return data

    def test_nothing_is_overwritten_and_all_else_is_there(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler, theirs: bytes
    ) -> None:
        assert article.sidecar.read_bytes() == theirs
        assert isinstance(autosave.failures[0], ConflictError)
        assert "theirs" in session.document.annotations
        (conflict,) = reconciler.conflicts(article)
        notes = [item.note for item in (conflict.ours, conflict.theirs) if isinstance(item, Annotation)]
        assert notes == ["mine", "theirs"]

    @pytest.mark.parametrize(("choice", "notes"), [("mine", ["mine"]), ("theirs", ["theirs"])])
    def test_what_is_chosen_is_saved(
        self,
        choice: str,
        notes: list[str],
        article: OpenArticle,
        autosave: Autosave,
        reconciler: Reconciler,
        theirs: bytes,
    ) -> None:
        reconciler.decide(article, {conflict.key: choice for conflict in reconciler.conflicts(article)})
        autosave.finish()
        saved = yaml.safe_load(article.sidecar.read_text("utf-8"))
        assert [item["note"] for item in saved["annotations"] if "note" in item] == notes
        assert not autosave.failures
        assert not reconciler.conflicts(article)
        assert theirs in [version.path.read_bytes() for version in versions(article.sidecar)]

    @pytest.mark.usefixtures("theirs")
    def test_what_they_write_meanwhile_stays_theirs_to_decide_on(
        self,
        session: Session,
        article: OpenArticle,
        autosave: Autosave,
        reconciler: Reconciler,
        tag: Tag,
    ) -> None:
        data = write(article, with_claim(article.base, "Thursday", "more"))
        tag("source", "mayor")
        reconciler.look(article)
        autosave.finish()
        assert article.sidecar.read_bytes() == data
        assert "more" in session.document.annotations
        assert len(reconciler.conflicts(article)) == 1


class TestWhatCannotBeMerged:
    def test_a_deleted_sidecar_is_told_and_written_again_when_one_says_so(
        self, article: OpenArticle, autosave: Autosave, reconciler: Reconciler
    ) -> None:
        article.sidecar.unlink()
        reconciler.look(article)
        autosave.finish()
        assert isinstance(autosave.failures[0], GoneError)
        reconciler.overwrite(article)
        autosave.finish()
        assert marked(article.sidecar) == ["people"]
        assert not autosave.failures

    def test_what_cannot_be_read_is_kept_beside_when_mine_is(
        self, article: OpenArticle, autosave: Autosave, reconciler: Reconciler, tag: Tag
    ) -> None:
        article.sidecar.write_bytes(b"- no\n- sidecar\n")
        tag("source", "mayor")
        autosave.finish()
        assert isinstance(autosave.failures[0], UnreadableError)
        assert article.sidecar.read_bytes() == b"- no\n- sidecar\n"
        reconciler.overwrite(article)
        autosave.finish()
        assert marked(article.sidecar) == ["people", "mayor"]
        kept = article.sidecar.with_name(article.sidecar.name + ".theirs")
        assert kept.read_bytes() == b"- no\n- sidecar\n"

    def test_what_was_half_written_is_merged_once_it_is_whole(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler
    ) -> None:
        whole = SidecarWriter().data(with_claim(session.document, "town"))
        for data in (whole[:60], whole):
            article.sidecar.write_bytes(data)
            reconciler.look(article)
            autosave.finish()
        assert "theirs" in session.document.annotations
        assert not autosave.failures

    def test_a_newer_version_of_the_program_is_not_written_over(
        self, article: OpenArticle, autosave: Autosave, tag: Tag
    ) -> None:
        newer = article.sidecar.read_bytes().replace(b"version: 1", b"version: 99")
        article.sidecar.write_bytes(newer)
        tag("source", "mayor")
        autosave.finish()
        assert "newer version" in autosave.failures[0].problem.sentence
        assert article.sidecar.read_bytes() == newer


class TestNothingIsDecidedUnseen:
    def test_what_came_up_after_the_question_is_still_open(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler, tag: Tag
    ) -> None:
        tag("source", "mayor")
        autosave.finish()
        first, second = list(session.document.annotations.values())
        theirs = session.document
        for item in (first, second):
            session.do(edits.set_note(session.document, item.id, "mine", now=NOW), "Note")
            theirs = edits.set_note(theirs, item.id, "theirs", now=NOW).apply(theirs)
        data = write(article, theirs)
        autosave.finish()
        reconciler.decide(article, {("Annotation", first.id): "mine"})
        autosave.finish()
        assert [conflict.key for conflict in reconciler.conflicts(article)] == [("Annotation", second.id)]
        assert article.sidecar.read_bytes() == data
        reconciler.decide(article, {("Annotation", second.id): "theirs"})
        autosave.finish()
        assert [item.note for item in session.document.in_text_order()] == ["mine", "theirs"]
        assert article.sidecar.read_bytes() == article.saved != data

    def test_a_copy_waits_while_something_else_is_open(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler, disk: Jobs
    ) -> None:
        (id,) = session.document.annotations
        copy = article.sidecar.with_name("town.annotations (1).yaml")
        copy.write_bytes(SidecarWriter().data(with_note(session.document, "of the copy")))
        data = write(article, with_note(session.document, "theirs"))
        session.do(edits.set_note(session.document, id, "mine", now=NOW), "Note")
        autosave.finish()
        reconciler.merge_copy(article, copy)
        disk.finish()
        (conflict,) = reconciler.conflicts(article)
        assert isinstance(conflict.theirs, Annotation)
        assert conflict.theirs.note == "theirs"
        assert (article.sidecar.read_bytes(), copy.exists()) == (data, True)

    def test_a_fault_of_the_program_while_merging_never_counts_as_saved(
        self, article: OpenArticle, autosave: Autosave, tag: Tag, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("annotator.session.sync.reconciler.sidecar_from_others", fail)
        article.sidecar.write_bytes(article.sidecar.read_bytes() + b"# theirs")
        tag("source", "mayor")
        autosave.finish()
        assert "fault of the program" in autosave.failures[0].problem.sentence
        assert not autosave.saving


class TestConflictCopies:
    def test_a_copy_is_merged_and_put_away(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler, disk: Jobs
    ) -> None:
        copy = article.sidecar.with_name("town.annotations (conflicted copy 2026-11-22 062120).yaml")
        copy.write_bytes(SidecarWriter().data(with_claim(session.document, "town")))
        article.copies = (copy,)
        reconciler.merge_copy(article, copy)
        disk.finish()
        autosave.finish()
        assert marked(article.sidecar) == ["people", "town"]
        assert (copy.exists(), article.copies) == (False, ())
        session.undo()
        assert len(session.document.annotations) == 1

    def test_a_copy_waits_until_the_open_differences_are_decided(
        self, session: Session, article: OpenArticle, reconciler: Reconciler, disk: Jobs
    ) -> None:
        said: list[str] = []
        session.said.connect(said.append)
        copies = [article.sidecar.with_name(f"town.annotations ({number}).yaml") for number in (1, 2)]
        copies[0].write_bytes(SidecarWriter().data(with_note(session.document, "theirs")))
        copies[1].write_bytes(SidecarWriter().data(with_claim(session.document, "town")))
        for copy in copies:
            reconciler.merge_copy(article, copy)
            disk.finish()
        assert said[-1] == "Decide the open differences first, then merge this copy"
        assert "theirs" not in session.document.annotations
        assert copies[1].exists()

    def test_a_copy_that_says_otherwise_waits_for_the_decision(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler, disk: Jobs
    ) -> None:
        copy = article.sidecar.with_name("town.annotations (1).yaml")
        copy.write_bytes(SidecarWriter().data(with_note(session.document, "theirs")))
        reconciler.merge_copy(article, copy)
        disk.finish()
        (conflict,) = reconciler.conflicts(article)
        assert copy.exists()
        reconciler.decide(article, {conflict.key: "theirs"})
        autosave.finish()
        assert "theirs" in article.sidecar.read_text("utf-8")
        assert not copy.exists()

    def test_a_copy_that_cannot_be_read_is_said_and_stays(
        self, session: Session, article: OpenArticle, reconciler: Reconciler, disk: Jobs
    ) -> None:
        said: list[str] = []
        session.said.connect(said.append)
        copy = article.sidecar.with_name("town.annotations (1).yaml")
        copy.write_text("- no\n- sidecar\n", "utf-8")
        before = session.document
        reconciler.merge_copy(article, copy)
        disk.finish()
        assert said[-1].startswith("town.annotations (1).yaml: ")
        assert copy.exists()
        assert session.document == before

    def test_a_copy_of_an_article_that_was_left_meanwhile_is_not_merged(
        self, session: Session, article: OpenArticle, opened: Opened, reconciler: Reconciler, disk: Jobs, tmp_path: Path
    ) -> None:
        copy = article.sidecar.with_name("town.annotations (1).yaml")
        copy.write_bytes(SidecarWriter().data(with_claim(session.document, "town")))
        other = opened()
        other.path, other.sidecar = tmp_path / "two.txt", tmp_path / "two.annotations.yaml"
        reconciler.merge_copy(article, copy)
        session.show(other)
        disk.finish()
        assert "theirs" not in article.document.annotations
        assert not other.document.annotations
        assert copy.exists()

    def test_what_is_done_here_while_a_copy_is_merged_stays(
        self, session: Session, article: OpenArticle, reconciler: Reconciler, disk: Jobs, tag: Tag
    ) -> None:
        copy = article.sidecar.with_name("town.annotations (1).yaml")
        copy.write_bytes(SidecarWriter().data(with_claim(session.document, "town")))
        reconciler.merge_copy(article, copy)
        tag("source", "mayor")
        disk.finish()
        assert [session.words(item) for item in session.document.in_text_order()] == ["people", "town", "mayor"]

    def test_a_copy_that_is_gone_when_it_is_merged_is_said(
        self, session: Session, article: OpenArticle, reconciler: Reconciler, disk: Jobs
    ) -> None:
        said: list[str] = []
        session.said.connect(said.append)
        copy = article.sidecar.with_name("town.annotations (1).yaml")
        copy.write_bytes(SidecarWriter().data(with_note(session.document, "theirs")))
        reconciler.merge_copy(article, copy)
        disk.finish()
        copy.unlink()
        reconciler.decide(article, {conflict.key: "theirs" for conflict in reconciler.conflicts(article)})
        assert said[-1].startswith("town.annotations (1).yaml: ")
        assert [item.note for item in session.document.annotations.values()] == ["theirs"]


class TestWhatIsToldToo:
    def test_how_many_somebody_else_has_removed(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler, tag: Tag
    ) -> None:
        removed: list[int] = []
        reconciler.removed.connect(removed.append)
        tag("source", "mayor")
        autosave.finish()
        before = article.sidecar.read_bytes()
        write(article, replace(session.document, annotations=MappingProxyType({})))
        reconciler.look(article)
        autosave.finish()
        assert removed == [2]
        assert before in [version.path.read_bytes() for version in versions(article.sidecar)]

    def test_adding_is_no_removing(
        self, session: Session, article: OpenArticle, autosave: Autosave, reconciler: Reconciler
    ) -> None:
        removed: list[int] = []
        reconciler.removed.connect(removed.append)
        write(article, with_claim(session.document, "town"))
        reconciler.look(article)
        autosave.finish()
        assert removed == []

    def test_what_cannot_be_kept_beside_is_not_written_over(
        self, article: OpenArticle, autosave: Autosave, reconciler: Reconciler
    ) -> None:
        article.sidecar.unlink()
        article.sidecar.mkdir()
        reconciler.overwrite(article)
        autosave.finish()
        assert len(autosave.failures) == 1
        assert article.sidecar.is_dir()


def with_status(document: Document, status: str) -> Document:
    return replace(document, status=Status(status))


def linked(document: Document, note: str) -> Document:
    (id,) = document.annotations
    return replace(document, relations=MappingProxyType({"r": Relation("r", note, id, id)}))


@pytest.mark.parametrize(
    ("first", "mine"),
    [
        (lambda document: with_status(document, REVIEWED), lambda document: with_status(document, NOTHING_FOUND)),
        (lambda document: replace(document, scheme="theirs"), lambda document: replace(document, scheme="mine")),
        (lambda document: linked(document, "theirs"), lambda document: linked(document, "mine")),
    ],
    ids=["status", "head", "relation"],
)
def test_a_question_stays_open_while_something_else_comes_in(
    session: Session,
    article: OpenArticle,
    autosave: Autosave,
    reconciler: Reconciler,
    first: Callable[[Document], Document],
    mine: Callable[[Document], Document],
) -> None:
    theirs = first(session.document)
    session.do(difference(session.document, mine(session.document)), "Mine")
    write(article, theirs)
    autosave.finish()
    (question,) = reconciler.conflicts(article)
    write(article, with_claim(theirs, "town"))
    reconciler.look(article)
    autosave.finish()
    assert "theirs" in session.document.annotations
    assert [conflict.key for conflict in reconciler.conflicts(article)] == [question.key]


def test_what_is_done_here_while_theirs_is_merged_is_saved_too(
    qtbot: QtBot, session: Session, opened: Opened, worker: WhenTold, tag: Tag
) -> None:
    jobs = Jobs(worker)
    autosave = Autosave(session, jobs)
    reconciler = Reconciler(session, autosave, jobs)

    def all_is_saved() -> bool:
        worker.work()
        return not autosave.saving

    article = opened()
    session.show(article)
    tag("source", "people")
    qtbot.waitUntil(all_is_saved)
    write(article, with_claim(session.document, "town"))
    reconciler.look(article)
    worker.waiting.pop(0)()  # both are merged in the background
    tag("source", "mayor")  # before the result is delivered
    qtbot.waitUntil(all_is_saved)
    assert marked(article.sidecar) == ["people", "town", "mayor"]
