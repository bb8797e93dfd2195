"""View of the session's article: keeps caret, selection and scrolling in step with it, and handles keys and mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QTextCursor

from annotator.model.annotation import Annotation
from annotator.model.change import Change
from annotator.session.editing.choosing import select_next_of
from annotator.session.editing.edge_mover import EdgeMover, Hold
from annotator.session.session import Session
from annotator.session.text_index import TextIndex
from annotator.translation.messages import _
from annotator.ui.article_view.ahead.next_page import NextPage
from annotator.ui.article_view.caret.text_by_words import TextByWords
from annotator.ui.article_view.copied_words import holding
from annotator.ui.article_view.dragging import Dragging
from annotator.ui.article_view.grip_drag import GripDrag
from annotator.ui.article_view.held_edge import follow_key, is_for_edge
from annotator.ui.article_view.hit_test import HitTest
from annotator.ui.theme.label_colours import LabelColours
from annotator.ui.theme.look import Look
from annotator.ui.widgets.gestures import Gestures
from annotator.ui.widgets.whole_steps import WholeSteps

MOST_REPAINTED = 60
"""Annotations whose paragraphs are repainted one by one; with more of them the whole view is."""
MOVE, KEEP = QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor


class ArticleView(TextByWords):
    """Text of the open article, with its annotations.

    ``zoomed``: steps of zoom by the wheel or by two fingers. ``selection_made``: a selection was completed, by mouse
    or by releasing Shift. ``pointed_at``: tuple of the annotations under the pointer, and its position on the screen.
    ``edge_held``: edge that is held now, ``start`` or ``end``; empty when none is.
    """

    zoomed = Signal(int)
    selection_made = Signal()
    pointed_at = Signal(object, object)
    edge_held = Signal(str)

    def __init__(self, session: Session, look: Look, font: QFont, characters: int) -> None:
        self._session = session
        self._framed: Annotation | None = None
        self._pulling = False
        super().__init__(look, font, characters)
        self._hits = HitTest(self)
        self.drag = Dragging(session, self._hits)
        self._scrolled = WholeSteps(1)
        self.edge = EdgeMover(session, self._show_hold)
        self._grip = GripDrag(self, self.edge, self._hits)
        NextPage(self)
        self.setObjectName("articleView")
        self.setAccessibleName(_("Article"))
        self._connect()
        self._show_article()

    def colours(self, label: str) -> LabelColours:
        return self.colouring.colours(self.look.theme, self._session.scheme if self._session.current else None, label)

    def framed(self) -> Annotation | None:
        return self._framed

    def is_chosen(self) -> bool:
        return self._session.chosen_annotation is not None

    # reactions to the session

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._show_article)
        session.changed.connect(self._follow_change)
        session.selected.connect(self._follow_selected)
        session.caret_moved.connect(self._follow_caret)
        session.shown.connect(self.reveal)
        self.cursorPositionChanged.connect(self._report_caret)
        self.selectionChanged.connect(self._report_caret)
        gestures = Gestures(self.viewport(), self._statements, self._structure)
        gestures.zoomed.connect(self.zoomed)
        gestures.scrolled.connect(self._scroll)
        for margin in (self._statements, self._structure):
            margin.selected = lambda: self._framed.id if self._framed else ""
            margin.clicked.connect(partial(select_next_of, session))
            margin.pointed_at.connect(self.pointed_at)

    def _show_article(self) -> None:
        self.edge.put_back()
        self._framed = None
        current = self._session.current
        text = current.document.article.text if current else ""
        self.show_text(text, current.index if current else TextIndex("", ()))

    def _follow_change(self, change: Change) -> None:
        self.edge.put_back()
        index, altered = self._session.index, (*change.annotations_removed, *change.annotations_added)
        self._framed = self._session.selected_annotation
        touched = [index.paragraphs_of(annotation) for annotation in altered[:MOST_REPAINTED]]
        if len(altered) > MOST_REPAINTED or any(len(paragraphs) > 1 for paragraphs in touched):
            self.repaint_all()
        else:
            numbers = {number for paragraphs in touched for number in paragraphs}
            self.repaint_paragraphs(numbers, [annotation.span for annotation in altered])

    def _follow_selected(self) -> None:
        self.edge.put_back()
        before, self._framed = self._framed, self._session.selected_annotation
        if not self._session.current:
            return
        self.repaint_annotations([annotation for annotation in (before, self._framed) if annotation])

    def _follow_caret(self) -> None:
        caret, cursor = self._session.caret, self.textCursor()
        anchor, position = self.offsets.to_utf16(caret.anchor), self.offsets.to_utf16(caret.position)
        if (cursor.anchor(), cursor.position()) != (anchor, position):
            cursor.setPosition(anchor, MOVE)
            cursor.setPosition(position, KEEP)
            self.setTextCursor(cursor)

    def _report_caret(self) -> None:
        cursor = self.textCursor()
        if self._session.current and self.document().characterCount() > 1 and not self._pulling:
            to_code_points = self.offsets.to_code_points
            self._session.move_caret(to_code_points(cursor.position()), to_code_points(cursor.anchor()))

    def reveal(self) -> None:
        """Centre the caret's line where it is out of sight or near the upper or lower border."""
        if not self.shows(self.textCursor().position()):
            self.centerCursor()

    # the held edge

    def _show_hold(self, hold: Hold | None) -> None:
        if self.canvas:
            self.canvas.hold_edge(hold)
        self.repaint_view()
        self.edge_held.emit(hold.edge if hold else "")

    # keys and mouse

    def event(self, event: QEvent) -> bool:
        override = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride else None
        if override and (self.drag.is_for(override) or (self.edge.hold is not None and is_for_edge(override))):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.drag.follow_key(event)
        if self.edge.hold is None:
            super().keyPressEvent(event)
        else:
            follow_key(self.edge, event, self)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.drag.follow_key(event)
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selection_made.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            return
        grip = self._grip_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and grip:
            self._grip.begin(grip)
            return
        if self.edge.hold:
            self.edge.keep()
        super().mousePressEvent(self._hits.aimed(event))
        self.drag.press(event, selects=self.textCursor().hasSelection())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip.under_way:
            self._grip.follow(event.position().toPoint())
            return
        if self.drag.under_way and event.buttons() & Qt.MouseButton.LeftButton:
            self._pull(event)
            return
        super().mouseMoveEvent(self._hits.aimed(event))
        if not event.buttons():
            grip = self._grip_at(event.position())
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor if grip else Qt.CursorShape.IBeamCursor)
            self.pointed_at.emit(self._annotations_at(event.position()), event.globalPosition().toPoint())

    def _pull(self, event: QMouseEvent) -> None:
        """Let Qt scroll as the drag goes beyond an edge, and select by the drag's own rule."""
        self._pulling = True
        super().mouseMoveEvent(self._hits.aimed(event))
        self._pulling = False
        self.drag.pull(event, self.offsets.to_code_points(self.textCursor().position()))
        self._follow_caret()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            return
        self.drag.under_way = False
        if self._grip.under_way:
            self._grip.end()
            return
        super().mouseReleaseEvent(self._hits.aimed(event))
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selection_made.emit()
        else:
            self._take_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._hits.aimed(event))
        self.drag.press_twice(event)

    def _scroll(self, pixels: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() - self._scrolled.add(pixels / self.measure.pitch))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit((), QPoint())

    def createMimeDataFromSelection(self) -> QMimeData:
        caret, current = self._session.caret, self._session.current
        words = current.document.article.text[caret.start : caret.end] if current else ""
        return holding(super().createMimeDataFromSelection(), words)

    def choose_at(self, point: QPoint) -> None:
        """Move the caret to a viewport point; select the smallest annotation there unless the selected is there too."""
        self._session.move_caret(self._hits.position(point))
        here = [annotation.id for annotation in self._annotations_at(QPointF(point))]
        if here and not (self._framed and self._framed.id in here):
            self._session.select(here[0])

    def _take_at(self, point: QPointF) -> None:
        """Choose the annotation whose edge was clicked; else show one of those around the caret as near."""
        here = self._annotations_at(point)
        edges = tuple(annotation for annotation in here if self._hits.edge(point, annotation))
        select_next_of(self._session, edges or here, near=not edges)

    def _annotations_at(self, point: QPointF) -> tuple[Annotation, ...]:
        return self._hits.annotations(point, self._session.index) if self._session.current else ()

    def _grip_at(self, point: QPointF) -> str:
        return self._hits.grip(point, self._framed) if self._framed and self._session.writable else ""
