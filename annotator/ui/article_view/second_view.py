"""View of an article that is only read: its own caret, scrolling and frame around the annotation in question."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent

from annotator.model.annotation import Annotation
from annotator.session.open_article import OpenArticle
from annotator.translation.messages import _
from annotator.ui.article_view.caret.text_by_words import TextByWords
from annotator.ui.article_view.copied_words import holding
from annotator.ui.article_view.hit_test import HitTest
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look

STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class SecondView(TextByWords):
    """Text of an article with its annotations, which Tab and clicks put into a frame; nothing can be changed.

    ``zoomed``: steps of zoom by Ctrl and the wheel, 1 or -1. ``pointed_at``: tuple of the annotations under the
    pointer, and its position on the screen. ``chosen``: another annotation is in the frame, or none. ``left``: Escape.
    """

    zoomed = Signal(int)
    pointed_at = Signal(object, object)
    chosen = Signal()
    left = Signal()

    def __init__(self, look: Look, font: QFont, characters: int) -> None:
        self._article: OpenArticle | None = None
        self._framed: Annotation | None = None
        super().__init__(look, font, characters)
        self._hits = HitTest(self)
        self.setObjectName("secondView")
        self.setAccessibleName(_("Second article, read only"))
        for margin in (self._statements, self._structure):
            margin.selected = lambda: self._framed.id if self._framed else ""
            margin.clicked.connect(lambda annotations: self._choose_next_of(annotations))
            margin.pointed_at.connect(self.pointed_at)

    def show_article(self, article: OpenArticle) -> None:
        """Show the article as it is now; where it was shown before, stay at the same place."""
        before, framed, cursor = self._article, self._framed, self.textCursor()
        top = self.verticalScrollBar().value()
        self._article = article
        stays = before is not None and before.path == article.path
        self._framed = article.document.annotations.get(framed.id) if framed and stays else None
        self.show_text(article.document.article.text, article.index)
        if stays:
            self._move_caret(min(cursor.position(), self.document().characterCount() - 1))
            self.verticalScrollBar().setValue(top)
        self.chosen.emit()

    def colours(self, label: str) -> LabelColours:
        return self.look.theme.label(self._article.scheme.label(label) if self._article else None, label)

    def framed(self) -> Annotation | None:
        return self._framed

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor, text = self.textCursor(), self._article.document.article.text if self._article else ""
        start, end = map(self.offsets.to_code_points, (cursor.selectionStart(), cursor.selectionEnd()))
        return holding(super().createMimeDataFromSelection(), text[start:end])

    # keys and mouse

    def event(self, event: QEvent) -> bool:
        """Keep Escape and Tab from the window's shortcuts and from the focus chain."""
        if isinstance(event, QKeyEvent) and event.key() in (*STEPS, Qt.Key.Key_Escape):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in STEPS:
            self._step(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(self._hits.aimed(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._hits.aimed(event))
        if not event.buttons():
            self.pointed_at.emit(self._annotations_at(event.position()), event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._hits.aimed(event))
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose_next_of(self._annotations_at(event.position()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit((), QPoint())

    # the annotation in the frame

    def _step(self, step: int) -> None:
        """Put the next annotation into the frame, or the one before, from the caret where none is in it."""
        if self._article is None:
            return
        caret = self.offsets.to_code_points(self.textCursor().position())
        here = self._framed.position if self._framed else (caret, -1, "")
        index = self._article.index
        found = index.after(here) if step > 0 else index.before(here)
        if found:
            self._choose(self._article.document.annotations[found[2]])
            self._move_caret(self.offsets.to_utf16(found[0]))
            self.centerCursor()

    def _choose_next_of(self, annotations: tuple[Annotation, ...]) -> None:
        """Choose the first of ``annotations``; where the one in the frame is among them, the one after it."""
        following = annotations.index(self._framed) + 1 if self._framed in annotations else 0
        self._choose(annotations[following % len(annotations)] if annotations else None)

    def choose_at(self, point: QPoint) -> None:
        """Put the smallest annotation at a viewport point into the frame, unless the one that is in it is there too."""
        here = self._annotations_at(QPointF(point))
        if here and self._framed not in here:
            self._choose(here[0])

    def _choose(self, annotation: Annotation | None) -> None:
        if annotation != self._framed:
            self._framed = annotation
            self.repaint_view()
            self.chosen.emit()

    def _move_caret(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _annotations_at(self, point: QPointF) -> tuple[Annotation, ...]:
        return self._hits.annotations(point, self._article.index) if self._article else ()
