"""Page of the details for several selected annotations: how many of which label, and what can be done with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.language.label_names import label_name
from annotator.model.annotation import Annotation, Value
from annotator.model.scheme import Scheme
from annotator.session.session import Session
from annotator.translation.messages import N_, _, listed
from annotator.ui.actions.label_menu import fill_label_menu
from annotator.ui.editors.attribute_form import AttributeForm
from annotator.ui.theme.fonts import small_font
from annotator.ui.theme.look import Look
from annotator.ui.widgets.buttons.quiet_button import QuietButton
from annotator.ui.widgets.keyboard import take_keyboard
from annotator.ui.widgets.panel_header import PADDING, name_label
from annotator.ui.widgets.words.counted import counted_label, selected_words
from annotator.ui.widgets.words.line_of_text import show_tip
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

HINT = N_("In the list a label’s key relabels them all, L links them to one, Del removes them; each is one undo step.")


class SeveralPage(QWidget):
    """Page with a form of the attributes that all have, and buttons that relabel, link and remove them.

    ``set_value`` is called with an attribute's id, the value that all are to get, and a token for one undo step.
    ``relabelled``: the new label's id. ``linked``: link them to one target. ``removed``: remove them.
    """

    relabelled = Signal(str)
    linked = Signal()
    removed = Signal()

    def __init__(
        self, session: Session, look: Look, set_value: Callable[[str, Value, object], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look, self.form = look, AttributeForm(session, look, set_value, self)
        self._scheme: Scheme | None = None
        self._present: Collection[str] = ()
        self.setObjectName("severalPage")
        self._title, self._labels, self._hint = name_label("", self), WrappingLabel(self), WrappingLabel(self)
        self._menu = QMenu(_("Relabel"), self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._relabel, self._remove = QuietButton(look, self._menu, parent=self), QPushButton(_("Remove"), self)
        self._link = QPushButton(_("Link to…"), self)
        self._lay_out()
        self._link.clicked.connect(self.linked)
        self._remove.clicked.connect(self.removed)

    def show_annotations(self, annotations: Sequence[Annotation], scheme: Scheme, *, locked: str) -> None:
        """Show these; ``locked`` is the reason why they cannot be changed, empty where they can."""
        self._scheme = scheme
        self._title.setText(selected_words(len(annotations)))
        counts = Counter(annotation.label for annotation in annotations)
        self._present = counts.keys()
        named = (counted_label(count, label_name(scheme, label)) for label, count in counts.most_common())
        self._labels.setText(listed(named))
        self.setAccessibleName(f"{self._title.text()}: {self._labels.text()}")
        self._hint.setText(locked or _(HINT))
        for button in (self._relabel, self._link, self._remove):
            button.setEnabled(not locked)
            show_tip(button, locked)

    def take_focus(self) -> None:
        """Put the keyboard on what can be done with them."""
        take_keyboard(self._relabel)

    def _lay_out(self) -> None:
        self._title.setObjectName("severalCount")
        self._relabel.setObjectName("relabelSeveral")
        self._relabel.setText(_("Relabel"))
        self._relabel.setAccessibleName(_("Relabel the selected annotations"))
        self._remove.setObjectName("removeSeveral")
        self._remove.setAccessibleName(_("Remove the selected annotations"))
        self._link.setObjectName("linkSeveral")
        self._link.setAccessibleName(_("Link the selected annotations to one"))
        self._hint.setFont(small_font())
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._relabel, self._link, self._remove):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 0, PADDING, PADDING)
        column.setSpacing(8)
        for part in (self._title, self._labels, self.form):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addStretch(1)

    def _fill_menu(self) -> None:
        if self._scheme:
            fill_label_menu(self._menu, self._scheme, self._look, self.relabelled.emit, self._present)
