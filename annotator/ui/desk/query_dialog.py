"""Dialog with a query to the author: what it is about, the question, and the answer."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QWidget

from annotator.language.plain_line import shortened
from annotator.language.quoted_words import quoted, without_marks
from annotator.model.kinds.queries import Query
from annotator.translation.messages import _
from annotator.ui.desk.desk_dialog import DeskDialog
from annotator.ui.desk.desk_form import DeskForm
from annotator.ui.desk.desk_parts import DeskParts

SIZE, LONGEST, SHORTEST = QSize(560, 340), 90, 20


def ask_query(parts: DeskParts, about: str, parent: QWidget) -> DeskDialog:
    """Open the form of a new query about the annotation with the id ``about``, or without one about the article."""
    dialog = DeskDialog(parts, _("Query to the author"), "queryDialog", parent)
    form = DeskForm(parts.look, dialog)
    subject = QComboBox(form)
    subject.setObjectName("queryAbout")
    subject.setAccessibleName(_("About"))
    subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    subject.setMinimumContentsLength(SHORTEST)
    if about:
        subject.addItem(_about(parts, about), about)
    subject.addItem(_("The whole article"), "")
    form.add(_("About"), subject)
    question = form.add_text(_("Question"), "queryText", "")
    answer = form.add_text(_("Answer"), "queryAnswer", "")

    def keep() -> str:
        asked = parts.queries.ask(question.shown_text(), subject.currentData(), answer.shown_text())
        return "" if asked else _("Write what the author is to be asked.")

    dialog.keep = keep
    form.leave_rest_empty()
    dialog.hold(form, question, SIZE)
    dialog.open()
    return dialog


def open_query(parts: DeskParts, query: Query, parent: QWidget, *, answering: bool = True) -> DeskDialog:
    """Open the form of a query of the document, with the keyboard in the answer if ``answering``."""
    dialog = DeskDialog(parts, _("Query to the author"), "queryDialog", parent)
    form = DeskForm(parts.look, dialog)
    form.add_words(_("About"), _about(parts, query.about))
    question = form.add_text(_("Question"), "queryText", query.text)
    answer = form.add_text(_("Answer"), "queryAnswer", query.answer)

    def keep() -> str:
        if query.id in parts.session.document.of(Query):
            parts.queries.change(query.id, question.shown_text(), answer.shown_text())
        return ""

    dialog.keep = keep
    first = answer if answering else question
    form.leave_rest_empty()
    dialog.hold(form, first, SIZE, (lambda: parts.queries.remove(query.id)) if parts.session.writable else None)
    dialog.open()
    return dialog


def _about(parts: DeskParts, id: str) -> str:
    annotation = parts.session.document.annotations.get(id)
    if annotation is None:
        return _("The whole article")
    return quoted(shortened(without_marks(parts.session.words(annotation)), LONGEST))
