"""The annotation under review: label, words, values, relations, evidence and note, the decision, and comments."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.language.annotator_names import annotator_name
from annotator.language.label_names import label_name
from annotator.language.plain_line import shortened
from annotator.language.quoted_words import without_marks
from annotator.model.annotation import Annotation
from annotator.model.document import Document
from annotator.model.kinds.evidence import Evidence
from annotator.review.reviewing import Outcome, Reviewed
from annotator.session.editing.relations.relation_words import direction_words
from annotator.session.editing.values.attribute_words import attributes
from annotator.session.review.review_mode import ReviewMode
from annotator.session.session import Session
from annotator.translation.messages import _, ngettext, number, pgettext
from annotator.ui.desk.thread_view import ThreadView
from annotator.ui.review.guideline_note import GuidelineNote
from annotator.ui.review.outcomes import outcome_words, reason_words
from annotator.ui.review.reasons import Reasons
from annotator.ui.review.verdict_button import VerdictButton
from annotator.ui.theme.fonts import MEDIUM, chrome_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import PADDING, PanelHeader
from annotator.ui.widgets.scrolled import ScrolledPage
from annotator.ui.widgets.words.label_badge import LabelBadge
from annotator.ui.widgets.words.local_time import local_time
from annotator.ui.widgets.words.wrapping_label import SmallPrint, WrappingLabel

WIDTH, LONGEST = 344, 80


class UnderPanel(QWidget):
    """Panel of the row under review. ``left``: the keyboard is to go back to the text."""

    left = Signal()

    def __init__(self, mode: ReviewMode, session: Session, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._mode, self._session, self._look = mode, session, look
        self.setObjectName("underReview")
        self.setAccessibleName(_("Under review"))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.header = PanelHeader(_("Under review"), count_at_right=True, parent=self)
        self._name, self._by = WrappingLabel(self), SmallPrint(self)
        self._words, self._facts = WrappingLabel(self), WrappingLabel(self)
        self._outcome, self._guideline = WrappingLabel(self), GuidelineNote(self)
        self._badge = LabelBadge(look, self)
        self._accept = VerdictButton(look, "A", Outcome.ACCEPTED, pgettext("verdict of a review", "Accept"), self)
        self._reject = VerdictButton(look, "X", Outcome.REJECTED, pgettext("verdict of a review", "Reject"), self)
        self.reasons = Reasons(look, self)
        self.threads = ThreadView(look, self, "C")
        self._name_parts()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the row as the mode has it."""
        mode, row = self._mode, self._mode.row
        shown = [one.annotation.id for one in mode.queue.rows]
        place = shown.index(mode.queue.id) + 1 if mode.queue.id in shown else 0
        self.header.set_count(_("{place} of {count}").format(place=number(place), count=number(len(shown))))
        for part in (self._accept, self._reject):
            part.setEnabled(row is not None and row.outcome is not Outcome.ADDED)
        self.threads.show_threads(mode.comments.threads_on(mode.place))
        if row is None or mode.theirs is None:
            for label in (self._name, self._by, self._words, self._facts, self._outcome):
                label.setText("")
            self._badge.hide()
            self._guideline.hide()
            return
        document = self._session.document if row.outcome is Outcome.ADDED else mode.theirs.document
        self._show(row, document)

    def ask_reason(self) -> None:
        """Ask why the last one was decided so, or why the one under review is to be rejected."""
        decided, row = self._mode.deciding.reasoned, self._mode.row
        words = shortened(without_marks(self._session.words(decided.annotation)), LONGEST) if decided else ""
        if decided:
            about = _("Why “{words}” was decided so").format(words=words)
        else:
            about = _("Why it is to be rejected") if row else ""
        self.reasons.ask(about)
        self._scrolled.show_soon(self.reasons)

    def begin_comment(self) -> None:
        """Put the keyboard into the field for comments."""
        take_keyboard(self.threads.field)
        self._scrolled.show_soon(self.threads.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, row: Reviewed, document: Document) -> None:
        item, scheme = row.annotation, self._session.scheme
        self._name.setText(label_name(scheme, item.label))
        self._badge.show_label(item.label, scheme)
        self._badge.show()
        unsure = item.id in self._mode.doubts
        by = _("marked by {name}").format(name=annotator_name(document.annotator)) if document.annotator else ""
        said = (by, local_time(item.created), _("? not sure") if unsure else "")
        self._by.setText(" · ".join(filter(None, said)))
        self._words.setText(document.words(item))
        self._facts.setText("\n".join(self._lines(item, document)))
        self._facts.setVisible(bool(self._facts.text()))
        why = row.decision.why if row.decision else ""
        self._outcome.setText(" · ".join(filter(None, (outcome_words(row.outcome), reason_words(why)))))
        self._guideline.show_labels(scheme, [item.label])

    def _lines(self, item: Annotation, document: Document) -> Iterator[str]:
        """Yield what the annotator says of it: values, relations, evidence and note."""
        for name, value in attributes(item, self._session.scheme.label(item.label)):
            yield _("{name}: {value}").format(name=name, value=value)
        for relation in document.relations.values():
            if item.id in (relation.source, relation.target):
                inwards = relation.target == item.id
                end = document.annotations.get(relation.source if inwards else relation.target)
                words = shortened(document.words(end), LONGEST) if end else "?"
                yield _("{name}: {value}").format(name=direction_words(relation.type, inwards=inwards), value=words)
        evidence = sum(item.id in piece.claims for piece in document.of(Evidence).values())
        if evidence:
            words = ngettext("{count} piece of evidence", "{count} pieces of evidence", evidence)
            yield words.format(count=number(evidence))
        if item.note:
            yield _("Note: {note}").format(note=item.note)

    def _name_parts(self) -> None:
        self._name.setFont(chrome_font(0, MEDIUM))
        self._words.setObjectName("reviewedWords")
        self._outcome.setObjectName("reviewOutcome")
        self._facts.setObjectName("reviewFacts")
        self._accept.setObjectName("reviewAccept")
        self._reject.setObjectName("reviewReject")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._scrolled = ScrolledPage(self._laid_out_content(), self)
        column.addWidget(self._scrolled, 1)

    def _laid_out_content(self) -> QWidget:
        named, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (named, buttons):
            row.setSpacing(8)
        named.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        named.addWidget(self._name, 1)
        for button in (self._accept, self._reject):
            buttons.addWidget(button, 1)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(PADDING, 4, PADDING, 12)
        inner.setSpacing(8)
        inner.addLayout(named)
        for part in (self._by, self._words, self._facts, self._outcome):
            inner.addWidget(part)
        inner.addLayout(buttons)
        inner.addWidget(self.reasons)
        inner.addWidget(self.threads)
        inner.addStretch(1)
        inner.addWidget(self._guideline)
        return content

    def _connect(self) -> None:
        self._accept.clicked.connect(self._mode.deciding.accept)
        self._reject.clicked.connect(lambda: self._mode.deciding.reject())
        self.reasons.chosen.connect(self._mode.deciding.give_reason)
        self.reasons.left.connect(self.left)
        self.threads.said.connect(self._mode.say)
        self.threads.done.connect(self.left)
        self.threads.left.connect(self.left)
