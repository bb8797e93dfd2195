"""Warnings about the selected annotation."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.session.opening.entry import PROBLEM
from annotator.translation.messages import _
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins, painter_on, placed
from annotator.ui.theme.paint import paint_status
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

GLYPH, RADIUS, PAD = 14, 6, 8
MOST_QUOTED = 80


def warnings(annotation: Annotation, text: str, scheme: Scheme) -> list[str]:
    """Return sentences on what is wrong: the words are not at their offsets, or the scheme lacks the label."""
    found = []
    if annotation.is_elsewhere:
        found.append(_("The article has changed since these words were marked. Places shows what is proposed."))
    elif annotation.displaced:
        found.append(_("These words are not where they were marked."))
        found.append(_what_is_where(annotation, text))
    if scheme.label(annotation.label) is None:
        found.append(_("This label is not in the scheme."))
    return found


def _what_is_where(annotation: Annotation, text: str) -> str:
    """Return sentences that contrast the words that the file quotes with the article's words at the same offsets."""
    excerpt = annotation.displaced
    article = _what_is_here(annotation, text)
    if excerpt is None or not (excerpt.before or excerpt.after):
        return article
    before, after = plain_line(excerpt.before), plain_line(excerpt.after)
    words = plain_line(excerpt.text[:MOST_QUOTED])
    file = _("The file says “{before} [{words}] {after}”.").format(before=before, words=words, after=after)
    return f"{file} {article}"


def _what_is_here(annotation: Annotation, text: str) -> str:
    words = plain_line(annotation.span.of(text)[:MOST_QUOTED])
    if not words:
        return _("The article ends before that.")
    return _("At {start} the article says “{words}”.").format(start=annotation.span.start, words=words)


class WarningLine(QWidget):
    """Box of warnings with a glyph, hidden while there are none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = WrappingLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(PAD + GLYPH + 8, PAD, PAD, PAD))
        row.addWidget(self._text)
        look.changed.connect(self.update)

    def show_warnings(self, sentences: list[str]) -> None:
        """Show the sentences, one per line."""
        self._text.setText("\n".join(sentences))
        self._text.setAccessibleName(_("Warning: {message}").format(message=" ".join(sentences)))
        self.setVisible(bool(sentences))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = painter_on(self), self._look.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.warning_bg)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        glyph = placed(painter, QRectF(PAD, PAD + 2, GLYPH, GLYPH), QRectF(self.rect()))
        paint_status(painter, glyph, PROBLEM, theme)
