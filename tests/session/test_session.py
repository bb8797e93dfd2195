"""The session: changing and undoing, what is selected, where the caret is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from annotator.model import edits
from annotator.model.change import Change
from annotator.model.document import Document
from annotator.model.span import Span
from annotator.session.open_article import Caret, OpenArticle
from annotator.session.session import Session

Tag = Callable[[str, str], str]
Opened = Callable[..., OpenArticle]


def test_a_change_is_made_said_and_taken_back(session: Session, opened: Opened, tag: Tag) -> None:
    session.show(opened())
    before, said = session.document, []
    session.said.connect(said.append)
    tag("source", "people")
    after = session.document
    session.undo()
    assert session.document == before
    session.redo()
    assert session.document == after
    assert said == ["Tag “people” as source", "Undone: Tag “people” as source", "Redone: Tag “people” as source"]


def test_undo_goes_to_what_it_brings_back(session: Session, opened: Opened) -> None:
    session.show(opened([("claim", "Thousands of people"), ("source", "mayor")]))
    session.do(edits.remove(session.document, ["a00001"]), "Remove")
    session.move_caret(0)
    session.undo()
    assert session.selected_annotation == session.document.annotations["a00001"]
    assert session.caret.position == session.document.article.text.index("mayor")


def test_nothing_to_undo_is_no_step(session: Session, opened: Opened) -> None:
    session.undo()
    session.show(opened())
    before = session.document
    session.undo()
    session.redo()
    assert session.document is before


def test_an_empty_change_is_no_step(session: Session, opened: Opened) -> None:
    session.show(opened())
    assert not session.do(Change(), "Nothing")
    assert not session.history.canUndo()


def test_changes_with_one_token_are_one_step(session: Session, opened: Opened) -> None:
    session.show(opened([("source", "mayor")]))
    before, said, token = session.document, list[str](), object()
    session.said.connect(said.append)
    for note in ("wh", "who", "who?"):
        session.do(edits.set_note(session.document, "a00000", note, now=note), "Note", token)
    after = session.document
    assert session.history.activeStack().count() == 1
    session.undo()
    assert session.document == before
    session.redo()
    assert session.document == after
    assert said == ["Note", "Undone: Note", "Redone: Note"]


def test_changes_with_one_token_that_come_to_nothing_are_no_step(session: Session, opened: Opened, tag: Tag) -> None:
    session.show(opened([("source", "mayor")]))
    tag("claim", "people")
    before, token = session.document, object()
    session.move_caret(5)
    for note in ("w", ""):
        session.do(edits.set_note(session.document, "a00000", note, now="later"), "Note", token)
    assert session.document == before
    assert session.history.activeStack().count() == 1
    assert session.caret == Caret(5, 5)


def test_what_is_deleted_again_after_others_went_on_is_no_step_and_leaves_their_status(
    session: Session, opened: Opened
) -> None:
    article = opened([("claim", "people")])
    session.show(article)
    before, token = session.document.status, object()
    session.do(edits.set_note(session.document, "a00000", "So", now="now"), "Note", token)
    assert session.document.status != before
    session.take_over(article, edits.set_status(session.document, "done"))
    session.do(edits.set_note(session.document, "a00000", "", now="now"), "Note", token)
    assert session.document.annotations["a00000"].note == ""
    assert session.document.status.value == "done"
    assert not session.history.canUndo()


def test_another_step_in_between_and_another_token_are_steps_of_their_own(session: Session, opened: Opened) -> None:
    session.show(opened([("source", "mayor")]))
    first, second = object(), object()
    for note, token in (("a", first), ("ab", second), ("abc", None), ("abcd", None), ("abcde", second)):
        session.do(edits.set_note(session.document, "a00000", note, now=""), "Note", token)
    assert session.history.activeStack().count() == 5


def test_what_somebody_else_has_altered_meanwhile_is_not_undone(session: Session, opened: Opened) -> None:
    article = opened([("source", "mayor")])
    session.show(article)
    token = object()
    session.do(edits.set_note(session.document, "a00000", "mine", now=""), "Note", token)
    session.take_over(article, edits.relabel(session.document, ["a00000"], "claim", now=""))
    session.do(edits.set_note(session.document, "a00000", "mine too", now=""), "Note", token)
    session.undo()
    assert session.document.annotations["a00000"].label == "claim"
    assert session.document.annotations["a00000"].note == "mine"


def test_a_read_only_article_says_why(session: Session, opened: Opened, tag: Tag, qtbot: QtBot) -> None:
    session.show(opened(read_only="It was written by a newer version."))
    with qtbot.waitSignal(session.said) as said:
        tag("source", "people")
    assert said.args == ["It was written by a newer version."]
    assert not session.document.annotations
    assert not session.writable


def test_the_change_is_told_once_with_the_document_changed(session: Session, opened: Opened, tag: Tag) -> None:
    session.show(opened())
    seen: list[int] = []
    session.changed.connect(lambda _change: seen.append(len(session.document.annotations)))
    tag("source", "people")
    session.undo()
    assert seen == [1, 0]


def test_a_removed_annotation_is_selected_no_longer(session: Session, opened: Opened) -> None:
    session.show(opened([("source", "mayor")]))
    session.select("a00000")
    session.do(edits.remove(session.document, ["a00000"]), "Remove")
    assert session.selected_annotation is None


def test_a_relabelled_annotation_stays_selected(session: Session, opened: Opened) -> None:
    session.show(opened([("source", "mayor")]))
    session.select("a00000")
    session.do(edits.relabel(session.document, ["a00000"], "cue", now=""), "Relabel")
    assert session.selected_annotation is not None
    assert session.selected_annotation.label == "cue"


@pytest.mark.parametrize(("position", "stays"), [(12, False), (13, True), (16, True), (19, True), (20, False)])
def test_the_caret_leaves_an_annotation(session: Session, opened: Opened, position: int, stays: bool) -> None:
    session.show(opened([("source", "people")]))
    session.select("a00000")
    session.move_caret(15)
    session.move_caret(position)
    assert (session.selected_annotation is not None) == stays


def test_select_and_show_puts_the_caret_there(session: Session, opened: Opened, qtbot: QtBot) -> None:
    session.show(opened([("source", "mayor")]))
    with qtbot.waitSignal(session.shown):
        session.select("a00000", show=True)
    assert session.caret.position == session.document.article.text.index("mayor")


def test_selecting_the_same_again_tells_nobody(session: Session, opened: Opened, qtbot: QtBot) -> None:
    session.show(opened([("source", "mayor")]))
    session.select("a00000")
    with qtbot.assertNotEmitted(session.selected):
        session.select("a00000")


@pytest.mark.parametrize(
    ("anchor", "position", "words"),
    [(0, 9, "Thousands"), (10, 0, "Thousands"), (9, 13, "of"), (9, 10, None), (45, 48, "."), (5, 5, None)],
)
def test_a_selection_is_trimmed(
    session: Session, opened: Opened, anchor: int, position: int, words: str | None
) -> None:
    session.show(opened())
    session.move_caret(position, anchor)
    selection = session.selection
    assert (selection.of(session.document.article.text) if selection else None) == words


def test_the_caret_is_cut_off_at_the_end(session: Session, opened: Opened) -> None:
    session.show(opened(text="short"))
    session.move_caret(99, 88)
    assert session.caret == Caret(5, 5)


def test_a_remembered_caret_is_cut_off_at_the_end(session: Session, opened: Opened) -> None:
    session.show(opened(text="short"), Caret(99, 99))
    assert session.caret == Caret(5, 5)


def test_showing_nothing_ends_undo(session: Session, opened: Opened, tag: Tag) -> None:
    session.show(opened())
    tag("source", "people")
    session.show(None)
    assert not session.history.canUndo()
    session.undo()
    assert session.selection is None


def test_each_article_has_its_own_history(session: Session, opened: Opened, tag: Tag) -> None:
    first, second = opened(), opened()
    session.show(first)
    tag("source", "people")
    session.show(second)
    assert not session.history.canUndo()
    session.show(first)
    session.undo()
    assert not session.document.annotations


def test_locking_is_told_when_it_changes(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.locked):
        session.lock("claim")
    with qtbot.assertNotEmitted(session.locked):
        session.lock("claim")
    assert session.locked_label == "claim"


def test_new_ids_are_not_taken(session: Session, opened: Opened, tag: Tag) -> None:
    session.show(opened())
    ids = {tag("source", words) for words in ("people", "left", "town", "mayor", "said", "so")}
    assert len(ids) == 6
    assert session.new_id() not in ids


edits_drawn = st.lists(
    st.tuples(st.sampled_from(["tag", "move", "relabel", "remove", "note"]), st.integers(0, 40), st.integers(1, 20)),
    min_size=1,
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits_drawn)
def test_undoing_all_and_redoing_all(session: Session, opened: Opened, drawn: list[tuple[str, int, int]]) -> None:
    session.show(opened())
    stages = [session.document]
    for kind, place, length in drawn:
        if session.do(_edit(session, kind, place, length), kind):
            stages.append(session.document)
    for stage in reversed(stages[:-1]):
        session.undo()
        assert session.document == stage
    for stage in stages[1:]:
        session.redo()
        assert session.document == stage
    _assert_index_follows(session)


def _edit(session: Session, kind: str, place: int, length: int) -> Change:
    document = session.document
    span = Span(place, place + length)
    try:
        return _of_kind(session, document, kind, span)
    except edits.DuplicateAnnotationError:
        return Change()


def _of_kind(session: Session, document: Document, kind: str, span: Span) -> Change:
    if kind == "tag" or not document.annotations:
        return edits.annotate(document, span, "claim", id=session.new_id(), now="")
    ids = sorted(document.annotations)
    id = ids[span.start % len(ids)]
    match kind:
        case "move":
            return edits.move(document, id, span, now="")
        case "relabel":
            return edits.relabel(document, [id], "source", now="")
        case "remove":
            return edits.remove(document, [id])
        case _:
            return edits.set_note(document, id, f"note {len(span)}", now="")


def _assert_index_follows(session: Session) -> None:
    inside = [a for n in range(session.index.paragraph_of(200) + 1) for a in session.index.in_paragraph(n)]
    assert {a.id: a for a in inside} == dict(session.document.annotations)
    assert session.index.order == [a.position for a in session.document.in_text_order()]
