"""Selecting the words of an annotation again, where it has lost its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.language.graphemes import whole_graphemes
from annotator.model import edits
from annotator.model.annotation import Annotation
from annotator.session.session import Session
from annotator.ui.theme.look import Look
from annotator.ui.widgets.key_card import KeyCard
from annotator.ui.widgets.line_of_text import plain_line

KEYS = (("Shift ← →", "select"), ("Enter", "take the words"), ("Esc", "leave it"))
TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LONGEST = 40


class PlaceReselecting(QObject):
    """The text has the keyboard until Enter takes what is selected there, or Esc leaves everything as it was.

    ``begun``; ``ended``: whether the annotation has a new place.
    """

    begun = Signal()
    ended = Signal(bool)

    def __init__(self, session: Session, look: Look, text: QWidget) -> None:
        super().__init__(text)
        self._session, self._text = session, text
        self._annotation: Annotation | None = None
        self._card = KeyCard(look, text, KEYS)
        self._card.setObjectName("reselectHint")
        self._card.setAccessibleName("Select the words in the text, then Enter; Esc leaves it")
        session.opened.connect(self.leave)
        session.changed.connect(self._follow)
        text.installEventFilter(self)

    def begin(self) -> None:
        """For the annotation that is selected."""
        self._annotation = self._session.selected_annotation
        if self._annotation is None:
            return
        self._session.lock("")
        self._card.show_title("Select the words")
        self._session.say("Select the words in the text, then Enter; Esc leaves it")
        self._text.setFocus()
        self.begun.emit()

    def take(self) -> None:
        """Give the annotation the place that is selected."""
        annotation, span = self._annotation, self._session.selection
        if annotation is None:
            return
        if span is None:
            self._session.say("Select the words first")
            return
        document = self._session.document
        span = whole_graphemes(document.article.text, span)
        try:
            change = edits.move(document, annotation.id, span, now=self._session.now())
        except edits.DuplicateAnnotationError:
            self._session.say("There is such an annotation on these very words already: select others")
            return
        words = plain_line(span.of(document.article.text)[:LONGEST])
        self._annotation = None
        self._end(done=self._session.do(change, f"Put the {annotation.label} on “{words}”"))

    def leave(self) -> None:
        """Let everything be as it was."""
        if self._annotation:
            self._end(done=False)

    def _follow(self, _change: object) -> None:
        """Let it be where the annotation has been removed meanwhile, or altered otherwise."""
        annotation = self._annotation
        if annotation and self._session.document.annotations.get(annotation.id) != annotation:
            self.leave()

    def _end(self, *, done: bool) -> None:
        self._annotation = None
        self._card.show_title("")
        self.ended.emit(done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the two keys from the window's shortcuts and from the text as long as this is under way."""
        if self._annotation and isinstance(event, QKeyEvent) and event.key() in (*TAKING, Qt.Key.Key_Escape):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(event.key())
                return True
        return super().eventFilter(watched, event)

    def _press(self, key: int) -> None:
        if key in TAKING:
            self.take()
        else:
            self.leave()
