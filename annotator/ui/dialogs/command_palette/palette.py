"""Command palette: a query field above a list of what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.dialogs.command_palette.candidates import Found, Source
from annotator.ui.dialogs.command_palette.field import HEIGHT as FIELD_HEIGHT
from annotator.ui.dialogs.command_palette.field import PaletteField
from annotator.ui.dialogs.command_palette.found_rows import FoundDelegate, FoundModel, height_of, rows_of, spoken
from annotator.ui.theme.icons import paint_icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on, placed
from annotator.ui.theme.paint import paint_card
from annotator.ui.widgets.keyboard import take_keyboard

WIDTH, MARGIN, PADDING = 460, 16, 6
MOST_FOUND, MOST_ACTIONS = 8, 100
FROM_TOP, TALLEST_LIST = 0.12, 350


class CommandPalette(QFrame):
    """Card over the window that queries its sources at every keystroke and runs the chosen candidate."""

    def __init__(self, session: Session, look: Look, sources: Sequence[Source], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._look = look
        self._sources = sources
        self._before: QWidget | None = None
        self._choices: list[int] = []
        self._model = FoundModel(self)
        self._field = PaletteField(self)
        self._list = QListView(self)
        self.setObjectName("commandPalette")
        self.setAccessibleName(_("Command palette"))
        self._set_up_list()
        self._lay_out()
        self._follow()
        self.hide()

    def open(self) -> None:
        """Show the palette with an empty query; close it where it is open already."""
        if self.isVisible():
            self.dismiss()
            return
        self._before = QApplication.focusWidget()
        self._field.clear()
        self._search()
        self.raise_()
        self.show()
        take_keyboard(self._field, Qt.FocusReason.PopupFocusReason)
        _application().installEventFilter(self)

    def dismiss(self) -> None:
        """Close the palette and restore the focus."""
        before, self._before = self._before, None
        self._close()
        if before is not None and before.isVisible():
            take_keyboard(before, Qt.FocusReason.PopupFocusReason)

    def leave_for_label(self) -> str:
        """Close the palette, and return the label that its current line is about; empty where it is about none."""
        row = self._list.currentIndex().row()
        found = self._model.rows[row] if row in self._choices else None
        self.dismiss()
        return (found.candidate.label or found.candidate.badge) if isinstance(found, Found) else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the palette on a press outside of it; keep it in place when the window is resized."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not self._holds(watched):
                self._close()
        elif event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        paint_card(painter, QRectF(self.rect()), theme)
        glass = QRectF(PADDING + 10, PADDING, 20, FIELD_HEIGHT)
        paint_icon(painter, placed(painter, glass, QRectF(self.rect())), "search", theme.muted)
        line = QRectF(PADDING + 2, PADDING + FIELD_HEIGHT, self.width() - 2 * PADDING - 4, 1)
        painter.fillRect(line, theme.border)

    def _set_up_list(self) -> None:
        found = self._list
        found.setObjectName("paletteList")
        # Translators: name of the list of what was found.
        found.setAccessibleName(_("Found"))
        found.setModel(self._model)
        found.setItemDelegate(FoundDelegate(self._session, self._look, found))
        found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        found.setFrameShape(QFrame.Shape.NoFrame)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._colour_list()

    def _colour_list(self) -> None:
        palette = QPalette(self._list.palette())
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.AlternateBase):
            palette.setColor(role, self._look.theme.raised)
        self._list.setPalette(palette)
        self.update()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(self._field)
        column.addWidget(self._list)

    def _follow(self) -> None:
        self._field.textEdited.connect(self._search)
        self._field.stepped.connect(self._step)
        self._field.entered.connect(self._run)
        self._field.left.connect(self.dismiss)
        self._list.clicked.connect(self._run)
        self._look.changed.connect(self._colour_list)
        _application().focusChanged.connect(self._focus_moved)

    def _search(self) -> None:
        query = self._field.text().strip()
        found = [(_(s.heading), s.find(query, MOST_FOUND if s.heading else MOST_ACTIONS)) for s in self._sources]
        rows = rows_of(found)
        self._choices = [place for place, row in enumerate(rows) if isinstance(row, Found)]
        self._model.show_rows(rows or [_("No match for “{words}”").format(words=query)])
        self._place()
        self._choose(0)

    def _place(self) -> None:
        window = self._window
        width = min(WIDTH, window.width() - 2 * MARGIN)
        top = round(window.height() * FROM_TOP)
        room = window.height() - top - MARGIN - FIELD_HEIGHT - 3 * PADDING
        rows = sum(map(height_of, self._model.rows))
        self._list.setFixedHeight(max(min(rows, room, TALLEST_LIST), 1))
        height = FIELD_HEIGHT + self._list.height() + 3 * PADDING
        self.setGeometry((window.width() - width) // 2, top, width, height)

    def _step(self, by: int) -> None:
        if not self._choices:
            return
        last = len(self._choices) - 1
        wanted = self._choices.index(self._list.currentIndex().row()) + by
        self._choose(wanted % (last + 1) if abs(by) == 1 else min(max(wanted, 0), last))

    def _choose(self, place: int) -> None:
        if not self._choices:
            self._field.setAccessibleDescription(self._model.data(self._model.index(0)))
            return
        row = self._choices[place]
        self._list.setCurrentIndex(self._model.index(row))
        if place == 0:
            self._list.scrollToTop()
        self._field.setAccessibleDescription(spoken(self._model.rows[row]))

    def _run(self) -> None:
        row = self._list.currentIndex().row()
        found = self._model.rows[row] if row in self._choices else None
        if not isinstance(found, Found):
            return
        if found.candidate.reason:
            words = _("{action}: {reason}")
            self._session.say(words.format(action=found.candidate.text, reason=found.candidate.reason))
            return
        self.dismiss()
        QTimer.singleShot(0, self, found.candidate.run)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self._holds(now):
            self._close()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _close(self) -> None:
        _application().removeEventFilter(self)
        self.hide()
        for source in self._sources:
            source.forget()


def _application() -> QApplication:
    application = QCoreApplication.instance()
    assert isinstance(application, QApplication)
    return application
