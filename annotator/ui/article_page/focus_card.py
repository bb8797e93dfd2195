"""Card over the foot of the text in focus mode: what keys do there, as the label bar says it otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.language.label_names import label_name
from annotator.language.plain_line import plain_line
from annotator.model.scheme import Label
from annotator.session.session import Session
from annotator.translation.messages import _, number
from annotator.ui.article_page.label_bar import keyed
from annotator.ui.article_view.article_view import ArticleView
from annotator.ui.theme.fonts import chrome_font, header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.name_mark import name_width, paint_name
from annotator.ui.theme.paint import key_cap_width, paint_card
from annotator.ui.widgets.key_caps import paint_caps
from annotator.ui.widgets.use_watch import UseWatch

FROM_EDGE, PADDING, ROW, GAP, BETWEEN = 10, 14, 26, 8, 24
LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
WIDEST, MOST = 560, 12
"""Width in pixels and number of labels at most."""


@dataclass(frozen=True, slots=True)
class Item:
    """A key and what it does: tag with a label, or the words."""

    key: str
    words: str
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Words of the first line, what Esc does, and the items in columns below."""

    title: str
    escape: str = ""
    items: tuple[Item, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it in one line."""
        keys = [f"{item.key} {item.words}" for item in (*self.items, Item("Esc", self.escape)) if item.words]
        return f"{self.title}: {', '.join(keys)}" if keys else self.title


class FocusCard(QWidget):
    """Card over ``view``, shown as long as a key is awaited: to begin with, with a selection, with a locked label.

    Sentences that the status bar has otherwise, and the greeting, stand there until the caret moves, a key or button
    is pressed, the wheel turned, the article changed or another window brought to the front.
    """

    def __init__(self, session: Session, look: Look, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._look, self._view = session, look, view
        self._on = self._greeting = False
        self._sentence = ""
        self._content: Content | None = None
        self._keys: tuple[Item, ...] = ()
        self.setObjectName("focusCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._watch = UseWatch(self)
        self._watch.used.connect(self._move_on)
        self.hide()
        session.said.connect(self._say)
        session.caret_moved.connect(self._move_on)
        session.locked.connect(self._refresh)
        session.changed.connect(self._move_on)
        session.opened.connect(self._move_on)
        view.selection_made.connect(self._refresh)
        view.edge_held.connect(self._refresh)
        view.verticalScrollBar().valueChanged.connect(self._place)
        view.installEventFilter(self)

    def set_on(self, *, on: bool) -> None:
        """Show what keys do from now on, or no longer."""
        self._on = on
        self._greeting, self._sentence = False, ""
        self._refresh()

    def greet(self, keys: Mapping[str, str]) -> None:
        """Show how the mode is left and what these keys do, until the next use of the program."""
        self._keys = tuple(Item(key, words) for key, words in keys.items() if key)
        self._greeting, self._sentence = True, ""
        self._refresh()

    def sizeHint(self) -> QSize:
        content = self._content
        if content is None:
            return QSize(0, 0)
        top = _width(content.title, bold=True) + (BETWEEN + self._escape_width(content) if content.escape else 0)
        width = max(top, self._columns * (self._item_width + BETWEEN) - BETWEEN if content.items else 0)
        rows = 1 + ceil(len(content.items) / self._columns)
        return QSize(min(ceil(width) + 2 * PADDING, self._room), rows * ROW + 14)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        content, theme = self._content, self._look.theme
        if content is None:
            return
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), theme)
        painter.setPen(theme.text)
        painter.setFont(header_font())
        line = QRectF(PADDING, 7, self.width() - 2 * PADDING, ROW)
        room = line.width() - (self._escape_width(content) + GAP if content.escape else 0)
        title = QFontMetricsF(header_font()).elidedText(content.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, LINE, title)
        if content.escape:
            left = line.right() - self._escape_width(content)
            self._paint_item(painter, QPointF(left, line.center().y()), Item("Esc", content.escape), muted=True)
        for place, item in enumerate(content.items):
            row, column = divmod(place, self._columns)
            x = PADDING + column * (self._item_width + BETWEEN)
            self._paint_item(painter, QPointF(x, line.center().y() + (row + 1) * ROW), item)

    def _paint_item(self, painter: QPainter, at: QPointF, item: Item, *, muted: bool = False) -> None:
        theme = self._look.theme
        if item.key:
            paint_caps(painter, at, [item.key], theme, on_raised=True)
        words = QRectF(at.x() + _cap_width(item.key), at.y() - ROW / 2, self.width(), ROW)
        painter.setFont(chrome_font())
        painter.setPen(theme.muted if muted else theme.text)
        if item.label:
            words.setWidth(_words_width(item))
            paint_name(painter, words, item.words, theme.label(item.label, item.label.id), theme)
        else:
            painter.drawText(words, LINE, item.words)

    @property
    def _room(self) -> int:
        return min(WIDEST, self._view.width() - 2 * FROM_EDGE)

    @property
    def _item_width(self) -> float:
        assert self._content is not None
        return max((_cap_width(item.key) + _words_width(item) for item in self._content.items), default=0.0)

    @property
    def _columns(self) -> int:
        """Number of columns that there is room for."""
        assert self._content is not None
        fit = int((self._room - 2 * PADDING + BETWEEN) / (self._item_width + BETWEEN))
        return max(1, min(fit, 3, len(self._content.items)))

    @staticmethod
    def _escape_width(content: Content) -> float:
        return _cap_width("Esc") + _width(content.escape)

    # what it shows

    def _say(self, sentence: str) -> None:
        self._sentence, self._greeting = sentence, False
        self._refresh()

    def _move_on(self) -> None:
        if not self._view.drag.under_way:
            self._sentence, self._greeting = "", False
            self._refresh()

    def _refresh(self, _edge: str = "") -> None:
        self._content = self._wanted() if self._on and self._view.edge.hold is None else None
        if content := self._content:
            self.setAccessibleName(content.spoken)
            self._place()
            self.update()
        self.setVisible(self._content is not None)
        self._watch.set_on(on=self._content is not None and bool(self._greeting or self._sentence))

    def _wanted(self) -> Content | None:
        session = self._session
        if self._greeting:
            return Content(_("Focus mode"), _("leave"), self._keys)
        if session.selection and session.writable:
            labels = keyed(session.scheme.labels)
            items = [Item(key.upper(), label.name, label) for label, key in labels[:MOST]]
            more = [Item("", f"+{number(len(labels) - MOST)}")] if len(labels) > MOST else []
            return Content(plain_line(self._sentence) or _("Tag the selection"), _("let go"), (*items, *more))
        if session.locked_label and session.writable:
            locked = _("Locked: {label}").format(label=label_name(session.scheme, session.locked_label))
            return Content(locked, _("unlock"))
        return Content(plain_line(self._sentence)) if self._sentence else None

    def _place(self) -> None:
        """Stand at the foot of the text; at its top where the caret's line would be covered."""
        if self._content is None:
            return
        self.resize(self.sizeHint())
        x, foot = (self._view.width() - self.width()) // 2, self._view.height() - self.height() - FROM_EDGE
        line = self._view.cursorRect().translated(self._view.viewport().pos())
        covered = line.bottom() > foot - FROM_EDGE and line.top() < self._view.height()
        self.move(x, FROM_EDGE if covered else foot)
        self.raise_()


def _width(words: str, *, bold: bool = False) -> float:
    return QFontMetricsF(header_font() if bold else chrome_font()).horizontalAdvance(words)


def _cap_width(key: str) -> float:
    return key_cap_width(key) + GAP if key else 0


def _words_width(item: Item) -> float:
    return name_width(item.words, item.label.mark, chrome_font()) if item.label else _width(item.words)
