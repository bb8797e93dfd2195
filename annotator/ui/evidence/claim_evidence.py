"""The evidence of one claim: its pieces, and the box by which another is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from annotator.facts.evidence import evidence_of
from annotator.language.plain_line import plain_line
from annotator.model.change import Change
from annotator.model.kinds.evidence import Evidence
from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.actions.mnemonics import give_mnemonics
from annotator.ui.evidence.clipboard import paste_evidence
from annotator.ui.evidence.drop_box import DropBox
from annotator.ui.evidence.evidence_parts import EvidenceParts
from annotator.ui.evidence.keeping_row import KeepingRow
from annotator.ui.evidence.piece_rows import PieceRows
from annotator.ui.system.open_link import open_link
from annotator.ui.widgets.file_drops import FileDrops
from annotator.ui.widgets.panel_header import muted_label

KEYS = N_("Enter edits it, O opens its link, Q checks the quotes by its file, E adds another, Del takes it off")


class ClaimEvidence(QWidget):
    """Pieces of the claim that ``show_claim`` names.

    Enter edits a piece, Delete takes it off, O opens its link, Q checks quotes by its file, E adds one, Ctrl+V pastes
    one; files are dropped on it.
    ``left``: Escape, to return to the article. ``opened``: a part that is to be seen, as something is added to it.
    """

    left = Signal()
    opened = Signal(QWidget)

    def __init__(self, parts: EvidenceParts, parent: QWidget, *, titled: bool = True) -> None:
        super().__init__(parent)
        self._parts, self._services, self._claim = parts, parts.services, ""
        self.setObjectName("claimEvidence")
        self.setAccessibleName(_("Evidence"))
        self._title, self._rows, self._box = muted_label(self), PieceRows(parts.look, self), DropBox(parts.look, self)
        self._title.setText(_("Evidence"))
        self._title.setVisible(titled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._title, self._rows, self._box, KeepingRow(self._services.keeping, self)):
            column.addWidget(part)
        self._connect()

    def show_claim(self, id: str) -> None:
        """Show the evidence of the annotation with this id; none for an empty one."""
        self._claim = id
        self.refresh()

    def refresh(self) -> None:
        """Show the pieces as they are now."""
        current = self._services.session.current
        rows = evidence_of(current.document, self._claim) if current and self._claim else []
        focused = self._rows.hasFocus()
        self._rows.show_pieces(rows, [self._services.states.of(row.piece.file) for row in rows])
        self._rows.setVisible(bool(rows))
        self._box.setEnabled(self._services.session.writable)
        if focused and not rows:
            self._box.setFocus()

    def add(self) -> None:
        """Open the form of a new piece."""
        self.opened.emit(self._box)
        if self._claim and self._services.session.writable:
            self._edit(self._services.edits.draft([self._claim]))

    def paste(self) -> None:
        """Add what the clipboard has."""
        self.opened.emit(self._box)
        if self._claim:
            paste_evidence(self._services, [self._claim])

    def _connect(self) -> None:
        session, rows = self._services.session, self._rows
        session.changed.connect(self._follow)
        self._services.states.known.connect(self.refresh)
        self._services.keeping.kept.connect(lambda ids: rows.go_to_piece(ids[-1] if ids else ""))
        self._box.clicked.connect(self.add)
        rows.entered.connect(lambda _row: self._with_current(self._edit))
        rows.doubleClicked.connect(lambda _index: self._with_current(self._edit))
        rows.deleted.connect(lambda: self._with_current(self._take_off))
        rows.typed.connect(self._follow_letter)
        rows.left.connect(self.left)
        rows.focused.connect(lambda: session.say(_(KEYS)))
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(lambda at: self._with_current(partial(self._open_menu, at)))
        self._box.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._box.customContextMenuRequested.connect(self._open_menu_of_box)
        self._add_key(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)
        self._add_key(QKeySequence("E"), self._box, self.add)
        self._add_key(QKeySequence("Esc"), self._box, self.left.emit)
        FileDrops(self, self, self._parts.look, self._offer, self._drop)

    def _add_key(self, key: QKeySequence, of: QWidget, act: Callable[[], None]) -> None:
        """Let the key act where the keyboard is in that part; the article has the same keys."""
        shortcut = QShortcut(key, of)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _follow(self, change: Change) -> None:
        if change.removed_of(Evidence) or change.added_of(Evidence) or change.annotations_removed:
            self.refresh()

    def _with_current(self, act: Callable[[Evidence], None]) -> None:
        if piece := self._services.session.document.of(Evidence).get(self._rows.current_id):
            act(piece)

    def _edit(self, piece: Evidence) -> None:
        from annotator.ui.evidence.editor.piece_dialog import PieceDialog  # here: imported on first use only

        PieceDialog(self._parts, piece, self.window()).open()

    def _take_off(self, piece: Evidence) -> None:
        if self._services.session.writable:
            self._services.edits.take_off(piece.id, self._claim)

    def _open_link(self, piece: Evidence) -> None:
        if address := piece.link or piece.archived:
            open_link(address, self._parts.dialogs)
        else:
            self._services.session.say(_("This piece of evidence has no link"))

    def _check_quotes(self, piece: Evidence) -> None:
        """Look for the quotes of the claims in the file of the piece."""
        if piece.file:
            from annotator.ui.evidence.quotes import QuotesDialog  # here: imported on first use only

            QuotesDialog(self._parts, piece, self.window()).open()
        else:
            self._services.session.say(_("This piece of evidence has no file to look for quotes in"))

    def _follow_letter(self, letter: str) -> None:
        match letter.casefold():
            case "e":
                self.add()
            case "o":
                self._with_current(self._open_link)
            case "q":
                self._with_current(self._check_quotes)

    def _open_menu(self, at: QPoint, piece: Evidence) -> None:
        menu, writable = self._menu(), self._services.session.writable
        linked = bool(piece.link or piece.archived)
        menu.addAction(_("Edit…"), partial(self._edit, piece))
        menu.addAction(_("Open the link…"), partial(self._open_link, piece)).setEnabled(linked)
        menu.addAction(_("Check the quotes…"), partial(self._check_quotes, piece)).setEnabled(bool(piece.file))
        menu.addAction(_("Take it off this annotation"), partial(self._take_off, piece)).setEnabled(writable)
        menu.addSeparator()
        self._offer_more(menu)
        give_mnemonics(menu)
        menu.popup(self._rows.viewport().mapToGlobal(at))

    def _open_menu_of_box(self, at: QPoint) -> None:
        menu = self._menu()
        self._offer_more(menu)
        give_mnemonics(menu)
        menu.popup(self._box.mapToGlobal(at))

    def _menu(self) -> QMenu:
        menu = QMenu(_("Evidence"), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _offer_more(self, menu: QMenu) -> None:
        for words, act in ((_("Add evidence…"), self.add), (_("Paste as evidence"), self.paste)):
            menu.addAction(words, act).setEnabled(self._services.session.writable)

    def _offer(self, paths: Sequence[Path]) -> str:
        if not self._claim or not self._services.session.writable:
            return ""
        if len(paths) == 1:
            return _("Attach {name}").format(name=plain_line(paths[0].name))
        return ngettext("Attach {count} file", "Attach {count} files", len(paths)).format(count=number(len(paths)))

    def _drop(self, paths: Sequence[Path]) -> None:
        self._services.keeping.keep(paths, [self._claim])
