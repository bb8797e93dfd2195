"""Hover card that describes the annotations under the pointer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QGuiApplication, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.session.editing.check_words import signed_state
from annotator.session.editing.values.attribute_words import attributes
from annotator.translation.messages import _, pgettext
from annotator.ui.theme.fonts import chrome_font, header_font, small_font
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import CARD_RADIUS, LIST_BADGE, paint_badge, paint_card
from annotator.ui.widgets.key_caps import caps_width, paint_caps
from annotator.ui.widgets.use_watch import UseWatch
from annotator.ui.widgets.words.counted import of_total
from annotator.ui.widgets.words.key_names import caption

DELAY_MS = 500
MOST, MOST_FACTS = 3, 4
WIDTH, PADDING, INDENT, BELOW = 460, 14, 28, 16
WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class Source(Protocol):
    """Article whose annotations the card describes."""

    @property
    def scheme(self) -> Scheme: ...

    def words(self, annotation: Annotation) -> str: ...


class HoverCard(QWidget):
    """Tooltip window with up to three annotations, the smallest first: their words, attributes and note.

    ``colours`` returns the colours of a label's id. The card appears when the pointer has rested on annotations for
    DELAY_MS, unless ``wanted`` returns False then. It leaves at the next key, press, turn of the wheel or change. With
    ``keyed`` it names the keys that act on the annotations.
    """

    def __init__(
        self,
        source: Source,
        look: Look,
        colours: Callable[[str], LabelColours],
        parent: QWidget,
        *,
        keyed: bool = True,
    ) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._source, self._look, self._colours, self._keyed = source, look, colours, keyed
        self._shown: tuple[Annotation, ...] = ()
        self._at = QPoint()
        self._rest = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._rest.timeout.connect(self._appear)
        self._watch = UseWatch(self)
        self._watch.used.connect(self.dismiss)
        self.wanted: Callable[[], bool] = lambda: True
        self.setObjectName("hoverCard")
        self.setAccessibleName(_("Annotations under the pointer"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def point_at(self, annotations: tuple[Annotation, ...], at: QPoint) -> None:
        """Prepare the card for the annotations under the pointer, ``at`` on the screen; hide it if there is none."""
        if annotations != self._shown:
            self.dismiss()
            self._shown = annotations
        if annotations and not self.isVisible():
            self._at = at
            self._rest.start()
            self._watch.set_on(on=True)

    def dismiss(self) -> None:
        """Hide the card, and let it not appear before the pointer moves again."""
        self.hide()
        self._rest.stop()
        self._watch.set_on(on=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), CARD_RADIUS, CARD_RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))  # without a compositor the corners would be black

    @property
    def _several(self) -> bool:
        return len(self._shown) > 1

    def sizeHint(self) -> QSize:
        rows = sum(self._row_height(annotation) for annotation in self._shown[:MOST])
        return QSize(WIDTH, PADDING + rows + (26 + PADDING // 2 if self._keyed else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), theme)
        top = PADDING
        for number, annotation in enumerate(self._shown[:MOST]):
            if number:
                painter.fillRect(PADDING, top - 6, WIDTH - 2 * PADDING, 1, theme.border)
            self._paint_row(painter, annotation, top, self._count(number + 1))
            top += self._row_height(annotation)
        if self._keyed:
            self._paint_keys(painter, top + 8)

    def _appear(self) -> None:
        if not self.wanted() or not self._shown:
            return
        self.resize(self.sizeHint())
        screen = QGuiApplication.screenAt(self._at) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = max(room.left(), min(self._at.x() - 40, room.right() - self.width()))
        below = self._at.y() + BELOW
        self.move(x, below if below + self.height() < room.bottom() else self._at.y() - BELOW - self.height())
        self.show()

    def _paint_row(self, painter: QPainter, annotation: Annotation, top: int, count: str) -> None:
        theme, colours = self._look.theme, self._colours(annotation.label)
        paint_badge(painter, QRectF(PADDING, top, LIST_BADGE, LIST_BADGE), colours, colours.sign)
        painter.setFont(small_font())
        painter.setPen(theme.muted)
        corner = QRect(0, top, WIDTH - PADDING, LIST_BADGE)
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setFont(header_font())
        painter.setPen(theme.text)
        painter.drawText(self._title_rect(annotation).translated(0, top), WRAPPED, self._title(annotation))
        painter.setFont(chrome_font())
        painter.setPen(theme.muted)
        below = self._title_rect(annotation).translated(0, top)
        painter.drawText(QRect(below.left(), below.bottom() + 3, below.width(), 20), 0, self._facts(annotation))

    def _count(self, number: int) -> str:
        return of_total(number, len(self._shown)) if self._several else ""

    @property
    def _keys(self) -> tuple[tuple[str, str], ...]:
        details = (caption("Enter"), pgettext("what a key does", "details"))
        return (("O", pgettext("what a key does", "cycle")), details) if self._several else (details,)

    def _paint_keys(self, painter: QPainter, middle: int) -> None:
        x = float(PADDING + INDENT)
        for key, words in self._keys:
            paint_caps(painter, QPointF(x, middle), [key], self._look.theme, on_raised=True)
            x += caps_width([key]) + 6
            painter.setFont(small_font())
            painter.setPen(self._look.theme.muted)
            width = QFontMetrics(small_font()).horizontalAdvance(words)
            painter.drawText(QRectF(x, middle - 10, width + 1, 20), Qt.AlignmentFlag.AlignVCenter, words)
            x += width + 14

    def _row_height(self, annotation: Annotation) -> int:
        return self._title_rect(annotation).height() + 20 + 12

    def _title_rect(self, annotation: Annotation) -> QRect:
        room = QRect(PADDING + INDENT, 0, WIDTH - 2 * PADDING - INDENT - 50, 60)
        used = QFontMetrics(header_font()).boundingRect(room, WRAPPED, self._title(annotation))
        return QRect(room.topLeft(), QSize(room.width(), max(used.height(), LIST_BADGE)))

    def _title(self, annotation: Annotation) -> str:
        width = 2 * (WIDTH - 2 * PADDING - INDENT - 90)
        words = plain_line(self._source.words(annotation))
        return QFontMetrics(header_font()).elidedText(words, Qt.TextElideMode.ElideRight, width)

    def _facts(self, annotation: Annotation) -> str:
        label = self._source.scheme.label(annotation.label)
        values = [value for _name, value in attributes(annotation, label)]
        state = signed_state(annotation.state)
        facts = [label_name(self._source.scheme, annotation.label), state, *values[:MOST_FACTS], annotation.note]
        width = WIDTH - 2 * PADDING - INDENT - 50
        return QFontMetrics(chrome_font()).elidedText(
            plain_line(" · ".join(filter(None, facts))), Qt.TextElideMode.ElideRight, width
        )
