"""First line of the details: badge, label and position, with a menu to relabel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from annotator.language.label_names import capitalised, label_name
from annotator.language.plain_line import plain_line
from annotator.model.annotation import Annotation
from annotator.model.scheme import Scheme
from annotator.translation.messages import _
from annotator.ui.actions.label_menu import fill_label_menu
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.paint import LIST_BADGE
from annotator.ui.widgets.buttons.quiet_button import QuietButton
from annotator.ui.widgets.panel_header import muted_label
from annotator.ui.widgets.words.label_badge import LabelBadge
from annotator.ui.widgets.words.line_of_text import show_tip


class LabelLine(QWidget):
    """Line with the label's menu button. ``chosen``: id of the new label."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._badge = LabelBadge(look, self)
        self._menu = QMenu(_("Relabel"), self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._name = QuietButton(look, self._menu, parent=self)
        self._name.setObjectName("labelButton")
        self._name.setFont(header_font())
        self._place = muted_label(self)
        self._scheme: Scheme | None = None
        self._present = ""
        self._narrow, self._place_width = False, 0.0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self._badge, 0, 0)
        self._grid.addWidget(self._name, 0, 1)
        self._grid.addWidget(self._place, 0, 2)

    def show_label(self, annotation: Annotation, scheme: Scheme, *, locked: str) -> None:
        """Show the annotation's label; ``locked`` is the reason why it cannot be changed, empty where it can."""
        label = scheme.label(annotation.label)
        name = label_name(scheme, annotation.label)
        self._badge.show_label(annotation.label, scheme)
        self._name.setText(plain_line(capitalised(name) if label else name))
        self._name.setAccessibleName(_("Label: {label}").format(label=plain_line(name)))
        self._name.setEnabled(not locked)
        show_tip(self._name, locked or _("Change the label"))
        self._scheme, self._present = scheme, annotation.label
        self._arrange()

    def show_place(self, place: str) -> None:
        """Show ``place``, the annotation's number and offsets, beside the label or below it."""
        if place != self._place.text():
            self._place.setText(place)
            self._place_width = QFontMetricsF(self._place.font()).horizontalAdvance(place)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fill_menu(self) -> None:
        if self._scheme:
            fill_label_menu(self._menu, self._scheme, self._look, self.chosen.emit, (self._present,))

    def _arrange(self) -> None:
        """Move the place to a second line where it does not fit beside the label."""
        beside = LIST_BADGE + self._name.sizeHint().width() + 8
        narrow = beside + self._place_width > self.width()
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.addWidget(self._place, int(narrow), 1 if narrow else 2, 1, 2 if narrow else 1)
            self._place.setIndent(6 if narrow else -1)
