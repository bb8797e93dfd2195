"""Fields of a piece of evidence, each with the key that it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from annotator.model.items import altered
from annotator.model.kinds.evidence import EVIDENCE_KINDS, STANCES, Evidence
from annotator.model.scheme import AttributeRule
from annotator.session.editing.evidence.evidence_words import kind_words, stance_words
from annotator.session.editing.item_words import KEYS
from annotator.session.editing.values.values import typed_value
from annotator.translation.messages import N_, _
from annotator.ui.evidence.editor.text_field import TextField
from annotator.ui.theme.look import Look
from annotator.ui.widgets.field_box import FieldBox
from annotator.ui.widgets.panel_header import muted_label, plain_label

NAME_WIDTH, GAP, BETWEEN, LINE = 112, 12, 8, 28
DAY = AttributeRule("seen", "date")
CONFIDENTIAL = N_("Confidential: leave it out of everything that leaves the folder")
CHOICES = {"kind": EVIDENCE_KINDS, "stance": STANCES}
TEXTS = ("quote", "note")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field, how its value is read, and how one is shown."""

    widget: QWidget
    value: Callable[[], Any]
    show: Callable[[Any], None]


class PieceForm(QWidget):
    """Form of a piece. ``edited``: something was typed or chosen. ``left``: the keyboard has left a field.

    ``beside`` has the buttons that stand beside fields, by their keys.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, look: Look, beside: Mapping[str, QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Evidence"))
        self._look, self._fields, self._shown = look, dict[str, _Field](), Evidence("")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(BETWEEN)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._remark = muted_label(self)
        for key in ("title", "kind", "stance", "publisher", "link", "archived", "quote", "page", "seen"):
            self._add(key, beside.get(key))
        self._grid.addWidget(self._remark, self._grid.rowCount(), 1)
        self._remark.hide()
        self._add_flag()
        self._add("note", None)

    def piece(self, of: Evidence) -> Evidence:
        """Return the piece with the values of those fields that differ from what was shown."""
        values = {key: field.value() for key, field in self._fields.items()}
        return altered(of, **{key: value for key, value in values.items() if value != getattr(self._shown, key)})

    def show_piece(self, piece: Evidence) -> None:
        """Show the piece; what has been typed into a field and is not yet in a piece stays there."""
        for key, field in self._fields.items():
            shown, value = field.value(), getattr(piece, key)
            if value != shown == getattr(self._shown, key):
                field.widget.blockSignals(True)
                field.show(value)
                field.widget.blockSignals(False)
        self._shown = piece

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self._fields.values())).widget.setFocus()

    def _add(self, key: str, beside: QWidget | None) -> None:
        name, row = _(KEYS[Evidence][key]), self._grid.rowCount()
        made = self._choice(key) if key in CHOICES else self._text(key) if key in TEXTS else self._line(key)
        self._fields[key] = made
        made.widget.setObjectName(f"evidence-{key}")
        made.widget.setAccessibleName(name)
        label = plain_label(name, self)
        label.setMinimumHeight(LINE)
        label.setWordWrap(True)
        label.setBuddy(made.widget)
        shown = FieldBox(self._look, made.widget, self) if isinstance(made.widget, TextField) else made.widget
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, row, 1)
        if beside:
            self._grid.addWidget(beside, row, 2)

    def _line(self, key: str) -> _Field:
        field = QLineEdit(self)
        field.textEdited.connect(lambda _text: self.edited.emit())
        field.editingFinished.connect(self.left)
        if key == "seen":
            field.textEdited.connect(lambda _text: self._remark.hide())
            field.editingFinished.connect(lambda: self._day(field.text(), said=True))
            return _Field(field, lambda: self._day(field.text()), field.setText)
        return _Field(field, lambda: field.text().strip(), field.setText)

    def _day(self, text: str, *, said: bool = False) -> str:
        """Return the day that was typed; the one shown before where it is none, which may be ``said``."""
        if text.strip() == self._shown.seen:
            return self._shown.seen
        value, sentence = typed_value(text, DAY)
        if said:
            self._remark.show_line(sentence)
            self._remark.setVisible(bool(sentence))
        return self._shown.seen if sentence else str(value or "")

    def _text(self, _key: str) -> _Field:
        field = TextField(self)
        field.textChanged.connect(self.edited)
        field.left.connect(self.left)
        return _Field(field, field.shown_text, field.show_text)

    def _choice(self, key: str) -> _Field:
        box = QComboBox(self)
        words = kind_words if key == "kind" else stance_words
        box.addItem(_("not set"), "")
        for one in CHOICES[key]:
            box.addItem(words(one), one)

        def show(value: str) -> None:
            if box.findData(value) < 0:
                box.addItem(words(value), value)
            box.setCurrentIndex(box.findData(value))

        box.activated.connect(lambda _index: self._choose())
        return _Field(box, lambda: str(box.currentData() or ""), show)

    def _choose(self) -> None:
        """Take what was chosen at once."""
        self.edited.emit()
        self.left.emit()

    def _add_flag(self) -> None:
        box = QCheckBox(_(KEYS[Evidence]["confidential"]), self)
        box.setObjectName("evidence-confidential")
        box.setAccessibleName(_(CONFIDENTIAL))
        box.setToolTip(_(CONFIDENTIAL))
        box.clicked.connect(lambda _on: self._choose())
        self._fields["confidential"] = _Field(box, box.isChecked, box.setChecked)
        self._grid.addWidget(box, self._grid.rowCount(), 1)
