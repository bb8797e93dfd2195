"""Window in which the scheme of a folder is edited: tree, form and sample."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotator.model.scheme_changes.parts import Part
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.session.scheme_editing.scheme_file import SchemeFile
from annotator.storage.files.file_error import shown
from annotator.translation.messages import _
from annotator.ui.dialogs.scheme_dialog.foot import Foot
from annotator.ui.dialogs.scheme_dialog.form.form_area import FormArea
from annotator.ui.dialogs.scheme_dialog.item_header import ItemHeader
from annotator.ui.dialogs.scheme_dialog.path_row import PathRow
from annotator.ui.dialogs.scheme_dialog.sample.sample_pane import SamplePane
from annotator.ui.dialogs.scheme_dialog.sweep.strip import SweepStrip
from annotator.ui.dialogs.scheme_dialog.tree.tree_column import WIDTH as TREE_WIDTH
from annotator.ui.dialogs.scheme_dialog.tree.tree_column import TreeColumn
from annotator.ui.system.system_dialogs import Question, SystemDialogs
from annotator.ui.theme.look import Look
from annotator.ui.widgets.fitting_dialog import FittingDialog, ScrolledContent
from annotator.ui.widgets.tab_order import order_tabs

SIZE, SMALLEST = QSize(1320, 820), QSize(480, 360)
SAMPLE_WIDTH, SAMPLE_BELOW, TREE_FOLDS = 372, 1100, 800
Standard = QKeySequence.StandardKey
Box = TypeVar("Box", bound=QBoxLayout)


class SchemeDialog(FittingDialog):
    """Window of the scheme. ``save_asked``: write the scheme. ``start_asked``: begin from another scheme.

    In a narrow window the sample stands below the form, and in a narrower one a path takes the place of the tree.
    """

    save_asked = Signal()
    start_asked = Signal()

    def __init__(
        self,
        editor: SchemeEditor,
        file: SchemeFile,
        look: Look,
        font: QFont,
        messages: SystemDialogs,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.editor, self._messages = editor, messages
        self.setObjectName("schemeDialog")
        folder = shown(editor.folder.name)
        self.setWindowTitle(_("Scheme of “{folder}”").format(folder=folder))
        self.setAccessibleName(self.windowTitle())
        self._tree = TreeColumn(editor, folder, look, self)
        self._path = PathRow(editor, look, self)
        self.header = ItemHeader(editor, look, self)
        self._form = FormArea(editor, look, self)
        self._sample = SamplePane(editor, look, font, self)
        self.strip = SweepStrip(look, self)
        self.foot = Foot(editor, file, look, self)
        self._lay_out()
        self._connect()
        self._arrange()
        self.fit(SIZE)
        self._tree.tree.setFocus()

    def reject(self) -> None:
        """Close the strip if it is open; else the window, after asking what to do with changes that are not saved."""
        if self.strip.isVisible():
            self.strip.cancelled.emit()
            return
        if not self.editor.draft.is_changed:
            super().reject()
            return
        save, discard, stay = _("Save"), _("Discard the changes"), _("Stay")
        question = Question(_("Scheme"), _("The scheme has changes that are not yet written."), (save, discard, stay))
        answer = self._messages.ask(question)
        if answer == save:
            self.save_asked.emit()
        elif answer == discard:
            super().reject()

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Let Tab follow the present order of the parts, which depends on the width."""
        order_tabs(self)
        return super().focusNextPrevChild(onwards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_file(self, file: SchemeFile, place: Part | None) -> None:
        """Show the scheme as it was just written, at that place."""
        self.editor.begin_anew(file.scheme, place)
        self.foot.show_file(file)
        self._tree.tree.setFocus()

    def ask(self, *, on: bool) -> None:
        """Turn the buttons at the bottom off while the strip asks; afterwards show the place again as it is."""
        self.foot.allow(on=not on)
        if not on:
            self._form.refresh()
            self._tree.tree.setFocus()

    def lock(self, *, on: bool) -> None:
        """Allow no editing while files are written."""
        for part in (self._tree, self._path, self.header, self._form):
            part.setEnabled(not on)

    def _lay_out(self) -> None:
        self.setMinimumSize(SMALLEST)
        self._tree.setFixedWidth(TREE_WIDTH)
        self._side = self._sample_area()
        both = _without_margins(QHBoxLayout())
        both.addWidget(self._tree)
        both.addWidget(self._middle_column(), 1)
        both.addWidget(self._side)
        whole = _without_margins(QVBoxLayout(self))
        whole.addLayout(both, 1)
        whole.addWidget(self.foot)

    def _middle_column(self) -> QWidget:
        """Return the column of path, header and form, with the strip for changes of saved files."""
        middle = QWidget(self)
        scrolled = ScrolledContent(self._form, self)
        for ground in (self._form, scrolled.viewport(), middle):
            ground.setAutoFillBackground(True)
            ground.setBackgroundRole(QPalette.ColorRole.Base)
        column = _without_margins(QVBoxLayout(middle))
        for widget in (self._path, self.header):
            column.addWidget(widget)
        column.addWidget(scrolled, 1)
        column.addWidget(self.strip)
        return middle

    def _sample_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setAccessibleName(self._sample.accessibleName())
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._sample)
        area.setFixedWidth(SAMPLE_WIDTH)
        return area

    def _connect(self) -> None:
        editor = self.editor
        self.foot.save_asked.connect(self.save_asked)
        self.foot.left.connect(self.reject)
        self._tree.start_asked.connect(self.start_asked)
        self._tree.tree.left.connect(self.reject)
        self._tree.tree.entered.connect(self._form.edit_name)
        self._path.opened.connect(self._open_tree)
        editor.refused.connect(self.foot.refuse)
        editor.went.connect(self._close_tree)
        for key, does in ((Standard.Undo, editor.undo), (Standard.Redo, editor.redo), (Standard.Save, self._save)):
            QShortcut(key, self, does, context=Qt.ShortcutContext.WindowShortcut)
        for key, does in ((Standard.Find, self._find), (Standard.FindNext, self._tree.find_next)):
            QShortcut(key, self, does, context=Qt.ShortcutContext.WindowShortcut)
        self.finished.connect(self.deleteLater)

    def _arrange(self) -> None:
        """Place the sample and the tree as the width of the window allows."""
        below, folded = self.width() < SAMPLE_BELOW, self.width() < TREE_FOLDS
        self._path.setVisible(folded)
        self._tree.setVisible(not folded or self._path.is_open)
        self._side.setVisible(not below)
        if below and self._side.widget() is not None:
            self._form.put_below(self._side.takeWidget())
        elif not below and self._side.widget() is None:
            self._side.setWidget(self._sample)
        self._sample.show()

    def _open_tree(self) -> None:
        self._arrange()
        if self._tree.isVisible():
            self._tree.tree.setFocus()

    def _close_tree(self) -> None:
        if self._path.is_open and not self._tree.tree.hasFocus():
            self._path.close_tree()
            self._arrange()

    def _find(self) -> None:
        if not self._tree.isVisible():
            self._path.open_tree()
            self._arrange()
        self._tree.take_filter()

    def _save(self) -> None:
        if self.editor.draft.is_changed:
            self.save_asked.emit()

    def go(self, place: Part) -> None:
        """Show that place, and put the keyboard into the tree."""
        self.editor.go(place)
        self._tree.tree.setFocus()


def _without_margins(layout: Box) -> Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
