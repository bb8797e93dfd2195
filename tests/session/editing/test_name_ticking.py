"""Names are ticked for all their mentions and unticked, each as one step of undo."""

from __future__ import annotations

from annotator.facts.names.rows import NameRow, name_rows
from annotator.model.kinds.checked_names import CheckedName
from annotator.session.editing.name_ticking import NameTicking
from annotator.session.session import Session
from tests.session.conftest import NOW, Opened

TEXT = "Mayor Dana Reiff said so. Reiff left. Asked again, Reiff smiled at Tom Hale."


def row(session: Session, name: str) -> NameRow:
    rows = name_rows(session.document, session.scheme, "en")
    return next(row for row in rows if row.name == name)


def test_a_tick_is_one_step_for_all_mentions(session: Session, opened: Opened, said: list[str]) -> None:
    session.show(opened(text=TEXT))
    assert NameTicking(session).tick(row(session, "Dana Reiff"))
    (item,) = session.document.of(CheckedName).values()
    assert (item.name, item.variants, item.kind, item.at) == ("Dana Reiff", ("Reiff",), "person", NOW)
    assert row(session, "Dana Reiff").is_ticked
    assert not row(session, "Tom Hale").is_ticked
    assert said[-1] == "Ticked “Dana Reiff” for its 3 mentions"
    session.undo()
    assert not row(session, "Dana Reiff").is_ticked
    session.redo()
    assert row(session, "Dana Reiff").is_ticked


def test_a_tick_is_taken_back(session: Session, opened: Opened) -> None:
    session.show(opened(text=TEXT))
    ticking = NameTicking(session)
    assert ticking.toggle(row(session, "Dana Reiff"))
    assert ticking.toggle(row(session, "Dana Reiff"))
    assert not session.document.of(CheckedName)
    session.undo()
    assert row(session, "Dana Reiff").is_ticked


def test_what_is_ticked_is_not_ticked_twice(session: Session, opened: Opened) -> None:
    session.show(opened(text=TEXT))
    ticking = NameTicking(session)
    assert not ticking.untick(row(session, "Dana Reiff"))
    ticking.tick(row(session, "Dana Reiff"))
    assert not ticking.tick(row(session, "Dana Reiff"))
    assert len(session.document.of(CheckedName)) == 1


def test_an_article_that_cannot_be_changed_refuses(session: Session, opened: Opened, said: list[str]) -> None:
    session.show(opened(text=TEXT, read_only="The folder is read-only."))
    assert not NameTicking(session).tick(row(session, "Dana Reiff"))
    assert said[-1] == "The folder is read-only."
    assert not session.document.of(CheckedName)


def test_a_name_stays_ticked_where_a_fuller_form_is_told_later(session: Session, opened: Opened) -> None:
    session.show(opened(text="The harbour was shut, Reiff said."))
    NameTicking(session).tick(row(session, "Reiff"))
    fuller = session.document.of(CheckedName)
    session.show(opened(text=TEXT))
    ticked = session.document.with_items(CheckedName, fuller)
    rows = name_rows(ticked, session.scheme, "en")
    assert [row.name for row in rows if row.is_ticked] == ["Dana Reiff"]
