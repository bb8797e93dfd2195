"""List of the claims and quotes of the article, of which those that have the reply are ticked."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.facts.desk.which_facts import facts_of
from annotator.facts.quotes.article_quotes import FORM
from annotator.language.folding import folded, folded_query
from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.lists.two_line_rows import ROW_HEIGHT, TwoLineRows, TwoLines

SHOWN = 4


class ReplyRows(QWidget):
    """Rows with a filter above. ``chosen`` are the ids of the ticked annotations, in the order of the text.

    ``left``: Escape.
    """

    left = Signal()

    def __init__(self, session: Session, look: Look, chosen: Collection[str], leave: Collection[str]) -> None:
        super().__init__()
        self._session, self._chosen = session, set(chosen)
        self._candidates = [one for one in _candidates(session) if one.id not in leave or one.id in self._chosen]
        self._shown: list[Annotation] = []
        self._filter = FilterField(look, _("Filter claims and quotes"), parent=self)
        self._filter.setObjectName("replyFilter")
        self._rows = TwoLineRows(look, self)
        self._rows.setObjectName("replyRows")
        self._rows.setAccessibleName(_("Answered in"))
        self._rows.setMinimumHeight(SHOWN * ROW_HEIGHT)
        self._rows.say_when_empty(_("No match") if self._candidates else _("The article has no other claims or quotes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._filter)
        column.addWidget(self._rows, 1)
        self._filter.textChanged.connect(self._fill)
        self._filter.went_down.connect(self._rows.setFocus)
        self._filter.left.connect(self.left)
        self._rows.left.connect(self.left)
        self._rows.turned.connect(self._turn)
        self._rows.entered.connect(self._turn)
        self._fill("")

    @property
    def chosen(self) -> tuple[str, ...]:
        return tuple(one.id for one in self._candidates if one.id in self._chosen)

    @property
    def offered(self) -> frozenset[str]:
        """Ids of all annotations that may be ticked."""
        return frozenset(one.id for one in self._candidates)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, (SHOWN + 1) * ROW_HEIGHT)

    def _fill(self, words: str) -> None:
        wanted = folded_query(words).split()
        self._shown = [one for one in self._candidates if _is_meant(self._session.words(one), wanted)]
        self._rows.show_rows([self._row(one) for one in self._shown])

    def _row(self, one: Annotation) -> TwoLines:
        label = label_name(self._session.scheme, one.label)
        return TwoLines(plain_line(self._session.words(one)), label, ticked=one.id in self._chosen)

    def _turn(self, row: int) -> None:
        one = self._shown[row]
        self._chosen ^= {one.id}
        self._rows.put(row, self._row(one))


def _candidates(session: Session) -> list[Annotation]:
    """Return the facts and the quotes, in the order of the text."""
    document, scheme = session.document, session.scheme
    quotes = {label.id for label in scheme.labels if any(rule.id == FORM for rule in label.attributes)}
    found = {one.id: one for one in facts_of(document, scheme)}
    found |= {one.id: one for one in document.annotations.values() if one.label in quotes}
    return sorted(found.values(), key=lambda one: one.position)


def _is_meant(text: str, wanted: Collection[str]) -> bool:
    if not wanted:
        return True
    said = folded(text)
    return all(word in said for word in wanted)
