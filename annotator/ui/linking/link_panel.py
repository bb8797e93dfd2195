"""List of the candidates for a relation, in place of the panels that tell of annotations."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.session.editing.relations.link_mode import LinkMode
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number
from annotator.ui.linking.asked_pane import AskedPane
from annotator.ui.linking.candidate_rows import ROW_HEIGHT, TEXT_LEFT, CandidateDelegate, CandidateRows, spoken
from annotator.ui.linking.link_field import LinkField
from annotator.ui.linking.linking_words import title
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.lists.rows_view import RowsView
from annotator.ui.widgets.panel_header import PADDING, PanelHeader, muted_label


class LinkPanel(QWidget):
    """Field, candidates, how many more there are, and the types that fit; the field keeps the keyboard."""

    def __init__(self, mode: LinkMode, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode, self._session = mode, session
        self.setObjectName("linkPanel")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.field = LinkField(look, _("Words of the annotation to link to"), parent=self)
        self.field.setPlaceholderText(_("Type words, a label or a relation"))
        self._rows = CandidateRows(session, mode, self)
        self.list = RowsView(ROW_HEIGHT, parent=self)
        self._more = muted_label(self)
        self._asked = AskedPane(mode, look, self)
        self._title = title(mode, session)
        self.header = PanelHeader(self._title, count_at_right=True, parent=self)
        self.setAccessibleName(self._title)
        self.setFocusProxy(self.field)
        self._lay_out(look)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the candidates as the mode has them."""
        mode = self._mode
        if not mode.under_way:
            return
        if self.field.text() != mode.words:
            self.field.setText(mode.words)
        self.field.asking = mode.asking is not None
        self.field.setReadOnly(mode.asking is not None)
        self._rows.show_rows(mode.shown)
        if mode.chosen:
            self.list.selectRow(mode.current)
            self.list.scrollTo(self._rows.index(mode.current, 0))
            self.field.setAccessibleDescription(spoken(mode.chosen, self._session, mode))
        self.header.set_count(_fitting(mode.fitting), number(mode.fitting))
        more = mode.fitting - len(mode.shown)
        words = ngettext("{count} more: type to find it", "{count} more: type to find them", more)
        self._more.setVisible(more > 0)
        self._more.show_line(words.format(count=number(more)))
        self.list.say_when_empty(_("No match for “{words}”").format(words=mode.words))
        self._asked.refresh()

    def _lay_out(self, look: Look) -> None:
        self.list.setObjectName("candidates")
        self.list.setAccessibleName(_("Annotations to link to"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(CandidateDelegate(self._rows, self._session, self._mode, look, self.list))
        for part in (self.list, self.list.viewport()):
            part.setFocusPolicy(self._asked.focusPolicy())  # none: the field keeps the keyboard
        more = QVBoxLayout()
        more.setContentsMargins(margins(TEXT_LEFT, 4, PADDING, 8))
        more.addWidget(self._more)
        field = QVBoxLayout()
        field.setContentsMargins(10, 2, 10, 8)
        field.addWidget(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(field)
        column.addWidget(self.list, 1)
        column.addLayout(more)
        column.addWidget(self._asked)

    def _connect(self) -> None:
        mode, field = self._mode, self.field
        mode.changed.connect(self.refresh)
        field.textEdited.connect(mode.search)
        field.stepped.connect(mode.step)
        field.numbered.connect(mode.take_number)
        field.taken.connect(lambda stay: mode.accept(stay=stay))
        field.turned.connect(mode.turn)
        field.escaped.connect(mode.back)
        self._asked.chosen.connect(self._choose_type)
        self.list.clicked.connect(self._take)

    def _take(self, index: QModelIndex) -> None:
        self._mode.take(self._rows.rows[index.row()].annotation.id)

    def _choose_type(self, place: int) -> None:
        if not self._mode.asking:
            self._mode.accept()
        self._mode.take_number(place)


def _fitting(count: int) -> str:
    return ngettext("{count} fits, nearest first", "{count} fit, nearest first", count).format(count=number(count))
