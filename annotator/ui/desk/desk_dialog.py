"""Dialog around a form of the desk, whose content is kept as one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.desk.desk_parts import DeskParts
from annotator.ui.system.announcing import announce
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.buttons.decision_buttons import decision_buttons
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.tab_order import order_tabs
from annotator.ui.widgets.words.wrapping_label import SmallPrint

PADDING, GAP = 20, 12
KEEP_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class DeskDialog(FittingDialog):
    """Dialog with the buttons “Keep”, “Remove” where there is something to remove, and “Cancel”.

    ``keep`` writes what the form says; it returns a sentence where something is missing, else nothing, and the dialog
    closes. Ctrl+Enter keeps, Escape cancels. It closes where another article is opened.
    """

    def __init__(self, parts: DeskParts, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._of_article = parts, True
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.keep: Callable[[], str] = lambda: ""
        self._remark = SmallPrint(self)
        self._remark.setObjectName("deskRemark")
        self._remark.hide()
        parts.session.opened.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def hold(
        self,
        form: QWidget,
        first: QWidget,
        size: QSize,
        remove: Callable[[], object] | None = None,
        *,
        of_article: bool = True,
    ) -> None:
        """Lay the form out with the buttons, and put the keyboard into the ``first`` field.

        What is not kept in the article's document, not ``of_article``, can be kept where the article cannot be changed.
        """
        self._of_article = of_article
        content = QWidget(self)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(PADDING, PADDING, PADDING, GAP)
        inner.setSpacing(GAP)
        inner.addWidget(form, 1)
        inner.addWidget(self._remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrolledContent(content, self), 1)
        column.addWidget(self._buttons(remove))
        for key in KEEP_KEYS:
            QShortcut(key, self, self._keep, context=Qt.ShortcutContext.WindowShortcut)
        self.fit(size)
        order_tabs(self)
        first.setFocus()

    @property
    def _may_keep(self) -> bool:
        return self._parts.session.writable or not self._of_article

    def _buttons(self, remove: Callable[[], object] | None) -> QWidget:
        keep, cancel = (
            self._button(_("Keep"), "keepDesk", self._keep),
            self._button(_("Cancel"), "cancelDesk", self.reject),
        )
        others: tuple[QPushButton, ...] = ()
        if remove:
            others = (self._button(_("Remove"), "removeDesk", lambda: self._remove(remove)),)
        keep.setEnabled(self._may_keep)
        box = decision_buttons(keep, cancel, self, others=others)
        box.setContentsMargins(margins(PADDING, GAP, PADDING, GAP))
        return box

    def _button(self, words: str, name: str, does: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _on: does())
        return button

    def _keep(self) -> None:
        if not self._may_keep:
            return
        try:
            sentence = self.keep()
        except ValueError:  # a lone surrogate
            sentence = _("It has half a character in it. Delete it and type it again.")
        if sentence:
            self._remark.setText(sentence)
            self._remark.show()
            announce(self, sentence)
        else:
            self.accept()

    def _remove(self, remove: Callable[[], object]) -> None:
        remove()
        self.accept()
