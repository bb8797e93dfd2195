"""Pane with a finding in words, and the reason for which it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.fact_tables.found import Found
from annotator.translation.messages import _, number
from annotator.ui.dialogs.figures_dialog.strip.key_button import KeyButton
from annotator.ui.dialogs.figures_dialog.strip.warning_sign import WarningSign
from annotator.ui.theme.fonts import chrome_font, header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.words.elided_label import ElidedLabel
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import SmallPrint, WrappingLabel

LONGEST = 300
"""Characters of a reason."""


class ArithmeticPane(QWidget):
    """Pane. ``dismissed``: with this reason. ``taken_back``: the dismissal. ``next_asked``: the next finding."""

    dismissed = Signal(str)
    taken_back = Signal()
    next_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign, self._title = WarningSign(look, self), ElidedLabel(parent=self)
        self._title.setFont(header_font())
        self._title.setObjectName("findingTitle")
        self._next = KeyButton("Alt+Down", _("next"), look, self)
        self._next.setObjectName("nextFinding")
        self._sentence, self._hint, self._because = WrappingLabel(self), SmallPrint(self), SmallPrint(self)
        self._sentence.setFont(chrome_font(1))
        self._sentence.setObjectName("findingSentence")
        self._hint.setObjectName("findingHint")
        self._because.setObjectName("findingReason")
        self._reason = QLineEdit(self)
        self._reason.setObjectName("reasonField")
        self._reason.setMaxLength(LONGEST)
        self._reason.setPlaceholderText(_("A reason, kept in the file"))
        self._reason.setAccessibleName(_("It does fit, because"))
        self._dismiss = self._button(_("Dismiss"), "dismissFinding")
        self._back = self._button(_("Take back"), "takeBackDismissal")
        self._refusal = ""
        self._lay_out()
        self._next.clicked.connect(self.next_asked)
        self._reason.textChanged.connect(self._allow)
        self._reason.returnPressed.connect(self._take)
        self._dismiss.clicked.connect(self._take)
        self._back.clicked.connect(self.taken_back)

    def show_finding(self, found: Found | None, position: int, total: int, refusal: str) -> None:
        """Show the finding at that position of all that are open; ``refusal`` says why it cannot be changed."""
        if found is None:
            self._show_nothing(total)
            return
        finding, dismissal = found.finding, found.dismissal
        place = _("{number} of {total}").format(number=number(position), total=number(total)) if position else ""
        # Translators: which of the findings is shown, or that it is dismissed, and its name.
        title = _("{place} · {title}").format(place=place or _("Dismissed"), title=finding.title)
        self._title.show_line(title)
        self._say(finding.sentence, finding.hint)
        self._because.setText(
            _("It does fit, because: {reason}").format(reason=dismissal.why) if dismissal else _("It does fit, because")
        )
        self._show_parts(sign=True, open_=dismissal is None, dismissed=dismissal is not None)
        self._next.setVisible(total > 1 or not position)
        self._refusal = refusal
        self._reason.setEnabled(not refusal)
        self._back.setEnabled(not refusal)
        for widget in (self._reason, self._dismiss, self._back):
            show_tip(widget, refusal)
        self._allow()

    def clear_reason(self) -> None:
        """Forget what was typed, as another finding is shown."""
        self._reason.clear()

    def take_keyboard(self) -> None:
        """Put the keyboard into the field for the reason, if there is one."""
        if self._reason.isVisible():
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_nothing(self, total: int) -> None:
        """Say that nothing is wrong here, or at all."""
        self._title.show_line(_("Nothing here that does not fit") if total else _("Nothing that does not fit"))
        self._say(_("The button “next” leads to what does not fit.") if total else "", "")
        self._show_parts(sign=False, open_=False, dismissed=False)
        self._next.setVisible(total > 0)

    def _say(self, sentence: str, hint: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        self._sentence.setVisible(bool(sentence))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _show_parts(self, *, sign: bool, open_: bool, dismissed: bool) -> None:
        self._sign.setVisible(sign)
        self._because.setVisible(open_ or dismissed)
        self._reason.setVisible(open_)
        self._dismiss.setVisible(open_)
        self._back.setVisible(dismissed)

    def _allow(self) -> None:
        self._dismiss.setEnabled(not self._refusal and bool(plain_line(self._reason.text()).strip()))

    def _take(self) -> None:
        if self._dismiss.isEnabled():
            self.dismissed.emit(plain_line(self._reason.text()).strip())

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        head.addWidget(self._next)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._reason, 1)
        foot.addWidget(self._dismiss)
        foot.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(16, 10, 16, 12))
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addWidget(self._because)
        column.addLayout(foot)
        self._sentence.setForegroundRole(QPalette.ColorRole.WindowText)
