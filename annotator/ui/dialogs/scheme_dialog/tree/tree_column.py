"""Column of the tree: its header, the tree, and below it buttons that add parts or begin another scheme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.model.scheme_changes.parts import ARTICLE, ATTRIBUTE, CHOICE, LABEL, RELATION
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.tree.tree_view import TreeView
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on, placed
from annotator.ui.widgets.buttons.quiet_button import QuietButton
from annotator.ui.widgets.lists.filter_field import FilterField
from annotator.ui.widgets.panel_header import muted_label, name_label

WIDTH, PADDING = 304, 14
ADDED = {
    LABEL: N_("Label"),
    ATTRIBUTE: N_("Attribute"),
    CHOICE: N_("Choice"),
    RELATION: N_("Relation"),
    ARTICLE: N_("Attribute of the article"),
}


class TreeColumn(QWidget):
    """Column. ``start_asked``: “Start from…”. ``found``: words to find a part by."""

    start_asked = Signal()

    def __init__(self, editor: SchemeEditor, folder: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.tree = TreeView(editor, look, self)
        self._filter = FilterField(look, _("Find in the scheme"), parent=self)
        self._filter.setObjectName("findInScheme")
        self._filter.setPlaceholderText(_("Find"))
        self._menu = QMenu(self)
        self._menu.setTitle(_("Add"))
        self._add = QuietButton(look, self._menu, parent=self)
        self._add.setText(_("Add"))
        self._add.setObjectName("addToScheme")
        self._start = QPushButton(_("Start from…"), self)
        self._start.setObjectName("startFrom")
        self._start.setAutoDefault(False)
        self._start.clicked.connect(self.start_asked)
        self._lay_out(folder)
        self._fill_menu()
        self._filter.textChanged.connect(self._find)
        self._filter.went_down.connect(self.tree.setFocus)
        self._filter.left.connect(self.tree.left)
        for signal in (editor.went, editor.changed):
            signal.connect(self._allow)
        self._allow()

    def take_filter(self) -> None:
        """Put the keyboard into the field that searches for parts."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        line = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(placed(painter, line, QRectF(self.rect())), self._look.theme.border)

    def _lay_out(self, folder: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(margins(PADDING, 0, PADDING, 0))
        head.setSpacing(8)
        where = muted_label(self)
        where.show_line(folder)
        where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head.addWidget(name_label(_("Scheme"), self))
        head.addWidget(where, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(margins(PADDING, 8, PADDING, 8))
        foot.addWidget(self._add)
        foot.addStretch(1)
        foot.addWidget(self._start)
        search = QHBoxLayout()
        search.setContentsMargins(margins(PADDING, 0, PADDING, 6))
        search.addWidget(self._filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(0, 10, 1, 0))
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(self.tree, 1)
        column.addLayout(foot)

    def _fill_menu(self) -> None:
        self._actions = {kind: QAction(_(words), self._menu) for kind, words in ADDED.items()}
        self._menu.addActions([*self._actions.values()])
        for kind, action in self._actions.items():
            action.setObjectName(f"add-{kind}")
            action.triggered.connect(lambda _on=False, kind=kind: self._editor.add(kind))

    def _allow(self) -> None:
        for kind, action in self._actions.items():
            action.setEnabled(self._editor.new_place(kind) is not None)

    def _find(self, words: str) -> None:
        if words:
            self.tree.find_part(words, onwards=False)

    def find_next(self) -> None:
        """Go to the next part whose name contains the words of the field."""
        if self._filter.text():
            self.tree.find_part(self._filter.text(), onwards=True)
