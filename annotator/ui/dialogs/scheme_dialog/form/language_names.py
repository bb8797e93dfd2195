"""Names of a label in several languages, a field for each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.language.plain_line import plain_line
from annotator.model.scheme import Label
from annotator.session.scheme_editing.checks import language_refusal
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.dialogs.scheme_dialog.form.remark_line import RemarkLine
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.dashed_chip import DashedChip
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.panel_header import muted_label

CODE, WIDTH = 64, 190
Names = tuple[tuple[str, str], ...]


class LanguageNames(QWidget):
    """Fields, reused for other labels, and one for the code of a new language. ``edited``: all names as they are."""

    edited = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._fields: list[LanguageField] = []
        self._label: Label | None = None
        self._begun = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, 6, 6)
        self._add = DashedChip(look, self)
        self._add.setText(_("Language"))
        self._add.setAccessibleName(_("Add a name in another language"))
        self._add.setObjectName("addLanguage")
        self._code = CheckedLine(look, _("Code of the language"), self, width=CODE)
        self._code.setPlaceholderText("de")
        self._code.setObjectName("languageCode")
        self._code.hide()
        self._remark = RemarkLine(look, "languageRemark", self)
        self._remark.hide()
        self._tail = (self._code, self._add, self._remark)
        for widget in self._tail:
            self._flow.addWidget(widget)
        self._add.clicked.connect(self._ask)
        self._code.kept.connect(self._begin)

    def show_label(self, label: Label) -> None:
        """Show the names of the label, and the empty field of a language that was just added."""
        if self._label is None or self._label.id != label.id:
            self._begun = ""
        self._label = label
        names = [*label.names, *([(self._begun, "")] if self._begun and self._begun not in dict(label.names) else [])]
        while len(self._fields) < len(names):
            self._make()
        for number, field in enumerate(self._fields):
            if number < len(names):
                field.show_name(*names[number])
            field.setVisible(number < len(names))

    def _make(self) -> None:
        field = LanguageField(self._look, self)
        field.line.textEdited.connect(lambda _text: self._tell())
        self._fields.append(field)
        while self._flow.takeAt(0):
            pass
        for widget in (*self._fields, *self._tail):
            self._flow.addWidget(widget)

    def _tell(self) -> None:
        shown = (field for field in self._fields if not field.isHidden())
        self.edited.emit(tuple((field.code, name) for field in shown if (name := field.line.text().strip())))

    def _ask(self) -> None:
        self._code.clear()
        self._code.show()
        self._add.hide()
        self._code.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin(self) -> None:
        code, label = self._code.text().strip(), self._label
        if self._code.isHidden() or label is None:
            return
        refusal = language_refusal(label, code) if code else ""
        self._code.mark_wrong(on=bool(refusal))
        self._remark.say(refusal, wrong=True)
        if refusal:
            return
        self._code.hide()
        self._add.show()
        if code:
            self._begun = code
            self.show_label(label)
            next(field for field in self._fields if field.code == code).line.setFocus(Qt.FocusReason.TabFocusReason)


class LanguageField(QWidget):
    """Name in one language, behind the code of the language."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = ""
        self._words = muted_label(self)
        self.line = CheckedLine(look, "", self, width=WIDTH - 30)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._words)
        row.addWidget(self.line)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH + self._words.sizeHint().width(), super().sizeHint().height())

    def show_name(self, code: str, name: str) -> None:
        """Show the name in the language of that code."""
        self.code = code
        self._words.show_line(code)
        self.line.setObjectName(f"name-{code}")
        self.line.setAccessibleName(plain_line(_("Name in the language {code}").format(code=code)))
        self.line.show_text(name)
