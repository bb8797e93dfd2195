"""Dialog that signs the open article once nothing is open, or each exception has its reason."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.translation.messages import N_, _, ngettext, number
from annotator.ui.dialogs.sign_off_dialog.content import Content
from annotator.ui.dialogs.sign_off_dialog.open_row import OpenRow
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.form import Form
from annotator.ui.widgets.panel_header import muted_label, name_label, plain_label
from annotator.ui.widgets.words.wrapping_label import SmallPrint, WrappingLabel

SIZE, PADDING = QSize(680, 560), 16
MOST = 200
"""Rows of what is open at most."""
NOTHING_OPEN = N_("Nothing is open.")
TOO_MANY = N_("So many facts are open that not all of them are listed: settle some first.")
HINT = N_("You stand for this very text, and for what each fact says now. Undo takes the sign-off back.")


class SignOffDialog(FittingDialog):
    """Dialog over the open article. ``signed``: the name and the reasons by id. ``went``: a fact is to be gone to.

    Return in a reason goes to the fact; what was typed is in ``reasons``.
    """

    signed = Signal(str, object)
    went = Signal(str)

    def __init__(self, content: Content, name: str, reasons: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("signOffDialog")
        self.setWindowTitle(_("Sign off"))
        self.setAccessibleName(_("Sign off"))
        self._content = content
        self._name = QLineEdit(name, self)
        self._name.setObjectName("signerName")
        shown = content.items[:MOST]
        writable = not content.refusal
        self._rows = [OpenRow(item, reasons.get(item.id, ""), writable=writable, parent=self) for item in shown]
        self._sign, self._cancel = QPushButton(_("Sign off"), self), QPushButton(_("Cancel"), self)
        self._state = muted_label(self)
        self._state.setObjectName("signOffState")
        self._lay_out()
        self._connect()
        self._tell()
        self.fit(SIZE)
        self._take_keyboard()

    @property
    def name(self) -> str:
        """The name that stands in the field."""
        return " ".join(self._name.text().split())

    @property
    def reasons(self) -> dict[str, str]:
        """Reasons that are given, by the id of what is open."""
        return {row.item.id: row.reason for row in self._rows if row.reason}

    def _lay_out(self) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, PADDING)
        column.setSpacing(0)
        column.addWidget(self._form(content))
        column.addWidget(self._heading(content))
        for row in self._rows:
            column.addWidget(row)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(ScrolledContent(content, self), 1)
        outer.addLayout(self._foot())

    def _form(self, parent: QWidget) -> QWidget:
        found, page = self._content, QWidget(parent)
        form = Form(page)
        form.setContentsMargins(margins(PADDING, PADDING, PADDING, 8))
        form.add_wide(_("Article"), plain_label(found.article, page))
        form.add_wide(_("Name"), self._name)
        self._name.setAccessibleName(_("Name"))
        form.add_wide(_("Round"), plain_label(number(found.round), page))
        form.addWidget(plain_label("SHA-256", page), form.rowCount(), 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(self._hash(page), form.rowCount() - 1, 1)
        if found.signed:
            form.addWidget(plain_label(_("Signed before"), page), form.rowCount(), 0, Qt.AlignmentFlag.AlignTop)
            before = WrappingLabel(page)
            before.setObjectName("signedBefore")
            before.setText("\n".join(found.signed))
            form.addWidget(before, form.rowCount() - 1, 1)
        hint = SmallPrint(page)
        hint.setText(_(HINT))
        form.addWidget(hint, form.rowCount(), 1)
        return page

    def _hash(self, parent: QWidget) -> WrappingLabel:
        """Return the hash in fixed width, in groups of eight digits."""
        sha256 = self._content.sha256
        label = WrappingLabel(parent)
        label.setObjectName("textHash")
        label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        label.setText(" ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8)))
        label.setAccessibleName(_("SHA-256 of the text: {sha256}").format(sha256=sha256))
        return label

    def _heading(self, parent: QWidget) -> QWidget:
        count = len(self._content.items)
        words = ngettext("{count} fact or query is open", "{count} facts or queries are open", count)
        heading = name_label(words.format(count=number(count)) if count else _(NOTHING_OPEN), parent)
        heading.setContentsMargins(margins(PADDING, 8, PADDING, 4))
        heading.setObjectName("openHeading")
        return heading

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(margins(PADDING, 10, PADDING, 12))
        row.addWidget(self._state, 1)
        for name, button in (("signOff", self._sign), ("cancelSignOff", self._cancel)):
            button.setObjectName(name)
            button.setAccessibleName(button.text())
            button.setAutoDefault(False)
        row.addWidget(decision_buttons(self._sign, self._cancel, self))
        return row

    def _connect(self) -> None:
        self._name.textChanged.connect(self._tell)
        self._name.returnPressed.connect(self._enter)
        self._sign.clicked.connect(self._give)
        self._cancel.clicked.connect(self.reject)
        for row in self._rows:
            row.edited.connect(self._tell)
            row.went.connect(self.went)

    def _take_keyboard(self) -> None:
        """Begin at the name where there is none, at the first thing without a reason, else at the button."""
        first = next((row for row in self._rows if not row.reason), None)
        if self._content.refusal:
            self._cancel.setFocus()
        elif not self.name:
            self._name.setFocus()
        elif first:
            first.take_keyboard()
        else:
            self._sign.setFocus()

    def _tell(self) -> None:
        """Say what is missing, and allow the sign-off where nothing is."""
        missing = self._missing()
        self._state.show_line(missing)
        self._sign.setEnabled(not missing)

    def _missing(self) -> str:
        without = sum(1 for row in self._rows if not row.reason)
        if self._content.refusal:
            return self._content.refusal
        if not self.name:
            return _("Say who signs")
        if len(self._content.items) > MOST:
            return _(TOO_MANY)
        if without:
            words = ngettext("{count} is without a reason", "{count} are without a reason", without)
            return words.format(count=number(without))
        return ""

    def _enter(self) -> None:
        if self._sign.isEnabled():
            self._give()

    def _give(self) -> None:
        self.signed.emit(self.name, self.reasons)
