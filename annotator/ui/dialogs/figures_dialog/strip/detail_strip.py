"""The strip: arithmetic and two places, beside or above each other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QSpacerItem, QWidget

from annotator.facts.finding import Place
from annotator.session.fact_tables.fact_tables import FactTables
from annotator.session.fact_tables.place_facts import PlaceFacts
from annotator.ui.dialogs.figures_dialog.strip.arithmetic_pane import ArithmeticPane
from annotator.ui.dialogs.figures_dialog.strip.place_pane import PlacePane
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on

ARITHMETIC, NARROW_ARITHMETIC, FOLDS, STACKS, HEIGHT, STACKED_TEXT = 412, 300, 1200, 800, 240, 120


class DetailStrip(QWidget):
    """Strip below the tables; it shows the finding and the place of ``tables``.

    ``went``: go to the place. ``proposed``: the PlaceFacts, and the wording for it.
    """

    went = Signal(object)
    proposed = Signal(object, str)

    def __init__(self, tables: FactTables, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._tables, self._look = tables, look
        self.setObjectName("findingStrip")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.arithmetic = ArithmeticPane(look, self)
        self._panes = [PlacePane(side, look, font, self) for side in (1, 2)]
        self._facts = [PlaceFacts(), PlaceFacts()]
        self._shown: object = None
        self._second, self._side = 1, 1
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 1, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.arithmetic)
        for pane in self._panes:
            self._box.addWidget(pane, 1)
            pane.chosen.connect(self.choose)
            pane.went.connect(self.go)
            pane.proposed.connect(self._propose)
        self._box.addSpacerItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to show, and nothing that does not fit to go to."""
        return not self._places and not self._tables.contents.open

    def refresh(self, refusal: str) -> None:
        """Show the finding and the place as they are now; ``refusal`` says why the article cannot be changed."""
        found, among = self._tables.current, self._tables.contents.open
        if (key := found.key if found else None) != self._shown:
            self._shown, self._second = key, 1
            self._side = 1
            self.arithmetic.clear_reason()
        position = among.index(found) + 1 if found in among else 0
        self.arithmetic.show_finding(found, position, len(among), refusal)
        self._show_places(writable=not refusal)

    def choose(self, number: int) -> None:
        """Choose the first or the second place; a further one is shown in place of the second."""
        places = self._places
        if 2 <= number <= len(places):
            self._second = number - 1
        self._side = min(max(number, 1), 2)
        self._show_places(writable=self._facts[0].can_propose or self._facts[1].can_propose)

    def go(self, side: int = 0) -> None:
        """Go to the place of that side, or to the chosen one."""
        place = self._facts[(side or self._side) - 1].place
        if place:
            self.went.emit(place)

    def propose(self, side: int) -> None:
        """Open the field for a wording at that side."""
        self._panes[side - 1].propose()

    def end_wording(self) -> None:
        """Close the fields for a wording."""
        for pane in self._panes:
            pane.end_wording()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines above the strip and between its parts."""
        painter, border = painter_on(self), self._look.theme.border
        painter.fillRect(QRectF(0, 0, self.width(), 1), border)
        upright = self._box.direction() != QBoxLayout.Direction.TopToBottom
        for pane in self._panes:
            if not pane.isVisible():
                continue
            rect = pane.geometry()
            x = rect.right() if self.isRightToLeft() else rect.left()
            painter.fillRect(
                QRectF(x, 0, 1, self.height()) if upright else QRectF(0, rect.top(), self.width(), 1), border
            )

    @property
    def _places(self) -> tuple[Place, ...]:
        found, place = self._tables.current, self._tables.place
        return found.finding.places if found else (place,) if place else ()

    def _show_places(self, *, writable: bool) -> None:
        places = self._places
        shown = [places[0] if places else None, places[self._second] if self._second < len(places) else None]
        for side, (pane, place) in enumerate(zip(self._panes, shown, strict=True), start=1):
            facts = self._tables.facts_of(place, writable=writable) if place else PlaceFacts()
            self._facts[side - 1] = facts
            pane.setVisible(place is not None)
            pane.show_place(facts, self._tables.scheme, chosen=side == self._side and len(places) > 1)
        self.update()

    def _propose(self, side: int, words: str) -> None:
        self.proposed.emit(self._facts[side - 1], words)

    def _arrange(self) -> None:
        stacked = self.width() < STACKS
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if direction != self._box.direction():
            self._box.setDirection(direction)
        width = ARITHMETIC if self.window().width() >= FOLDS else NARROW_ARITHMETIC
        self.arithmetic.setMinimumWidth(0)
        self.arithmetic.setMaximumWidth(16777215 if stacked else width)
        if not stacked:
            self.arithmetic.setMinimumWidth(width)
        self.setMinimumHeight(0 if stacked else HEIGHT)
        for pane in self._panes:
            pane.text.setMinimumHeight(STACKED_TEXT if stacked else 0)
