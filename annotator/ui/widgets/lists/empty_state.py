"""Placeholder of a list without rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from string import Formatter

from msgspec import Struct
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.translation.messages import _
from annotator.ui.theme.fonts import header_font, small_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import LEADING, painter_on, placed
from annotator.ui.theme.paint import key_cap_width, paint_key_cap
from annotator.ui.widgets.panel_header import plain_label

GAP, LINE = 4, 24


class Piece(Struct, frozen=True):
    """A word of a hint, or the caption of a key that is drawn as a key cap."""

    text: str
    is_key: bool = False


def words(sentence: str) -> list[Piece]:
    """Return the words of ``sentence`` as pieces."""
    return [Piece(word) for word in sentence.split()]


def words_with_keys(sentence: str, **keys: Sequence[str]) -> list[Piece]:
    """Return the words of ``sentence`` as pieces, with key caps at its named places."""
    pieces: list[Piece] = []
    for before, name, _form, _conversion in Formatter().parse(sentence):
        pieces += [*words(before), *(Piece(key, is_key=True) for key in keys.get(name or "", ()))]
    return pieces


class EmptyState(QWidget):
    """A title, a hint with keys drawn as caps, and at most one button. ``chosen``: the button was pressed."""

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("", self)
        self._title.setFont(header_font())
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint = _Hint(look, self)
        self._button = QPushButton(self)
        self._button.setFlat(True)
        self._button.clicked.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 24, 14, 14)
        column.setSpacing(6)
        for widget in (self._title, self._hint):
            column.addWidget(widget)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(self, title: str, hint: Sequence[Piece] = (), button: str = "") -> None:
        """Show title, hint and button; an empty one is hidden."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._hint.say(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(" ".join([title, *(piece.text for piece in hint)]).strip())

    def say_no_match(self, wanted: str, hidden: str) -> None:
        """Say that nothing is as ``wanted`` and what is ``hidden``, with a button to clear the filter."""
        self.say(_("No match for “{words}”").format(words=wanted), words(hidden), _("Clear filter"))


class _Hint(QLabel):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pieces: Sequence[Piece] = ()
        self._widths: dict[Piece, float] = {}
        self._broken: dict[float, list[list[Piece]]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(small_font())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._broken.clear()
        self.setAccessibleName(" ".join(piece.text for piece in pieces))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widths.clear()
            self._broken.clear()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return LINE * len(self._lines(width))

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, LINE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setPen(self._look.theme.muted)
        for number, line in enumerate(self._lines(self.width())):
            pieces = _joined(line) if self.isRightToLeft() else line
            x = (self.width() - self._line_width(pieces)) / 2
            for piece in pieces:
                box = QRectF(x, LINE * number, self._piece_width(piece), LINE)
                self._paint_piece(painter, placed(painter, box, QRectF(self.rect())), piece)
                x += box.width() + GAP

    def _paint_piece(self, painter: QPainter, box: QRectF, piece: Piece) -> None:
        if piece.is_key:
            paint_key_cap(painter, QPointF(box.left(), box.center().y()), piece.text, self._look.theme)
        else:
            painter.drawText(box.adjusted(0, 0, 1, 0), LEADING, piece.text)

    def _lines(self, width: float) -> list[list[Piece]]:
        """Return the pieces of each line, cached because layouts ask often even while the widget is hidden."""
        lines = self._broken.get(width)
        if lines is None:
            lines = self._broken[width] = self._break(width)
        return lines

    def _break(self, width: float) -> list[list[Piece]]:
        lines: list[list[Piece]] = [[]]
        for piece in self._pieces:
            if lines[-1] and self._line_width([*lines[-1], piece]) > width:
                lines.append([])
            lines[-1].append(piece)
        return lines

    def _line_width(self, line: Sequence[Piece]) -> float:
        return sum(map(self._piece_width, line)) + GAP * (len(line) - 1)

    def _piece_width(self, piece: Piece) -> float:
        width = self._widths.get(piece)
        if width is None:
            advance = QFontMetricsF(self.font()).horizontalAdvance
            width = self._widths[piece] = key_cap_width(piece.text) if piece.is_key else advance(piece.text)
        return width


def _joined(line: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with words that follow each other as one text, whose words of the other direction Qt orders."""
    joined: list[Piece] = []
    for is_key, pieces in groupby(line, key=lambda piece: piece.is_key):
        some = list(pieces)
        joined += some if is_key else [Piece(" ".join(piece.text for piece in some))]
    return joined
