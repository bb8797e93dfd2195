"""The file of a piece of evidence: its state and size, and the buttons that attach, show and open it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.model.kinds.evidence import Evidence
from annotator.session.editing.evidence.evidence_words import file_words, piece_words, size_words
from annotator.storage.evidence.file_names import place_of
from annotator.storage.evidence.states import ALTERED, LARGEST, THERE
from annotator.translation.messages import _
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.system.open_file import open_file
from annotator.ui.system.show_in_folder import show_in_folder
from annotator.ui.widgets.words.wrapping_label import WrappingLabel


class FileRow(QWidget):
    """Row of the file; nothing is opened before it was asked.

    ``attached``: path of a file to keep. ``checked``: to look for quotes in the file.
    """

    attached = Signal(str)
    checked = Signal()

    def __init__(self, parts: EvidenceParts, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._piece = parts, Evidence("")
        self._words = WrappingLabel(self)
        self._words.setObjectName("evidenceFileWords")
        self._attach = self._button(_("Attach a file…"), "attachFile", self._choose)
        self._show = self._button(_("Show in folder"), "showEvidenceFile", self._show_in_folder)
        self._open = self._button(_("Open…"), "openEvidenceFile", self._open_file)
        self._check = self._button(_("Check the quotes…"), "checkQuotes", self.checked.emit)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self._attach, self._show, self._open, self._check):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addLayout(buttons)
        parts.services.states.known.connect(self._refresh)

    def show_piece(self, piece: Evidence, *, writable: bool) -> None:
        """Show the file of the piece."""
        self._piece = piece
        self._attach.setEnabled(writable)
        self._refresh()

    def _refresh(self) -> None:
        state = self._parts.services.states.of(self._piece.file)
        has_file = bool(self._piece.file)
        limit = _("No file; up to {size} are kept, below .annotator/evidence").format(size=size_words(LARGEST))
        self._words.setText((file_words(state) or _("being looked at…")) if has_file else limit)
        for button in (self._show, self._open, self._check):
            button.setVisible(has_file)
            button.setEnabled(state.state in (THERE, ALTERED))

    def _place(self) -> Path | None:
        current = self._parts.services.session.current
        place = place_of(current.path.parent, self._piece.file) if current else None
        return place.path if place else None

    def _choose(self) -> None:
        current = self._parts.services.session.current
        if current and (chosen := self._parts.dialogs.choose_evidence(str(current.path.parent))):
            self.attached.emit(chosen)

    def _show_in_folder(self) -> None:
        if path := self._place():
            show_in_folder(path)

    def _open_file(self) -> None:
        state = self._parts.services.states.of(self._piece.file)
        warning = _("It has been altered since it was kept.") if state.state == ALTERED else ""
        if path := self._place():
            open_file(path, piece_words(self._piece), self._parts.dialogs, warning)

    def _button(self, text: str, name: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button
