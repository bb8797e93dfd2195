"""Acts on a row of a list: a key each, and a line in its menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from annotator.corpus.desk.table import CALLS, CHANGES, CRITICISM, QUERIES
from annotator.facts.desk.lists.rows import CallRow, ChangeRow, CriticismRow, QueryRow
from annotator.model.annotation import CHECK_STATES
from annotator.model.kinds.criticisms import Criticism
from annotator.model.kinds.queries import Query
from annotator.session.desk_lists.columns import fact_of
from annotator.session.desk_lists.lines import ListLine
from annotator.session.editing.check_words import state_words
from annotator.session.editing.checking import Checking
from annotator.translation.messages import N_, _
from annotator.ui.desk.criticism_dialog import open_criticism
from annotator.ui.desk.desk_parts import DeskParts
from annotator.ui.desk.query_dialog import open_query

KEYS = {
    QUERIES: N_("Enter goes there, A answers, R reopens, 1 to 7 set the state of the fact"),
    CALLS: N_("Enter goes there, C edits the contact, 1 to 7 set the state of the fact"),
    CRITICISM: N_("Enter goes there, A edits it, 1 to 7 set the state of the fact"),
    CHANGES: N_("Enter goes there, T taken, R refused, O open again, 1 to 7 set the state of the fact"),
}
OTHERS = N_("Enter goes there, 1 to 7 set the state of the fact")


@dataclass(frozen=True, slots=True)
class Act:
    """An act by its key; ``changes`` tells whether it changes the document of the row."""

    key: str
    words: str
    run: Callable[[], object]
    changes: bool = True


class RowActs:
    """Acts on rows of the open article; ``edit_contact`` is called with the name of a source."""

    def __init__(self, parts: DeskParts, edit_contact: Callable[[str], object], window: QWidget) -> None:
        self._parts, self._edit_contact, self._window = parts, edit_contact, window
        self._checking = Checking(parts.session)

    def of(self, line: ListLine) -> Iterator[Act]:
        """Yield what can be done about the row, beside going there."""
        match row := line.row:
            case QueryRow():
                yield Act("a", _("Answer…"), partial(self._answer, row.query.id))
                yield Act("r", _("Reopen"), partial(self._reopen, row.query.id))
            case CallRow():
                yield Act("c", _("Edit the contact…"), partial(self._edit_contact, row.source), changes=False)
            case CriticismRow():
                yield Act("a", _("Edit…"), partial(self._edit_criticism, row.criticism.id))
            case ChangeRow():
                for key, words, answer in (
                    ("t", _("Taken"), "taken"),
                    ("r", _("Refused"), "refused"),
                    ("o", _("Open"), ""),
                ):
                    yield Act(key, words, partial(self._checking.set_answer, row.fact.id, answer))
            case _:
                pass
        yield from self._states(line)

    def _states(self, line: ListLine) -> Iterator[Act]:
        if fact := fact_of(line.row):
            for key, state in enumerate(CHECK_STATES, start=1):
                yield Act(str(key), state_words(state), partial(self._checking.set_state, fact.id, state))

    def _answer(self, id: str) -> None:
        if query := self._parts.session.document.of(Query).get(id):
            open_query(self._parts, query, self._window)

    def _reopen(self, id: str) -> None:
        if id in self._parts.session.document.of(Query):
            self._parts.queries.reopen(id)

    def _edit_criticism(self, id: str) -> None:
        if item := self._parts.session.document.of(Criticism).get(id):
            open_criticism(self._parts, item, self._window)
