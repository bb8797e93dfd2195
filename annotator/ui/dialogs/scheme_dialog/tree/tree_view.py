"""View of the scheme's tree, with its keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTreeView, QWidget

from annotator.model.scheme_changes.parts import ARTICLE, ATTRIBUTE, CHOICE, LABEL, RELATION, SCHEME, STATE, Part
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.row_words import found_place
from annotator.ui.dialogs.scheme_dialog.tree.tree_delegate import ROW, TreeDelegate
from annotator.ui.dialogs.scheme_dialog.tree.tree_model import Index, SchemeTree
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import onwards
from annotator.ui.theme.paint import row_focus, row_ground

INDENT, CHEVRON, AFTER_BAR, FIRST_LABEL = 18, 14, 8, 2
BESIDE = {SCHEME: LABEL, ARTICLE: ATTRIBUTE} | {kind: kind for kind in (LABEL, RELATION, ATTRIBUTE, CHOICE, STATE)}
"""Kind of the part that Insert adds at a part of each kind."""


class TreeView(QTreeView):
    """Tree. ``entered``: Enter on a part. ``left``: Escape. ``filtered``: a letter with which a search begins."""

    entered = Signal()
    left = Signal()

    def __init__(self, editor: SchemeEditor, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._tree = SchemeTree(editor, self)
        self.setObjectName("schemeTree")
        self.setAccessibleName(_("Labels, attributes, relations and states"))
        self.setModel(self._tree)
        self.setItemDelegate(TreeDelegate(editor, self._tree, look, self))
        self._set_up()
        self._going = False
        self.selectionModel().currentChanged.connect(self._follow_tree)
        editor.changed.connect(self._follow_scheme)
        editor.went.connect(self._follow_editor)
        editor.counted.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)
        self._follow_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scroll()

    def sizeHint(self) -> QSize:
        return QSize(304, 400)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground over the whole row, then the row."""
        rect, theme = QRectF(option.rect), self._look.theme
        painter.setLayoutDirection(self.layoutDirection())
        selected, place = index == self.currentIndex(), self._tree.place(index)
        hovered = place is not None and self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) == index
        row_ground(painter, rect, theme, selected=selected, hovered=hovered and self.underMouse())
        if selected and self.hasFocus():
            row_focus(painter, rect, theme)
        super().drawRow(painter, option, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw a chevron before a part that contains others."""
        if not self._tree.hasChildren(index) or self._tree.place(index) is None:
            return
        painter.setLayoutDirection(self.layoutDirection())
        rtl = self.isRightToLeft()
        left = rect.left() - AFTER_BAR if rtl else rect.right() + 1 - INDENT + AFTER_BAR
        name = "chevron-down" if self.isExpanded(index) else onwards(painter)
        paint_icon(painter, QRectF(left, rect.top(), INDENT, rect.height()), name, self._look.theme.muted, CHEVRON)

    def event(self, event: QEvent) -> bool:
        """Keep Escape, Enter, Delete and Insert from the shortcuts of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._editor.move(-1 if key == Qt.Key.Key_Up else 1)
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.entered.emit()
        elif key == Qt.Key.Key_F2:
            self._editor.named.emit()
        elif key == Qt.Key.Key_Delete:
            self._editor.remove()
        elif key == Qt.Key.Key_Insert:
            self._insert(inner=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def find_part(self, words: str, *, onwards: bool) -> None:
        """Go to the first part whose name contains the words, from the one shown on or, with ``onwards``, after it."""
        if place := found_place(self._editor.scheme, self._editor.place, words, onwards=onwards):
            self._editor.go(place)

    def _insert(self, *, inner: bool) -> None:
        """Add a part beside the one shown or, if ``inner``, in it."""
        kind = self._editor.place.kind
        if inner and kind not in (CHOICE, SCHEME):
            self._editor.add(CHOICE if kind == ATTRIBUTE else ATTRIBUTE)
        else:
            self._editor.add(BESIDE[kind])

    def _set_up(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(ROW)
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.viewport().setMouseTracking(True)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def _follow_tree(self, index: QModelIndex) -> None:
        place = self._tree.place(index)
        if place and not self._going:
            self._editor.go(place)

    def _follow_editor(self) -> None:
        """Make the row of the part shown the current one."""
        index = self._tree.index_of(self._editor.place)
        if index.isValid() and index != self.currentIndex():
            self._going = True
            self.setCurrentIndex(index)
            self._going = False
        self._scroll()

    def _scroll(self) -> None:
        """Scroll to the current row; for the first label to the top, so that the rows above it are in sight."""
        if self.currentIndex().row() <= FIRST_LABEL and not self.currentIndex().parent().isValid():
            self.scrollToTop()
        else:
            self.scrollTo(self.currentIndex())

    def _follow_scheme(self) -> None:
        """List the scheme again, with the parts open that were open before."""
        if self._tree.is_outdated:
            open_before, self._going = self._open_places(), True
            self._tree.refresh()
            for place in open_before:
                self.expand(self._tree.index_of(place))
            self._going = False
        else:
            self.viewport().update()
        self._follow_editor()

    def _open_places(self) -> list[Part]:
        found, index = list[Part](), self._tree.index(0, 0)
        while index.isValid():
            place = self._tree.place(index)
            if place and self.isExpanded(index):
                found.append(place)
            index = self.indexBelow(index)
        return found


def _own(event: QKeyEvent) -> bool:
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_F2)
    return event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
