"""Dialog with the form of one piece of evidence; what is typed is saved while it is typed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.language.quoted_words import quoted
from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.field_edits import FieldEdits
from annotator.translation.messages import _, listed
from annotator.ui.evidence.editor.file_row import FileRow
from annotator.ui.evidence.editor.piece_form import NAME_WIDTH, PieceForm
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.evidence.keeping_row import KeepingRow
from annotator.ui.evidence.quotes import QuotesDialog
from annotator.ui.system.open_link import open_link
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.panel_header import plain_label
from annotator.ui.widgets.tab_order import order_tabs
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

SIZE, PADDING, GAP = QSize(620, 640), 20, 12
CLOSE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class PieceDialog(FittingDialog):
    """Form of ``piece``, which is added to the document with the first thing that is typed if it is not in it yet."""

    def __init__(self, parts: EvidenceParts, piece: Evidence, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceEditor")
        self.setWindowTitle(_("Evidence"))
        self.setAccessibleName(_("Evidence"))
        self._parts, self._session, self._draft = parts, parts.services.session, piece
        self._there = piece.id in self._session.document.of(Evidence)
        self._article = self._session.current
        self._edits = FieldEdits(self._session, self._write, self)
        self._claims, self._file = WrappingLabel(self), FileRow(parts, self)
        links = {key: self._link_button(key) for key in ("link", "archived")}
        self._form = PieceForm(parts.look, links, self)
        self._lay_out()
        self._connect()
        self._show()
        self.fit(SIZE)
        order_tabs(self)
        self._form.focus_first()

    def _lay_out(self) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        column.setSpacing(GAP)
        column.addWidget(self._claims)
        column.addWidget(self._form)
        rest = QGridLayout()
        rest.setColumnMinimumWidth(0, NAME_WIDTH)
        rest.setHorizontalSpacing(GAP)
        rest.setColumnStretch(1, 1)
        rest.addWidget(plain_label(_("File"), self), 0, 0, Qt.AlignmentFlag.AlignTop)
        rest.addWidget(self._file, 0, 1)
        rest.addWidget(KeepingRow(self._parts.services.keeping, self), 1, 1)
        column.addLayout(rest)
        column.addStretch(1)
        self._remove, close = QPushButton(_("Remove"), self), QPushButton(_("Close"), self)
        self._remove.setObjectName("removeEvidence")
        close.setObjectName("closeEvidence")
        self._remove.clicked.connect(self._remove_piece)
        close.clicked.connect(self.close)
        buttons = decision_buttons(close, self._remove, self)
        buttons.setContentsMargins(margins(PADDING, GAP, PADDING, GAP))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrolledContent(content, self), 1)
        whole.addWidget(buttons)

    def _connect(self) -> None:
        self._form.edited.connect(self._edits.note_typed)
        self._form.left.connect(self._edits.finish)
        self._file.attached.connect(self._attach)
        self._file.checked.connect(self._check_quotes)
        self._session.changed.connect(self._follow)
        self._session.opened.connect(self._follow)
        self.finished.connect(self.deleteLater)
        for key in CLOSE_KEYS:
            QShortcut(key, self, self.close, context=Qt.ShortcutContext.WindowShortcut)

    def done(self, result: int) -> None:
        """Write what has been typed, then close."""
        self._edits.finish()
        super().done(result)

    @property
    def _piece(self) -> Evidence:
        """The piece as it is in the document; the draft as long as it is not there."""
        current = self._session.current
        return (current and current.document.of(Evidence).get(self._draft.id)) or self._draft

    def _follow(self) -> None:
        """Show the piece as it is now; close where it has gone or another article is open."""
        current = self._session.current
        found = current is not None and self._draft.id in current.document.of(Evidence)
        if current is not self._article or (self._there and not found):
            self._draft = self._piece
            self.close()
            return
        self._there = found
        self._show()

    def _show(self) -> None:
        piece, document = self._piece, self._session.document
        self._form.show_piece(piece)
        self._form.setEnabled(self._session.writable)
        self._file.show_piece(piece, writable=self._session.writable)
        self._remove.setEnabled(self._there and self._session.writable)
        known = [document.annotations[id] for id in piece.claims if id in document.annotations]
        words = listed(quoted(plain_line(document.words(one))) for one in known)
        self._claims.setText(_("For {claims}").format(claims=words) if known else _("For no annotation"))

    def _write(self, token: object) -> None:
        """Put what was typed into the document, unless the article is closed or the piece was removed."""
        if self._session.current is not self._article or not self._session.writable:
            return
        before = self._piece
        after = self._form.piece(before)
        if after != before and (self._there or before is self._draft):
            self._put(after, token)

    def _put(self, piece: Evidence, token: object | None) -> None:
        try:
            self._parts.services.edits.put(piece, token)
        except ValueError:  # a lone surrogate
            self._session.say(_("It has half a character in it. Delete it and type it again."))

    def _attach(self, path: str) -> None:
        self._edits.finish()
        if not self._there:
            self._put(self._piece, None)
        self._parts.services.keeping.keep_into(Path(path), self._draft.id)

    def _check_quotes(self) -> None:
        self._edits.finish()
        QuotesDialog(self._parts, self._piece, self).open()

    def _remove_piece(self) -> None:
        self._edits.finish()
        self._parts.services.edits.remove([self._draft.id])

    def _link_button(self, key: str) -> QPushButton:
        button = QPushButton(_("Open…"), self)
        button.setObjectName(f"open-{key}")
        button.setAccessibleName(_("Open the address"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda: open_link(getattr(self._form.piece(self._piece), key), self._parts.dialogs))
        return button
