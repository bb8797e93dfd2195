"""Choices before a change can be previewed: into which part to merge, by what to split, whether to keep."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from annotator.model.scheme_changes.changes import Merge, Remove, SchemeChange, Split
from annotator.model.scheme_changes.parts import Part, rule_of
from annotator.session.scheme_editing.places import children, siblings
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.form.checked_line import CheckedLine
from annotator.ui.dialogs.scheme_dialog.form.option_row import Option, OptionRow
from annotator.ui.dialogs.scheme_dialog.row_words import name_words
from annotator.ui.theme.look import Look
from annotator.ui.widgets.layouts.flow_layout import FlowLayout
from annotator.ui.widgets.panel_header import plain_label

KEEP, DROP, SHORTEST, MOST_NAMES, NAME_WIDTH = "keep", "drop", 14, 40, 150


class MergeChoice(QWidget):
    """Choice of the part into which another one is merged. ``changed``: another part is chosen."""

    changed = Signal()

    def __init__(self, editor: SchemeEditor, place: Part, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._box = box_of([(name_words(editor.scheme, it), it.name) for it in mergeable(editor, place)], self)
        self._box.setObjectName("mergeInto")
        self._box.setAccessibleName(_("Merge into"))
        self._box.activated.connect(lambda _row: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(_("Merge into"), self))
        row.addWidget(self._box)
        row.addStretch(1)
        self.setFocusProxy(self._box)

    @property
    def change(self) -> SchemeChange:
        return Merge(self._place, str(self._box.currentData()))


class SplitChoice(QWidget):
    """Choice of the attribute by which a label is split, and names for the labels that its choices become.

    ``changed``: another attribute or name is chosen.
    """

    changed = Signal()

    def __init__(self, editor: SchemeEditor, place: Part, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._box = box_of([(name_words(editor.scheme, it), it.attribute) for it in splittable(editor, place)], self)
        self._box.setObjectName("splitBy")
        self._box.setAccessibleName(_("Split by"))
        self._place = place
        self._names: list[tuple[str, CheckedLine]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, 8, 6)
        self._flow.addWidget(plain_label(_("Split by"), self))
        self._flow.addWidget(self._box)
        self._box.activated.connect(lambda _row: self._follow())
        self.setFocusProxy(self._box)
        self._show_names()

    @property
    def change(self) -> SchemeChange:
        names = tuple((choice, line.text().strip()) for choice, line in self._names if line.text().strip())
        return Split(self._attribute, names)

    @property
    def _attribute(self) -> Part:
        return self._place.child(str(self._box.currentData()))

    def _follow(self) -> None:
        self._show_names()
        self.changed.emit()

    def _show_names(self) -> None:
        """Show a field for the new label of each choice; annotations whose choice has an empty field keep the label."""
        for _choice, line in self._names:
            self._flow.removeWidget(line)
            line.hide()
            line.deleteLater()
        rule = rule_of(self._editor.scheme, self._attribute)
        self._names = []
        for choice in rule.choices[:MOST_NAMES] if rule else ():
            line = CheckedLine(self._look, _("New label for {choice}").format(choice=choice), self, width=NAME_WIDTH)
            line.setObjectName(f"splitName-{choice}")
            line.setPlaceholderText(choice)
            line.setText(choice.replace("-", "_"))
            line.kept.connect(self.changed)
            self._flow.addWidget(line)
            line.show()
            self._names.append((choice, line))


class RemoveChoice(QWidget):
    """Choice of whether saved files keep what has the part that is removed. ``changed``: the other is chosen."""

    changed = Signal()

    def __init__(self, place: Part, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._place, self._chosen = place, KEEP
        self._options = OptionRow(look, _("In saved files"), self)
        self._options.pressed.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._options)
        self.setFocusProxy(self._options)
        self._show()

    @property
    def change(self) -> SchemeChange:
        return Remove(self._place, self._chosen == KEEP)

    def _show(self) -> None:
        keep, drop = _("keep it in saved files"), _("remove it from saved files too")
        self._options.show_options([Option(KEEP, keep, self._chosen == KEEP), Option(DROP, drop, self._chosen == DROP)])

    def _choose(self, value: str) -> None:
        self._chosen = value
        self._show()
        self.changed.emit()


def mergeable(editor: SchemeEditor, place: Part) -> list[Part]:
    """Return the saved parts into which the part at the place can be merged."""
    return [it for it in siblings(editor.scheme, place) if it != place and not editor.draft.is_new(it)]


def splittable(editor: SchemeEditor, place: Part) -> list[Part]:
    """Return the saved attributes of the label that have choices."""
    rules = ((it, rule_of(editor.draft.saved, it)) for it in children(editor.scheme, place))
    return [it for it, rule in rules if rule and rule.choices]


def box_of(items: list[tuple[str, str]], parent: QWidget) -> QComboBox:
    """Return a combo box of these items, each its words and its value."""
    box = QComboBox(parent)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(SHORTEST)
    for words, value in items:
        box.addItem(words, value)
    return box
