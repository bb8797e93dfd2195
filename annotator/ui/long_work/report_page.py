"""Report of an export or import: how much was written, and each reason why something was left out or altered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from annotator.interop.report import Report
from annotator.translation.messages import N_, _, pgettext
from annotator.ui.long_work.report_places import PlaceRows
from annotator.ui.long_work.report_reasons import Reason, reasons, report_text
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.icons import icon
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.lists.empty_state import EmptyState, words
from annotator.ui.widgets.lists.list_ground import ListGround
from annotator.ui.widgets.lists.two_line_rows import Tone, TwoLineRows, TwoLines
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

LIST_WIDTH, PADDING, GLYPH = 300, 20, 20
TONES: Mapping[str, Tone] = {"warning": "warning", "error": "error"}
"""Tone of a reason by its weight; other weights are muted."""
UNCHANGED, NOTHING_LOST = N_("Everything was carried over unchanged"), N_("Nothing was left out, nothing altered.")
GO_THERE = N_("Press Enter on a place, or click it, to go there.")
"""The hint for a report with losses, whose places can be gone to."""


class ReportPage(QWidget):
    """Page with the reasons at the left and the places of the selected reason at the right.

    ``gone_to``: Loss of the place that the user has chosen. ``left``: Escape.
    """

    gone_to = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._reasons: list[Reason] = []
        self._text = ""
        self.setObjectName("reportPage")
        self.setAccessibleName(_("Report"))
        self._glyph, self._done = QLabel(self), WrappingLabel(self)
        self._list, self._places = TwoLineRows(look, self), PlaceRows(look, self)
        self._why, self._empty = WrappingLabel(self), EmptyState(look, self)
        self._lay_out()
        self._connect()

    @property
    def text(self) -> str:
        """Report as plain text."""
        return self._text

    def show_report(self, done: str, report: Report, *, in_articles: bool = True) -> None:
        """Show a report under ``done``, a sentence that says what was done.

        ``in_articles`` is False where its losses are in other files than articles, to which nothing can go.
        """
        self._reasons, self._text = reasons(report, in_articles=in_articles), report_text(done, report)
        self.say_done(done)
        self._show_glyph()
        self._pages.setCurrentIndex(0 if self._reasons else 1)
        self._list.show_rows([_row(reason) for reason in self._reasons])

    def say_done(self, done: str) -> None:
        """Show what was done since, above the same report."""
        self._done.setText(done)
        self._done.setAccessibleName(done)

    def _lay_out(self) -> None:
        self._done.setObjectName("reportDone")
        self._done.setFont(header_font())
        self._glyph.setTextFormat(Qt.TextFormat.PlainText)
        self._list.setObjectName("reportReasons")
        self._list.setAccessibleName(_("Problems, losses and notes"))
        self._why.setObjectName("reportWhy")
        self._empty.say(_(UNCHANGED), words(_(NOTHING_LOST)))
        self._pages = QStackedLayout()
        self._pages.addWidget(self._reasons_and_places())
        self._pages.addWidget(self._empty)
        top = QHBoxLayout()
        top.setContentsMargins(PADDING, 16, PADDING, 14)
        top.setSpacing(10)
        top.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._done, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._pages, 1)

    def _reasons_and_places(self) -> QWidget:
        why = QVBoxLayout()
        why.setContentsMargins(margins(16, 14, PADDING, 10))
        why.addWidget(self._why)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addLayout(why)
        side.addWidget(self._places, 1)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(ListGround(self._list, LIST_WIDTH, both))
        row.addLayout(side, 1)
        return both

    def _connect(self) -> None:
        self._look.changed.connect(self._show_glyph)
        self._list.went_to.connect(self._show)
        self._list.entered.connect(self._enter)
        self._places.gone_to.connect(self.gone_to)
        self._list.left.connect(self.left)
        self._places.left.connect(self._list.setFocus)
        self._places.passed.connect(self.left)

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._reasons):
            reason = self._reasons[number]
            self._why.setText(reason.why)
            self._why.setAccessibleName(reason.why)
            self._places.show_places(reason.places)

    def _enter(self, number: int) -> None:
        """Go on to the places of a reason; one without places leaves the report, as the default button does."""
        if self._reasons[number].places:
            self._places.setFocus()
        else:
            self.left.emit()

    def _show_glyph(self) -> None:
        """Show a warning sign where there is a problem or a loss, else a tick."""
        theme, lost = self._look.theme, any(reason.weight != "info" for reason in self._reasons)
        name, colour = ("warning", theme.warning) if lost else ("success", theme.success)
        self._glyph.setPixmap(icon(name, colour, GLYPH, self.devicePixelRatioF()))
        self._glyph.setAccessibleName(
            _("Done with problems or losses") if lost else pgettext("of work that has ended", "Done")
        )

    def sizeHint(self) -> QSize:
        return QSize(2 * LIST_WIDTH, LIST_WIDTH)


def _row(reason: Reason) -> TwoLines:
    return TwoLines(reason.title, reason.why, "", reason.weight, TONES.get(reason.weight, "muted"))
