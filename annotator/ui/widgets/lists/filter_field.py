"""Search field that filters a list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QIcon, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.icons import icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on, placed
from annotator.ui.widgets.menu_place import open_below

HEIGHT, ICON, INSET = 28, 16, 10
DOWNWARDS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FilterField(QLineEdit):
    """Line edit with a magnifying glass and, with ``menu``, a button that opens it, as F4 does.

    ``went_down``: Down or Enter, to move on to the list. ``left``: Escape in an empty field; in a filled one Escape
    clears the text.
    """

    went_down = Signal()
    left = Signal()

    def __init__(self, look: Look, name: str, menu: QMenu | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filtering = False
        self._button = self._menu_button(menu) if menu else None
        self.setFixedHeight(HEIGHT)
        self.hint = _("Filter")
        self.setPlaceholderText(self.hint)
        self.setAccessibleName(name)
        self.setMaxLength(200)
        self.end_margin = INSET + ICON if menu else 4
        self.setTextMargins(margins(INSET + ICON + 2, 0, self.end_margin, 0))
        look.changed.connect(self._show_icons)
        self._show_icons()

    def mark_menu(self, filtering: bool) -> None:
        """Show on the button whether the menu filters the list as well."""
        self._filtering = filtering
        self._show_icons()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window's shortcuts."""
        key = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if key and key.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to what is around the field; take text."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4 and self._button:
            self._button.click()
        elif event.key() in DOWNWARDS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.went_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        glass = icon("search", self._look.theme.muted, ICON, self.devicePixelRatioF())
        painter, beginning = painter_on(self), QRectF(INSET, (HEIGHT - ICON) / 2, ICON, ICON)
        painter.drawPixmap(placed(painter, beginning, QRectF(self.rect())).topLeft(), glass)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._button:
            at_end = self.width() - self._button.width() - 3
            x = 3 if self.isRightToLeft() else at_end
            self._button.move(x, (HEIGHT - self._button.height()) // 2)

    def _menu_button(self, menu: QMenu) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("filterMenuButton")
        button.setAccessibleName(menu.title())
        button.clicked.connect(lambda: open_below(menu, button))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFixedSize(QSize(24, 22))
        button.setIconSize(QSize(ICON, ICON))
        return button

    def _show_icons(self) -> None:
        if self._button:
            theme = self._look.theme
            colour = theme.accent if self._filtering else theme.muted
            self._button.setIcon(QIcon(icon("filter", colour, ICON, self.devicePixelRatioF())))
        self.update()
