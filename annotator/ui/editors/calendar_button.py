"""Button that opens a small calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.icons import icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.buttons.icon_button import IconButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCalendarWidget

DAY, MONTH, YEAR = "yyyy-MM-dd", "yyyy-MM", "yyyy"
BELOW = 38
"""Pixels from the top of the field to the calendar, which leaves the field to be seen."""


class CalendarPopup(QFrame):
    """Ground and border of the calendar."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self.setObjectName("calendarPopup")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.fillRect(self.rect(), theme.base)
        paint_outline(painter, QRectF(self.rect()), theme.control, 0)


class CalendarButton(QWidget):
    """Button with a popup. ``chosen``: a date as text, whole or partial."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._date = look, QDate.currentDate()
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

        popup = CalendarPopup(self._look, self)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(popup)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(self._date)
        self._quieten(calendar)
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

    def _quieten(self, calendar: QCalendarWidget) -> None:
        """Let the calendar have the colours of the window: Qt gives it a bar of its own and red days."""
        plain, muted = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(self._look.theme.text)
        muted.setForeground(self._look.theme.muted)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        calendar.setHeaderTextFormat(muted)
        if bar := calendar.findChild(QWidget, "qt_calendar_navigationbar"):
            bar.setBackgroundRole(QPalette.ColorRole.Base)
        arrows = ("chevron-right", "chevron-left") if self.isRightToLeft() else ("chevron-left", "chevron-right")
        for name, arrow in zip(("qt_calendar_prevmonth", "qt_calendar_nextmonth"), arrows, strict=True):
            if button := calendar.findChild(QToolButton, name):
                button.setIcon(icon(arrow, self._look.theme.muted, ratio=self.devicePixelRatioF()))

    def _place_of(self, size: QSize) -> QPoint:
        """Return where something of that size is on the screen: below the field, above it where there is no room."""
        room, field = self.screen().availableGeometry(), QRect(self.mapToGlobal(QPoint()), QSize(self.width(), BELOW))
        left = field.left() if self.isRightToLeft() else field.right() + 1 - size.width()
        is_below = field.bottom() + size.height() <= room.bottom()
        top = field.bottom() + 1 if is_below else max(room.top(), field.top() - size.height())
        return QPoint(max(room.left(), min(left, room.right() + 1 - size.width())), top)

    def _choose(self, popup: QWidget, calendar: QWidget, pattern: str) -> None:
        from PySide6.QtWidgets import QCalendarWidget  # here: likewise

        if popup.isVisible() and isinstance(calendar, QCalendarWidget):
            day = calendar.selectedDate()
            shown = day if pattern == DAY else QDate(calendar.yearShown(), calendar.monthShown(), 1)
            popup.close()
            self.chosen.emit(shown.toString(pattern))
