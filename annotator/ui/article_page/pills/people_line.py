"""Annotators who are compared: the letter of each in a ring, with the name beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.language.plain_line import plain_line
from annotator.session.review.compared_names import ComparedNames
from annotator.translation.messages import _
from annotator.ui.theme.fonts import chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.paint import RING, paint_ring

BESIDE, APART, HEIGHT = 6, 12, 20


class Person(NamedTuple):
    """Annotator with the letter of the lane; the name is empty where names are hidden."""

    letter: str
    name: str


class PeopleLine(QWidget):
    """Rings and names in one line, hidden as long as there are none; where there is no room names are cut off."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._people = look, tuple[Person, ...]()
        self._metrics = QFontMetricsF(chrome_font())
        self.setObjectName("comparedPeople")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.hide()

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these in place of those that are shown; none hides the line."""
        self._people = tuple(people)
        told = ", ".join(" ".join(filter(None, person)) for person in people)
        self.setAccessibleName(_("Compared: {names}").format(names=told) if people else "")
        self.setVisible(bool(people))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        names = sum(self._width(person) for person in self._people)
        return QSize(self.minimumSizeHint().width() + int(names) + 1, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize((RING + APART) * len(self._people), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, whole = painter_on(self), QRectF(self.rect())
        wanted = sum(self._width(person) for person in self._people)
        room = self.width() - self.minimumSizeHint().width()
        share = min(room / wanted, 1) if wanted else 0
        left, middle = 0.0, self.height() / 2
        for person in self._people:
            ring = QRectF(left, middle - RING / 2, RING, RING)
            paint_ring(painter, placed(painter, ring, whole), person.letter, self._look.theme)
            width = self._width(person) * share - BESIDE
            shown = self._metrics.elidedText(person.name, Qt.TextElideMode.ElideRight, width + 0.5)
            painter.setFont(chrome_font())
            painter.setPen(self._look.theme.muted)
            words = QRectF(ring.right() + BESIDE, 0, max(width, 0) + 1, self.height())
            painter.drawText(placed(painter, words, whole), LEADING, shown)
            left += RING + APART + max(width + BESIDE, 0)

    def _width(self, person: Person) -> float:
        """Return the width of a name with the gap before it; 0 without one."""
        return self._metrics.horizontalAdvance(person.name) + BESIDE if person.name else 0


def people_of(names: ComparedNames) -> list[Person]:
    """Return who is compared, in the order of the lanes; without names where these are hidden."""
    letters = {name: names.letter(name) for name in names.annotators}
    return [Person(letters[name], "" if names.hidden else plain_line(names.name(name))) for name in names.annotators]
