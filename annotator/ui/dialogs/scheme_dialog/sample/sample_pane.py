"""Pane beside the form: the sample, the contrasts, the distances, and what follows from them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from annotator.session.scheme_editing.places import label_at
from annotator.session.scheme_editing.scheme_editor import SchemeEditor
from annotator.translation.messages import N_, _
from annotator.ui.dialogs.scheme_dialog.form.option_chip import OptionChip
from annotator.ui.dialogs.scheme_dialog.sample.colour_facts import (
    contrast_rows,
    distance_rows,
    distance_sentences,
    nearest,
)
from annotator.ui.dialogs.scheme_dialog.sample.colour_tables import ContrastTable, DistanceTable
from annotator.ui.dialogs.scheme_dialog.sample.sample_view import SampleLook, SampleView
from annotator.ui.theme.fonts import header_font
from annotator.ui.theme.look import Look
from annotator.ui.theme.mirroring import painter_on, placed
from annotator.ui.theme.sharp import paint_outline
from annotator.ui.widgets.banner import Banner, BannerContent
from annotator.ui.widgets.panel_header import muted_label, plain_label

PADDING, TALLEST = 14, 196
THEMES = {"light": N_("light"), "dark": N_("dark")}


class SamplePane(QWidget):
    """Column of the sample and the facts about a label's colours; for parts of no label, the sample alone."""

    def __init__(self, editor: SchemeEditor, look: Look, font: QFont, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self._own = SampleLook(look, self)
        self._look = look
        self._themes = [OptionChip(look, self) for _name in THEMES]
        self._sample = SampleView(editor, self._own, font, self)
        self._facts = QWidget(self)
        self._contrasts = ContrastTable(look, self._facts)
        self._distances = DistanceTable(look, self._own, self._facts)
        self._banner: Banner | None = None
        self._drawn: tuple[object, ...] = ()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setAccessibleName(_("How it will look"))
        self._lay_out()
        for chip in self._themes:
            chip.clicked.connect(lambda _on=False, chip=chip: self._choose_theme(chip.value))
        editor.changed.connect(self.refresh)
        editor.went.connect(self.refresh)
        look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the facts about the label that the place is in."""
        scheme = self._editor.scheme
        label = label_at(scheme, self._editor.place)
        self._facts.setVisible(label is not None)
        for chip, (name, words) in zip(self._themes, THEMES.items(), strict=True):
            chip.show_option(name, _(words), chosen=name == self._own.name)
        looks = [(it.id, it.names, it.key, it.colour, it.mark) for it in scheme.labels]
        theme = self._own.coloured
        drawn = label and label.id, theme.name, looks
        if label and drawn != self._drawn:
            self._drawn = drawn
            self._contrasts.show_rows(contrast_rows(label, theme))
            rows = distance_rows(scheme, label, theme)
            self._distances.show_rows(rows)
            worst = nearest(rows)
            self._show_banner(*((worst.is_too_near, *distance_sentences(worst)) if worst else (False, "", "")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a line around the sample, and one between the pane and the form."""
        painter, theme = painter_on(self), self._look.theme
        line = placed(painter, QRectF(0, 0, 1, self.height()), QRectF(self.rect()))
        painter.fillRect(line, theme.border)
        around = QRectF(self._sample.geometry()).adjusted(-1, -1, 1, 1)
        paint_outline(painter, around, theme.control if theme.high_contrast else theme.border, 6)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 12, PADDING, PADDING)
        column.setSpacing(8)
        column.addLayout(self._head(_("How it will look"), *self._themes))
        self._sample.setFixedHeight(TALLEST)
        column.addWidget(self._sample)
        column.addWidget(self._facts)
        column.addStretch(1)
        facts = self._facts_column = QVBoxLayout(self._facts)
        facts.setContentsMargins(0, 8, 0, 0)
        facts.setSpacing(6)
        least, measure = muted_label(self._facts), muted_label(self._facts)
        least.show_line(_("at least 3.0 and 4.5"))
        measure.show_line("ΔE 2000")
        facts.addLayout(self._head(_("Contrast"), least))
        facts.addWidget(self._contrasts)
        facts.addSpacing(8)
        facts.addLayout(self._head(_("Distance to the other labels"), measure))
        facts.addWidget(self._distances)

    def _head(self, words: str, *beside: QWidget) -> QHBoxLayout:
        label = plain_label(words, self)
        label.setFont(header_font())
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        for widget in beside:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _show_banner(self, near: bool, name: str, sentence: str) -> None:
        content = BannerContent("warning" if near else "success", name, sentence, stays=True)
        if self._banner and self._banner.content == content:
            return
        if self._banner:
            self._facts_column.removeWidget(self._banner)
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if name:
            self._banner = Banner(self._look, content, self._facts)
            self._banner.setObjectName("distanceVerdict")
            self._facts_column.addWidget(self._banner)
            self._banner.show()

    def _choose_theme(self, name: str) -> None:
        self._own.choose(name)
        self.refresh()
