"""Options of the selected format, target path and preview: the right side of the dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.interop.format import Format
from annotator.session.exporting.export_runs import Order
from annotator.session.exporting.format_list import ListedFormat
from annotator.session.exporting.survey import Group
from annotator.translation.messages import N_, _, pgettext
from annotator.ui.dialogs.export_dialog.content_options import ContentOptions, Source
from annotator.ui.dialogs.export_dialog.format_options import FormatOptions
from annotator.ui.dialogs.export_dialog.preview import ExportPreviewBox
from annotator.ui.dialogs.export_dialog.remembering import Remembered
from annotator.ui.dialogs.export_dialog.wording import LOOKING, full_words
from annotator.ui.long_work.target_row import TargetRow
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import margins
from annotator.ui.widgets.form import NAME_WIDTH, Form
from annotator.ui.widgets.options_area import OptionsArea
from annotator.ui.widgets.panel_header import name_label, plain_label
from annotator.ui.widgets.words.wrapping_label import WrappingLabel

LEFT, TOP, RIGHT, GAP, NARROWEST = 20, 16, 20, 12, 420
INSTALL_FIRST = N_("The selected format is not installed.")


class Choices(QWidget):
    """Page of options.

    ``changed``: any option has changed. ``part_changed``: the folder is to be exported instead of one article, or the
    other way round.
    """

    changed = Signal()
    part_changed = Signal()

    def __init__(self, source: Source, place: TargetRow, remembered: Remembered, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._source, self._place = source, place
        self._listed: ListedFormat | None = None
        self._loading = True
        self._title, self._about = name_label("", self), WrappingLabel(self)
        self._title.setObjectName("formatTitle")
        self._about.setObjectName("formatAbout")
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setMinimumWidth(NARROWEST)
        page = QWidget(self)
        form = Form(page)
        form.setContentsMargins(margins(0, 0, GAP, 0))
        self._content = ContentOptions(source, form, look, page)
        self._format_options = FormatOptions(remembered, form, page)
        form.setRowStretch(form.rowCount(), 1)
        self.preview = ExportPreviewBox(look, self)
        self._place.follow_source(self._content.path)
        self._place_name = plain_label(pgettext("target of an export", "To"), self)
        self._lay_out(page)
        self._connect()

    @property
    def format(self) -> Format | None:
        return self._listed.format if self._listed else None

    def show_format(self, listed: ListedFormat | None, *, loading: bool = False) -> None:
        """Show the options of that format; None where the filter leaves no format, or while they are ``loading``."""
        self._listed, self._loading = listed, loading
        self._title.setText(_(listed.format.title) if listed else _(LOOKING) if loading else _("No such format"))
        self._about.setText(full_words(listed) if listed else "" if loading else _("Clear the filter to see all."))
        self._about.setAccessibleName(self._about.text())
        for part in (self._place_name, self._place):
            part.setVisible(listed is not None)
        if listed:
            self._format_options.fit(listed.format)
            self._place.fit(listed.format, self._name())
        else:
            self._format_options.hide()

    def show_survey(self, groups: Sequence[Group]) -> None:
        """Show the labels, annotators and statuses that were found, with their numbers."""
        self._content.show_survey(groups)

    def order(self) -> Order | None:
        """Return the export order; None while no format is selected."""
        if not self._listed:
            return None
        format, splits = self._listed.format, self._format_options.splits
        options = self._format_options.options(format, self._content.options())
        return Order(format, self._content.path, self._place.target, options, splits.shares, splits.seed)

    def refusal(self) -> str:
        """Return a sentence that says why nothing can be exported; empty where an export can be tried."""
        if not self._listed:
            return _(LOOKING) if self._loading else _("No format is chosen.")
        if not self._listed.installed:
            return _(INSTALL_FIRST)
        return self._content.refusal() or self._format_options.splits.refusal() or self._place.refusal()

    def remembered(self) -> Remembered:
        """Return the choices to offer at the next export."""
        return self._format_options.remembered()

    def _name(self) -> str:
        return self._content.path.stem if self._content.is_one_article else self._content.path.name

    def _lay_out(self, page: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(LEFT, TOP, RIGHT, 0))
        column.setSpacing(GAP)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._about)
        column.addLayout(head)
        column.addWidget(OptionsArea(page, self), 3)
        column.addLayout(self._place_row())
        column.addWidget(self.preview, 2)

    def _place_row(self) -> QHBoxLayout:
        """Lay out the row of the target path, which stays visible however long the options are."""
        self._place_name.setFixedWidth(NAME_WIDTH)
        self._place_name.setBuddy(self._place)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._place_name)
        row.addWidget(self._place, 1)
        return row

    def _connect(self) -> None:
        self._content.changed.connect(self.changed)
        self._format_options.changed.connect(self.changed)
        self._place.changed.connect(self.changed)
        self._content.part_changed.connect(self._follow_part)

    def _follow_part(self) -> None:
        self._format_options.splits.allow(allowed=not self._content.is_one_article)
        self._place.follow_source(self._content.path)
        if self._listed:
            self._place.fit(self._listed.format, self._name())
        self.part_changed.emit()
