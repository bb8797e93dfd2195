"""Dialog with all evidence of the article or of the folder, which may stay open during work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.corpus.evidence.listing import ListedEvidence
from annotator.session.editing.evidence.evidence_list import EvidenceList
from annotator.translation.messages import _, ngettext, number
from annotator.ui.dialogs.evidence_dialog.rows import COLUMNS, EvidenceRows
from annotator.ui.dialogs.evidence_dialog.table import EvidenceTable
from annotator.ui.evidence.editor.piece_dialog import PieceDialog
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.evidence.quotes import QuotesDialog
from annotator.ui.long_work.work_row import WorkRow
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.fitting_dialog import FittingDialog
from annotator.ui.widgets.form import choice
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.panel_header import muted_label

SIZE, SMALLEST, PADDING, GAP, FILTER_WIDTH = QSize(1100, 520), QSize(440, 360), 16, 10, 220
ARTICLE, FOLDER = "article", "folder"
Jump = Callable[[ListedEvidence, str], None]


class EvidenceDialog(FittingDialog):
    """List of evidence; the keys act on pieces of the open article.

    Enter edits a piece, J goes to its claim, A attaches it, Q checks the quotes by its file, Delete removes it.

    ``folder`` is the open folder; ``jump`` goes to a claim of a piece, in whichever article, by the claim's id.
    """

    def __init__(
        self, parts: EvidenceParts, found: EvidenceList, folder: Path | None, jump: Jump, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceDialog")
        self.setWindowTitle(_("Evidence"))
        self.setAccessibleName(_("Evidence"))
        self._parts, self._session, self._list = parts, parts.services.session, found
        self._folder, self._jump = folder, jump
        self._rows = EvidenceRows(self)
        self._table = EvidenceTable(self._rows, parts.look, self)
        self._scope = choice({ARTICLE: _("This article"), FOLDER: _("The whole folder")}, ARTICLE, self)
        self._scope.setObjectName("evidenceScope")
        self._scope.setAccessibleName(_("Evidence of"))
        self._filter = FilterField(parts.look, _("Filter the evidence"), parent=self)
        self._count, self._work = muted_label(self), WorkRow(self)
        self._count.setObjectName("evidenceCount")
        self._attach = self._button(_("Attach to the selected annotation"), "attachEvidence", self._attach_current)
        self._go = self._button(_("Go to the claim"), "goToClaim", self._go_to_claim)
        self._save = self._button(_("Save as CSV…"), "saveEvidence", self._save_csv)
        self._close = self._button(_("Close"), "closeEvidence", self.close)
        self._lay_out()
        self._connect()
        self._choose_scope()
        self.setMinimumSize(SMALLEST)
        self.fit(SIZE)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(margins(PADDING, 8, PADDING, 8))
        head.setSpacing(GAP)
        self._filter.setFixedWidth(FILTER_WIDTH)
        for part, stretch in ((self._scope, 0), (self._count, 1), (self._filter, 0)):
            head.addWidget(part, stretch)
        foot = QHBoxLayout()
        foot.setContentsMargins(margins(PADDING, 10, PADDING, 12))
        foot.setSpacing(GAP)
        wrapped = QWidget(self)
        flow = FlowLayout(wrapped, GAP, GAP)
        for button in (self._attach, self._go, self._save):
            flow.addWidget(button)
        foot.addWidget(wrapped, 1)
        foot.addWidget(self._close, 0, Qt.AlignmentFlag.AlignBottom)
        self._work.setContentsMargins(margins(PADDING, 0, PADDING, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        column.addWidget(self._work)
        column.addLayout(foot)

    def _connect(self) -> None:
        table, found = self._table, self._list
        self._scope.activated.connect(lambda _index: self._choose_scope())
        self._filter.textChanged.connect(self._narrow)
        self._filter.went_down.connect(table.setFocus)
        self._filter.left.connect(self.close)
        table.entered.connect(lambda _row: self._edit())
        table.doubleClicked.connect(lambda _index: self._edit())
        table.deleted.connect(self._remove)
        table.left.connect(self.close)
        table.typed.connect(self._type)
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._allow())
        found.grew.connect(self._show)
        found.told.connect(self._tell)
        found.busy.connect(self._show_work)
        found.progressed.connect(self._work.show_stage)
        self._work.cancelled.connect(found.cancel)
        self._session.selected.connect(self._allow)
        self.finished.connect(self._end)
        for number_ in range(1, min(len(COLUMNS), 9) + 1):
            sort = QShortcut(f"Ctrl+{number_}", self, context=Qt.ShortcutContext.WindowShortcut)
            sort.activated.connect(lambda column=number_ - 1: table.sort_by(column))

    def _choose_scope(self) -> None:
        folder = self._folder if self._scope.currentData() == FOLDER else None
        self._table.show_article_column(on=folder is not None)
        if folder:
            self._list.show_folder(folder)
        else:
            self._list.show_article()
        if not folder:
            self._table.setFocus()

    def _show(self) -> None:
        """Show the rows; the current one stays as far as it is still there."""
        current = self._current()
        self._rows.show_rows(self._list.rows)
        row = self._rows.row_of(current.article, current.row.piece.id) if current else 0
        if self._rows.rows:
            self._table.selectRow(min(max(row, 0), len(self._rows.rows) - 1))
        self._tell_count()
        self._allow()

    def _narrow(self, words: str) -> None:
        self._rows.narrow(words)
        if self._rows.rows:
            self._table.selectRow(0)
        self._tell_count()
        self._allow()

    def _tell_count(self) -> None:
        count = len(self._rows.rows)
        said = ngettext("{count} piece of evidence", "{count} pieces of evidence", count)
        self._count.show_line(said.format(count=number(count)))
        empty = _("No match") if self._list.rows else _("There is no evidence yet. E adds some to the selected claim.")
        self._table.say_when_empty(empty)

    def _show_work(self, on: bool) -> None:  # a signal gives it
        if on:
            self._work.begin(_("Reading the folder"))
        else:
            self._work.hide()
            self._table.setFocus()

    def _current(self) -> ListedEvidence | None:
        row = self._table.current_row()
        return self._rows.rows[row] if 0 <= row < len(self._rows.rows) else None

    def _is_open(self, one: ListedEvidence) -> bool:
        current = self._session.current
        return current is not None and current.path == one.path and one.annotator == current.document.annotator

    def _allow(self) -> None:
        one = self._current()
        here = one is not None and self._is_open(one)
        self._attach.setEnabled(here and self._session.writable and self._session.selected_annotation is not None)
        self._go.setEnabled(one is not None and bool(one.row.claims))
        self._save.setEnabled(bool(self._list.rows))

    def _edit(self) -> None:
        """Edit the piece; one of another article is gone to."""
        one = self._current()
        if one and self._is_open(one):
            PieceDialog(self._parts, one.row.piece, self).open()
        elif one:
            self._go_to_claim()

    def _check_quotes(self) -> None:
        one = self._current()
        if one and one.row.piece.file and self._is_open(one):
            QuotesDialog(self._parts, one.row.piece, self).open()

    def _remove(self) -> None:
        one = self._current()
        if one and self._is_open(one) and self._session.writable:
            self._parts.services.edits.remove([one.row.piece.id])

    def _attach_current(self) -> None:
        one, annotation = self._current(), self._session.selected_annotation
        if one and annotation and self._is_open(one):
            self._parts.services.edits.attach(one.row.piece.id, [annotation.id])

    def _go_to_claim(self) -> None:
        """Go to the first claim, or from one of several to the next."""
        one, selected = self._current(), self._session.selected_annotation
        if one and one.row.claims:
            ids = [claim.id for claim in one.row.claims]
            here = ids.index(selected.id) if selected and self._is_open(one) and selected.id in ids else -1
            self._jump(one, ids[(here + 1) % len(ids)])

    def _save_csv(self) -> None:
        current = self._session.current
        start = self._folder or (current.path.parent if current else Path())
        if chosen := self._parts.dialogs.choose_target(str(start / "evidence.csv"), ".csv"):
            self._list.save_csv(Path(chosen))

    def _tell(self, sentence: str) -> None:
        self._count.show_line(sentence)
        self._session.say(sentence)

    def _type(self, letter: str) -> None:
        match letter.casefold():
            case "a" if self._attach.isEnabled():
                self._attach_current()
            case "j":
                self._go_to_claim()
            case "q":
                self._check_quotes()

    def _end(self) -> None:
        self._list.cancel()
        self.deleteLater()

    def _button(self, text: str, name: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button
