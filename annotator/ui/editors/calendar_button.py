"""Button that opens a small calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.icon_button import IconButton

DAY, MONTH, YEAR = "yyyy-MM-dd", "yyyy-MM", "yyyy"


class CalendarButton(QWidget):
    """Button with a popup. ``chosen``: a date as text, whole or partial."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._date = QDate.currentDate()
        self._button = IconButton(look, "calendar", _("Calendar"), self)
        self._button.setObjectName("calendarButton")
        self._button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)

    def show_date(self, text: str) -> None:
        """Take the date, whole or partial, at which the calendar opens; today where there is none."""
        given = QDate.fromString(f"{text}-01-01"[:10], DAY)
        self._date = given if given.isValid() else QDate.currentDate()

    def _open(self) -> None:
        from PySide6.QtWidgets import QCalendarWidget  # here: slow to import and seldom needed

        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("calendarPopup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(self._date)
        column = QVBoxLayout(popup)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(calendar)
        row = QHBoxLayout()
        for words, pattern in ((_("Whole month"), MONTH), (_("Whole year"), YEAR)):
            button = QPushButton(words, popup)
            button.clicked.connect(lambda _on=False, pattern=pattern: self._choose(popup, calendar, pattern))
            row.addWidget(button)
        column.addLayout(row)
        calendar.clicked.connect(lambda _date: self._choose(popup, calendar, DAY))
        calendar.activated.connect(lambda _date: self._choose(popup, calendar, DAY))
        popup.move(self._place_of(popup.sizeHint()))
        popup.show()
        calendar.setFocus()

    def _place_of(self, size: QSize) -> QPoint:
        """Return where something of that size is on the screen: below the button, above it where there is no room."""
        room, button = self.screen().availableGeometry(), QRect(self.mapToGlobal(QPoint()), self.size())
        left = max(room.left(), min(button.right() + 1 - size.width(), room.right() + 1 - size.width()))
        is_below = button.bottom() + size.height() <= room.bottom()
        return QPoint(left, button.bottom() + 1 if is_below else max(room.top(), button.top() - size.height()))

    def _choose(self, popup: QWidget, calendar: QWidget, pattern: str) -> None:
        from PySide6.QtWidgets import QCalendarWidget  # here: likewise

        if popup.isVisible() and isinstance(calendar, QCalendarWidget):
            day = calendar.selectedDate()
            shown = day if pattern == DAY else QDate(calendar.yearShown(), calendar.monthShown(), 1)
            popup.close()
            self.chosen.emit(shown.toString(pattern))
