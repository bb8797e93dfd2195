"""Ticking of names: a person has checked a name at all its places in the article."""

from __future__ import annotations

from annotator.facts.names.rows import NameRow
from annotator.language.plain_line import shortened
from annotator.model.change import Change
from annotator.model.check_edits import put_item, remove_items
from annotator.model.document import Document
from annotator.model.kinds.checked_names import CheckedName
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number

LONGEST = 40
"""Code points of a name in the title of an undo step."""


def tick_of(document: Document, row: NameRow, *, id: str, at: str) -> Change:
    """Tick the name; name, forms and kind are kept, with who ticked it and when."""
    forms = tuple(variant.written for variant in row.variants if variant.written != row.name)
    return put_item(document, CheckedName(id, row.name, forms, row.kind, by=document.annotator, at=at))


class NameTicking:
    """Turn ticks of the table of names into changes of the session's document."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tick(self, row: NameRow) -> bool:
        """Tick the name with all its forms, as one step. Return False if it is ticked, or nothing may change."""
        if row.is_ticked:
            return False
        session = self._session
        done = ngettext("Ticked “{name}” for its mention", "Ticked “{name}” for its {count} mentions", row.count)
        return session.do(
            tick_of(session.document, row, id=session.new_id(), at=session.now()),
            _("Tick the name “{name}”").format(name=shortened(row.name, LONGEST)),
            done=done.format(name=shortened(row.name, LONGEST), count=number(row.count)),
        )

    def untick(self, row: NameRow) -> bool:
        """Remove all ticks of the name, as one step. Return False if it has none, or nothing may change."""
        if not row.is_ticked:
            return False
        title = _("Remove the tick of “{name}”").format(name=shortened(row.name, LONGEST))
        return self._session.do(remove_items(self._session.document, row.ticked_by), title)

    def toggle(self, row: NameRow) -> bool:
        """Tick the name, or remove its ticks if it has any. Return False if nothing may change."""
        return self.untick(row) if row.is_ticked else self.tick(row)
