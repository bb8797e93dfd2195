"""Dialog with criticism of somebody: against whom, put to them on a day, answered where, or why not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QPushButton, QWidget

from annotator.language.plain_line import shortened
from annotator.language.quoted_words import quoted, without_marks
from annotator.model.items import altered
from annotator.model.kinds.criticisms import Criticism
from annotator.model.scheme import AttributeRule
from annotator.session.editing.values.values import typed_value
from annotator.translation.messages import _, listed
from annotator.ui.desk.desk_dialog import DeskDialog
from annotator.ui.desk.desk_form import DeskForm
from annotator.ui.desk.desk_parts import DeskParts
from annotator.ui.desk.reply_rows import ReplyRows

SIZE, LONGEST = QSize(600, 560), 60
DAY = AttributeRule("put", "date")


def mark_criticism(parts: DeskParts, of: str, parent: QWidget) -> DeskDialog:
    """Open the form of criticism in the annotation with this id; a name that stands in it is proposed."""
    return _opened(parts, parts.criticism.draft([of]), parent, is_new=True)


def open_criticism(parts: DeskParts, item: Criticism, parent: QWidget) -> DeskDialog:
    """Open the form of criticism that the document has."""
    return _opened(parts, item, parent, is_new=False)


def _opened(parts: DeskParts, item: Criticism, parent: QWidget, *, is_new: bool) -> DeskDialog:
    dialog = DeskDialog(parts, _("Criticism and reply"), "criticismDialog", parent)
    form = CriticismForm(parts, item, dialog, is_new=is_new)

    def keep() -> str:
        day, sentence = form.day()
        if not sentence and (is_new or item.id in parts.session.document.of(Criticism)):
            parts.criticism.put(form.item(item, day))
        return sentence

    dialog.keep = keep
    removes = parts.session.writable and not is_new
    dialog.hold(form, form.against, SIZE, (lambda: parts.criticism.remove(item.id)) if removes else None)
    dialog.open()
    return dialog


class CriticismForm(DeskForm):
    """Fields of criticism."""

    def __init__(self, parts: DeskParts, item: Criticism, parent: QWidget, *, is_new: bool) -> None:
        super().__init__(parts.look, parent)
        names = parts.criticism.names(item.of)
        self.add_words(_("Of"), _words(parts, item))
        self.against = self.add_line(_("Against"), "criticisedName", item.against or (names.likely if is_new else ""))
        self.against.setCompleter(_completer(names.names, self.against))
        self.against.selectAll()
        today = QPushButton(_("Today"), self)
        today.setObjectName("putToday")
        today.setAutoDefault(False)
        self._put: QLineEdit = self.add_line(_("Put to them on"), "putOn", item.put, today)
        today.clicked.connect(lambda _on: self._put.setText(parts.criticism.today()))
        self._replies = ReplyRows(parts.session, parts.look, item.answered_in, item.of)
        self._replies.left.connect(lambda: self.window().close())
        self.add(_("Answered in"), self._replies)
        self._answer = self.add_text(_("Reply, or why there is none"), "criticismAnswer", item.answer)
        self._shown_day = item.put

    def day(self) -> tuple[str, str]:
        """Return the day that was typed, as the file has it, and a sentence where it is none."""
        text = self._put.text().strip()
        if text in ("", self._shown_day):
            return text, ""
        value, sentence = typed_value(text, DAY)
        return ("" if sentence else str(value or "")), sentence

    def item(self, before: Criticism, day: str) -> Criticism:
        """Return the criticism with what the fields say; replies that are not in the article any more are kept."""
        gone = tuple(id for id in before.answered_in if id not in self._replies.offered)
        replies = (*self._replies.chosen, *gone)
        if {*replies} == {*before.answered_in}:
            replies = before.answered_in
        answer = self._answer.shown_text().strip()
        return altered(before, against=self.against.text().strip(), put=day, answered_in=replies, answer=answer)


def _words(parts: DeskParts, item: Criticism) -> str:
    known = parts.session.document.annotations
    words = (without_marks(parts.session.words(known[id])) for id in item.of if id in known)
    return listed(quoted(shortened(one, LONGEST)) for one in words)


def _completer(names: tuple[str, ...], parent: QWidget) -> QCompleter:
    completer = QCompleter([*names], parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
