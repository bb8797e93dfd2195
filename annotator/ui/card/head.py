"""Head of the card: badge, and the sentence in full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from annotator.model.annotation import Annotation, Value
from annotator.model.scheme import Scheme
from annotator.session.editing.card.card_parts import CardFields
from annotator.session.editing.field_edits import FieldEdits
from annotator.session.session import Session
from annotator.translation.messages import _
from annotator.ui.card.slot_frame import SlotFrame
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import LIST_BADGE, paint_badge
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.growing_text import GrowingText
from annotator.ui.widgets.keyboard import keep_from_shortcuts
from annotator.ui.widgets.words.line_of_text import show_tip

MOST_LINES, LARGER = 8, 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEEPS_FOCUS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class CardHead(SlotFrame):
    """Slot of the sentence, whose field stands in ``box``.

    ``write`` is called with its attribute, its value and a token; ``kept``: Enter.
    """

    kept = Signal()

    def __init__(
        self, session: Session, look: Look, write: Callable[[str, Value, object], object], parent: QWidget
    ) -> None:
        super().__init__("", look, parent, ruled=False)
        self._write, self._shown, self._id = write, "", ""
        self._edits = FieldEdits(session, self._write_typed, self)
        self._badge, self._text = _Badge(look, self), SentenceField(self)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        self.box = FieldBox(look, self._text, self)
        row.addWidget(self.box, 1)
        self.content.addLayout(row)
        self._text.document().modificationChanged.connect(lambda on: self._edits.note_typed() if on else None)
        self._text.finished.connect(self._edits.finish)
        self._text.kept.connect(self.kept)

    def finish(self) -> None:
        """Write what has been typed, and close the undo step."""
        self._edits.finish()

    def show_annotation(self, annotation: Annotation, words: str, fields: CardFields, scheme: Scheme, why: str) -> None:
        """Show the annotation's sentence, else its words; ``why`` nothing can be changed."""
        same, self._id = annotation.id == self._id, annotation.id
        self._badge.show_label(annotation.label, scheme)
        field = fields.in_full
        self._text.lock(on=field is None or bool(why))
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus if field is None else Qt.FocusPolicy.StrongFocus)
        self._shown = field.rule.id if field else ""
        text = str(field.value) if field and field.value is not None else " ".join(words.split())
        if not (same and self._text.document().isModified()):
            self._text.show_text(text, keep_caret=same)
        self._text.setAccessibleName(_("The sentence in full") if field else _("Marked words"))
        show_tip(self._text, field.rule.guideline.definition if field else "")

    def _write_typed(self, token: object) -> None:
        document = self._text.document()
        if document.isModified() and self._shown:
            document.setModified(False)
            self._write(self._shown, self._text.shown_text().strip() or None, token)


class SentenceField(GrowingText):
    """Field of the sentence. ``finished``: the keyboard is elsewhere now; ``kept``: Enter."""

    finished = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(1, MOST_LINES, parent)
        self.setObjectName("sentenceField")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(chrome_font(LARGER, MEDIUM))

    def event(self, event: QEvent) -> bool:
        return any(keep_from_shortcuts(event, key) for key in ENTER) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in KEEPS_FOCUS:
            self.finished.emit()


class _Badge(QWidget):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._label = look, ""
        self._scheme: Scheme | None = None
        self.setFixedSize(QSize(LIST_BADGE, LIST_BADGE + 8))
        look.changed.connect(self.update)

    def show_label(self, label: str, scheme: Scheme) -> None:
        self._label, self._scheme = label, scheme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._scheme:
            colours = self._look.theme.label(self._scheme.label(self._label), self._label)
            paint_badge(QPainter(self), QRectF(0, 8, LIST_BADGE, LIST_BADGE), colours, colours.sign, selected=True)
