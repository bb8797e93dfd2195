"""Table of both sides of a conflict, property by property."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from annotator.model.deciding import BOTH, MINE, THEIRS
from annotator.model.visible import visible
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.merge_dialog.facts import NOT_SET, Fact
from annotator.ui.dialogs.merge_dialog.wording import runs
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.panel_header import name_label
from annotator.ui.widgets.words.laid_runs import Kind, Run
from annotator.ui.widgets.words.runs_text import RunsText
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

NAME_WIDTH, ROOM, GAP, RADIUS, ABOVE = 92, 12, 12, 10, 6
# Translators: heads of two columns, what oneself and what somebody else has made of something.
HEADS = {MINE: N_("Mine"), THEIRS: N_("Theirs")}


class SidesTable(QWidget):
    """Row for every property: name, our side and theirs; below an altered one its previous value."""

    def __init__(self, look: Look, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._quoting = look, font
        self._choice = ""
        self._heads = [name_label(_(text), self) for text in HEADS.values()]
        self._cells: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(margins(0, ROOM, ROOM, ROOM))
        self._grid.setHorizontalSpacing(2 * ROOM + GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        for column, head in enumerate(self._heads, start=1):
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)
        look.changed.connect(self.update)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Replace the rows."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        for number, fact in enumerate(facts, start=1):
            self._add(number, fact)

    def show_choice(self, choice: str) -> None:
        """Highlight the column of the chosen side, both columns for BOTH."""
        self._choice = choice
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, head in zip(HEADS, self._heads, strict=True):
            chosen = self._choice in (side, BOTH)
            column = QRectF(head.x() - ROOM, 0, head.width() + 2 * ROOM, self.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent_soft if chosen else theme.raised)
            painter.drawRoundedRect(column, RADIUS, RADIUS)
            edge = theme.accent if chosen else theme.text if theme.high_contrast else theme.border
            paint_outline(painter, column, edge, RADIUS, width=1.5 if chosen else 1)

    def _add(self, row: int, fact: Fact) -> None:
        name = WrappingLabel(self)
        name.setText(fact.name)
        name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        name.setFixedWidth(NAME_WIDTH)
        leading = QFontMetricsF(self._quoting).ascent() - QFontMetricsF(self.font()).ascent() if fact.quoted else 0
        self._put([name], row, 0, ABOVE + round(leading))
        for column, (side, text) in enumerate(zip(HEADS.values(), (fact.mine, fact.theirs), strict=True), start=1):
            cell: list[QWidget] = [self._value(fact, text, _(side))]
            if text not in ("", fact.was) and fact.was not in ("", NOT_SET) and not fact.quoted:
                cell.append(self._before(fact.was))
            self._put(cell, row, column, ABOVE)

    def _value(self, fact: Fact, text: str, side: str) -> RunsText:
        value = RunsText(self._look, self)
        if fact.quoted:
            value.setFont(self._quoting)
        value.show_runs(runs(fact.was, text, show_removed=fact.quoted) if text else [])
        words = _("{side}: {name}: {text}, altered") if text != fact.was else _("{side}: {name}: {text}")
        value.setAccessibleName(visible(words.format(side=side, name=fact.name, text=text or _("removed"))))
        return value

    def _before(self, was: str) -> RunsText:
        before = RunsText(self._look, self)
        before.setFont(small_font())
        before.show_runs([Run(_("was: {words}").format(words=was), Kind.MUTED)])
        return before

    def _put(self, parts: Sequence[QWidget], row: int, column: int, above: int) -> None:
        cell = QWidget(self)
        inner = QVBoxLayout(cell)
        inner.setContentsMargins(0, above, 0, ABOVE)
        inner.setSpacing(1)
        for part in parts:
            inner.addWidget(part)
        self._cells.append(cell)
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)
        cell.show()
